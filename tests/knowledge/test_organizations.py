import csv
from collections import defaultdict
from importlib.resources import files

import pytest

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.knowledge.organizations import load_organizations, parse_organizations
from dragoman.knowledge.polities import load_polities

PACKS = ("en", "ar")
SIDES = {
    "UNESCO": "UNO", "UNSC": "UNO", "UNSMIL": "UNO", "WHO": "UNO", "UNRWA": "UNO", "ICJ": "UNO",
    "EU": "EUR", "EC": "EUR", "EP": "EUR", "FRONTEX": "EUR", "NATO": "NAT", "LAS": "LAS",
    "GCC": "GCC", "OIC": "OIC", "AU": "AFU", "ASEAN": "ASE", "OAS": "OAS", "IAEA": "IAE",
    "WB": "WBK", "IMF": "IMF", "ICC": "ICC", "JICA": "JPN", "USAID": "USA", "KOICA": "KOR",
    "ICRC": "RCR", "OPEC": "OPC", "SCO": "SCO", "ECOWAS": "ECW",
}  # fmt: skip
KNOWN = {
    "en": """
        United Nations=UN|U.N.=UN|Security Council=UNSC|European Union=EU|NATO=NATO|UNHCR=UNHCR
        Arab League=LAS|Gulf Cooperation Council=GCC|OPEC=OPEC|World Bank=WB|OPEC+=OPECPLUS
        International Monetary Fund=IMF|International Atomic Energy Agency=IAEA|ASEAN=ASEAN
        African Union=AU|European Commission=EC|ICC=ICC|Interpol=INTERPOL|G7=G7|Group of Twenty=G20
        JICA=JICA|Red Cross=ICRC|BRICS=BRICS|ECOWAS=ECOWAS|UNIFIL=UNIFIL|UNRWA=UNRWA|OSCE=OSCE
        Shanghai Cooperation Organization=SCO|Organisation of Islamic Cooperation=OIC
        Médecins Sans Frontières=MSF|P5+1=P5PLUS1|Middle East Quartet=MEQUARTET|APEC=APEC
    """,
    "ar": """
        الأمم المتحدة=UN|مجلس الأمن=UNSC|مجلس الأمن الدولي=UNSC|الاتحاد الأوروبي=EU|الناتو=NATO
        حلف شمال الأطلسي=NATO|الجامعة العربية=LAS|جامعة الدول العربية=LAS|أممي=UN|أوبك=OPEC
        مجلس التعاون لدول الخليج العربية=GCC|مجلس التعاون الخليجي=GCC|دول الخليج=GCC
        الوكالة الدولية للطاقة الذرية=IAEA|صندوق النقد الدولي=IMF|البنك الدولي=WB|آسيان=ASEAN
        الاتحاد الأفريقي=AU|الاتحاد الإفريقي=AU|جايكا=JICA|يونيسف=UNICEF|الأونروا=UNRWA
        اليونيفيل=UNIFIL|المحكمة الجنائية الدولية=ICC|محكمة العدل الدولية=ICJ|الإنتربول=INTERPOL
        منظمة التعاون الإسلامي=OIC|مجموعة العشرين=G20|مجموعة السبع=G7|بريكس=BRICS|إيغاد=IGAD
        منظمة شنغهاي للتعاون=SCO|الصليب الأحمر=ICRC|اتحاد المغرب العربي=AMU|أوبك+=OPECPLUS
        اللجنة الرباعية الدولية=MEQUARTET
    """,
}


def rows(pack):
    text = files("dragoman.lang.packs").joinpath(pack, "organizations.csv").read_text("utf-8")
    return list(csv.reader(text.splitlines()))


