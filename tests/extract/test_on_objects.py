"""Whose deed the object of a verb is, told in a clause on it; who rules a place; who has an office.

«نددت بحملة تشنها تشاد» (naddadat bi-ḥamlatin tashunnuhā Tshād, "denounced a campaign that Chad
wages").
"""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # ḥamlatin yashunnuhā l-jaysh, "a campaign that Togo's army wages on the opposition"
        (
            "نددت غانا بحملة يشنها الجيش التوغولي على المعارضة.",
            ("ACCUSE", "GHA", "TGO"),
        ),
        # muqtaraḥan qaddamathu Kīniyā, "a proposal of Kenya's on Niger"
        ("رفضت غانا مقترحا قدمته كينيا بشأن النيجر.", ("REJECT", "GHA", "KEN")),
        # mubādaratin aṭlaqahā, "an initiative that the Togolese president launched"
        ("أشادت غانا بمبادرة أطلقها الرئيس التوغولي بشأن مالي.", ("SUPPORT", "GHA", "TGO")),
        # ʿan qalaqihā min hajamāt, "worried by attacks that Kenya carried out on Niger"
        (
            "أعربت غانا عن قلقها من هجمات شنتها كينيا على النيجر.",
            ("ACCUSE", "GHA", "KEN"),
        ),
        # jarāʾim irtakabathā, "crimes that Kenyaan troops committed in Niger"
        (
            "فتحت غانا تحقيقا في جرائم ارتكبتها القوات الكينية في النيجر.",
            ("ACCUSE", "GHA", "KEN"),
        ),
        # istankarat mā sammathu d-daʿm, "condemned what it called Kenyaan backing of rebels"
        ("استنكرت غانا ما سمته الدعم الكيني للمتمردين.", ("ACCUSE", "GHA", "KEN")),
    ],
)
def test_object_done_by_others(text: str, event: Deed) -> None:
    assert event in told(text)
    assert len({e[2] for e in told(text) if e[:2] == event[:2]}) == 1


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # as-sulutāt fī n-Nayjar, "the authorities in Kenya"
        ("دعت غانا السلطات في النيجر إلى الإفراج عن الصحفيين.", ("REQUEST", "GHA", "NER")),
        ("أفرجت السلطات في توغو عن صحفي كيني.", ("RETREAT", "TGO", "KEN")),
        ("طالبت الحكومة في مدغشقر فرنسا بإعادة الجزر.", ("REQUEST", "MDG", "FRA")),
        ("طلب المجلس الرئاسي الانتقالي في هايتي من تشاد إرسال شرطة.", ("REQUEST", "HTI", "TCD")),
        # nadaddā maktabu r-raʾīs, "the office of the Chadian president denounced"
        ("ندد مكتب الرئيس التشادي بالهجوم الليبي على القرية.", ("ACCUSE", "TCD", "LBY")),
    ],
)
def test_who_rules_a_place_or_has_an_office(text: str, event: Deed) -> None:
    assert event in told(text)
