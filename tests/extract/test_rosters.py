"""Lists of those who came along, with posts that no table lists, and those who serve a leader."""

import pytest

from tests.extract.reading import participants, read

MET = "استقبل وزير الدفاع الكويتي سالم الجابر نظيره النرويجي إريك هانسن في الكويت أمس. "
ATTENDED = {
    "unlisted-post": (
        "وحضر اللقاء من الجانب النرويجي مدير إدارة التعاون الدولي لارس أولسن، "
        "ومسؤولة التدريب كارين دال.",
        {("لارس أولسن", "NOR", "official"), ("كارين دال", "NOR", "official")},
    ),
    "post-behind-the-name": (
        "وحضر اللقاء من الجانب النرويجي لارس أولسن كبير المستشارين العسكريين، "
        "وكارين دال مديرة إدارة التدريب.",
        {("لارس أولسن", "NOR", "official"), ("كارين دال", "NOR", "official")},
    ),
    "head-of-an-office": (
        "وحضر اللقاء من الجانب النرويجي مدير مكتب وزير الدفاع لارس أولسن.",
        {("لارس أولسن", "NOR", "official")},
    ),
    "other-spelling": (
        "وحضر اللقاء مستشار الوزير للشئون القانونية فهد العازمي.",
        {("فهد العازمي", "KWT", "official")},
    ),
}


@pytest.mark.parametrize("case", ATTENDED)
def test_those_with_posts_of_any_kind_attend(case: str) -> None:
    sentence, wanted = ATTENDED[case]
    met = participants(MET + sentence, "ar")
    assert wanted <= {(p.name, p.side, p.office) for p in met.values()}


def test_words_without_a_post_are_nobody() -> None:
    met = participants(MET + "وحضر اللقاء عدد من الضيوف، ثم زار لارس أولسن المتحف.", "ar")
    assert set(met) == {"سالم الجابر", "إريك هانسن"}


SERVING = {
    "son": ("استقبل نجل الرئيس التشادي السفير الياباني في نجامينا.", "TCD"),
    "secretary": ("التقى سكرتير رئيس الوزراء التايلاندي سومتشاي بونما السفير البولندي.", "THA"),
    "office": ("التقى مدير مكتب رئيس الوزراء التونسي سالم قاسم السفير البولندي.", "TUN"),
}


@pytest.mark.parametrize("case", SERVING)
def test_who_serves_a_leader_is_none(case: str) -> None:
    sentence, side = SERVING[case]
    met = participants(sentence, "ar")
    heads = {"head_of_state", "head_of_government"}
    assert not [p for p in met.values() if p.side == side and p.office in heads]
    assert [e for e in read(sentence, "ar").engagements if side in e.sides]


def test_a_row_of_ambassadors_is_received_together() -> None:
    text = (
        "استقبل أمير الكويت أمس عددا من السفراء وهم سفير تشاد عميد المجموعة الأفريقية "
        "صالح إدريس، وسفير بيرو رئيس مجموعة أمريكا الجنوبية خوان لوبيز، وسفيرة النرويج."
    )
    (met,) = read(text, "ar").engagements
    assert met.sides == ("KWT", "NOR", "PER", "TCD")
    assert {(p.name, p.side) for p in met.participants} >= {
        ("صالح إدريس", "TCD"),
        ("خوان لوبيز", "PER"),
    }


def test_son_and_father_are_two() -> None:
    text = (
        "استقبل سلطان عمان قابوس بن سعيد بن تيمور وزير الخارجية البولندي في مسقط. حضر اللقاء "
        "الأمير فيصل بن قابوس بن سعيد، والأمير أسعد بن طارق بن تيمور، وأسعد بن فهد بن تيمور."
    )
    met = participants(text, "ar")
    assert {"فيصل بن قابوس بن سعيد", "أسعد بن طارق بن تيمور"} <= set(met)


def test_who_welcomes_a_visitor_takes_part_in_the_visit() -> None:
    text = (
        "وصل وزير الدفاع الكويتي سالم الجابر إلى النرويج. وكان في استقباله بالمطار وزير الدفاع "
        "النرويجي إريك هانسن. ويضم الوفد المرافق له وكيل الوزارة فهد العازمي."
    )
    (visit,) = read(text, "ar").engagements
    assert visit.kind == "visit"
    assert {(p.name, p.side) for p in visit.participants} == {
        ("سالم الجابر", "KWT"),
        ("إريك هانسن", "NOR"),
        ("فهد العازمي", "KWT"),
    }


def test_a_state_behind_a_title_with_the_article_is_gone_to() -> None:
    text = "غادر سالم الجابر وزير الدفاع الكويتي جمهورية مصر العربية أمس بعد زيارة رسمية."
    reading = read(text, "ar")
    assert [e.sides for e in reading.engagements] == [("EGY", "KWT")]
    assert {e.type for e in reading.events} == {"CONSULT"}
    reading = read("زار الرئيس التركي ووزير الدفاع بلغاريا أمس.", "ar")
    assert [e.sides for e in reading.engagements] == [("BGR", "TUR")]


def test_posts_in_a_ministry_and_advisers_of_ministers_attend() -> None:
    text = MET + (
        "وحضر اللقاء السكرتير العام في وزارة الدفاع النرويجية لارس أولسن، "
        "والمستشارة القانونية لوزير الدفاع النرويجي كارين دال."
    )
    met = {(p.name, p.side, p.office) for p in participants(text, "ar").values()}
    assert {("لارس أولسن", "NOR", "official"), ("كارين دال", "NOR", "official")} <= met
