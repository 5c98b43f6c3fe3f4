"""Who says what a text says, whose deed a predicate tells of, and towns that are no names."""

import pytest

from tests.extract.reading import read

TOLD = [
    ("قدمت أيرلندا مشروع قرار يدين ميانمار.", ("ACCUSE", "IRL", "MMR")),
    ("أصدرت كينيا بيانا أدانت فيه الهجوم الرواندي على بوروندي.", ("ACCUSE", "KEN", "RWA")),
    ("وقررت القيادة الفلسطينية التوجه إلى مجلس الأمن لاستصدار قرار يدين إسرائيل.",
     ("ACCUSE", "PSE", "ISR")),
    ("قالت كوبا إن ما تقوم به كندا في هايتي جريمة.", ("ACCUSE", "CUB", "CAN")),
    ("أكدت بوروندي أن سياسات رواندا أدت إلى تدمير قراها.", ("ACCUSE", "BDI", "RWA")),
    ("قال وزير الدفاع النرويجي إن البرنامج النووي الإيراني يشكل خطرا.", ("ACCUSE", "NOR", "IRN")),
    ("قالت بيرو إن تشيلي هي المسؤولة عن الحادث.", ("ACCUSE", "PER", "CHL")),
    ("جددت كينيا وأوغندا التأكيد على موقفهما الداعم للصومال.", ("SUPPORT", "UGA", "SOM")),
    ("اقتحم الجيش الإسرائيلي جنين.", ("ASSAULT", "ISR", "PSE")),
    ("وزير الخارجية الكيني: على رواندا الانسحاب من الكونغو الديمقراطية",
     ("REQUEST", "KEN", "RWA")),
]  # fmt: skip

NEVER = [
    ("عرقلت المجر بيانا يدين روسيا.", ("ACCUSE", "HUN", "RUS")),
    ("استخدمت روسيا حق النقض ضد قرار يدين سوريا.", ("ACCUSE", "RUS", "SYR")),
    ("رفضت الهند التوقيع على بيان يطالب إيران بالانسحاب.", ("REQUEST", "IND", "IRN")),
    ("وقع 56 من أعضاء النقابة رسالة تطالب مصر بالإفراج عن السجناء.", ("REQUEST", "UNO", "EGY")),
    ("قال وزير الدفاع الفرنسي إن مقتل الجنود الأوكرانيين جريمة.", ("ACCUSE", "FRA", "UKR")),
    ("قال وزير الصحة اللبناني إن الأزمة السورية أدت إلى معاناة كبيرة.", ("ACCUSE", "LBN", "SYR")),
    ("كينيا تهاجم أوغندا وتندد قطر.", ("ACCUSE", "KEN", "QAT")),
    ("طالبت الجزائر فرنسا بالاعتذار، ودعت الدولة المغاربية باريس إلى فتح الأرشيف.",
     ("REQUEST", "AMU", "FRA")),
    ("قال مجلس الأمن القومي الكيني إن رواندا تنتهك القانون الدولي.", ("ACCUSE", "UNO", "RWA")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_told(text, event):
    assert event in _happened(text)


@pytest.mark.parametrize(("text", "event"), NEVER)
def test_never_told(text, event):
    assert event not in _happened(text)


def _happened(text):
    events = read(text, "ar").events
    return {(e.type, e.source, e.target) for e in events if e.status == "happened"}
