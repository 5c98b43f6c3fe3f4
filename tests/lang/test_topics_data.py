"""Every pack names every topic, and its own sentences are read as it says."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

import pytest

from dragoman.core.fold import fold
from dragoman.lang.clitics import Clitics

PACKS = ("en", "ar")
TOPICS = [
    "trade_investment", "finance", "energy", "health", "education_culture", "science_technology",
    "space", "defence_security", "counter_terrorism", "cyber", "nuclear_nonproliferation",
    "conflict_ceasefire", "humanitarian_refugees", "human_rights", "climate_environment",
    "agriculture_food", "water", "migration_consular", "transport_infrastructure",
    "tourism_sport", "development_aid", "sanctions", "maritime", "multilateral_un",
    "elections_governance", "crime_justice", "media", "religion",
]  # fmt: skip
KEYS = ("strong", "weak", "never", "reads", "never_reads")


@lru_cache
def topics(pack):
    path = files("dragoman.lang.packs").joinpath(pack, "topics.toml")
    return tomllib.loads(path.read_text("utf-8"))["topic"]


@lru_cache
def phrase(text):
    """The words of a phrase as (folded word, takes an article, takes any ending)."""
    words = []
    for word in text.split():
        bare = fold(word.strip("~*"))
        words.append((bare, word.startswith("~"), word.endswith("*")))
    return tuple(words)


@lru_cache
def vocabulary(pack):
    words = {
        "البلاد",
        "الجانبان",
        "الوزيران",
        "البلدين",
        "العاصمة",
        "العاصمتين",
        "الوضع",
        "الوكالتين",
    }
    known = {fold(word) for word in words}
    for topic in topics(pack).values():
        for key in ("strong", "weak", "never"):
            known |= {word[0] for text in topic[key] for word in phrase(text)}
    return known


def tokens(pack, sentence):
    article = fold("ال")

    def known(word):
        words = vocabulary(pack)
        return word in words or word.removeprefix(article) in words

    clitics = Clitics.for_language(pack)
    out = []
    for word in re.findall(r"\w+(?:[.'&+/-]\w+)*|[^\w\s]", sentence):
        out += [piece.norm for piece in clitics.split(word, fold(word), known)]
    return out


def spans(pack, words, texts):
    article = fold("ال")
    found = {}
    for text in texts:
        wanted = phrase(text)
        for at in range(len(words) - len(wanted) + 1):
            for (bare, any_article, any_ending), word in zip(wanted, words[at:], strict=False):
                forms = {word, word.removeprefix(article)} if any_article else {word}
                if not any(f.startswith(bare) if any_ending else f == bare for f in forms):
                    break
            else:
                found.setdefault(text, []).append((at, at + len(wanted)))
    return found


def names_topic(pack, topic, sentence):
    words = tokens(pack, sentence)
    data = topics(pack)[topic]
    never = [s for at in spans(pack, words, data["never"]).values() for s in at]

    def live(key):
        return {
            (text, span)
            for text, places in spans(pack, words, data[key]).items()
            for span in places
            if not any(a <= span[0] and span[1] <= b for a, b in never)
        }

    weak = live("weak")
    return bool(live("strong")) or len({text for text, _ in weak}) > 1


def sentences(key):
    return [
        (pack, topic, sentence)
        for pack in PACKS
        for topic in topics(pack)
        for sentence in topics(pack)[topic][key]
    ]


@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_has_every_topic(pack):
    assert list(topics(pack)) == TOPICS


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("topic", TOPICS)
def test_shape(pack, topic):
    data = topics(pack)[topic]
    assert tuple(data) == KEYS
    assert len(data["strong"]) >= 10
    assert len(data["reads"]) >= 3
    assert data["never_reads"]
    for key in ("strong", "weak", "never"):
        folded = [fold(text) for text in data[key]]
        twice = {text for text in folded if folded.count(text) > 1}
        assert not twice, (key, twice)
        for text in data[key]:
            assert text == " ".join(text.split())
            assert all("*" not in word[:-1] and "~" not in word[1:] for word in text.split())
            assert all(
                len(word[0]) > 1 or not word[0].isalpha() or not word[2] for word in phrase(text)
            )
    assert not {fold(text) for text in data["strong"]} & {fold(text) for text in data["weak"]}


@pytest.mark.parametrize(("pack", "topic", "sentence"), sentences("reads"))
def test_reads(pack, topic, sentence):
    assert names_topic(pack, topic, sentence)


@pytest.mark.parametrize(("pack", "topic", "sentence"), sentences("never_reads"))
def test_never_reads(pack, topic, sentence):
    assert not names_topic(pack, topic, sentence)


@pytest.mark.parametrize(
    ("pack", "sentence"),
    [
        ("en", "The two leaders discussed bilateral relations and ways to strengthen them."),
        ("en", "The foreign minister received a written message from his counterpart."),
        ("ar", "استعرض الوزيران العلاقات الثنائية بين البلدين الصديقين وسبل تعزيزها."),
        ("ar", "تلقى الأمير رسالة خطية من الرئيس."),
    ],
)
def test_ties_alone_are_no_topic(pack, sentence):
    assert [t for t in TOPICS if names_topic(pack, t, sentence)] == []
