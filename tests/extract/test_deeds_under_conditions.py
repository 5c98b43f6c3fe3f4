"""Deeds under a condition, announced, decided or only expected, and who speaks before a colon."""

import pytest

from tests.extract.reading import deeds

THREATS = [
    ("en", "Peru will break off relations with Chile if it opens the base, its president warned.",
     ("THREATEN", "PER", "CHL")),
    ("en", "Ghana says it will bar farm produce from Togo unless Lome lifts its curbs on maize.",
     ("THREATEN", "GHA", "TGO")),
    ("en", "Nepal said it would expel Bhutanese diplomats unless they apologise.",
     ("THREATEN", "NPL", "BTN")),
    ("en", "If Mali attacks, Niger will send troops to the Malian border, its premier said.",
     ("THREATEN", "NER", "MLI")),
    ("en", "Peru will expel Chile's envoy should Santiago open the base, its president said.",
     ("THREATEN", "PER", "CHL")),
    ("ar", "قالت بيرو إنها ستطرد الدبلوماسيين التشيليين إذا لم تعتذر سانتياغو.",
     ("THREATEN", "PER", "CHL")),
    ("ar", "قال رئيس غانا إن بلاده ستقطع العلاقات مع توغو ما لم تسلم لومي الأسرى.",
     ("THREATEN", "GHA", "TGO")),
]  # fmt: skip

CONCESSIONS = [
    ("en", "Peru announced that it would pull its troops out of Chile by June.",
     ("CONCEDE", "PER", "CHL")),
    ("en", "Ghana will free 20 Togolese fishermen next week, its minister said.",
     ("CONCEDE", "GHA", "TGO")),
    ("ar", "أعلنت غانا أنها ستفرج عن 14 صيادا توغوليا.", ("CONCEDE", "GHA", "TGO")),
    ("ar", "قال مسؤول بيروفي إن ليما تعتزم تخفيف العقوبات المفروضة على تشيلي.",
     ("CONCEDE", "PER", "CHL")),
]  # fmt: skip

NEVER = [
    ("en", "Peru would expel Chilean diplomats if it had proof, analysts said."),
    ("en", "Ghana said Togo will expel Beninese diplomats if the talks fail."),
    ("en", "Ghana said Togo would pull its troops out of Benin by June."),
    ("en", "Peru is expected to free two Chilean sailors on Sunday."),
    ("en", "Ghana is expected to call on Norway to mediate."),
    ("en", "Nepal is likely to press India for more water."),
    ("en", "Peru works hard to stop rebels launching raids into Chile."),
    ("en", "Kenya has yet to condemn Uganda's raid."),
    ("en", "Kenya condemned neither Uganda nor Rwanda."),
    ("en", "Rarely has Kenya criticised Uganda."),
    ("ar", "قالت غانا إن توغو ستطرد دبلوماسيين من بنين إذا فشلت المحادثات."),
    ("ar", "ومن المتوقع أن تدعو غانا توغو إلى سحب قواتها."),
]


@pytest.mark.parametrize(("language", "text", "event"), THREATS + CONCESSIONS)
def test_who_sets_a_condition_threatens_and_who_promises_to_yield_concedes(language, text, event):
    told = deeds(text, language)
    assert event in told
    assert not {t for t in told if t[0] in ("SANCTION", "MOBILIZE", "RETREAT")}


@pytest.mark.parametrize(("language", "text"), NEVER)
def test_what_others_say_or_nobody_did_is_no_event(language, text):
    assert not deeds(text, language)


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "Rwanda: Uganda must leave Congo", ("REQUEST", "RWA", "UGA")),
        ("ar", "غانا: على توغو الانسحاب من بنين", ("REQUEST", "GHA", "TGO")),
        ("ar", "غانا: يجب على توغو سحب قواتها", ("REQUEST", "GHA", "TGO")),
        ("en", "The Kenyan president was quoted as saying Uganda was arming the rebels.",
         ("ACCUSE", "KEN", "UGA")),
    ],
)  # fmt: skip
def test_a_state_before_a_colon_or_quoted_as_saying_speaks(language, text, event):
    assert event in deeds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Rwanda: Uganda attacks Congo"), ("ar", "غانا: هجوم على قوات توغولية")],
)
def test_a_state_before_a_colon_that_bids_nobody_is_told_of(language, text):
    assert not {t for t in deeds(text, language) if t[1] in ("RWA", "GHA")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru decided to expel two Chilean diplomats.", ("SANCTION", "PER", "CHL")),
        ("Peru's decision to impose sanctions on Chile surprised many.",
         ("SANCTION", "PER", "CHL")),
        ("Ghana went on to accuse Togo of arming rebels.", ("ACCUSE", "GHA", "TGO")),
        ("By expelling two Togolese diplomats, Ghana angered the region.",
         ("SANCTION", "GHA", "TGO")),
    ],
)  # fmt: skip
def test_what_is_decided_or_gone_on_to_is_done(text, event):
    assert event in deeds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Peru may decide to expel Chilean diplomats.",
        "Peru decided not to expel Chilean diplomats.",
        "Peru decided to attack Chile.",
    ],
)
def test_what_may_be_or_is_not_decided_is_not_done(text):
    assert not {t for t in deeds(text, "en") if t[0] in ("SANCTION", "ASSAULT")}


def test_what_two_sides_will_both_do_is_no_concession():
    text = "Peru's president met his Chilean counterpart. "
    text += "The two sides agreed to reopen their embassies."
    told = deeds(text, "en")
    assert ("AGREE", "PER", "CHL") in told or ("AGREE", "CHL", "PER") in told
    assert not {t for t in told if t[0] == "CONCEDE"}
