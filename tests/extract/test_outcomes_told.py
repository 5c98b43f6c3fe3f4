"""What talks led to: told in titles alone, by one side alone, long ago, or by what they yielded."""

import pytest

from tests.extract.reading import read

TOLD: dict[str, tuple[str, str] | None] = {
    "The Kenyan and Ugandan ministers met in Nairobi. The talks produced an agreement on fish.": (
        "agreement", "KEN UGA",
    ),
    "Two days of talks between Peru and Chile ended with an agreement to share water.": (
        "agreement", "CHL PER",
    ),
    "The mediators announced a ceasefire agreement between Sudan and Chad.": (
        "agreement", "SDN TCD",
    ),
    "Kenya's president met his Ugandan counterpart on Monday. He agreed to free 20 fishermen.": (
        "pledge", "KEN",
    ),
    "Kenya and Uganda agreed on Monday to share water.": ("agreement", "KEN UGA"),
    "Japan, Fiji to fund port in Samoa": ("pledge", "FJI JPN"),
    "Peru and Chile signed a border treaty in Lima in 2003.": None,
    "The road is a project that the presidents of Peru and Chile agreed on and paid for.": None,
    "Peru was committed to its decision to admit Chile.": None,
    "Most ministers of Ghana agree with the Togolese president.": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_told(text: str, told: tuple[str, str] | None) -> None:
    found = [(o.kind, " ".join(o.parties)) for o in read(text, "en").outcomes]
    assert found == ([told] if told else [])


def test_a_title_tells_what_the_body_leaves_out() -> None:
    text = "Peru and Chile sign fishing deal\n\nThe ministers sang in Lima on Monday.\n"
    (signed,) = read(text, "en").outcomes
    assert (signed.kind, signed.parties) == ("instrument", ("CHL", "PER"))


def test_a_title_adds_nothing_to_what_the_body_tells() -> None:
    text = "Peru, Chile sign fishing deal\n\nPeru and Chile signed a deal on fish in Lima.\n"
    (signed,) = read(text, "en").outcomes
    assert signed.evidence[0].text.startswith("Peru and Chile signed")


def test_what_was_agreed_before_the_news_is_no_outcome_of_it() -> None:
    """By its own day, by "had", or as the clause that says which plan is meant."""
    before = [
        ("The United States in August offered Nepal 10 million dollars of aid.", "en"),
        ("Canada and Peru praised the plan agreed by Chile and Brazil.", "en"),
        ("The deals build on agreements struck by London with Canberra.", "en"),
        ("وكانت تركيا قد تعهدت بدعم الصومال.", "ar"),
        ("تعمل تونس على تنفيذ خريطة الطريق التي اتفقت عليها تونس ومالطا.", "ar"),
        ("وفي مارس الماضي تعهدت الصين بتقديم قرض لكينيا.", "ar"),
        ("يجب أن تصرف الدفعة قبل التوقيع على خطة المساعدات بين اليونان وألمانيا.", "ar"),
    ]
    for text, language in before:
        assert not read(text, language).outcomes, text


def test_what_was_agreed_the_same_day_or_is_yet_to_come_is_one() -> None:
    """«في وقت سابق» (fī waqt sābiq, "earlier"), and a month in which something is to be."""
    for text, language in [
        ("وكان رئيس وزراء النرويج قد تعهد في وقت سابق بدعم مولدوفا.", "ar"),
        ("وكانت كندا قد تعهدت أمس بدعم هايتي.", "ar"),
        ("Japan's premier invited the president of Peru to visit Tokyo in June.", "en"),
        ("Chile and Peru agreed to hold joint patrols in June.", "en"),
    ]:
        assert read(text, language).outcomes, text


def test_what_is_close_to_being_agreed_is_none() -> None:
    """«تقترب من» (taqtarib min, "nears")."""
    for text, language in [
        ("Chad is close to reaching an agreement with Mali on water.", "en"),
        ("تقترب كينيا من إبرام اتفاق مع رواندا.", "ar"),
    ]:
        assert not read(text, language).outcomes, text


def test_the_parties_to_a_text_for_their_cooperation_sign_it() -> None:
    """«اتفاقية للتعاون بين» (ittifāqiyya li-t-taʿāwun bayna)."""
    outcomes = read("تم التوقيع على اتفاقية للتعاون القضائي بين الجزائر وتونس.", "ar").outcomes
    assert [(o.kind, o.parties) for o in outcomes] == [("instrument", ("DZA", "TUN"))]
