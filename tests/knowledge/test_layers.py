"""What users know beside the shipped tables."""

import logging
from datetime import date
from pathlib import Path

import pytest

from dragoman.knowledge import people as knowledge
from dragoman.knowledge.checks import knowledge_problems
from dragoman.knowledge.layers import known_organizations, known_sides, user_folder
from dragoman.knowledge.people import load_people, load_tenures, load_user_names

PEOPLE = "id,name,polity,gender,wikidata,sources\n"
TENURES = "person,side,office,title,from,to,sources\n"
NAMES = "language,id,form\n"
CACHES = (
    load_people, load_tenures, load_user_names, knowledge.all_tenures, known_organizations
)  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The user's folder, empty."""
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path))
    for loader in CACHES:
        loader.cache_clear()
    yield tmp_path
    for loader in CACHES:
        loader.cache_clear()


def write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_an_empty_folder_changes_nothing(folder):
    assert load_people() == knowledge.shipped_people()
    assert load_tenures() == knowledge.shipped_tenures()
    assert load_user_names() == ()


def test_somebody_new(folder):
    write(folder, "people.csv", PEOPLE + "p-sakura-mori,Sakura Mori,JPN,f,,desk\n")
    write(folder, "tenures.csv", TENURES + "p-sakura-mori,JPN,envoy,Envoy,2024-05,,desk\n")
    write(
        folder, "names.csv", NAMES + "ar,p-sakura-mori,ساكورا موري\nen,p-sakura-mori,Mori Sakura\n"
    )
    assert load_people()["p-sakura-mori"].name == "Sakura Mori"
    assert len(load_tenures()) == len(knowledge.shipped_tenures()) + 1
    (mine,) = knowledge.all_tenures().of_person("p-sakura-mori")
    assert (mine.from_earliest, mine.current) == (date(2024, 5, 1), True)
    assert load_user_names() == (
        ("ar", "p-sakura-mori", "ساكورا موري"),
        ("en", "p-sakura-mori", "Mori Sakura"),
    )


def test_a_new_organisation_acts_as_a_side(folder):
    head = "id,side,name,kind,wikidata,members\n"
    write(folder, "organizations.csv", head + "PRF,PRF,Pan-Reef Forum,organization,,FJI|TON\n")
    write(folder, "names.csv", NAMES + "en,PRF,PReeF\n")
    assert known_organizations()["PRF"].members == ("FJI", "TON")
    assert "PRF" in known_sides()
    assert load_user_names() == (("en", "PRF", "PReeF"),)


def test_a_row_replaces_the_shipped_one(folder):
    write(folder, "people.csv", PEOPLE + "p-a-k-antony,Arackaparambil Antony,IND,m,,desk\n")
    people = load_people()
    assert people["p-a-k-antony"].name == "Arackaparambil Antony"
    assert len(people) == len(knowledge.shipped_people())


def test_a_tenure_replaces_what_it_meets(folder):
    old = next(t for t in knowledge.shipped_tenures() if t.current and t.from_latest)
    begun = old.from_latest.isoformat()
    row = f"{old.person},{old.side},{old.office},{old.title},{begun},{begun},desk\n"
    write(folder, "tenures.csv", TENURES + row)
    assert len(load_tenures()) == len(knowledge.shipped_tenures())
    assert old not in load_tenures()
    keys = [(t.side, t.office, t.from_earliest or date.min) for t in load_tenures()]
    assert keys == sorted(keys)


def test_own_entries_win_over_fetched_ones(folder):
    write(folder / "wikidata", "people.csv", PEOPLE + "Q1,Fetched Name,JPN,m,Q1,wikidata\n")
    write(folder, "people.csv", PEOPLE + "Q1,Own Name,JPN,m,Q1,desk\n")
    assert load_people()["Q1"].name == "Own Name"


