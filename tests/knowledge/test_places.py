import csv
import re
import time
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.knowledge.places import load_places, parse_places
from dragoman.knowledge.polities import load_polities

PACKS = ("en", "ar")
HEADER = "id,name,polity,city,latitude,longitude,population,kind,note"
KNOWN = {
    "en": """
        Geneva=CHE Geneva|New York=USA New York|Cairo=EGY Cairo|Sana'a=YEM Sanaa|Kyiv=UKR Kyiv
        Washington=USA Washington|White House=USA Washington|Camp David=USA Camp David
        Sharm el-Sheikh=EGY Sharm el-Sheikh|Akasaka Palace=JPN Tokyo|Busan=KOR Busan
        Great Hall of the People=CHN Beijing|Davos=CHE Davos|Marrakesh=MAR Marrakech
        Palais des Nations=CHE Geneva|Kremlin=RUS Moscow|Elysee Palace=FRA Paris|Wuhan=CHN Wuhan
        Diaoyutai=CHN Beijing|Jeddah=SAU Jeddah|Al-Ula=SAU Al-Ula|Evian=FRA Evian|Noida=IND Noida
        Bürgenstock=CHE Bürgenstock|Amiens=FRA Amiens|Sochi=RUS Sochi|Skhirat=MAR Skhirat
    """,
    "ar": """
        الرياض=SAU Riyadh|جدة=SAU Jeddah|طوكيو=JPN Tokyo|قصر اليمامة=SAU Riyadh|جنيف=CHE Geneva
        قصر بيان=KWT Kuwait City|قصر الاتحادية=EGY Cairo|شرم الشيخ=EGY Sharm el-Sheikh
        نيويورك=USA New York|مراكش=MAR Marrakech|طنجة=MAR Tangier|الصخيرات=MAR Skhirat
        العلا=SAU Al-Ula|رام الله=PSE Ramallah|القاهرة=EGY Cairo|صنعاء=YEM Sanaa
        واشنطن=USA Washington
        قصر الحسينية=JOR Amman|كامب ديفيد=USA Camp David|دافوس=CHE Davos|سوتشي=RUS Sochi
        قصر الشاطئ=ARE Abu Dhabi|الديوان الأميري=QAT Doha|لوزان=CHE Lausanne|الطائف=SAU Taif
    """,
}


