"""Contacts told before they are, by their own verb or as a trip's next leg; thanks wished for."""

import pytest

from tests.extract.reading import deeds as told


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        (
            "وذكر البيان أن اجتماعا بين وزيري خارجية غانا وتوغو سيعقد في أكرا الأسبوع الجاري.",
            ("AGREE", "GHA", "TGO"),
        ),
        (
            "وأضاف أن محادثات بين الوفد الكولومبي ونظيره الفنزويلي ستجرى في كوبا.",
            ("AGREE", "COL", "VEN"),
        ),
        (
            "وقالت المتحدثة إن زيارة للرئيس التشيلي إلى بيرو ستتم قريبا.",
            ("AGREE", "CHL", "PER"),
        ),
        (
            "بدأ الوزير النرويجي زيارة إلى إثيوبيا ومن هناك ينتقل إلى أوغندا.",
            ("AGREE", "NOR", "UGA"),
        ),
        (
            "وصل المبعوث الصيني إلى هراري، ويتوجه لاحقا إلى لوساكا.",
            ("AGREE", "CHN", "ZMB"),
        ),
        (
            "وصل المبعوث الصيني إلى هراري، ويتوجه في وقت لاحق إلى لوساكا.",
            ("AGREE", "CHN", "ZMB"),
        ),
        (
            "من المنتظر وصول وزير الخارجية الكندي الأحد إلى الرباط ليتشارك مع نظيره المغربي في "
            "ترؤس حوار استراتيجي بين البلدين.",
            ("AGREE", "CAN", "MAR"),
        ),
    ],
)
def test_what_is_still_ahead_is_no_contact_yet(text, plan):
    found = told(text)
    assert plan in found
    assert not {t for t in found if t[0] == "CONSULT" and {plan[1], plan[2]} == {t[1], t[2]}}


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("التقى الرئيس المنغولي نظيره الكازاخستاني وسيعقد مؤتمرا صحفيا في أستانا.", {"KAZ", "MNG"}),
        ("زار الوزير النرويجي إثيوبيا ثم انتقل إلى أوغندا.", {"NOR", "UGA"}),
    ],
)
def test_what_is_over_is_a_contact(text, contact):
    assert any(t[0] == "CONSULT" and {t[1], t[2]} == contact for t in told(text))


def test_nobody_has_met_whom_others_count_on():
    assert not told(
        "ورأت الصحيفة أن تجار النحاس يعولون على زيارة وزير الخارجية البلجيكي إلى الكونغو."
    )


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ('قال الرئيس الكيني: "أود أن أشكر اليابان على دعمها".', ("KEN", "JPN")),
        ("وقال وزير الخارجية التركي: نود أن نعرب عن شكرنا لأذربيجان على موقفها.", ("TUR", "AZE")),
        ("وقال الرئيس الغاني للوزير الصيني: اسمحوا لي أن أشكركم على دعمكم لغانا.", ("GHA", "CHN")),
    ],
)
def test_thanks_that_somebody_would_like_to_give_are_given(text, pair):
    assert ("SUPPORT", *pair) in told(text)


def test_a_visit_that_somebody_would_like_to_pay_is_not_paid():
    found = told("وقال وزير خارجية البرازيل: أود أن أزور الصين.")
    assert ("CONSULT", "BRA", "CHN") not in found
