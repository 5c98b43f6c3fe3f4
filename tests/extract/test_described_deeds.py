"""Deeds told by what describes them: marks of the passive, clauses on a noun, counted victims."""

from functools import partial

import pytest

from tests.extract.reading import deeds, read

told = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قُتل صياد كيني في هجوم شنه قراصنة صوماليون.", ("ASSAULT", "SOM", "KEN")),
        ("وقُتل جنديان تشاديان في انفجار تبناه مسلحون نيجيريون.", ("ASSAULT", "NGA", "TCD")),
        ("قتل شرطيان كينيان في كمين نصبه متمردون صوماليون.", ("ASSAULT", "SOM", "KEN")),
        ("اغتيل وزير الدفاع الصومالي في تفجير نفذته إثيوبيا.", ("ASSAULT", "ETH", "SOM")),
    ],
)
def test_an_attack_belongs_to_whoever_launched_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, domestic=True)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("مُنح معارض صيني حق اللجوء في كندا.", ("AID", "CAN", "CHN")),
        ("اعتُقل صحفي ألماني في تركيا.", ("COERCE", "TUR", "DEU")),
    ],
)
def test_a_written_mark_makes_a_passive(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, domestic=True)


def test_a_marked_verb_has_no_doer_behind_it() -> None:
    assert ("COERCE", "DEU", "TUR") not in told("اعتُقل صحفي ألماني في تركيا.", domestic=True)
    assert ("ASSAULT", "KEN", "SOM") not in told("قُتل جنود كينيون في الصومال.", domestic=True)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أشاد رئيس غانا بالجهود التي تبذلها نيجيريا.", ("SUPPORT", "GHA", "NGA")),
        ("رفضت اليونان الشروط التي يمليها صندوق النقد الدولي.", ("REJECT", "GRC", "IMF")),
        ("انتقدت النرويج السياسة التي تنتهجها المجر.", ("ACCUSE", "NOR", "HUN")),
        ("رفعت كندا العقوبات التي كانت تفرضها على كوبا.", ("RETREAT", "CAN", "CUB")),
        ("خففت الهند القيود التي فرضتها على نيبال.", ("RETREAT", "IND", "NPL")),
    ],
)
def test_a_clause_on_the_object_tells_whom_it_concerns(
    text: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text)


def test_a_clause_on_the_object_tells_of_no_others() -> None:
    text = "رفعت كندا العقوبات التي كانت الأمم المتحدة تفرضها منذ الحرب."
    assert ("RETREAT", "CAN", "UNO") not in told(text)
    text = "علقت بلجيكا المساعدات التي تقدمها فرنسا."
    assert ("SANCTION", "BEL", "FRA") not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "مقتل ثلاثة صيادين فلسطينيين برصاص البحرية الإسرائيلية",
        "أثار مقتل خمسة مزارعين فلسطينيين على يد جنود إسرائيليين غضبا.",
    ],
)
def test_counted_victims_are_whom_it_befell(text: str) -> None:
    assert ("ASSAULT", "ISR", "PSE") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("اعتقلت الشرطة متظاهرين في نيروبي.", ("COERCE", "KEN", "COP", "CVL")),
        ("اعتقلت الشرطة ناشطا في القاهرة.", ("COERCE", "EGY", "COP", "SOC")),
        ("هاجم الجيش المتمردين في مالي.", ("ASSAULT", "MLI", "MIL", "REB")),
        ("أفرج المتمردون عن جنود في مالي.", ("RETREAT", "MLI", "REB", "MIL")),
        ("أفرجت السلطات عن معارضين في كمبالا.", ("RETREAT", "UGA", "GOV", "OPP")),
        ("اعتقلت الحكومة معارضين في كمبالا.", ("COERCE", "UGA", "GOV", "OPP")),
    ],
)
def test_two_groups_beside_each_other(text: str, event: tuple[str, str, str, str]) -> None:
    events = read(text, "ar", domestic=True).events
    found = {(e.type, e.source, e.source_sector, e.target_sector) for e in events}
    assert event in found


def test_the_authorities_do_not_do_what_is_done_to_them() -> None:
    events = read("حذر زعيم معارض السلطات في كمبالا.", "ar", domestic=True).events
    assert all(e.source_sector != "GOV" for e in events)
    events = read("لم تعتقل السلطات معارضين في كمبالا.", "ar", domestic=True).events
    assert all(e.status != "happened" for e in events)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("خطف مسلحون مهندسا صينيا في نيجيريا.", ("ASSAULT", "NGA", "CHN")),
        ("اختطف مسلحون مهندسين كينيين في الصومال.", ("ASSAULT", "SOM", "KEN")),
        ("اختطف مجهولون دبلوماسيا إيرانيا في اليمن.", ("ASSAULT", "YEM", "IRN")),
    ],
)
def test_case_tells_the_victim_from_the_doer(text: str, event: tuple[str, str, str]) -> None:
    assert told(text) == {event}


def test_a_noun_of_harm_before_the_case_of_owners_stays_a_noun() -> None:
    assert ("ASSAULT", "TGO", "GHA") not in told("أدانت غانا خطف مسلحين مهندسا في توغو.")
