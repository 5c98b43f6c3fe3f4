import pytest

from tests.text.reading import read

ARABIC_PAGE = (
    "تشاد وغانا تبحثان نقل الحبوب\n"
    "تاريخ النشر: 5 مارس 2024\n"
    "بحث وزيرا النقل في تشاد وغانا أمس نقل الحبوب بين البلدين.\n"
    "واتفقا على لقاء آخر في مايو المقبل.\n"
    "المصدر: القبس\n"
    "كلمات دلالية: الحبوب\n"
    "إقرأ أيضاً:\n"
    "بيرو تفتتح ميناء جديدا في الجنوب\n"
    "افتتح رئيس بيرو أمس ميناء في جنوب البلاد بحضور وزراء من أربع دول.\n"
    "واستمر الحفل ساعتين وألقى فيه الرئيس كلمة.\n"
)


def test_read_also_with_a_body_is_a_related_story():
    told = read(ARABIC_PAGE)
    assert [s.role for s in told.doc.stories] == ["main", "related"]
    assert [s.id for s in told.doc.stories] == ["s1", "s2"]
    assert told.doc.stories[1].title_text == "بيرو تفتتح ميناء جديدا في الجنوب"
    assert told.body(0).endswith("في مايو المقبل.")
    assert told.body(1).startswith("افتتح رئيس بيرو")
    assert told.doc.outlet == "القبس"


def test_read_also_with_a_body_in_another_language():
    told = read(
        "Chad and Ghana discuss grain transport\n"
        "The transport ministers of Chad and Ghana discussed grain on Monday.\n"
        "They will meet again in May.\n"
        "Tags: grain\nRead also\n"
        "Peru opens a new port in the south\n"
        "The president of Peru opened a port in the south before guests from four countries.\n"
        "The ceremony lasted two hours.\n"
    )
    assert [s.role for s in told.doc.stories] == ["main", "related"]
    assert told.body(0).endswith("again in May.")
    assert told.body(1).startswith("The president of Peru")


def test_list_of_headlines_is_furniture():
    told = read(
        "The envoy met the president on Tuesday. They discussed water.\n"
        "The talks lasted an hour.\nRead also\n"
        "Ten ships wait outside the northern harbour\n"
        "New bridge to open next month in the capital\n"
    )
    assert len(told.doc.stories) == 1
    assert told.body().endswith("lasted an hour.")


def test_promoted_headline_inside_an_article_does_not_end_it():
    told = read(
        "Envoy visits Lima for talks on water\n5 March 2024\n"
        "The envoy arrived in Lima on Tuesday for talks on water.\n"
        "He was received by the minister.\nRelated:\n"
        "Singer wins prize at festival of folk music\n"
        "The envoy told reporters afterwards that both sides wanted a treaty by summer.\n"
        "A draft has been ready since January, according to the ministry in Lima.\n"
    )
    assert len(told.doc.stories) == 1
    assert "draft has been ready" in told.body()
    assert "festival" not in told.body()


def test_headlines_with_dates_and_bodies_are_stories():
    told = read(
        "Storm delays summit in Manila\n10 June 2023\n"
        "Leaders postponed their summit in Manila on Saturday because of a storm.\n"
        "It will be held on Monday.\n"
        "River treaty signed in Accra\n9 June 2023\n"
        "Two ministers signed a river treaty in Accra on Friday after a year of talks.\n"
        "The treaty shares the water of the river.\n"
    )
    assert [s.title_text for s in told.doc.stories] == [
        "Storm delays summit in Manila",
        "River treaty signed in Accra",
    ]
    dates = [str(s.published.earliest) for s in told.doc.stories if s.published]
    assert dates == ["2023-06-10", "2023-06-09"]


@pytest.mark.parametrize(
    "raw",
    [
        "Spokesperson's press conference\n\nQ: Will you attend?\nA: We will decide soon.\n"
        "Q: Why so late?\nA: It depends on the weather.",
        "Joint statement on water\n\n1. The sides met in Oslo.\n2. They agreed.\n- One goal\n"
        "- Another goal\n\nDone in Oslo.",
        "Minister ends tour of three capitals\n\nThe minister came home on Friday.\n\n"
        "A long journey\n\nThe journey took him to Lima, Accra and Oslo in a week.\n\n"
        "What comes next\n\nParliament will hear him on Monday.",
    ],
)
def test_transcripts_lists_and_subheadings_are_one_story(raw):
    assert len(read(raw).doc.stories) == 1


def test_title_is_where_it_stands():
    told = read("Chad hosts water talks\n\nTalks on water began in Chad on Monday.")
    story = told.doc.stories[0]
    assert story.title is not None
    assert story.title.text(told.doc.raw) == "Chad hosts water talks"
    headline = told.doc.sentences[0]
    assert (headline.headline, headline.index, headline.paragraph) == (True, 0, -1)
    assert "Chad hosts" not in told.body()


@pytest.mark.parametrize(
    "raw",
    [
        "The envoy met the president on Tuesday.\nThey discussed water for an hour.",
        "ذكر الوزير أمس أن الميناء سيفتح قريبا.\nوأضاف أن العمل مستمر.",
        "ATTENTION - ADDS quotes ///\n2024-03-05\nThe envoy left on Monday.\nHe will return.",
    ],
)
def test_first_sentences_and_notes_are_no_titles(raw):
    assert read(raw).doc.title is None


def test_menu_words_above_the_headline_are_furniture():
    told = read(
        "Home\nWorld\nSport\nMinister visits Lima for trade talks\n5 March 2024\n"
        "The minister arrived in Lima on Monday. He stays two days."
    )
    assert told.doc.title == "Minister visits Lima for trade talks"
    assert told.body().startswith("The minister arrived")


def test_given_title_is_trusted_and_not_searched_for():
    told = read("Water talks\n\nTalks began on Monday.", title="Another title", language="en")
    assert told.doc.title == told.doc.stories[0].title_text == "Another title"
    assert told.doc.stories[0].title is None
    assert told.body().startswith("Water talks")


def test_given_title_that_opens_the_text_has_a_span():
    told = read("Water talks\nTalks began on Monday.", title="Water talks", language="en")
    assert told.doc.stories[0].title is not None
    assert told.body() == "Talks began on Monday."


def test_text_that_only_repeats_the_given_title_is_the_story():
    told = read("Talks on water begin", title="Talks on water begin", language="en")
    assert told.body() == "Talks on water begin"
