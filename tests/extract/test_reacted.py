"""Whose deed is meant by "the move", "the decision" or "this" that somebody answers."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="en")
arabic = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Kenya expelled the Ugandan ambassador on Monday. Norway condemned the move.",
            ("ACCUSE", "NOR", "KEN"),
        ),
        (
            "Kenya announced a ceasefire on Monday. Uganda welcomed the step.",
            ("SUPPORT", "UGA", "KEN"),
        ),
        (
            "Peru will send troops to Chile. Chile's parliament rejected the plan.",
            ("REJECT", "CHL", "PER"),
        ),
        (
            "Kenya said on Monday that Togo had freed the men. Norway welcomed the decision.",
            ("SUPPORT", "NOR", "TGO"),
        ),
        (
            "Kenya closed its border on Monday, and Uganda condemned the move.",
            ("ACCUSE", "UGA", "KEN"),
        ),
        ("Kenya's army seized power. Norway condemns this.", ("ACCUSE", "NOR", "KEN")),
        (
            "The Ugandan ambassador was expelled by Kenya. Uganda criticised the decision.",
            ("ACCUSE", "UGA", "KEN"),
        ),
        (
            "Kenya and Uganda signed a peace agreement. Norway welcomed the agreement.",
            ("SUPPORT", "NOR", "UGA"),
        ),
    ],
)
def test_who_answers_a_deed_answers_its_doer(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said on Monday that a court had freed the men. Norway welcomed the decision.",
        "The price of oil rose in Kenya on Monday. Norway welcomed the decision.",
        "Kenya met Uganda. A court banned the party. Norway welcomed the decision.",
        "Kenya closed the border. Norway condemned the decision of the court.",
        "The Ugandan tax was raised on Monday. Norway condemned the move.",
    ],
)
def test_nobody_is_answered_whose_deed_it_is_not(text: str) -> None:
    answers = {e for e in told(text) if e[1] == "NOR" and e[0] in ("SUPPORT", "ACCUSE")}
    assert answers == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أغلقت كينيا حدودها يوم الاثنين. وأدانت أوغندا القرار.", ("ACCUSE", "UGA", "KEN")),
        ("أفرجت تشاد عن السجناء. وأشادت فرنسا بهذه الخطوة.", ("SUPPORT", "FRA", "TCD")),
    ],
)
def test_so_in_arabic(text: str, event: Deed) -> None:
    assert event in arabic(text)


def test_a_court_s_decision_is_nobody_else_s_in_arabic() -> None:
    assert arabic("قررت المحكمة الإفراج عن السجناء. ورحبت النرويج بالقرار.") == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # aghlaqat Kīniyā ḥudūdahā maʿa Ūghandā, fī khuṭwatin adānathā Kampālā, "Kenya closed its
        # border with Uganda in a move that Kampala condemned"
        (
            "أغلقت كينيا حدودها مع أوغندا، في خطوة غير مسبوقة أدانتها كمبالا.",
            ("ACCUSE", "UGA", "KEN"),
        ),
        # wa-huwa qarārun raḥḥabat bihi Faransā, "a decision that France welcomed"
        ("ألغت تشاد الرسوم على النفط، وهو قرار رحبت به فرنسا.", ("SUPPORT", "FRA", "TCD")),
        # al-amru lladhī rafaḍathu Līmā, "which Lima rejected"
        ("نشرت تشيلي قوات على الحدود، الأمر الذي رفضته ليما.", ("REJECT", "PER", "CHL")),
        # wa-huwa mā nadaddat bihi l-Yābān, "which Japan denounced"
        ("أطلقت كوريا الشمالية صاروخا، وهو ما نددت به اليابان.", ("ACCUSE", "JPN", "PRK")),
    ],
)
def test_what_was_told_is_answered_in_a_clause_on_it(text: str, event: Deed) -> None:
    assert event in arabic(text)


@pytest.mark.parametrize(
    "text",
    [
        # "in an article that Uganda criticised": no deed of Kenya's is pointed at
        "أغلقت كينيا الحدود، بحسب مقال انتقدته أوغندا.",
        # "a decision that Uganda did not condemn"
        "أغلقت كينيا الحدود، وهو قرار لم تدنه أوغندا.",
    ],
)
def test_no_answer_in_a_clause_on_something_else(text: str) -> None:
    assert not {e for e in arabic(text) if e[0] == "ACCUSE"}
