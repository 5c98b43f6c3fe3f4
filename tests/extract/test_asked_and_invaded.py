"""Deeds only called for, invasions without their doer, fighters whom somebody else trained."""

import pytest

from tests.extract.reading import read


def deeds(text: str) -> set[tuple[str, str | None, str | None]]:
    """Type, source and target of what a text says has happened."""
    events = read(text, "ar", domestic=True).events
    return {(e.type, e.source, e.target) for e in events if e.status == "happened"}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("جنود من مالي دربهم الجيش الغاني عبروا الحدود.", ("AID", "GHA", "MLI")),
        ("نددت كندا باجتياح إثيوبيا للصومال.", ("ACCUSE", "CAN", "ETH")),
        ("دعا رئيس غانا إلى ضبط الحدود. وفرضت غانا رسوما على توغو.", ("SANCTION", "GHA", "TGO")),
        (
            "تحدث الوزير الغاني طويلا. ودعت ماريغو زاهد، وزيرة خارجية كينيا، أوغندا إلى الحوار.",
            ("REQUEST", "KEN", "UGA"),
        ),
        (
            "عقد وزراء خارجية الاتحاد الأوروبي اجتماعا تمهيدا لقمة مع الصين.",
            ("AGREE", "EUR", "CHN"),
        ),
        ("أدانت كينيا محاولة اغتيال رئيس بوروندي.", ("ASSAULT", None, "BDI")),
        ("أدان وزير خارجية كينيا قتل إثيوبيا طبيبا أوغنديا.", ("ACCUSE", "KEN", "ETH")),
        ("اتهم رئيس وزراء الهند باكستان بدعم التطرف.", ("ACCUSE", "IND", "PAK")),
        ("طلب رئيس غانا من نظيره المساعدة ورفض تدخل توغو.", ("REJECT", "GHA", "TGO")),
        (
            "أعربت غانا عن تضامنها مع المملكة العربية السعودية. وقالت وكالة الأنباء البحرينية "
            "والصحف البحرينية إن الكويت أكدت وقوفها مع المملكة.",
            ("SUPPORT", "KWT", "SAU"),
        ),
    ],
)
def test_done(text: str, deed: tuple[str, str | None, str | None]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("قال وزير خارجية كينيا إن غزو أوكرانيا غير مقبول.", "ACCUSE", "UKR"),
        ("أدان رئيس وزراء فنلندا غزو جورجيا.", "ACCUSE", "GEO"),
        ("نددت كندا باجتياح الصومال.", "ACCUSE", "SOM"),
        ("دعا رئيس كينيا إلى وقف غزو أوكرانيا.", "REQUEST", "UKR"),
        ("دعا رئيس غانا كينيا إلى التوقف عن التردد وفرض رسوم على توغو.", "SANCTION", "TGO"),
        (
            "واجه رئيس غانا صعوبات في إقناع كينيا بمقترح حظر واردات السكر من توغو.",
            "SANCTION",
            "TGO",
        ),
        (
            "عقد وزراء خارجية الاتحاد الأوروبي اجتماعا تمهيدا لقمة مع الصين.",
            "CONSULT",
            "EUR",
        ),
        (
            "اجتمع وزير خارجية بيرو مع نظيره الغاني. وأعرب حزب في غانا عن تضامنه مع المغني خوان.",
            "SUPPORT",
            "PER",
        ),
        ("أشاد رئيس غانا بالدفاع عن أفريقيا ضد الغزو الروسي.", "SUPPORT", "RUS"),
        ("أدان وزير خارجية كينيا مقتل طبيب أوغندي في توغو.", "ACCUSE", "TGO"),
        ("أدانت كينيا محاولة اغتيال رئيس بوروندي.", "ACCUSE", "BDI"),
        ("يزور الوزير لومي منذ توقيع اتفاق بين توغو والقوى الكبرى تعارضه مالي.", "SUPPORT", "MLI"),
        ("أعلنت السفارة أن كينيا نشرت مدافع أميركية جديدة على الخطوط الأمامية.", "MOBILIZE", "USA"),
        ("اتهم رئيس وزراء الهند السابق باكستان بدعم التطرف.", "ACCUSE", "PAK"),
        ("قتل ثلاثة مدنيين وجندي غاني، حيث يقاتل مسلحون موالون لتوغو.", "ASSAULT", "TGO"),
        (
            "مسلحون من المعارضة دربهم الجيش الغاني اعتقلوا على أيدي القوات التوغولية.",
            "COERCE",
            "GHA",
        ),
    ],
)
def test_not_done(text: str, kind: str, target: str) -> None:
    assert all((t, at) != (kind, target) for t, _, at in deeds(text))
