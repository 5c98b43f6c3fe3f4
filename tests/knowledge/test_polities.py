import csv
from collections import defaultdict
from importlib.resources import files

import pytest

import dragoman
from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.knowledge.organizations import load_organizations
from dragoman.knowledge.polities import load_polities, official_side, parse_polities

HEADER = ("code", "class", "form", "from", "to", "ambiguous")
CLASSES = {"name", "adjective", "people", "capital", "metonym", "pair", "former"}
PACKS = ("en", "ar")
CODES = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD
    BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR
    COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH
    ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL
    GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR
    JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR
    MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL
    NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY
    PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP
    SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA
    UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
ISO_3166 = set(CODES.split())

KNOWN = {
    "en": """
        Japan=JPN|U.S.=USA|UK=GBR|the Kremlin=RUS|White House=USA|Foggy Bottom=USA|Riyadh=SAU
        Kyiv=UKR|Kiev=UKR|Burma=MMR|Zaire=COD|Soviet Union=RUS|Swaziland=SWZ|South Korean=KOR
        DPRK=PRK|Emirati=ARE|Hamas=PSE|Gaza Strip=PSE|Hezbollah=LBN|Houthis=YEM|Taliban=AFG
        PKK=TUR|Britons=GBR|Frenchmen=FRA|Israelis=ISR|Knesset=ISR|Downing Street=GBR|DRC=COD
        Elysée=FRA|Quai d'Orsay=FRA|Côte d’Ivoire=CIV|Türkiye=TUR|Holland=NLD|Tel Aviv=ISR
        Foreign Ministry spokesman=|al-Qaeda=|Jerusalem=|Daesh=|Polisario=
    """,
    "ar": """
        اليابان=JPN|الولايات المتحدة الأمريكية=USA|أميركا=USA|المملكة المتحدة=GBR|بريطانيا=GBR
        الكرملين=RUS|البيت الأبيض=USA|البنتاغون=USA|البنتاجون=USA|الكونجرس=USA|الرياض=SAU
        كييف=UKR|بورما=MMR|ميانمار=MMR|الاتحاد السوفياتي=RUS|كوري جنوبي=KOR|كوري شمالي=PRK
        إماراتي=ARE|سعودي=SAU|حماس=PSE|قطاع غزة=PSE|حزب الله=LBN|جماعة الحوثي=YEM|طالبان=AFG
        حزب العمال الكردستاني=TUR|أتراك=TUR|الكنيست=ISR|قصر الإليزيه=FRA|جمهورية مصر العربية=EGY
        سورية=SYR|ساحل العاج=CIV|كوت ديفوار=CIV|بيجين=CHN|بكين=CHN|الأراضي المنخفضة=NLD
        قصر اليمامة=SAU|الحرس الثوري=IRN|سلطنة عمان=OMN|قوات الدعم السريع=SDN|تل أبيب=ISR
        القاعدة=|داعش=|القدس=|خادم الحرمين=|البوليساريو=
    """,
}


def rows(pack):
    text = files("dragoman.lang.packs").joinpath(pack, "polities.csv").read_text("utf-8")
    return list(csv.reader(text.splitlines()))


def known_pairs():
    for pack, pairs in KNOWN.items():
        for line in pairs.strip().splitlines():
            for pair in line.strip().split("|"):
                form, code = pair.split("=")
                yield pack, form.removeprefix("the "), code


@pytest.fixture(scope="module", params=PACKS)
def pack(request):
    return request.param


def test_every_iso_code_and_kosovo_are_there():
    assert sorted(load_polities()) == sorted(ISO_3166 | {"XKX"})


def test_codes_are_paired_once():
    polities = load_polities().values()
    assert len({p.iso2 for p in polities}) == len(polities)
    ids = [p.wikidata for p in polities if p.wikidata]
    assert len(ids) == len(set(ids))


def test_display_names_stand_in_all_languages():
    for polity in load_polities().values():
        assert polity.name
        assert polity.names_fr
        assert polity.names_ja


def test_a_polity_as_loaded():
    japan = load_polities()["JPN"]
    assert (japan.name, japan.capital, japan.iso2, japan.wikidata) == (
        "Japan",
        "Tokyo",
        "JP",
        "Q17",
    )
    assert (japan.names_fr, japan.names_ja) == ("Japon", "日本")


def test_disputed_capital_is_left_out():
    assert load_polities()["ISR"].capital == ""


def test_tables_have_their_header_and_known_values(pack):
    header, *body = rows(pack)
    assert tuple(header) == HEADER
    codes = set(load_polities())
    sides = {body.side for body in load_organizations().values()}
    for code, kind, form, start, end, ambiguous in body:
        assert code in codes or (kind == "metonym" and code in sides)
        assert kind.partition(".")[0] in CLASSES
        assert form == form.strip()
        assert form
        assert (start + end + "0").isdigit()
        assert not (start and end) or int(start) <= int(end)
        assert ambiguous in ("", "1")


