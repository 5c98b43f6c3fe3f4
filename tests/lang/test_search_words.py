"""Words made alike for searching, in both languages."""

import pytest

from dragoman.lang.search_words import asked_words, indexed_words


def found(query, text, language):
    held = set(indexed_words([(text, language)]).split())
    return all(held & set(stems) for stems in asked_words(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("meeting", "They were meeting"),
        ("meetings", "a meeting"),
        ("planned visits", "planning to visit"),
        ("embassies", "The Embassy reopened"),
        ("agree", "both agreed"),
        ("supplies", "a supply line"),
        ("MINISTER", "the ministers' talks"),
    ],
)
def test_english_forms_meet(query, text):
    assert found(query, text, "en")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("السفارات", "إعادة فتح سفارتيهما"),
        ("سفارة", "فتح السفارتين"),
        ("مصر", "وبمصر أيضاً"),
        ("وزير", "للوزير الياباني"),
        ("الوزيرة", "قال وزير الخارجية"),
        ("اليابانيين", "اليابان"),
        ("محادثات", "وأجرى محادثة"),
        ("الأردنّ", "في الاردن"),
        ("وزارة", "بيان وزارته"),
    ],
)
def test_arabic_forms_meet(query, text):
    assert found(query, text, "ar")


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("Oman", "a woman", "en"),
        ("status", "a statue", "en"),
        ("visit", "a vista", "en"),
        ("وزير", "وزارة", "ar"),
        ("مصر", "مصير البلاد", "ar"),
        ("اليمن", "اليمين", "ar"),
    ],
)
def test_other_words_do_not_meet(query, text, language):
    assert not found(query, text, language)


def test_names_without_a_language_are_found_as_they_are():
    assert found("Abbas", "Abbas", None)
    assert found("عباس", "عباس", None)
