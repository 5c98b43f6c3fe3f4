"""Who is told of again: a body by its word, a guest, somebody by a pronoun or surname."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, participants, read

arabic = partial(deeds, language="ar")
english = partial(deeds, language="en")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("عقد مجلس الأمن جلسة حول كينيا. ودان المجلس غانا.", ("ACCUSE", "UNO", "GHA")),
        ("عقدت منظمة التعاون الإسلامي اجتماعا. ودانت المنظمة غانا.", ("ACCUSE", "OIC", "GHA")),
        ("أصدرت الحكومة الكينية بيانا. ودانت الحكومة غانا.", ("ACCUSE", "KEN", "GHA")),
        ("قالت وزارة الخارجية الكينية إنها قلقة. وشكرت الوزارة غانا.", ("SUPPORT", "KEN", "GHA")),
    ],
)
def test_a_body_is_told_of_again_by_its_word(text: str, deed: Deed) -> None:
    assert deed in arabic(text)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The UN Security Council met. The council condemned Chad.", ("ACCUSE", "UNO", "TCD")),
        ("The Arab League met. Qatar thanked the league.", ("SUPPORT", "QAT", "LAS")),
        (
            "Peru's foreign ministry spoke. The ministry urged Chad to act.",
            ("REQUEST", "PER", "TCD"),
        ),
    ],
)
def test_so_in_english(text: str, deed: Deed) -> None:
    assert deed in english(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian government met. The Chadian government spoke. The government condemned Fiji.",
        "The UN Security Council met. The council vote condemned Chad.",
    ],
)
def test_another_body_is_not_the_one_told_of(text: str) -> None:
    assert not {s for kind, s, _ in english(text) if kind == "ACCUSE"} & {"UNO", "PER", "TCD"}


def test_a_body_with_another_name_is_another() -> None:
    text = "عقد مجلس الأمن جلسة. ودان المجلس الوطني غانا."
    assert ("ACCUSE", "UNO", "GHA") not in arabic(text)


def test_a_body_with_the_article_owns_no_state_behind_it() -> None:
    assert arabic("ودانت المنظمة كينيا.") == set()
    assert ("ACCUSE", "SAU", "KEN") in arabic("دانت الحكومة السعودية كينيا.")


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("استقبل السيسي الرئيس الكيني.", {"EGY", "KEN"}),
        ("استقبل بوريطة الوزير الغاني.", {"MAR", "GHA"}),
        ("استقبل سامح شكري وزير الخارجية الكيني.", {"EGY", "KEN"}),
    ],
)
def test_a_title_behind_a_name_can_be_whom_he_meets(text: str, met: set[str]) -> None:
    assert [set(e.sides) for e in read(text, "ar").engagements] == [met]


def test_a_title_behind_a_name_can_be_his_own() -> None:
    told = read("قال السيسي الرئيس المصري إن بلاده تشكر كينيا.", "ar")
    assert not told.engagements
    assert {(e.source, e.target) for e in told.events} == {("EGY", "KEN")}


def test_whoever_is_told_by_surname_keeps_the_office() -> None:
    story = "استقبل الرئيس الغاني وزير الخارجية الكيني ألفرد موتوا. وأبلغ موتوا الرئيس بالأمر."
    assert participants(story, "ar")["ألفرد موتوا"].office == "foreign_minister"


@pytest.mark.parametrize(
    "text",
    [
        "زار وزير الخارجية الكيني ألفرد موتوا تونس، حيث استقبله الرئيس قيس سعيد.",
        "زار وزير الخارجية الكيني ألفرد موتوا تونس. واستقبله الرئيس قيس سعيد في قصره.",
        "وصل الوزير الكيني ألفرد موتوا إلى تونس. ومن المقرر أن يستقبله الرئيس قيس سعيد.",
    ],
)
def test_he_is_received_who_was_told_to_come(text: str) -> None:
    meeting = next(e for e in read(text, "ar").engagements if e.kind == "meeting")
    assert {p.name for p in meeting.participants} == {"ألفرد موتوا", "قيس سعيد"}


MET = "التقى وزير الخارجية الغاني نظيره الكيني."


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (f"{MET} وشكره الوزير الكيني على الدعم.", ("SUPPORT", "KEN", "GHA")),
        (f"{MET} ودعاه إلى زيارة أكرا.", ("AGREE", "GHA", "KEN")),
        (f"{MET} وحثه على الإفراج عن الصيادين.", ("REQUEST", "GHA", "KEN")),
        (f"{MET} وهنأه بانتخابه رئيسا.", ("SUPPORT", "GHA", "KEN")),
        (f"{MET} وأشاد الضيف الكيني بجهود غانا.", ("SUPPORT", "KEN", "GHA")),
    ],
)
def test_he_is_whom_the_doer_has_just_met(text: str, deed: Deed) -> None:
    told = {d for d in arabic(text) if d[0] != "CONSULT"}
    assert told == {deed}


def test_a_pronoun_tells_of_no_other_deed_done_to_him() -> None:
    told = arabic("التقى وزير الخارجية الغاني نظيره الكيني. وهو مطلب أصابه بالإحباط.")
    assert {kind for kind, _, _ in told} == {"CONSULT"}


@pytest.mark.parametrize(
    "text",
    [
        "أوضح المسؤول الكيني عقب استقباله من طرف الرئيس الغاني أن المشروع قائم.",
        "عقب استقباله من قبل الرئيس الغاني، قال وزير الخارجية الكيني إن المشروع قائم.",
        "وجاء تصريح الوزير الكيني عقب استقباله من طرف الرئيس الغاني.",
    ],
)
def test_a_noun_tells_who_is_received_by_whom(text: str) -> None:
    assert [(e.kind, e.sides) for e in read(text, "ar").engagements] == [
        ("meeting", ("GHA", "KEN"))
    ]


def test_to_him_is_whom_the_doer_has_just_met() -> None:
    told = read("التقى الرئيس الغاني نظيره الكيني، ووجه إليه دعوة لزيارة أكرا.", "ar")
    assert [(o.kind, o.parties, o.to) for o in told.outcomes] == [
        ("invitation", ("GHA",), ("KEN",))
    ]
    alone = read("وجه إليه الرئيس الغاني دعوة لزيارة أكرا.", "ar")
    assert all(not o.to for o in alone.outcomes)


def test_two_surnames_in_a_row_are_two_people() -> None:
    story = "التقى الرئيس الكيني وليام روتو الرئيس الغاني جون ماهاما. وهنأ روتو ماهاما بفوزه."
    assert ("SUPPORT", "KEN", "GHA") in arabic(story)


def test_nobody_is_at_the_airport_that_bears_his_name() -> None:
    story = "وصل الرئيس الكيني وليام روتو إلى مطار الملك خالد في الرياض والتقى الملك سلمان."
    assert set(participants(story, "ar")) == {"وليام روتو", "سلمان"}


def test_an_ambassador_behind_a_minister_is_whom_he_meets() -> None:
    told = participants("استقبل وزير الخارجية المصري سامح شكري سفير كينيا موسى كوريا.", "ar")
    assert {(p.name, p.side) for p in told.values()} == {
        ("سامح شكري", "EGY"),
        ("موسى كوريا", "KEN"),
    }


def test_what_goes_on_beside_a_summit_is_where_it_is() -> None:
    story = (
        "ترأس الرئيس الغاني والرئيس الكيني في أكرا أمس القمة الكينية الغانية."
        " وعلى هامش القمة، التقى الرئيس الغاني رئيس وزراء فيجي."
    )
    places = {e.sides: e.place and e.place.city for e in read(story, "ar").engagements}
    assert places[("FJI", "GHA")] == "Accra"


def test_those_who_chair_a_session_take_part() -> None:
    told = participants(
        "انعقدت في أكرا اللجنة الكينية الغانية المشتركة برئاسة وزير التجارة الكيني موسى كوريا"
        " ونظيره الغاني ألان كيريماتن.",
        "ar",
    )
    assert {(p.side, p.office) for p in told.values()} == {
        ("KEN", "trade_minister"),
        ("GHA", "trade_minister"),
    }