def rows(pack):
    text = files("dragoman.lang.packs").joinpath(pack, "places.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def known_forms():
    for pack, text in KNOWN.items():
        for line in text.strip().splitlines():
            for pair in line.strip().split("|"):
                yield pack, *pair.split("=")


@pytest.fixture(scope="module", params=PACKS)
def pack(request):
    return request.param


def test_enough_places():
    places = load_places()
    kinds = Counter(place.kind for place in places.values())
    assert len(places) >= 6000
    assert kinds["capital"] >= 190
    assert kinds["venue"] >= 120
    assert kinds["region"] >= 40


def test_every_capital_is_there():
    names = {(p.polity, fold(p.name)) for p in load_places().values()}
    capitals = {p.code: fold(p.capital.rstrip("*")) for p in load_polities().values() if p.capital}
    missing = [c for c, name in capitals.items() if not names & {(c, name), ("", name)}]
    assert not missing


def test_polities_are_known():
    assert {p.polity for p in load_places().values() if p.polity} <= set(load_polities())


@pytest.mark.parametrize(
    "name", ["Jerusalem", "Sevastopol", "Crimea", "Golan Heights", "Kashmir", "Sukhumi", "Dakhla"]
)
def test_disputed_places_carry_no_polity(name):
    found = [p for p in load_places().values() if p.name == name]
    assert found
    assert all(p.polity == "" for p in found)


def test_cities_of_venues_are_places_themselves_or_stand_alone():
    names = {(p.polity, p.name) for p in load_places().values()}
    houses = [p for p in load_places().values() if p.kind == "venue" and p.city]
    inside = [p for p in houses if (p.polity, p.city) in names]
    assert len(inside) / len(houses) > 0.9


def test_only_venues_and_regions_stand_in_a_city():
    assert not [p for p in load_places().values() if p.city and p.kind in ("capital", "city")]


def test_town_and_geonames():
    places = {p.name: p for p in load_places().values() if p.kind in ("venue", "region")}
    assert places["White House"].town == "Washington"
    assert places["Camp David"].town == "Camp David"
    assert places["Darfur"].town is None
    assert places["Darfur"].geonames is None
    assert load_places()["2660646"].geonames == 2660646
    assert load_places()["2660646"].town == "Geneva"


def test_forms_lead_to_places(pack):
    assert list(rows(pack)[0]) == ["id", "form", "ambiguous"]
    for row in rows(pack):
        assert row["id"] in load_places()
        assert row["form"]
        assert row["form"] == row["form"].strip()
        assert row["ambiguous"] in ("", "1")


def test_no_form_is_listed_twice_unless_ambiguous(pack):
    count = Counter(fold(row["form"]) for row in rows(pack))
    assert not [r for r in rows(pack) if count[fold(r["form"])] > 1 and not r["ambiguous"]]


def test_forms_of_polities_are_ambiguous_here(pack):
    text = files("dragoman.lang.packs").joinpath(pack, "polities.csv").read_text("utf-8")
    named = {fold(r["form"]) for r in csv.DictReader(text.splitlines()) if r["class"] != "capital"}
    assert not [r for r in rows(pack) if fold(r["form"]) in named and not r["ambiguous"]]


def test_arabic_forms_are_arabic():
    for row in rows("ar"):
        assert re.fullmatch(r"[\u0621-\u063a\u0641-\u064a0-9 -]+", row["form"]), row


@pytest.mark.parametrize(("pack", "form", "expected"), list(known_forms()))
def test_well_known_forms(pack, form, expected):
    found = {load_places()[r["id"]] for r in rows(pack) if fold(r["form"]) == fold(form)}
    assert [f"{p.polity} {p.town}" for p in found] == [expected]


@pytest.mark.parametrize("form", ["Reading", "Nice", "Mobile", "Split", "Independence", "Florence"])
def test_common_words_and_names_are_ambiguous(form):
    assert [r["ambiguous"] for r in rows("en") if r["form"] == form] == ["1"]


def test_reading_the_table_is_quick():
    load_places.cache_clear()
    best = min(_seconds() for _ in range(3))
    assert best < 1  # quiet: under 0.2


def _seconds():
    load_places.cache_clear()
    start = time.process_time()
    load_places()
    return time.process_time() - start


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1,Geneva,CHE,,46.2,6.1,201741", ":2: 7 columns"),
        ("1,,CHE,,46.2,6.1,201741,city,", "no name"),
        ("1,Geneva,Swiss,,46.2,6.1,201741,city,", "‘Swiss’"),
        ("1,Geneva,CHE,,146.2,6.1,201741,city,", "outside the globe"),
        ("1,Geneva,CHE,,north,6.1,201741,city,", "correct that number"),
        ("1,Geneva,CHE,,46.2,6.1,201741,town,", "kind ‘town’"),
        ("Geneva!,Geneva,CHE,,46.2,6.1,201741,city,", "‘Geneva!’"),
        ("1,Geneva,CHE,,46.2,6.1,,city,\n1,Geneva,CHE,,46.2,6.1,,city,", ":3: 1 stands twice"),
        ("1,Geneva,,,46.2,6.1,201741,city,", "say why in a note"),
    ],
)
def test_broken_rows_are_named(row, message):
    with pytest.raises(DataError, match=message) as caught:
        parse_places(f"{HEADER}\n{row}\n", "made-up.csv")
    assert "made-up.csv" in str(caught.value)


def test_a_wrong_header_is_named():
    with pytest.raises(DataError, match=r"made-up\.csv:1"):
        parse_places("id,name\n", "made-up.csv")


def test_places_without_a_number_are_those_kept_by_hand():
    listed = Path(__file__).parents[2] / "tools/places/venues.csv"
    with listed.open(encoding="utf-8") as table:
        kept = {row["id"]: row["name"] for row in csv.DictReader(table)}
    shipped = {key: place.name for key, place in load_places().items() if not key.isdecimal()}
    assert shipped == {key: kept.get(key) for key in shipped}
