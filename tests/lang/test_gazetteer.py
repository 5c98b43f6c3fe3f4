"""Names found longest first over tokens, and the tables that they come from."""

from importlib import resources

import pytest

from dragoman.core.document import Token
from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.lang.discover import languages
from dragoman.lang.gazetteer import (
    Entry,
    Gazetteer,
    Match,
    fill_from_tables,
    read_table,
    split_form,
)
from dragoman.lang.pack import LanguagePack

MINISTER = Entry("office", "other_minister")
FOREIGN = Entry("office", "foreign_minister")
JORDAN = Entry("polity", "JOR", "name", proper=True)
NAME = Entry("person", "p-jordan", proper=True)


def tokens(text: str) -> list[Token]:
    found, at = [], 0
    for word in text.split():
        found.append(Token(at, at + len(word), fold(word), capital=word[0].isupper()))
        at += len(word) + 1
    return found


def made(*forms: tuple[str, Entry]) -> Gazetteer:
    gazetteer = Gazetteer()
    for form, entry in forms:
        gazetteer.add(form, entry)
    return gazetteer


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Foreign Minister", ("foreign", "minister")),
        ("Côte d’Ivoire", ("cote", "d'ivoire")),
        ("St. Lucia", ("st", ".", "lucia")),
        ("U.S.", ("u.s.",)),
        ("J. R. R. Castle", ("j", ".", "r", ".", "r", ".", "castle")),
        ("Cook Islands' premier", ("cook", "islands", "'", "premier")),
        ("Guinea-Bissau", ("guinea-bissau",)),
        ("وزارة الخارجيّة", ("وزاره", "الخارجيه")),
        ("الأردن", ("الاردن",)),
        ("", ()),
    ],
)
def test_forms_are_split_as_running_text(form: str, words: tuple[str, ...]) -> None:
    assert split_form(form) == words


def test_the_longest_form_wins() -> None:
    gazetteer = made(("minister", MINISTER), ("minister of foreign affairs", FOREIGN))
    row = tokens("the Minister of Foreign Affairs spoke")
    assert gazetteer.longest(row, 1) == Match(1, 5, (FOREIGN,))
    assert gazetteer.longest(row, 0) is None


def test_a_form_begun_but_not_ended_falls_back_to_the_shorter() -> None:
    gazetteer = made(("minister", MINISTER), ("minister of foreign affairs", FOREIGN))
    assert gazetteer.longest(tokens("minister of foreign trade"), 0) == Match(0, 1, (MINISTER,))
    assert gazetteer.longest(tokens("minister of"), 0) == Match(0, 1, (MINISTER,))


def test_the_same_form_keeps_all_meanings_once() -> None:
    gazetteer = made(("Jordan", JORDAN), ("Jordan", NAME), ("JORDAN", JORDAN))
    match = gazetteer.longest(tokens("Jordan"), 0)
    assert match is not None
    assert match.entries == (JORDAN, NAME)


def test_proper_names_ask_for_a_capital() -> None:
    turkey = Entry("polity", "TUR", proper=True)
    gazetteer = made(("turkey", turkey))
    assert gazetteer.longest(tokens("Turkey"), 0) == Match(0, 1, (turkey,))
    assert gazetteer.longest(tokens("turkey"), 0) is None


def test_empty_forms_are_never_found() -> None:
    gazetteer = made(("", MINISTER), ("  ", MINISTER))
    assert gazetteer.words() == set()
    assert gazetteer.longest(tokens("minister"), 0) is None


def test_words_of_all_forms() -> None:
    gazetteer = made(("minister of Foreign Affairs", FOREIGN), ("الأردن", JORDAN))
    assert gazetteer.words() == {"minister", "of", "foreign", "affairs", "الاردن"}


def test_forms_are_listed_again_without_clitics() -> None:
    gazetteer = made(("وزير الخارجية والدفاع", FOREIGN), ("عمرو وحيد", NAME))

    def split(word: str) -> tuple[str, ...]:
        return ("و", word[1:]) if word.startswith("و") and word != "وزير" else (word,)

    gazetteer.split_words(split)
    assert gazetteer.longest(tokens("وزير الخارجية و الدفاع"), 0) == Match(0, 4, (FOREIGN,))
    assert gazetteer.longest(tokens("وزير الخارجية والدفاع"), 0) == Match(0, 3, (FOREIGN,))
    assert gazetteer.longest(tokens("عمرو و حيد"), 0) is None


def test_tables_that_a_pack_lacks_are_empty() -> None:
    assert list(read_table(languages()[0], "no-such-table.csv")) == []


def test_rows_of_another_length_are_named(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "xx"
    folder.mkdir()
    (folder / "people.csv").write_text("id,form\np-a,Ana\np-b,Bo,more\n", encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _: Path(str(tmp_path)))
    rows = read_table("xx", "people.csv")
    assert next(rows) == (2, {"id": "p-a", "form": "Ana"})
    with pytest.raises(DataError, match=r"people\.csv:3: 3 fields"):
        next(rows)


@pytest.mark.parametrize("code", languages())
def test_every_form_of_a_pack_is_found_whole(code: str) -> None:
    cased = LanguagePack.for_language(code).cased
    gazetteer = Gazetteer()
    fill_from_tables(gazetteer, code, lambda form: (), cased)
    for kind, table in (("polity", "polities.csv"), ("person", "people.csv")):
        for _, row in read_table(code, table):
            words = split_form(row["form"])
            row_tokens = [Token(k, k + 1, w, capital=True) for k, w in enumerate(words)]
            match = gazetteer.longest(row_tokens, 0)
            assert match is not None
            assert match.last == len(words)
            wanted = row.get("id") or row["code"]
            assert (kind, wanted) in {(e.kind, e.id) for e in match.entries}


@pytest.mark.parametrize("code", languages())
def test_a_pack_is_loaded_once(code: str) -> None:
    assert LanguagePack.for_language(code) is LanguagePack.for_language(code)


def test_a_language_without_a_pack_is_named() -> None:
    with pytest.raises(DataError, match="'xx'"):
        LanguagePack.for_language("xx")


@pytest.mark.parametrize("code", languages())
def test_small_words_and_patterns_are_there(code: str) -> None:
    pack = LanguagePack.for_language(code)
    assert pack.patterns
    assert len({pattern.name for pattern in pack.patterns}) == len(pack.patterns)
    assert {"with", "to", "from", "in", "between", "by"} <= set(pack.prepositions.values())
    assert {"negation", "denying", "future", "wishing", "cancelled"} <= set(pack.factuality)
    assert set(pack.ordinals.values()) >= set(range(1, 11))
    folded = [*pack.prepositions, *(w for group in pack.classes.values() for w in group)]
    assert folded == [fold(word) for word in folded]
