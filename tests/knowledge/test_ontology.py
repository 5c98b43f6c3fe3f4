import pytest

from dragoman.core.errors import DataError
from dragoman.knowledge.ontology import load_ontology, parse_ontology

MODES = {
    "AGREE": 0, "CONSULT": 4, "SUPPORT": 0, "CONCEDE": 0, "COOPERATE": 0, "AID": 0, "RETREAT": 6,
    "REQUEST": 4, "ACCUSE": 3, "REJECT": 4, "THREATEN": 6, "PROTEST": 7, "SANCTION": 4,
    "MOBILIZE": 4, "COERCE": 10, "ASSAULT": 15,
}  # fmt: skip
GOOD = """
quads = ["verbal-coop"]
contexts = ["economic"]
international = []
auxiliary_modes = []
[sectors]
GOV = "government"
[types.CONSULT]
meaning = "A contact."
quad = "verbal-coop"
score = 2.5
cameo = "040"
modes = { phone = { score = 1.5, cameo = "041" } }
[topics]
finance = ["economic"]
"""


def test_totals():
    ontology = load_ontology()
    assert {name: len(kind.modes) for name, kind in ontology.types.items()} == MODES
    assert len(ontology.contexts) == 37
    assert len(ontology.sectors) == 25
    assert len(ontology.international) == 7
    assert len(ontology.topics) == 28
    assert len(ontology.quads) == 4


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [("CONSULT", None, 2.5), ("CONSULT", "visit", 4), ("CONSULT", "phone", 1.5),
     ("AID", None, 10),
     ("SUPPORT", None, 5), ("AGREE", None, 2.5), ("ACCUSE", None, -3), ("ACCUSE", "disapprove", -2),
     ("PROTEST", "vandalize", -5), ("REQUEST", None, 0), ("ASSAULT", "unconventional", -10)],
)  # fmt: skip
def test_scores(kind, mode, score):
    assert load_ontology().score(kind, mode) == score


@pytest.mark.parametrize(
    ("kind", "mode", "code"),
    [("CONSULT", None, "040"), ("CONSULT", "visit", "042"), ("CONSULT", "phone", "041"),
     ("AGREE", None, "030"), ("SUPPORT", None, "051"), ("COOPERATE", None, "060"),
     ("AID", None, "070"), ("RETREAT", "ceasefire", "087"), ("RETREAT", "release", "084"),
     ("REQUEST", None, "020"), ("REQUEST", "meet", "026"), ("ACCUSE", "disapprove", "111"),
     ("ACCUSE", "allege", "112"), ("ACCUSE", "investigate", "090"), ("REJECT", "meet", "125"),
     ("THREATEN", None, "130"), ("PROTEST", "demo", "141"), ("SANCTION", "discontinue", "163"),
     ("MOBILIZE", "troops", "154"), ("COERCE", "arrest", "173"), ("ASSAULT", "aerial", "195")],
)  # fmt: skip
def test_cameo(kind, mode, code):
    assert load_ontology().cameo(kind, mode) == code


def test_agreeing_to_meet_has_a_code_of_its_own():
    assert load_ontology().cameo("AGREE", to_meet=True) == "036"
    assert load_ontology().cameo("REQUEST", to_meet=True) == "020"


@pytest.mark.parametrize(
    ("kind", "status", "quad"),
    [("SANCTION", "happened", "material-conflict"), ("SANCTION", "hypothetical", "verbal-conflict"),
     ("SANCTION", "planned", "verbal-conflict"), ("ACCUSE", "happened", "verbal-conflict"),
     ("CONSULT", "planned", "verbal-coop"), ("AID", "happened", "material-coop")],
)  # fmt: skip
def test_quads(kind, status, quad):
    assert load_ontology().quad(kind, status) == quad


def test_scores_agree_with_quads():
    for kind in load_ontology().types.values():
        friendly = kind.quad.endswith("coop")
        for score in (kind.score, *(mode.score for mode in kind.modes.values())):
            assert score > 0 if friendly else score <= 0.5, kind.name


def test_contexts_of_topics():
    ontology = load_ontology()
    assert ontology.contexts_of("trade_investment", "finance") == ("economic",)
    assert ontology.contexts_of("cyber", "health") == ("cyber", "health")
    assert ontology.contexts_of() == ()


def test_unknown_names_are_reported():
    ontology = load_ontology()
    with pytest.raises(DataError, match="no type 'MEET'"):
        ontology.score("MEET")
    with pytest.raises(DataError, match="CONSULT has no mode 'letter'"):
        ontology.cameo("CONSULT", "letter")
    with pytest.raises(DataError, match="no topic 'weather'"):
        ontology.contexts_of("weather")


def test_a_small_ontology_is_read():
    assert parse_ontology(GOOD, "made-up.toml").score("CONSULT", "phone") == 1.5


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('quad = "verbal-coop"', 'quad = "friendly"', "CONSULT has quad 'friendly'"),
        ("score = 2.5", "score = 25", "CONSULT scores 25"),
        ('cameo = "041"', 'cameo = "41"', "CONSULT/phone has CAMEO code '41'"),
        ('finance = ["economic"]', 'finance = ["money"]', "context 'money'"),
        ('meaning = "A contact."', "", "'meaning' is missing"),
        ("[topics]", "[topics", "not TOML"),
    ],
)
def test_broken_entries_are_named(old, new, message):
    with pytest.raises(DataError, match=message) as caught:
        parse_ontology(GOOD.replace(old, new, 1), "made-up.toml")
    assert "made-up.toml" in str(caught.value)
