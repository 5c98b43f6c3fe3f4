"""Whether the time in a sentence is that of what is said or of what it is about."""

import pytest

from tests.extract.reading import read

STATUS = {
    "The Dutch king apologised to Indonesia for the violence of the 1940s.": "happened",
    "Russia condemned Poland for demolishing a monument built in 1949.": "happened",
    "Serbia praised Russia for its veto in 2015.": "happened",
    "Germany apologised to Namibia in 2021.": "historical",
    "In 1961 Belgium apologised to Congo for the war.": "historical",
    "Chad thanked Mali in a letter in 2019.": "historical",
    "شكرت الولايات المتحدة ألبانيا على استقبالها اللاجئين في عام 1999.": "happened",
    "طالبت الجزائر فرنسا بالاعتذار عن مجازر مايو 1945.": "happened",
    "اعتذرت ألمانيا لناميبيا عام 2021.": "historical",
}


@pytest.mark.parametrize(("text", "status"), STATUS.items())
def test_status(text: str, status: str) -> None:
    assert [e.status for e in read(text).events] == [status]


ASIDES = {
    "On Tuesday Japan's prime minister, who returned from Peru on Sunday, met the president of "
    "Fiji.": "2024-01-09",
    "Japan's prime minister met the president of Fiji, who took office in July.": "2024-01-10",
    "The Kenyan president said the Rwandan minister, who took office in May 2022, met his Malian "
    "counterpart on Monday.": "2024-01-08",
    "وقال الرئيس الكيني، الذي تولى السلطة في سبتمبر الماضي، إنه التقى وزير خارجية رواندا "
    "الثلاثاء.": "2024-01-09",
}


@pytest.mark.parametrize(("text", "day"), ASIDES.items())
def test_a_clause_about_somebody_tells_no_day_of_the_contact(text: str, day: str) -> None:
    dates = [e.date for e in read(text).engagements if e.kind == "meeting"]
    assert [str(d.earliest) for d in dates if d] == [day]


def test_what_was_to_follow_is_of_the_day_of_the_news() -> None:
    """Told without a day of its own: "was then to meet"; "will meet" leaves it open."""
    text = "Chile's foreign minister was then to meet the Italian premier."
    (meeting,) = read(text, "en").engagements
    assert meeting.status == "planned"
    assert meeting.date is not None
    assert str(meeting.date.latest) == "2024-01-10"
    (open_,) = read("Chile's foreign minister will meet the Italian premier.", "en").engagements
    assert open_.date is None


PLANS = {
    "Chile's president had been expected to meet Peru's president on Monday but stayed at home.": [
        ("cancelled", "2024-01-08")
    ],
    "كان يفترض أن يلتقي رئيس كينيا نظيره الغاني الاثنين.": [("cancelled", "2024-01-08")],
    "Chile's president was expected to meet Peru's president on Friday.": [
        ("planned", "2024-01-12")
    ],
    "Chile's president is ready to meet his Peruvian counterpart.": [],
    "يأمل رئيس كينيا في لقاء نظيره الغاني.": [],
    "قال رئيس كينيا في لقاء مع نظيره الغاني إنه يأمل في السلام.": [("happened", "2024-01-10")],
    "وصل وزير خارجية كينيا إلى أكرا الثلاثاء لإجراء محادثات مع نظيره الغاني.": [
        ("planned", "2024-01-09")
    ],
}


@pytest.mark.parametrize(("text", "told"), PLANS.items())
def test_what_is_hoped_for_or_came_to_nothing(text: str, told: list[tuple[str, str]]) -> None:
    meetings = [e for e in read(text).engagements if e.kind == "meeting"]
    assert [(e.status, str(e.date.earliest)) for e in meetings if e.date] == told


def test_the_day_of_a_deed_is_not_that_of_whoever_judges_it() -> None:
    text = "قال وزير خارجية بيرو إن المبادرة التي أطلقتها بوليفيا عام 2007 خطوة شجاعة."
    reading = read("نشر في 10 مايو 2022\n" + text, "ar")
    told = [(e.type, e.source, e.target, e.status) for e in reading.events]
    assert ("SUPPORT", "PER", "BOL", "happened") in told
