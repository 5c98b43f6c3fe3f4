"""What somebody says besides, whom somebody stands by, and contacts that are only decided on."""

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
    ],
)
def test_never_reads(text: str, event: tuple[str, str, str]) -> None:
    assert event not in told(text)
