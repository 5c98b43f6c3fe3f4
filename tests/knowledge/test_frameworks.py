import csv
from collections import Counter
from importlib.resources import files

import pytest

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.knowledge.frameworks import KINDS, load_frameworks, parse_frameworks
from dragoman.knowledge.organizations import load_organizations
from dragoman.knowledge.polities import load_polities

PACKS = ("en", "ar")
HEADER = "id,name,kind,parties,wikidata"
KNOWN = {
    "en": """
        TICAD=ticad|JCPOA=jcpoa|Iran nuclear deal=jcpoa|Abraham Accords=abraham-accords
        Minsk agreements=minsk-agreements|COP28=cop28|Paris Agreement=paris-agreement
        2+2=japan-us-2plus2
        Expo 2025 Osaka=expo-2025|G7 Summit=g7-summit|UNCLOS=unclos|Six-Party Talks=six-party-talks
        Belt and Road Initiative=belt-and-road|Global Refugee Forum=global-refugee-forum|NPT=npt
        Nuclear Consultative Group=nuclear-consultative-group|USMCA=usmca|AGOA=agoa|RCEP=rcep
        Summit of the Americas=summit-of-the-americas|Munich Security Conference=msc|COVAX=covax
        Japan-Arab Economic Forum=japan-arab-economic-forum|Resolution 2231=unscr-2231
    """,
    "ar": """
        مبادرة السلام العربية=arab-peace-initiative|عاصفة الحزم=decisive-storm|تيكاد=ticad
        إعادة الأمل=restoring-hope|مبادرة الحكم الذاتي=autonomy-initiative
        اتفاق الطائف=taif-agreement
        اتفاق الصخيرات=skhirat-agreement|خطة العمل الشاملة المشتركة=jcpoa|الاتفاق النووي=jcpoa
        اتفاق باريس للمناخ=paris-agreement|مبادرة الحزام والطريق=belt-and-road|كوب 28=cop28
        الحوار السياسي العربي الياباني=japan-arab-political-dialogue
        قمة الأمن النووي=nuclear-security-summit
        القمة العالمية لرواد الأعمال=global-entrepreneurship-summit|القمة العربية=arab-summit
        المحادثات السداسية=six-party-talks|اتفاق الرياض=riyadh-agreement
        حوار المنامة=manama-dialogue
        عملية مرحبا=operation-marhaba|القرار 1701=unscr-1701|قمة مجموعة السبع=g7-summit
    """,
}


def rows(pack, table="frameworks.csv"):
    text = files("dragoman.lang.packs").joinpath(pack, table).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def known_forms():
    for pack, text in KNOWN.items():
        for line in text.strip().splitlines():
            for pair in line.strip().split("|"):
                yield pack, *pair.split("=")


@pytest.fixture(scope="module", params=PACKS)
def pack(request):
    return request.param


def test_enough_frameworks_of_every_kind():
    kinds = Counter(f.kind for f in load_frameworks().values())
    assert sum(kinds.values()) >= 250
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 10


def test_parties_are_known_sides():
    sides = {*load_polities(), *(o.side for o in load_organizations().values())}
    for framework in load_frameworks().values():
        assert set(framework.parties) <= sides, framework.id
        assert list(framework.parties) == sorted(set(framework.parties)), framework.id


def test_every_framework_is_named_somewhere():
    assert {row["id"] for pack in PACKS for row in rows(pack)} == set(load_frameworks())


def test_forms_are_well_kept(pack):
    for row in rows(pack):
        assert list(row) == ["id", "form", "class"]
        assert row["class"] in ("name", "acronym")
        assert row["form"]
        assert row["form"] == row["form"].strip()


def test_no_form_means_two_frameworks_or_an_organisation(pack):
    count = Counter(fold(row["form"]) for row in rows(pack))
    assert not {form for form, times in count.items() if times > 1}
    assert not set(count) & {fold(row["form"]) for row in rows(pack, "organizations.csv")}


@pytest.mark.parametrize(("pack", "form", "key"), list(known_forms()))
def test_well_known_forms(pack, form, key):
    assert [row["id"] for row in rows(pack) if fold(row["form"]) == fold(form)] == [key]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("npt,Treaty,treaty,", ":2: 4 columns"),
        ("N P T,Treaty,treaty,,", "‘N P T’"),
        ("npt,,treaty,,", "no name"),
        ("npt,Treaty,pact,,", "kind ‘pact’"),
        ("npt,Treaty,treaty,Japan,", "‘Japan’"),
        ("npt,Treaty,treaty,,123", "Q-id"),
        ("npt,Treaty,treaty,,\nnpt,Treaty,treaty,,", ":3: npt stands twice"),
    ],
)
def test_broken_rows_are_named(row, message):
    with pytest.raises(DataError, match=message) as caught:
        parse_frameworks(f"{HEADER}\n{row}\n", "made-up.csv")
    assert "made-up.csv" in str(caught.value)


def test_a_wrong_header_is_named():
    with pytest.raises(DataError, match=r"made-up\.csv:1"):
        parse_frameworks("id,name\n", "made-up.csv")
