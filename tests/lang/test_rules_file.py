"""The rules of the packs: well-formed, compiled once, found by verb or noun."""

import pytest

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.knowledge.ontology import load_ontology
from dragoman.lang import rules as rules_module
from dragoman.lang.discover import languages
from dragoman.lang.gazetteer import split_form
from dragoman.lang.morphology import Lexicon
from dragoman.lang.pack import pack_toml
from dragoman.lang.rules import SLOTS, RuleBook, pack_rules, rule_problems

_KINDS = """
meeting call visit consultations summit conference letter signing ceremony
"""
KINDS = set(_KINDS.split())
_OUTCOMES = """
instrument agreement pledge invitation plan
"""
OUTCOMES = set(_OUTCOMES.split())
_TYPES = """
AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN
PROTEST SANCTION MOBILIZE COERCE ASSAULT
"""
TYPES = set(_TYPES.split())
GOOD = {
    "verb": ["meet"],
    "act": "CONSULT",
    "engagement": "meeting",
    "target": ["object"],
    "reads": ["One.", "Two.", "Three."],
    "never": ["Four."],
}
BOOKS = [pytest.param(RuleBook.for_language(code), id=code) for code in languages()]


@pytest.fixture
def given_rules(monkeypatch: pytest.MonkeyPatch):
    """Puts a rule of our own in the place of a pack's, and gives what is wrong with it."""

    def give(**changes: object) -> list[str]:
        data = {k: v for k, v in {**GOOD, **changes}.items() if v is not None}
        book = {"xx.rule": data}
        monkeypatch.setattr(rules_module, "pack_rules", lambda code: book)
        return list(rule_problems("xx", book))

    return give


def test_a_good_rule_has_no_problems(given_rules) -> None:
    assert given_rules() == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"verbs": ["meet"]}, "unknown key 'verbs'"),
        ({"verb": None}, "needs `verb` or `noun`"),
        ({"act": None, "engagement": None}, "needs `act`, `engagement` or `outcome`"),
        ({"target": ["nowhere"]}, "unknown slot 'nowhere' in `target`"),
        ({"source": ["who"]}, "unknown slot 'who' in `source`"),
        ({"host": ["where"]}, "unknown slot 'where' in `host`"),
        ({"reads": ["One."]}, "3 different sentences in `reads`"),
        ({"never": []}, "a sentence in `never`"),
    ],
)
def test_what_is_wrong_with_a_rule_is_named(given_rules, changes, words) -> None:
    (problem,) = given_rules(**changes)
    assert "packs/xx: [xx.rule]" in problem
    assert words in problem


def test_all_problems_are_told_at_once(given_rules) -> None:
    assert len(given_rules(verb=None, target=["nowhere"], reads=[], never=[])) == 4


def test_a_broken_book_is_refused(given_rules) -> None:
    given_rules(target=["nowhere"], verbs=[])
    with pytest.raises(DataError, match="nowhere") as error:
        RuleBook.for_language("xx-broken")
    assert "dragoman check" in str(error.value)


def test_families_are_spelled_out_in_rules(monkeypatch) -> None:
    files = {
        "acts.toml": {
            "xx.a": {
                "object": ["oil", "with @arms", "@arms"],
                "noun": ["gift"],
                "verb": ["@send", "@of @arms"],
            }
        },
        "deeds.toml": {},
        "families.toml": {"arms": ["guns", "oil"], "send": ["ship", "give"], "of": ["some"]},
    }
    monkeypatch.setattr(rules_module, "pack_toml", lambda code, file: files[file])
    told = rules_module.pack_rules("xx-families")["xx.a"]
    assert told["object"] == ["oil", "with guns", "with oil", "guns"]
    assert told["noun"] == ["gift"]
    assert told["verb"] == ["ship", "give", "some guns", "some oil"]
    assert files["acts.toml"]["xx.a"]["object"][1] == "with @arms"


def test_an_unknown_family_is_named(monkeypatch) -> None:
    files = {
        "acts.toml": {"xx.a": {"object": ["@armz"]}},
        "deeds.toml": {},
        "families.toml": {"arms": ["guns"]},
    }
    monkeypatch.setattr(rules_module, "pack_toml", lambda code, file: files[file])
    with pytest.raises(DataError, match=r"xx\.a.*@armz.*families\.toml"):
        rules_module.pack_rules("xx-misspelled")


def test_a_pack_without_rules_is_named() -> None:
    with pytest.raises(DataError, match=r"acts\.toml"):
        pack_toml("xx", "acts.toml")


@pytest.mark.parametrize("book", BOOKS)
def test_rules_say_only_what_the_contract_knows(book: RuleBook) -> None:
    ontology = load_ontology()
    ids = [rule.id for rule in book.rules]
    assert len(ids) == len(set(ids))
    for rule in book.rules:
        assert {*rule.source, *rule.target, *rule.host} <= SLOTS
        assert rule.engagement in KINDS | {None}
        assert rule.outcome in OUTCOMES | {None}
        assert rule.act is None or ontology.quad(rule.act, "happened")
        assert rule.when in (
                "planned", "promised", "denied", "unwilling", "bidding", "open", "any", None,
            )  # fmt: skip
        assert 0 < rule.weight <= 1


@pytest.mark.parametrize("book", BOOKS)
def test_every_type_of_act_has_a_rule(book: RuleBook) -> None:
    acts = {rule.act for rule in book.rules} - {None}
    assert acts == TYPES


@pytest.mark.parametrize("book", BOOKS)
def test_every_kind_of_contact_has_a_rule(book: RuleBook) -> None:
    assert {rule.engagement for rule in book.rules} - {None} == KINDS


@pytest.mark.parametrize("book", BOOKS)
def test_verbs_lead_to_their_rules(book: RuleBook) -> None:
    for rule in book.rules:
        assert all(rule in book.by_lemma[lemma] for lemma in rule.verbs)
    assert set(book.by_lemma) == {lemma for rule in book.rules for lemma in rule.verbs}


@pytest.mark.parametrize("code", languages())
def test_the_lexicon_knows_a_verb_of_every_rule(code: str) -> None:
    lexicon = Lexicon.for_language(code)
    for rule in RuleBook.for_language(code).rules:
        known = [v for v in rule.verbs if v in {a.lemma for a in lexicon.analyses(fold(v))}]
        assert known or not rule.verbs, rule.id


@pytest.mark.parametrize("code", languages())
def test_nouns_lead_to_their_rules(code: str) -> None:
    book = RuleBook.for_language(code)
    by_id = {rule.id: rule for rule in book.rules}
    for name, data in pack_rules(code).items():
        for noun in data.get("noun", ()):
            plain = noun.replace("~", "").removesuffix("*")
            words = split_form(plain)
            assert by_id[name] in [rule for _, rule in book.nouns.at(words, 0)], noun
            assert len(words) <= by_id[name].longest + noun.count("-") + noun.count("'")


@pytest.mark.parametrize("code", languages())
def test_sentences_are_told_once(code: str) -> None:
    for rule in RuleBook.for_language(code).rules:
        assert len(rule.reads) == len(set(rule.reads))
        assert not set(rule.reads) & set(rule.never)


@pytest.mark.parametrize("code", languages())
def test_a_book_is_compiled_once(code: str) -> None:
    assert RuleBook.for_language(code) is RuleBook.for_language(code)


def test_verbs_of_a_family_are_spelled_out() -> None:
    data = pack_rules("ar")["ar.accuse.does-wrong"]
    assert {"ارتكب", "اقترف"} <= {*data["verb"]}
    assert not [verb for verb in data["verb"] if verb.startswith("@")]