def test_a_table_saved_by_a_spreadsheet(folder):
    text = "\ufeff" + PEOPLE.replace("\n", "\r\n") + 'p-x,"Mori, Sakura",JPN,f,,desk\r\n\r\n'
    (folder / "people.csv").write_bytes(text.encode())
    assert load_people()["p-x"].name == "Mori, Sakura"


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("people.csv", "id,name\n", 1, "the header must be"),
        ("people.csv", "", 1, "the header must be"),
        ("people.csv", PEOPLE + "p-x,X\n", 2, "2 columns"),
        ("people.csv", PEOPLE + "p-x,,JPN,,,desk\n", 2, "give id and name"),
        ("people.csv", PEOPLE + "p-x,X,JPN,,,\np-x,Y,JPN,,,\n", 3, "stands twice"),
        ("people.csv", PEOPLE + "\np-x,X,Japan,,,desk\n", 3, "no code of a side"),
        ("people.csv", PEOPLE + "p-x,X,JPN,,17,desk\n", 2, "no Wikidata Q-id"),
        ("people.csv", PEOPLE + "p-x,X\u202e,JPN,,,desk\n", 2, "is no name"),
        ("people.csv", PEOPLE + 'p-x,"X"Y,JPN,,,desk\n', 2, "mend the row"),
        ("tenures.csv", TENURES + "p-nobody,JPN,envoy,Envoy,2020,,d\n", 2, "nobody has the id"),
        ("tenures.csv", TENURES + "p-a-k-antony,XXX,envoy,E,2020,,d\n", 2, "no code of a side"),
        ("tenures.csv", TENURES + "p-a-k-antony,IND,wizard,E,2020,,d\n", 2, "is no office"),
        ("tenures.csv", TENURES + "p-a-k-antony,IND,envoy,E,2020,19,d\n", 2, "before it begins"),
        ("tenures.csv", TENURES + "p-a-k-antony,IND,envoy,E,soon,,d\n", 2, "write dates as"),
        ("names.csv", NAMES + "ar,p-nobody,موري\n", 2, "nobody has the id"),
        ("names.csv", NAMES + "Arabic,p-a-k-antony,أنتوني\n", 2, "no code of a language"),
        ("names.csv", NAMES + "ar,p-a-k-antony, \n", 2, "is no name"),
    ],
)
def test_a_broken_file_is_left_out_with_one_line(folder, caplog, name, text, line, said):
    write(folder, name, text)
    with caplog.at_level(logging.WARNING):
        assert load_people() == knowledge.shipped_people()
        assert load_tenures() == knowledge.shipped_tenures()
        assert load_user_names() == ()
    (message,) = [record.getMessage() for record in caplog.records]
    assert message.startswith(f"{folder / name}:{line}: ")
    assert said in message
    assert "\n" not in message
    assert [p for p in knowledge_problems() if p.startswith(str(folder))] == [
        message.removesuffix("; the file is left out")
    ]


def test_another_encoding_and_a_folder_for_a_file(folder, caplog):
    (folder / "people.csv").write_bytes((PEOPLE + "p-x,موري,JPN,,,d\n").encode("cp1256"))
    (folder / "tenures.csv").mkdir()
    with caplog.at_level(logging.WARNING):
        assert load_tenures() == knowledge.shipped_tenures()
    encoding, directory = [record.getMessage() for record in caplog.records]
    assert encoding.startswith(f"{folder / 'people.csv'}:2: no UTF-8")
    assert directory.startswith(f"{folder / 'tenures.csv'}:1: ")


def test_the_good_file_counts_beside_the_broken_one(folder):
    write(folder, "people.csv", PEOPLE + "p-x,Sakura Mori,JPN,f,,desk\n")
    write(folder, "tenures.csv", TENURES + "p-x,JPN,wizard,Wizard,2020,,desk\n")
    assert "p-x" in load_people()
    assert load_tenures() == knowledge.shipped_tenures()


def test_where_the_folder_is(monkeypatch, tmp_path):
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path))
    assert user_folder() == tmp_path
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", "")
    assert user_folder() is None
    monkeypatch.delenv("DRAGOMAN_KNOWLEDGE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "dragoman" / "knowledge"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert user_folder() == Path.home() / ".local" / "share" / "dragoman" / "knowledge"
