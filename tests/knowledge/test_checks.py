"""What the checks of the knowledge tables find, and that the shipped tables are clean."""

import shutil
import time
from pathlib import Path

import pytest

import dragoman
from dragoman.knowledge.checks import knowledge_problems

PACKAGE = Path(dragoman.__file__).parent


@pytest.fixture
def copy(tmp_path):
    """A copy of all tables, to be broken."""
    for folder in ("knowledge/data", "lang/packs"):
        for table in (PACKAGE / folder).rglob("*.csv"):
            goal = tmp_path / table.relative_to(PACKAGE)
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(table, goal)
    return tmp_path


def add(copy, table, *rows):
    with (copy / table).open("a", encoding="utf-8") as file:
        file.writelines(row + "\n" for row in rows)
    return len((copy / table).read_text(encoding="utf-8").splitlines())


PEOPLE, TENURES = "knowledge/data/people.csv", "knowledge/data/tenures.csv"
ENGLISH, ARABIC = "lang/packs/en/people.csv", "lang/packs/ar/people.csv"
NEW = "p-new-one,New One,JPN,m,,own"
HELD = "p-new-one,JPN,envoy,Envoy,2020,2021,own"


def test_shipped_tables_are_clean(monkeypatch):
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", "")
    start = time.process_time()
    assert list(knowledge_problems()) == []
    assert time.process_time() - start < 3  # well under 1 on a quiet machine


def test_a_faithful_copy_is_clean(copy):
    add(copy, PEOPLE, NEW)
    add(copy, TENURES, HELD)
    assert list(knowledge_problems(copy)) == []


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        (PEOPLE, "p-a-k-antony,A. K. Antony,IND,m,,own", "stands in"),
        (PEOPLE, "Q7,,IND,m,Q7,own", "has no name"),
        (PEOPLE, "New One,New One,JPN,m,,own", "neither a Q-id"),
        (PEOPLE, "Q7,New One,JPN,m,Q8,own", "make them one"),
        (PEOPLE, "Q7,New One,JPN,x,Q7,own", "gender"),
        (PEOPLE, "Q7,New One,JPN,m,Q7,", "no source"),
        (PEOPLE, "Q7,New One,XXX,m,Q7,own", "no polity"),
        (PEOPLE, "Q7,New  One,JPN,m,Q7,own", "a space too many"),
        (PEOPLE, "Q7,New\u200fOne,JPN,m,Q7,own", "invisible"),
        (PEOPLE, "Q7,New One,JPN,m,Q7", "5 columns"),
        (TENURES, "p-nobody,JPN,envoy,Envoy,2020,2021,own", "unknown person"),
        (TENURES, "p-new-one,XXX,envoy,Envoy,2020,2021,own", "unknown side"),
        (TENURES, "p-new-one,JPN,wizard,Envoy,2020,2021,own", "unknown office"),
        (TENURES, "p-new-one,JPN,envoy,,2020,2021,own", "no title"),
        (TENURES, "p-new-one,JPN,envoy,Envoy,2020,2021,", "no sources"),
        (TENURES, "p-new-one,JPN,envoy,Envoy,2022-05,2021,own", "before it begins"),
        (TENURES, "p-new-one,JPN,envoy,Envoy,2022/2021,,own", "before it begins"),
        (TENURES, "p-new-one,JPN,envoy,Envoy,2022-13,,own", "write dates as"),
        (TENURES, "p-new-one,JPN,envoy,Envoy,2020,2021,wd2021", "says what"),
        (TENURES, "p-new-one,JPN,foreign_minister,Minister,2015-01-01,2015-02-01,own", "both JPN"),
        ("knowledge/data/frameworks.csv", "new-pact,New Pact,treaty,JPN|XXX,", "among the parties"),
        ("knowledge/data/organizations.csv", "NEW,UNO,New,agency,,XXX", "among the members"),
        ("knowledge/data/places.csv", "new,New,XXX,,1,1,,city,", "no polity"),
        ("knowledge/data/exceptions.csv", "overlap,JPN head_of_state,,,why", "nobody overlaps"),
        ("knowledge/data/exceptions.csv", "namesake,New One,,,why", "nobody shares"),
        ("knowledge/data/exceptions.csv", "overlap,SMR head_of_state,,,", "give the reason"),
        (ENGLISH, "p-nobody,No Body", "does not know"),
        (ENGLISH, "p-new-one,Neω One", "mixes Greek and Latin"),
        (ENGLISH, "p-new-one,New 1", "holds a digit"),
        (ENGLISH, "p-new-one,New One ", "a space too many"),
        (ENGLISH, "p-a-k-antony,a. k. ANTONY", "reads as"),
        (ENGLISH, "p-new-one,Naoto Kan", "mark both ambiguous"),
        (ENGLISH, "p-new-one,Jose\u0301 Uno", "loose marks"),
        (ARABIC, "p-new-one,جديد وحيد One", "mixes"),
        (ARABIC, "p-new-one,جدید وحيد", "write ‘ي’"),
        (ARABIC, "p-new-one,كريم پاشا", "write ‘ب’"),
        (ARABIC, "p-new-one,جـديد وحيد", "filling character"),
        (ARABIC, "p-new-one,جديد\u200f وحيد", "control"),
        ("lang/packs/ar/polities.csv", "XXX,name,الجديدة,,,", "does not know"),
        ("lang/packs/en/offices.csv", "new wizard,wizard,sg,,", "does not know"),
        ("lang/packs/en/offices.csv", "new envoy,envoy,sg,XXX,", "no known side"),
        ("lang/packs/en/places.csv", "999999999,Newtown upon Nowhere,", "does not know"),
    ],
)
def test_one_slip_is_named_with_its_line(copy, table, row, said):
    if "Q7" not in row and not row.startswith("p-new-one,New One"):
        add(copy, PEOPLE, NEW)
        add(copy, TENURES, HELD)
    line = add(copy, table, row)
    found = list(knowledge_problems(copy))
    assert any(p.startswith(f"{table}:{line}: ") and said in p for p in found), found