def polity_rows(pack):
    text = files("dragoman.lang.packs").joinpath(pack, "polities.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def known_pairs():
    for pack, pairs in KNOWN.items():
        for line in pairs.strip().splitlines():
            for pair in line.strip().split("|"):
                yield pack, *pair.split("=")


@pytest.fixture(scope="module", params=PACKS)
def pack(request):
    return request.param


def test_enough_organisations():
    assert len(load_organizations()) >= 170


@pytest.mark.parametrize(("key", "side"), SIDES.items())
def test_sides(key, side):
    assert load_organizations()[key].side == side


def test_own_sides_are_no_codes_of_polities():
    polities = load_polities()
    for organization in load_organizations().values():
        assert (organization.side in polities) == (organization.kind == "national"), organization


def test_members_are_known_sides():
    organizations = load_organizations()
    sides = {*load_polities(), *(o.side for o in organizations.values())}
    for organization in organizations.values():
        assert set(organization.members) <= sides, organization.id
        assert len(organization.members) == len(set(organization.members)), organization.id


@pytest.mark.parametrize(
    ("key", "count", "one"),
    [("GCC", 6, "KWT"), ("EU", 27, "MLT"), ("NATO", 32, "FIN"), ("G7", 7, "JPN"),
     ("LAS", 22, "COM"), ("AMU", 5, "TUN"), ("QUAD", 4, "IND"), ("MEQUARTET", 4, "UNO")],
)  # fmt: skip
def test_members(key, count, one):
    members = load_organizations()[key].members
    assert len(members) == count
    assert one in members


def test_tables_have_their_header_and_known_values(pack):
    header, *body = rows(pack)
    assert header == ["id", "class", "form", "ambiguous"]
    for key, kind, form, ambiguous in body:
        assert key in load_organizations()
        assert kind in ("name", "acronym", "adjective")
        assert form == form.strip()
        assert form
        assert ambiguous in ("", "1")


def test_every_organisation_has_a_name(pack):
    assert {row[0] for row in rows(pack)[1:] if row[1] == "name"} == set(load_organizations())


def test_no_form_is_listed_twice_for_one_meaning(pack):
    keys = [(row[0], row[1], fold(row[2])) for row in rows(pack)[1:]]
    assert len(keys) == len(set(keys))


def test_a_form_with_two_meanings_is_marked_ambiguous(pack):
    meanings = defaultdict(list)
    for key, _, form, ambiguous in rows(pack)[1:]:
        meanings[fold(form)].append((key, ambiguous))
    for row in polity_rows(pack):
        if fold(row["form"]) in meanings:
            meanings[fold(row["form"])].append((row["code"], row["ambiguous"]))
    clashes = {
        form: found
        for form, found in meanings.items()
        if len({key for key, _ in found}) > 1 and not all(mark for _, mark in found)
    }
    assert not clashes


@pytest.mark.parametrize(("pack", "form", "key"), list(known_pairs()))
def test_well_known_forms(pack, form, key):
    assert {row[0] for row in rows(pack)[1:] if fold(row[2]) == fold(form)} == {key}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("UN,UNO,United Nations", ":2: 3 columns"),
        (",UNO,United Nations,organization,Q1065,", "no id"),
        ("UN,uno,United Nations,organization,Q1065,", "‘uno’"),
        ("UN,UNO,,organization,Q1065,", "no name"),
        ("UN,UNO,United Nations,club,Q1065,", "kind ‘club’"),
        ("UN,UNO,United Nations,organization,1065,", "Q-id"),
        ("UN,UNO,United Nations,organization,,JPN|Japan", "‘Japan’"),
        ("UN,UNO,United Nations,organization,,\nUN,UNO,UN,organization,,", ":3: UN stands"),
    ],
)
def test_broken_rows_are_named(row, message):
    text = f"id,side,name,kind,wikidata,members\n{row}\n"
    with pytest.raises(DataError, match=message) as caught:
        parse_organizations(text, "made-up.csv")
    assert "made-up.csv" in str(caught.value)


def test_a_wrong_header_is_named():
    with pytest.raises(DataError, match=r"made-up\.csv:1"):
        parse_organizations("id,name\n", "made-up.csv")