def test_no_form_is_listed_twice_for_one_meaning(pack):
    keys = [(row[0], row[1], fold(row[2])) for row in rows(pack)[1:]]
    assert len(keys) == len(set(keys))


def test_every_polity_has_a_name(pack):
    assert {row[0] for row in rows(pack)[1:] if row[1] == "name"} == set(load_polities())


def test_every_capital_is_named(pack):
    with_capital = {p.code for p in load_polities().values() if p.capital}
    named = {row[0] for row in rows(pack)[1:] if row[1] == "capital"}
    assert named == with_capital


def test_a_form_of_two_polities_is_marked_ambiguous(pack):
    """Of two towns or peoples of one name the likelier stays unmarked, and is meant unless told."""
    meanings = defaultdict(list)
    for code, kind, form, _, _, ambiguous in rows(pack)[1:]:
        meanings[fold(form)].append((code, kind, ambiguous))
    clashes = {
        form: found
        for form, found in meanings.items()
        if len({code for code, _, _ in found}) > 1
        and [mark for _, _, mark in found].count("")
        > all(kind in ("capital", "adjective", "people") for _, kind, _ in found)
    }
    assert not clashes


def test_sovereign_states_have_an_adjective(pack):
    with_adjective = {row[0] for row in rows(pack)[1:] if row[1] == "adjective"}
    states = {p.code for p in load_polities().values() if not p.note}
    assert states <= with_adjective


@pytest.mark.parametrize(("pack", "form", "code"), list(known_pairs()))
def test_well_known_forms(pack, form, code):
    found = {row[0] for row in rows(pack)[1:] if fold(row[2]) == fold(form)}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("pack", "form", "codes"),
    [
        ("en", "Congo", {"COD", "COG"}),
        ("en", "Korean", {"KOR", "PRK"}),
        ("en", "Dominican", {"DOM", "DMA"}),
        ("ar", "عمان", {"OMN", "JOR"}),
        ("ar", "الكونغو", {"COD", "COG"}),
        ("ar", "كوري", {"KOR", "PRK"}),
    ],
)
def test_forms_with_two_meanings(pack, form, codes):
    found = [row for row in rows(pack)[1:] if fold(row[2]) == fold(form)]
    assert {row[0] for row in found} == codes
    likelier = {row[0] for row in found if row[5] != "1"}
    assert likelier == ({"DOM"} if form == "Dominican" else set())


def test_scripts_are_not_mixed():
    for row in rows("ar")[1:]:
        assert not any("a" <= char <= "z" for char in row[2].lower()), row
    for row in rows("en")[1:]:
        assert not any("\u0600" <= char <= "\u06ff" for char in row[2]), row


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code,name\n", ":1: "),
        ("{head}\nJPN,JP,Q17,Japan,Tokyo\n", ":2: 5 columns"),
        ("{head}\njpn,JP,Q17,Japan,Tokyo,Japon,日本,,\n", ":2: ‘jpn’"),
        ("{head}\nJPN,JP,17,Japan,Tokyo,Japon,日本,,\n", "Q-id"),
        ("{head}\nJPN,JP,Q17,,Tokyo,Japon,日本,,\n", "no name"),
        ("{head}\nJPN,JP,Q17,Japan,,,,,\nJPN,JP,Q17,Japan,,,,,\n", ":3: JPN stands twice"),
    ],
)
def test_broken_rows_are_named(text, message):
    head = "code,iso2,wikidata,name,capital,names_fr,names_ja,name_order,note"
    with pytest.raises(DataError, match=message) as caught:
        parse_polities(text.format(head=head), "made-up.csv")
    assert "made-up.csv" in str(caught.value)


@pytest.mark.parametrize(
    ("address", "side"),
    [
        ("https://www.state.gov/readouts/", "USA"),
        ("https://news.navy.mil/", "USA"),
        ("https://mfa.gov.cn/eng/", "CHN"),
        ("https://www.mofa.go.kr/eng/", "KOR"),
        ("https://www.gov.uk/government/news", "GBR"),
        ("https://example.com/a.gov.html", None),
    ],
)
def test_a_government_is_known_by_its_address(address, side):
    assert official_side(address) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Republic of Congo thanked Kenya.", "COG"),
        ("The Democratic Republic of Congo thanked Kenya.", "COD"),
        ("شكرت جمهورية الكونغو كينيا.", "COG"),
        ("شكرت جمهورية الكونغو الديمقراطية كينيا.", "COD"),
        ("شكر الرئيس النيجيري كينيا.", "NGA"),
        ("شكر الرئيس النيجري كينيا.", "NER"),
    ],
)
def test_neighbours_with_like_names_are_told_apart(text, side):
    assert [(e.source, e.type, e.target) for e in dragoman.read(text).events] == [
        (side, "SUPPORT", "KEN")
    ]
