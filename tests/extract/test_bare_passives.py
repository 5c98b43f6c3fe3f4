"""Deeds in the passive, carried by light words, or done by the speaker's own forces in Arabic."""

import pytest

from tests.extract.reading import read


def deeds(text: str) -> set[tuple[str, str | None, str | None]]:
    """Type, source and target of what a sentence says has happened between two sides."""
    events = read(text, "ar").events
    return {(e.type, e.source, e.target) for e in events if e.status == "happened"}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("فرضت عقوبات أسترالية جديدة على ضباط من ميانمار.", ("SANCTION", "AUS", "MMR")),
        ("تم فرض عقوبات كندية على مسؤولين في هايتي.", ("SANCTION", "CAN", "HTI")),
        ("رفعت القيود الأوروبية عن سوريا.", ("RETREAT", "EUR", "SYR")),
        ("قدمت مساعدات كويتية عاجلة إلى لبنان.", ("AID", "KWT", "LBN")),
        ("تم إرسال طنين من المساعدات الطبية الهندية إلى جيبوتي.", ("AID", "IND", "DJI")),
        ("طرد دبلوماسيان روسيان من إستونيا.", ("SANCTION", "EST", "RUS")),
        ("تم طرد القنصل الفنزويلي من بوليفيا.", ("SANCTION", "BOL", "VEN")),
        ("أفرج عن صحفي فرنسي كان محتجزا في مالي.", ("RETREAT", "MLI", "FRA")),
        ("تم الإفراج عن أربعة بحارة هنود من سجون قطرية.", ("RETREAT", "QAT", "IND")),
        ("تم سحب القوات البلجيكية من النيجر.", ("RETREAT", "BEL", "NER")),
        ("قُصفت قرى في شرق الكونغو الديمقراطية بالمدفعية الرواندية.", ("ASSAULT", "RWA", "COD")),
        ("استُهدفت قاعدة إثيوبية بصواريخ إريترية.", ("ASSAULT", "ERI", "ETH")),
        ("استهدفت بلدات في جنوب السودان غارات سودانية.", ("ASSAULT", "SDN", "SSD")),
        ("ضربت قواعد في باكستان صواريخ هندية.", ("ASSAULT", "IND", "PAK")),
        ("قامت كينيا بقصف مواقع في الصومال.", ("ASSAULT", "KEN", "SOM")),
        ("وجه العاهل المغربي بإرسال مساعدات إلى تشاد.", ("AID", "MAR", "TCD")),
        ("جاء ذلك عقب إعلان الجيش الأوغندي سحب قواته من مدينة غوما.", ("RETREAT", "UGA", "COD")),
        ("انتقدت بيرو قرار تشيلي فرض رسوم على النحاس البيروفي.", ("SANCTION", "CHL", "PER")),
        ("أكدت وزارة الدفاع الهندية أن قواتها قصفت القوات الباكستانية.", ("ASSAULT", "IND", "PAK")),
        ("أعلنت أرمينيا أنها استهدفت القوات والآليات الأذربيجانية.", ("ASSAULT", "ARM", "AZE")),
        ("سحب الجيش الإسرائيلي قواته من خان يونس.", ("RETREAT", "ISR", "PSE")),
        ("تحتشد القوات الروسية في منطقة خاركيف.", ("MOBILIZE", "RUS", "UKR")),
        ("نشرت بيلاروسيا منظومات صواريخ قرب الحدود مع ليتوانيا.", ("MOBILIZE", "BLR", "LTU")),
        ("قالت غيانا إن فنزويلا نفذت غارة داخل أراضيها.", ("ASSAULT", "VEN", "GUY")),
        ("قتل أربعة صيادين، بينهم طفل، في قصف إريتري على إثيوبيا.", ("ASSAULT", "ERI", "ETH")),
        ("إن طائرة مسيرة توغولية أصابت مستودعا قرب أكرا في غانا.", ("ASSAULT", "TGO", "GHA")),
        (
            "قررت بنين، التي كانت قد استدعت سفيرها لدى نيامي، تعليق المعاهدة مع النيجر.",
            ("SANCTION", "BEN", "NER"),
        ),
    ],
)
def test_tells_whose_deed_a_passive_or_a_carried_noun_is(
    text: str, deed: tuple[str, str, str]
) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "طردت قيود صحية المسافرين من كينيا.",
        "رفعت كوريا الجنوبية أسعار الوقود.",
        "تم إلغاء الرحلة البريطانية إلى اليونان بسبب العاصفة.",
        "لم تفرض عقوبات أوروبية على صربيا.",
        "قد تفرض عقوبات أوروبية على جورجيا.",
        "ضرب زلزال ولاية تركية قرب الحدود السورية.",
        "طالت أشعة الشمس مدينة نيس الفرنسية.",
        "تم تقديم الفيلم الياباني إلى الجمهور في فرنسا.",
        "وجه انتقادات متكررة للحرب في العراق.",
        "استهدفت الخطة اليابانية قرى في إثيوبيا ببرامج التنمية.",
    ],
)
def test_tells_of_no_deed_between_two_sides(text: str) -> None:
    assert not deeds(text)


def test_asks_nobody_for_drills_near_a_border() -> None:
    told = deeds("أجرت بولندا مناورات قرب الحدود مع بيلاروسيا.")
    assert all(kind != "COOPERATE" for kind, *_ in told)
