"""Classes of office and the titles the packs list for them."""

import csv
from pathlib import Path

import pytest

import dragoman
from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.knowledge.offices import highest, load_offices

PACKS = Path(dragoman.__file__).parent / "lang" / "packs"
MODIFIERS = {"acting", "former", "designate", "deputy", "first", "late", "special", "elect"}
SECTORS = {"GOV", "MIL", "LEG", "SPY", "CVL", "ELI"}


def titles(code):
    with (PACKS / code / "offices.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def office_of(code, form, polity=""):
    return [
        row["office"]
        for row in titles(code)
        if row["form"] == form and row["polity"] == polity and row["office"]
    ]


def test_classes_are_ranked_without_gaps():
    offices = load_offices()
    assert [office.rank for office in offices.values()] == list(range(1, len(offices) + 1))
    assert {office.sector for office in offices.values()} <= SECTORS
    assert len(offices) == 24


def test_highest_of_several():
    assert highest(["defence_minister", "crown_prince"]) == "crown_prince"
    assert highest(["ambassador", "deputy_head_of_government", "foreign_minister"]) == (
        "deputy_head_of_government"
    )
    with pytest.raises(DataError, match="archduke"):
        highest(["archduke"])


@pytest.mark.parametrize("code", ["en", "ar"])
def test_titles_keep_their_form(code):
    seen = set()
    for row in titles(code):
        assert row["form"].strip() == row["form"]
        assert row["form"]
        if row["modifies"]:
            assert row["modifies"] in MODIFIERS
            assert not row["office"]
        else:
            assert row["office"] in load_offices(), row
            assert row["number"] in {"sg", "du", "pl"}, row
        key = (fold(row["form"]), row["polity"], bool(row["modifies"]))
        assert key not in seen, row
        seen.add(key)


@pytest.mark.parametrize(
    ("code", "form", "polity", "office"),
    [
        ("en", "foreign minister", "", "foreign_minister"),
        ("en", "ministers of foreign affairs", "", "foreign_minister"),
        ("en", "secretary of state", "USA", "foreign_minister"),
        ("en", "secretary of state", "VAT", "head_of_government"),
        ("en", "foreign secretary", "GBR", "foreign_minister"),
        ("en", "foreign secretary", "IND", "deputy_foreign_minister"),
        ("en", "taoiseach", "IRL", "head_of_government"),
        ("en", "minister of economy, trade and industry", "", "trade_minister"),
        ("en", "chargé d'affaires", "", "ambassador"),
        ("en", "agriculture minister", "", "other_minister"),
        ("en", "chancellor of the exchequer", "GBR", "finance_minister"),
        ("en", "deputy crown prince", "", "crown_prince"),
        ("en", "cia director", "USA", "intelligence_chief"),
        ("en", "opec secretary general", "OPC", "org_head"),
        ("en", "un human rights chief", "UNO", "org_head"),
        ("en", "central bank governor", "", "official"),
        ("ar", "المبعوث الأممي", "UNO", "envoy"),
        ("ar", "السكرتير التنفيذي للإيغاد", "IGA", "org_head"),
        ("ar", "مسؤول السياسة الخارجية والأمن بالاتحاد الأوروبي", "EUR", "foreign_minister"),
        ("ar", "رئيس مجلس النواب الأمريكي", "USA", "legislator"),
        ("ar", "وزير الخارجية", "", "foreign_minister"),
        ("ar", "وزير خارجية", "", "foreign_minister"),
        ("ar", "وزيرة خارجية", "", "foreign_minister"),
        ("ar", "وزيري الخارجية", "", "foreign_minister"),
        ("ar", "وزراء خارجية", "", "foreign_minister"),
        ("ar", "نائب رئيس مجلس الوزراء", "", "deputy_head_of_government"),
        ("ar", "النائب الثاني لرئيس مجلس الوزراء", "", "deputy_head_of_government"),
        ("ar", "ولي ولي العهد", "SAU", "crown_prince"),
        ("ar", "خادم الحرمين الشريفين", "SAU", "head_of_state"),
        ("ar", "وكيل وزارة الخارجية", "", "assistant_foreign_minister"),
        ("ar", "وزير الحج والعمرة", "", "other_minister"),
        ("ar", "القائم بأعمال سفارة", "", "ambassador"),
        ("ar", "رئيس هيئة الأركان", "", "military_chief"),
        ("ar", "الأمين العام", "", "org_head"),
        ("ar", "أمير المنطقة", "SAU", "official"),
    ],
)
def test_usual_titles(code, form, polity, office):
    assert office_of(code, form, polity) == [office]


def test_number_of_a_title():
    numbers = {row["form"]: row["number"] for row in titles("ar")}
    assert numbers["وزيرا الخارجية"] == "du"
    assert numbers["وزراء الدفاع"] == "pl"
    assert numbers["الرئيسان"] == "du"
    assert {row["form"]: row["number"] for row in titles("en")}["special envoys"] == "pl"


def test_modifiers():
    words = {(row["form"], row["modifies"]) for row in titles("en") + titles("ar")}
    assert {("acting", "acting"), ("-designate", "designate"), ("former", "former")} <= words
    assert {("السابق", "former"), ("المكلف", "designate"), ("بالإنابة", "acting")} <= words
    assert {("الراحل", "late"), ("المنتخب", "elect")} <= words
