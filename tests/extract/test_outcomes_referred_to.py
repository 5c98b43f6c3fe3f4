"""What talks led to, and texts that a story only refers to."""

import pytest

from tests.extract.reading import read

REFERRED_TO = [
    "يصل المبعوث النمساوي إلى أسمرة بعد الاتفاق الذي أبرمه المانحون مع إريتريا.",
    "دعا وزير خارجية مالطا قبرص إلى الانضمام إلى الاتفاق الذي جرى توقيعه مع تونس.",
    "هذه أول زيارة لمسؤول نرويجي إلى كوبا منذ توقيع الاتفاق بين هافانا وواشنطن.",
    "كانت الدول التي اجتمعت في لومي قد وقعت في 2 يناير الماضي اتفاقا بين غانا وتوغو.",
    "سافر الوسيط من أجل إقناع الحكومة الغانية بالتوقيع على اتفاق مع توغو.",
    "وافق البرلمان بعد أن وقعت فيجي اتفاقا مع ساموا.",
    "رحبت بنما بالبيان المشترك بين صربيا وكوسوفو.",
    "لن يعود النازحون قبل التوصل إلى اتفاق بين مالي والنيجر.",
    "يتوقف الأمر على التوصل إلى اتفاق بين كينيا وأوغندا.",
    "جهود للتوصل إلى اتفاق بين كينيا وأوغندا",
    "ناقشت غانا مع توغو ملفات منها الاتفاق مع بنين، سعيا إلى الرد على منتقديها.",
]


@pytest.mark.parametrize("text", REFERRED_TO)
def test_what_is_only_referred_to_is_no_outcome(text: str) -> None:
    assert not read(text, "ar").outcomes


def test_what_was_reached_lately_is_one_though_it_is_described() -> None:
    """«الاتفاقية التي تم توقيعها أمس» (al-ittifāqiyya llatī tamma tawqīʿuhā ams)."""
    text = "أشاد الوزير بالاتفاقية التي تم توقيعها أمس بين فيجي وساموا."
    assert [o.parties for o in read(text, "ar").outcomes] == [("FJI", "WSM")]


def test_a_visit_makes_a_party_of_the_visitor() -> None:
    """«أسفرت زيارة الوزير إلى جاكرتا عن توقيع اتفاقية مع إندونيسيا».

    (asfarat ziyārat al-wazīr ilā Jākartā ʿan tawqīʿ ittifāqiyya maʿa Indūnīsiyā, "the minister's
    visit to Jakarta led to the signing of a treaty with Indonesia".)
    """
    text = "أسفرت زيارة وزير دفاع أستراليا إلى جاكرتا عن توقيع اتفاقية للتدريب مع إندونيسيا."
    assert [(o.kind, o.parties) for o in read(text, "ar").outcomes] == [
        ("instrument", ("AUS", "IDN"))
    ]


def test_but_ends_what_somebody_promises() -> None:
    """«لكن» (lākin, "but")."""
    text = "ستلتزم السويد بحظر شامل لصادرات السلاح، لكن مالطا طلبت مهلة."
    assert not read(text, "ar").outcomes
    assert read(text.replace("، لكن مالطا طلبت مهلة", " إلى مالطا"), "ar").outcomes
