import pytest

from dragoman.text.datelines import read_dateline
from tests.text.reading import read


@pytest.mark.parametrize(
    ("text", "place", "agency", "outlet"),
    [
        ("AMMAN - Prime Minister Salim left.", "AMMAN", None, None),
        ("LIMA, March 3 (Xinhua) -- Peru signed.", "LIMA", "Xinhua", None),
        ("ST. GEORGE, Grenada (AP) _ Talks began.", "ST. GEORGE, Grenada", "AP", None),
        ("SEOUL, Nov. 3 (Yonhap) -- Korea said.", "SEOUL", "Yonhap", None),
        ("(MENAFN- Gulf Gazette) ACCRA - Ghana said.", "ACCRA", "MENAFN", "Gulf Gazette"),
        ("(CNN) -- Talks began.", None, None, "CNN"),
        ("Tokyo — The minister left.", "Tokyo", None, None),
        ("(رويترز) - قال الوزير إنه سيسافر.", None, "Reuters", None),
        ("القاهرة - أ ف ب: أعلنت الوزارة.", "القاهرة", "AFP", None),
        ("الكويت – كونا – بحث الوزير.", "الكويت", "KUNA", None),
        ("واس - جدة: استقبل الوزير.", "جدة", "SPA", None),
        ("ليما – زار الوزير المدينة.", "ليما", None, None),
        ("QUITO (Andes Wire) - The envoy left.", "QUITO", "Andes Wire", None),
        ("QUITO, May 2 (Andes News Agency) -- The envoy left.", "QUITO", "Andes News Agency", None),
        ("PORT LOUIS (Island Herald) - The envoy left.", "PORT LOUIS", None, "Island Herald"),
        ("PORT LOUIS (Insula) - The envoy left.", "PORT LOUIS", None, None),
        ("Accra (Coast Gazette) — The envoy left.", "Accra", None, "Coast Gazette"),
        ("كيتو - صحيفة الجبل - غادر المبعوث المدينة.", "كيتو", None, "صحيفة الجبل"),
        ("كيتو – وكالة الجبل: غادر المبعوث المدينة.", "كيتو", "وكالة الجبل", None),
        ("كيتو (جريدة الجبل) - غادر المبعوث المدينة.", "كيتو", None, "جريدة الجبل"),
    ],
)
def test_place_agency_and_outlet_of_a_dateline(text, place, agency, outlet):
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.credit.agency, found.credit.outlet) == (place, agency, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "The minister - a former judge - left on Monday.",
        "QUESTION: Will the talks go on?",
        "FILE - The minister in Lima last year.",
        "He said: We agree.",
        "قال الوزير: نحن متفقون.",
        "سيغادر – بإذن الله – الوزير غدا.",
        "Two-state talks began on Monday.",
        "NATO (North Atlantic Treaty Organization) - The alliance met.",
        "LIMA (population 10 million) - The city grows.",
        "The minister (left) - The envoy (right).",
        "صحيفة الجبل تنشر نص الاتفاق - وثيقة.",
    ],
)
def test_other_beginnings_are_no_datelines(text):
    assert read_dateline(text) is None


def test_the_page_s_own_publisher_is_known_in_its_dateline():
    told = read(
        "المبعوث يغادر كيتو\nكيتو - الجبل: غادر المبعوث كيتو أمس.\nوعاد الوفد معه.\n"
        "المصدر: صحيفة الجبل"
    )
    assert told.sentences()[0] == "غادر المبعوث كيتو أمس."
    assert told.doc.outlet == "صحيفة الجبل"
    other = read("المبعوث يغادر كيتو\nكيتو - المبعوث: نحن متفقون على كل البنود.\nوعاد الوفد معه.")
    assert other.sentences()[0].startswith("المبعوث:")


def test_dateline_stays_in_the_paragraph_and_before_the_first_sentence():
    told = read("Ghana hosts talks\n\nACCRA, March 3 (Xinhua) -- Ghana hosted talks. They ended.")
    story = told.doc.stories[0]
    assert told.body().startswith("ACCRA, March 3")
    assert told.sentences()[0] == "Ghana hosted talks."
    assert story.dateline is not None
    assert story.dateline.text(told.doc.raw).startswith("ACCRA")
    assert story.dateline_place == "ACCRA"
    assert told.doc.agency == "Xinhua"


def test_dateline_on_a_line_of_its_own_belongs_to_the_first_paragraph():
    told = read(
        "Ghana hosts talks\n\nACCRA, March 3 (Xinhua) --\n\nGhana hosted talks.\n\nEnd came."
    )
    assert told.sentences()[0] == "Ghana hosted talks."
    assert told.doc.stories[0].dateline_place == "ACCRA"


def test_credit_before_the_dateline_is_cut():
    told = read("(MENAFN- Gulf Gazette) ACCRA - Ghana hosted talks on Monday, it said.")
    assert told.body().startswith("ACCRA - Ghana")
    assert (told.doc.agency, told.doc.outlet) == ("MENAFN", "Gulf Gazette")


def test_line_of_credits_is_cut():
    told = read(
        "الوزير يزور غانا\nNext Previous عين اليوم – واس\nزار الوزير غانا أمس.\nوعاد اليوم."
    )
    assert told.body().startswith("زار الوزير")
    assert (told.doc.agency, told.doc.outlet) == ("SPA", "عين اليوم")


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("ذكرت وكالة الأنباء الكويتية أن الوفد وصل أمس إلى ليما.", "KUNA"),
        ('وبحسب "رويترز"، وصل الوفد أمس إلى ليما.', "Reuters"),
        ("The delegation arrived on Monday, the official Petra news agency reported.", "Petra"),
        ("The envoy told AFP that the delegation had arrived.", "AFP"),
        ("The delegation saw a map of the port on Monday.", None),
        ("وصل الوفد إلى ليما وفا بوعده.", None),
    ],
)
def test_agency_credited_inside_the_text(sentence, agency):
    assert read(sentence + "\n" + sentence).doc.agency == agency
