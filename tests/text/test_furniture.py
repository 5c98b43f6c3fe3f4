import pytest

from dragoman.text.furniture import classify
from tests.text.reading import read


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Story Code : 1207", "code"),
        ("رمز الخبر: 1207", "code"),
        ("Follow us on Facebook", "social"),
        ("Follow Gulf Gazette:", "social"),
        ("تابعونا على تويتر", "social"),
        ("تابع أحدث الأخبار عبر تطبيق", "promo"),
        ("Subscribe to our newsletter", "promo"),
        ("Your Name", "comment"),
        ("Your Email Address", "comment"),
        ("Comments (12)", "comment"),
        ("أضف تعليقاً", "comment"),
        ("اترك تعليقا", "comment"),
        ("كلمات دلالية: المياه، النقل", "keywords"),
        ("Tags: water, transport", "keywords"),
        ("#المياه #النقل", "keywords"),
        ("Source : IRNA", "credit"),
        ("المصدر: الأناضول", "credit"),
        ("Reporter : Night desk", "credit"),
        ("By Anna Kovacs", "credit"),
        ("إقرأ أيضاً:", "related"),
        ("اقرأ ايضا", "related"),
        ("Related:", "related"),
        ("Read also: Port opens in the south", "more"),
        ("...المزيد", "more"),
        ("Read more...", "more"),
        ("Next Previous", "nav"),
        ("ATTENTION - ADDS quotes, background ///", "note"),
        ("// انتهى //", "note"),
        (r"\###", "ruler"),
        ("* * *", "ruler"),
        ("https://news.example/a/b-1.html", "url"),
        ("2024-03-05", "date"),
        ("Tuesday 5 March 2024 - 18:12", "date"),
        ("13 May 202", "date"),
        ("تاريخ النشر: 5 مارس 2024", "date"),
    ],
)
def test_lines_around_articles_are_known(line, kind):
    assert [found.kind for found in classify(line)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that comments on the treaty would follow.",
        "Share prices fell in Lima on Tuesday.",
        "ذكر الوزير أن المصدر الرئيسي للمياه هو النهر.",
        "تابع الوزير تنفيذ المشروع مع نظيره في العاصمة.",
        "On 5 March 2024 the ministers signed the treaty.",
        "وفي 5 مارس 2024 وقع الوزيران المعاهدة.",
        "Search teams from both countries crossed the border.",
    ],
)
def test_sentences_with_the_same_words_stay(line):
    assert [found.kind for found in classify(line)] == ["text"]


def test_headlines_with_times_are_a_ticker():
    told = read(
        "- 16:50Rains delay the harvest in the north\n"
        "- 16:30Ferries sail again after the storm\n"
        "Follow us on Facebook\n"
        "Ghana and Peru sign a fishing treaty\n"
        "The two ministers signed a treaty on fishing on Monday. It took a year to agree.\n"
        "Both countries will share their catch data."
    )
    assert told.doc.title == "Ghana and Peru sign a fishing treaty"
    assert "harvest" not in told.body()
    assert told.body().startswith("The two ministers")


def test_a_single_line_that_begins_with_a_time_stays():
    assert classify("10:30 was the hour at which the talks began.")[0].kind == "text"


def test_tails_of_paragraphs_are_cut_and_the_rest_kept():
    told = read(
        "وزيرة النقل تزور ليما\n"
        "زارت الوزيرة ليما أمس. وبحثت فيها مشروع الميناء. "
        "رابط الخبر بصحيفة الميناء: وزيرة النقل تزور ليما"
    )
    assert told.body() == "زارت الوزيرة ليما أمس. وبحثت فيها مشروع الميناء."
    assert told.doc.outlet == "الميناء"


def test_a_tail_keeps_the_quotation_mark_before_it():
    told = read("He said “We agree.” Follow us on Twitter", title="Talks", language="en")
    assert told.body() == "He said “We agree.”"


def test_headline_repeated_in_the_text_is_furniture():
    told = read(
        "Chad ready to host water talks\n5 March 2024\n"
        "Chad is ready to host talks on water, its minister said on Monday.\n"
        "Chad ready to host water talks\n"
        "The talks would be held in May."
    )
    assert told.body().count("ready to host") == 1
    assert "Chad ready to host water talks" in told.removed()


def test_captions_are_furniture():
    told = read(
        "الوزيرة تستقبل نظيرها\n\nاستقبلت الوزيرة نظيرها في مكتبها أمس.\n\n"
        "وبحثا التجارة بين البلدين. الوزيرة ونظيرها خلال اللقاء"
    )
    assert told.body().endswith("وبحثا التجارة بين البلدين.")


def test_sentence_about_a_meeting_is_no_caption():
    told = read("الوزيرة تستقبل نظيرها\n\nوبحثا التجارة. وأكدت الوزيرة موقفها خلال اللقاء.")
    assert told.body().endswith("وأكدت الوزيرة موقفها خلال اللقاء.")


def test_lines_of_a_wrapped_paragraph_are_not_furniture():
    told = read(
        "Readout of the ministers' meeting\n5 March 2024\n\n"
        "The ministers met today in Accra and reviewed what both countries have\n"
        "done for the fishing treaty that their parliaments approved in the late\n"
        "1990s. They agreed that the catch should be counted at every port and\n"
        "that the results should be published twice a year for all to see.\n\n\\###"
    )
    assert "1990s. They agreed" in told.body()
    assert "###" not in told.body()
    assert len(told.doc.stories[0].paragraphs) == 1


def test_a_page_of_furniture_has_no_story():
    told = read("Share\nFollow us\nأضف تعليقا")
    assert told.doc.stories == ()
    assert told.doc.sentences == ()
