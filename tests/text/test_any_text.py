from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.reading import read

PIECES = [
    "Read also", "إقرأ أيضاً:", "Comments (0)", "أضف تعليقا", "Source: Reuters", "المصدر: واس",
    "5 March 2024", "13 May 202", "تاريخ النشر: 5 مارس 2024", "- 10:30Talks begin in the capital",
    "Next Previous", "\\###", "ACCRA, March 3 (Xinhua) --", "القاهرة - أ ف ب:", "(Reuters) -", "Q:",
    "Tags: water", "https://a.example/2024/03/05/x", "The envoy met the minister in Lima.", "U.S.",
    "قال الوزير إن اللقاء كان مفيدا.", "Talks on water open in Accra", "وزيرة النقل تزور ليما",
    "خلال اللقاء", "Follow us on Facebook", "...المزيد", "Mr. J.", "\u200f",
    "ـ", "،", "؟", "''", "\x0b",
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(["\n", "\n\n", " ", "\r\n", "  "]),
        st.text(alphabet="ab Zé.,-:()«»\"'\n0123456789ابتهـُ\u2028", max_size=20),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read(raw):
    doc = read(raw).doc
    assert doc.raw == raw
    end = 0
    for story in doc.stories:
        assert story.paragraphs
        for paragraph in story.paragraphs:
            assert end <= paragraph.start < paragraph.end <= len(raw)
            end = paragraph.end
        titles = [s.title for s in doc.stories if s.title]
        assert not any(t.meets(p) for t in titles for p in story.paragraphs)
    for sentence in doc.sentences:
        assert sentence.span.end <= len(raw)
        at = sentence.span.start
        for token in sentence.tokens:
            assert at <= token.start < token.end <= sentence.span.end
            assert token.norm
            at = token.end
    for note in doc.notes:
        assert note.span is None or note.span.end <= len(raw)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_arbitrary_characters_never_break_it(raw):
    read(raw)
