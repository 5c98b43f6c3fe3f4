"""Who acts and who is acted on where Arabic tells it by weapons, pronouns and nouns."""

from functools import partial

import pytest

from tests.extract.reading import deeds, read

told = partial(deeds, language="ar", domestic=True)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("الجنود الذين خطفهم مسلحون في مالي أحياء.", ("ASSAULT", "MLI", "MLI")),
        ("أسرى أرمن أفرجت عنهم أذربيجان أمس.", ("RETREAT", "AZE", "ARM")),
        ("جنود أفغان دربتهم القوات الهندية.", ("AID", "IND", "AFG")),
        ("معارض كيني اعتقلته السلطات في نيروبي.", ("COERCE", "KEN", "KEN")),
        ("تفجير يقتل جنديين بوركينيين قرب الحدود.", ("ASSAULT", None, "BFA")),
        ("هجوم لحركة الشباب يقتل خمسة جنود بورونديين.", ("ASSAULT", "SOM", "BDI")),
        ("في غارة سودانية قتلت ثلاثة مدنيين إثيوبيين.", ("ASSAULT", "SDN", "ETH")),
        ("قتلت غارة هندية قائد الجيش الباكستاني.", ("ASSAULT", "IND", "PAK")),
        ("جنود من الجيش الإريتري عذبوا مدنيين إثيوبيين.", ("ASSAULT", "ERI", "ETH")),
        ("طعن سوري جنديا تركيا قرب الحدود.", ("ASSAULT", "SYR", "TUR")),
        ("مقتل كوبي برصاص الشرطة المكسيكية.", ("ASSAULT", "MEX", "CUB")),
        ("سقطت صواريخ أطلقها الإثيوبيون على أسمرة.", ("ASSAULT", "ETH", "ERI")),
        ("قتل ثلاثة جنود هنود إثر هجوم لانفصاليين في كشمير.", ("ASSAULT", "IND", "IND")),
        ("اخترق قراصنة روس شبكات حكومية فنلندية.", ("COERCE", "RUS", "FIN")),
        ("حاصر متظاهرون باكستانيون السفارة الدنماركية.", ("PROTEST", "PAK", "DNK")),
        ("حاصر متظاهرون السفارة السويدية في إسلام آباد.", ("PROTEST", "PAK", "SWE")),
        ("قالت النائبة إن الصحفية الكندية قتلت برصاص القوات المكسيكية.", ("ASSAULT", "MEX", "CAN")),
        ("قتل السفير الروسي في بوروندي برصاص شرطي نيجيري.", ("ASSAULT", "NGA", "RUS")),
        ("قتل برصاص الشرطة متظاهر كيني.", ("ASSAULT", "KEN", None)),
        ("أعدم داعش رهينة يابانيا.", ("ASSAULT", None, "JPN")),
        ("استهدف قصف سوري بلدة أردنية.", ("ASSAULT", "SYR", "JOR")),
        ("اعتدى مستوطنون على مزارعين فلسطينيين.", ("ASSAULT", "ISR", "PSE")),
        ("شهدت غانا اعتصامات ضد الفساد.", ("PROTEST", "GHA", None)),
        ("تم ترحيل خمسين مهاجرا تونسيا أمس.", ("COERCE", None, "TUN")),
        ("جرى توقيف ثلاثة صحفيين دنماركيين.", ("COERCE", None, "DNK")),
        ("اعتقل معارض كمبودي في المطار.", ("COERCE", None, "KHM")),
        ("خطف ناشط ليبي قرب بنغازي.", ("ASSAULT", None, "LBY")),
    ],
)
def test_doer_and_befallen(text: str, deed: tuple[str, str | None, str | None]) -> None:
    assert deed in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("الوزير الغاني استقبله الرئيس التوغولي في لومي.", ("CONSULT", "GHA", "GHA")),
        (
            "شهدت نيجيريا هجمات تنفذها بوكو حرام ويدرسها خبراء من السنغال.",
            ("ASSAULT", "SEN", "NGA"),
        ),
        ("هجوم مسلح في تايلاند.", ("ASSAULT", "THA", "THA")),
        ("هز انفجار العاصمة الكينية.", ("ASSAULT", "KEN", None)),
        ("اعتقل معارض كمبودي في المطار.", ("COERCE", "KHM", None)),
        ("منح ناشط كمبودي حق اللجوء في السويد.", ("AID", "KHM", "SWE")),
        ("هجوم بطائرة مسيرة على قاعدة أمريكية في العراق.", ("ASSAULT", "IRQ", "USA")),
        ("أبدت تشيلي تحفظها على انضمام بيرو.", ("ASSAULT", "CHL", "PER")),
        ("ترد اليونان على الاتهامات التركية.", ("ASSAULT", "GRC", "TUR")),
    ],
)
def test_never_turned_round(text: str, wrong: tuple[str, str | None, str | None]) -> None:
    assert wrong not in told(text)


def test_a_town_shared_by_two_states_is_of_the_one_the_story_names() -> None:
    lebanese = read("وصل الوزير التركي إلى طرابلس أمس. وشكر الوزير لبنان على الاستقبال.", "ar")
    libyan = read("وصل الوزير التركي إلى طرابلس أمس.", "ar")
    assert "LBN" in {e.target for e in lebanese.events}
    assert "LBY" not in {e.target for e in lebanese.events}
    assert {e.target for e in libyan.events} == {"LBY"}


def test_whom_help_is_told_to_be_against_gets_none() -> None:
    found = read("عبر وزراء خارجية كينيا وتشاد عن التضامن مع مالي في تصديها للمتمردين.", "ar")
    assert all(e.target_sector != "REB" for e in found.events)