def test_all_problems_at_once(copy):
    add(copy, PEOPLE, "p-one,One,XXX,m,,", "p-two,Two,XXX,m,,")
    (copy / "knowledge/data/places.csv").unlink()
    (copy / "lang/packs/ar/places.csv").write_bytes("id,form\n1,باب\n".encode("cp1256"))
    found = list(knowledge_problems(copy))
    assert sum("no source" in p for p in found) == 2
    assert sum("is no polity" in p for p in found) == 2
    assert "knowledge/data/places.csv:1: the table is missing; put it back" in found
    assert "lang/packs/ar/places.csv:1: no UTF-8; save the file as UTF-8" in found


def test_a_polity_without_a_name(copy):
    table = copy / "lang/packs/ar/polities.csv"
    kept = [x for x in table.read_text(encoding="utf-8").splitlines() if not x.startswith("JPN,n")]
    table.write_text("\n".join(kept), encoding="utf-8")
    assert "lang/packs/ar/polities.csv:1: no name for JPN; add one" in list(
        knowledge_problems(copy)
    )


def test_the_day_of_change_is_no_overlap(copy):
    add(copy, PEOPLE, NEW, "p-two,New Two,JPN,f,,own")
    add(
        copy,
        TENURES,
        "p-new-one,AND,defence_minister,Minister,2015-01-01,2016-03-01,own",
        "p-two,AND,defence_minister,Minister,2016-03-01,2017,own",
    )
    assert list(knowledge_problems(copy)) == []


def test_a_king_and_a_governor_general_do_not_overlap(copy):
    add(copy, PEOPLE, NEW)
    add(copy, TENURES, "p-new-one,JPN,head_of_state,Governor-General,2015-01-01,2016-01-01,own")
    assert list(knowledge_problems(copy)) == []


def test_a_reason_allows_an_overlap(copy):
    add(copy, PEOPLE, NEW)
    add(copy, TENURES, "p-new-one,JPN,head_of_government,Rival,2015-01-01,2016-01-01,own")
    assert len(list(knowledge_problems(copy))) == 1
    add(
        copy,
        "knowledge/data/exceptions.csv",
        "overlap,JPN head_of_government,2015-01-01,2016-01-01,two governments",
    )
    assert list(knowledge_problems(copy)) == []
