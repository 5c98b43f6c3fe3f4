"""What stands before an object in Arabic: "us", whoever joins the subject, its full title."""

import pytest

from tests.extract.reading import read

Told = tuple[str, str, str]


def events(text: str) -> set[Told]:
    """Type, source and target of the events of a text."""
    return {(e.type, e.source, e.target) for e in read(text, "ar").events if e.target}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('وقال وزير الخارجية الكيني: "تتهمنا الصومال بالتوغل".', ("ACCUSE", "SOM", "KEN")),
        ('وقال عراقجي: "دعتنا قطر إلى المفاوضات".', ("REQUEST", "QAT", "IRN")),
        ('وقال الرئيس الكيني: "وعدنا شركاؤنا الصينيون بتمويل السد".', ("AGREE", "CHN", "KEN")),
        ('وقال الرئيس الكيني: "وعدنا اليابانيون بتمويل السد".', ("AGREE", "JPN", "KEN")),
        ('وقال رئيس بيرو: "نشكر شركاءنا الإسبان على الدعم".', ("SUPPORT", "PER", "ESP")),
        ("تتهم غانا والدول الغربية توغو بإيواء المسلحين.", ("ACCUSE", "GHA", "TGO")),
        ("اتهمت وارسو وعواصم أوروبية أخرى مينسك بدفع المهاجرين.", ("ACCUSE", "POL", "BLR")),
        (
            "هنأ الرئيس قيس سعيد رئيس الجمهورية التونسية، نظيره الكيني وليام روتو بفوزه.",
            ("SUPPORT", "TUN", "KEN"),
        ),
        (
            "ووفقا لوزير الدفاع الأرميني، فإن القصف مستمر، متهما أذربيجان بخرق الهدنة.",
            ("ACCUSE", "ARM", "AZE"),
        ),
        (
            "وقالت الصحيفة نقلا عن مسؤول مصري إن إثيوبيا تنتهك الاتفاق.",
            ("ACCUSE", "EGY", "ETH"),
        ),
        ('وأضاف الوزير الفرنسي: "على روسيا أن تنهي الحرب".', ("REQUEST", "FRA", "RUS")),
        ("أكد وزير دفاع إيطاليا أن روما على استعداد لدعم مولدوفا.", ("AGREE", "ITA", "MDA")),
    ],
)
def test_reads(text: str, event: Told) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('وقال الرئيس الكيني: "وعدنا شركاؤنا الصينيون بتمويل السد".', ("AGREE", "KEN", "CHN")),
        ('وقال عراقجي: "اتهمنا الولايات المتحدة بخرق الاتفاق".', ("ACCUSE", "USA", "IRN")),
        ('وقال الرئيس الكيني: "يرفض شركاؤنا الأوغنديون فتح الحدود".', ("REJECT", "KEN", "UGA")),
        (
            "أكدت مصادر كينية في تصريحات لصحيفة «النهار» على أهمية لقاء غانا.",
            ("REQUEST", "KEN", "GHA"),
        ),
        ("جاء وزير دفاع إيطاليا ليعزز التعاون مع مالطا.", ("AGREE", "ITA", "MLT")),
    ],
)
def test_never_reads(text: str, event: Told) -> None:
    assert event not in events(text)
