"""Acts told of in a clause on their object: "the aid that Kuwait sent to Peru"."""

import pytest

from tests.extract.reading import read

TOLD = {
    "aid-given": (
        "بلغت المساعدات التي قدمتها كندا إلى هايتي ألف طن.",
        ("AID", "CAN", "HTI", "happened"),
    ),
    "aid-to-somebody-before": (
        "بلغت قيمة المساعدات الإنسانية والطبية للشعب الغاني التي أرسلتها كوبا مليون دولار.",
        ("AID", "CUB", "GHA", "happened"),
    ),
    "aid-without-relative": (
        "وصلت أمس مساعدات عاجلة أرسلتها بيرو إلى تشيلي.",
        ("AID", "PER", "CHL", "happened"),
    ),
    "long-before": (
        "وكانت المساعدات التي كانت قد قدمتها بلجيكا إلى رواندا محل نقاش.",
        ("AID", "BEL", "RWA", "happened"),
    ),
    "letter": (
        "جاء ذلك في رسالة خطية بعثها رئيس كينيا إلى رئيس غانا.",
        ("CONSULT", "GHA", "KEN", "happened"),
    ),
    "letter-with-preposition": (
        "تضمنت الرسالة التي بعث بها ملك تايلاند إلى ملك البحرين تهانيه.",
        ("CONSULT", "BHR", "THA", "happened"),
    ),
    "criticism": (
        "أثارت الانتقادات التي وجهها رئيس بيرو إلى الأرجنتين جدلا واسعا.",
        ("ACCUSE", "PER", "ARG", "happened"),
    ),
    "denied": (
        "تحدث الوزير عن المساعدات التي لم ترسلها كوبا إلى هايتي.",
        ("AID", "CUB", "HTI", "denied"),
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_what_a_clause_tells_of_a_noun_is_read(case: str) -> None:
    text, expected = TOLD[case]
    found = {(e.type, e.source, e.target, e.status) for e in read(text, "ar").events}
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "تحدث الوزير عن المساعدات في المدينة التي زارها رئيس كينيا.",
        "وصف الوزير المدينة التي قصفتها كوبا قبل وصول المساعدات إلى هايتي.",
        "وصلت المساعدات إلى هايتي، وقدمتها منظمات محلية.",
    ],
)
def test_the_object_of_something_else_is_not_taken(text: str) -> None:
    assert "AID" not in {e.type for e in read(text, "ar").events}


def test_what_only_begins_like_an_article_is_a_noun_with_an_owner() -> None:
    text = "قال رئيس وزراء أستراليا إن التزام أستراليا بأمن فيجي راسخ."
    assert ("AGREE", "AUS", "FJI") in {
        (e.type, e.source, e.target) for e in read(text, "ar").events
    }


@pytest.mark.parametrize(
    "text",
    [
        "وصلت قوات كندية إلى رواندا أمس.",
        "قال مصدر إن الطائرات البلجيكية وصلت إلى كينيا.",
        "Canadian forces arrived in Rwanda on Monday.",
    ],
)
def test_forces_that_arrive_pay_no_visit(text: str) -> None:
    assert "visit" not in {e.kind for e in read(text).engagements}


@pytest.mark.parametrize(
    "text",
    [
        "وصل وزير خارجية كينيا إلى عدن أمس.",
        "زار رئيس وزراء بيرو مدينة عدن أمس.",
    ],
)
def test_a_town_named_like_a_verb_is_a_place(text: str) -> None:
    (visit,) = read(text, "ar").engagements
    assert "YEM" in visit.sides


def test_a_verb_like_a_town_stays_a_verb() -> None:
    assert not read("قالت الوزيرات إنهن عدن أمس من كينيا.", "ar").engagements
