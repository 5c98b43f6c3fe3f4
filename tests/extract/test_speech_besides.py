"""What Arabic says besides: participles, pronouns, relative clauses, nominal headlines."""

import pytest

from tests.extract.reading import read


def told(text: str) -> set[tuple[str | None, str | None, str]]:
    return {(e.source, e.target, e.type) for e in read(text, "ar").events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "قال وزير خارجية كينيا إن الوضع خطير، متهما تركيا بزعزعة المنطقة.",
            ("KEN", "TUR", "ACCUSE"),
        ),
        (
            "قال رئيس غانا إن المشروع متعثر، معارضا انضمام صربيا إلى المنظمة.",
            ("GHA", "SRB", "REJECT"),
        ),
        ("قال رئيس بيرو إن الأزمة طالت، طالبا من تشيلي توضيح موقفها.", ("PER", "CHL", "REQUEST")),
        ("وقف رئيس وزراء ماليزيا إلى جانب كمبوديا.", ("MYS", "KHM", "SUPPORT")),
        ("وزير الدفاع البلجيكي يعرب عن شكره للحكومة الرواندية", ("BEL", "RWA", "SUPPORT")),
        ("جدد رئيس تنزانيا رفضه للخطة الصينية.", ("TZA", "CHN", "REJECT")),
        ("قررت الحكومة الغانية استئناف المحادثات مع توغو.", ("GHA", "TGO", "AGREE")),
        ("أوسلو تخطط لزيارة تونس", ("NOR", "TUN", "AGREE")),
        ("كينيا التي تتهمها غانا بدعم المسلحين نفت ذلك.", ("GHA", "KEN", "ACCUSE")),
        ("اتهم رئيس تشاد موريتانيا بدعم المسلحين وطالبها بتسليمهم.", ("TCD", "MRT", "REQUEST")),
        ("قال وزير غانا إن كينيا تماطل، محملا إياها المسؤولية.", ("GHA", "KEN", "ACCUSE")),
        ("خلال زيارة الرئيس الفرنسي، دعت نيجيريا كينيا إلى الحوار.", ("NGA", "KEN", "REQUEST")),
        ("وفقا لوزير الخارجية الصيني فإن كينيا تقوض السلام.", ("CHN", "KEN", "ACCUSE")),
        ("إدانة كينية للغارات السودانية", ("KEN", "SDN", "ACCUSE")),
        ("تأمل كينيا أن تفتح تنزانيا الحدود.", ("KEN", "TZA", "REQUEST")),
    ],
)
def test_reads_verbs_and_participles(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قتل صحفي في الهجوم، وقابل الوزير مراسلا تركيا.", ("KEN", "TUR", "ACCUSE")),
        ("وقعت كينيا إلى جانب غانا الاتفاقية.", ("KEN", "GHA", "SUPPORT")),
        ("قرر رئيس وزراء كندا بعد لقاء مع الرئيس التركي العودة.", ("CAN", "TUR", "AGREE")),
        ("قررت الحكومة الغانية استئناف المحادثات مع توغو.", ("GHA", "TGO", "CONSULT")),
        ("كينيا التي تتهمها غانا بدعم المسلحين نفت ذلك.", ("KEN", "GHA", "ACCUSE")),
        ("خلال زيارة الرئيس الفرنسي، دعت نيجيريا كينيا إلى الحوار.", ("FRA", "NGA", "REQUEST")),
        ("وفقا لوكالة الأنباء الغانية فإن كينيا تقوض السلام.", ("GHA", "KEN", "ACCUSE")),
        ("وسط تحذيرات روسية.. البرلمان الفنلندي يناقش الانضمام للحلف", ("RUS", "NAT", "THREATEN")),
        ("تأمل كينيا أن تنتهي الأزمة التنزانية.", ("KEN", "TZA", "REQUEST")),
    ],
)
def test_never_reads(text: str, event: tuple[str, str, str]) -> None:
    assert event not in told(text)
