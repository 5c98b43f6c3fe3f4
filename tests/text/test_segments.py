import pytest

from dragoman.text.segments import LONGEST_SENTENCE, sentence_spans, tokens_of
from tests.text.reading import read


def split(text, code):
    return [s.text(text) for s in sentence_spans(text, 0, len(text), code)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Gen. Rahimi met U.S. envoys in Washington, D.C.", "They spoke at 5 p.m. Monday."],
        ["Mr. J. K. Abe Jr. agreed.", "He left."],
        ["The U.S. President came.", "See No. 5 of Oct. 7."],
        ['"Why?" he asked.', 'He said "We go."', "They went."],
        ["It fell by 1.5 percent...", "Nobody knew why."],
        ["1. The sides met.", "They agreed."],
    ],
)
def test_sentences_with_abbreviations_and_quotes(sentences):
    assert split(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["قال د. سليم إن اللقاء انتهى.", "وعاد أمس."],
        ["حضر أ.د. كريم اللقاء.", "هل يعود؟", "لا أحد يعلم!"],
        ["قال «سنعود.»", "ثم غادر القاعة."],
        ["عاد الوزير ..", "وبقي الوفد."],
    ],
)
def test_sentences_in_the_other_direction(sentences):
    assert split(" ".join(sentences), "ar") == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Park Kyung- soo left", ["park", "kyung-soo", "left"]),
        ("a war- torn state", ["a", "war-torn", "state"]),
        ("low- and middle-income", ["low", "-", "and", "middle-income"]),
        ("he came- in time", ["he", "came", "-", "in", "time"]),
        ("May 5- talks", ["may", "5", "-", "talks"]),
    ],
)
def test_words_that_a_wire_left_open_behind_their_hyphen(text, words):
    assert [t.norm for t in tokens_of(text, 0, len(text), "en")] == words


def test_sentences_run_together_are_parted():
    assert split("They signed.The envoy left.", "en") == ["They signed.", "The envoy left."]
    assert split("وقعوا الاتفاق.وغادر الوفد.", "ar") == ["وقعوا الاتفاق.", "وغادر الوفد."]
    assert split("See example.com for more.", "en") == ["See example.com for more."]


def test_very_long_sentences_are_cut_at_semicolons():
    text = "one two three four; " * 100
    pieces = split(text, "en")
    assert len(pieces) > 1
    assert all(len(p) <= LONGEST_SENTENCE for p in pieces)
    assert all(p.endswith(";") for p in pieces)


def words(text, code):
    return [text[t.start : t.end] for t in tokens_of(text, 0, len(text), code)]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("the minister's aide", "en", ["the", "minister", "'s", "aide"]),
        ("the minister’s aide", "en", ["the", "minister", "’s", "aide"]),
        ("Palestinians' hopes", "en", ["Palestinians", "'", "hopes"]),
        ("U.S. and U.K.", "en", ["U.S.", "and", "U.K."]),
        ("two-state 5+1 2+2", "en", ["two-state", "5+1", "2+2"]),
        ("10% of 1,234.5", "en", ["10", "%", "of", "1,234.5"]),
        ("O'Neil don't Sana'a", "en", ["O'Neil", "don't", "Sana'a"]),
        ("a (b), c.", "en", ["a", "(", "b", ")", ",", "c", "."]),
        ("التعاون، والسلام؛", "ar", ["التعاون", "،", "والسلام", "؛"]),
        ("الياباني-الأمريكي", "ar", ["الياباني", "-", "الأمريكي"]),
    ],
)
def test_tokens(text, code, expected):
    assert words(text, code) == expected


def test_token_fields():
    first, second, third = tokens_of("Envoy’s 12", 0, 10, "en")
    assert (first.norm, first.kind, first.capital, first.glued) == ("envoy", "word", True, False)
    assert (second.norm, second.kind, second.glued) == ("'s", "word", True)
    assert (third.norm, third.kind, third.glued) == ("12", "number", False)
    (marked,) = tokens_of("المملكةُ", 0, 8, "ar")
    assert marked.norm == "المملكه"


def test_wrapped_lines_are_one_sentence_stretch():
    told = read(
        "Readout of the meeting in Accra\n\n"
        "The ministers met today in Accra and reviewed the work that was done on\n"
        "the fishing treaty since their last meeting, which was held in the town\n"
        "of Lima in the spring of last year.\n\nThey will meet again."
    )
    assert len(told.doc.stories[0].paragraphs) == 2
    assert len(told.sentences()) == 2


def test_one_paragraph_a_line_in_other_dumps():
    told = read(
        "Talks in Lima\nThe envoy came. He spoke.\nHe left on Monday.\nNobody followed him."
    )
    assert len(told.doc.stories[0].paragraphs) == 3
