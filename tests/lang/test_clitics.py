"""Splitting what is written together; offsets point into the raw word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.core.fold import fold
from dragoman.lang.clitics import Clitics, Piece
from dragoman.lang.morphology import Lexicon

NAMED = """
الكويت اليابان الصين مصر قطر لبنان ليبيا كوريا كييف فرنسا سوريا إيران أوكرانيا روسيا باريس
بلجيكا واشنطن كيري بوتين سلمان بايدن لافروف روحاني ياباني كويتي سعودي محمد وات كالي
"""

NAMES = {fold(name) for name in NAMED.split()}

WHOLE = """
وزير وفد ولي وصل وكالة بحث لبنان ليبيا كوريا كييف كيري بوتين فرنسا سلمان سوريا وليام فيصل
كمال وسام ولد وجه وقف وضع وعد وسط وصف وفق وقت وثيقة وساطة وحدة فقط فقد فيما فوز فتح فريق
فصائل بلد بيان بعد بدء بناء بيت برنامج لجنة لقاء لكن كما كل كبير كلمة كتاب سنة سفير سياسة
سلام سيارة سوق روحاني سليماني بايدن لافروف عسكري كامل باسم والد واشنطن وزيرة فئة معنى وحيد
فهد لابد
"""

SPLIT = """
و+الكويت و+بحث ل+لولايات ب+المملكة و+ل+ليابان و+س+يزور و+لقائ+ه ف+استقبل ك+الصين و+أكدا
و+أعرب نظير+ه ب+لقائ+ه و+مصر و+قطر و+التقى بلاد+ه ل+لرد و+ل+لشعب و+الدولية و+اتهم س+يسهم
ب+أن+ه و+أن+ها و+نظير+ه ب+دور+ه وزير+ه أجرا+ها دعا+ه التقا+ه استقبلو+ه زيارت+ها ل+لأزمة
ل+لدول ل+لحركة ل+لقاء ل+لبنان قيمت+ها و+شن ل+شن و+هل ل+يتم و+إلى و+دعا علي+ه من+ه إلي+ها
لدي+هم بين+هما ل+ه ب+ها و+ل+ه ل+أن ل+أن+ه و+ب+التعاون ف+س+يبحث و+مبعوث+ها لقائ+هما قلق+ها
أبلغ+ه و+وزير+ها و+بلجيكا و+لبنان ل+أوكرانيا ل+كييف ب+باريس و+باريس و+الوزيران مستوا+ها
أعضائ+ه شركائ+ها و+حلفائ+هم و+دعم+ها و+التموضع ب+التموضع ل+لتموضع و+س+يلتقي س+يستقبل
و+س+نعمل و+استقبل+ه ل+استقبال+ه و+رحب ف+أكد و+في و+قد و+لم ف+إن ل+إيران و+مواطني+ها
ب+مشاركت+ه و+حكومت+ه رئيس+ها إدانت+ه و+وصل ل+أي ف+هو
"""

CORES = {
    "للولايات": "الولايات",
    "للأزمة": "الأزمة",
    "زيارتها": "زيارة",
    "لقائهما": "لقاء",
    "أجراها": "أجرى",
    "استقبلوه": "استقبلوا",
    "مستواها": "مستوى",
    "للبنان": "لبنان",
}


def known(word: str) -> bool:
    return word in NAMES or Lexicon.for_language("ar").is_word(word)


def split(raw: str) -> tuple[Piece, ...]:
    return Clitics.for_language("ar").split(raw, fold(raw), known)


@pytest.mark.parametrize("word", WHOLE.split())
def test_words_that_stay_whole(word: str) -> None:
    assert split(word) == (Piece(0, len(word), fold(word), "core"),)


@pytest.mark.parametrize("parts", SPLIT.split())
def test_words_that_are_cut(parts: str) -> None:
    raw = parts.replace("+", "")
    assert "+".join(raw[p.start : p.end] for p in split(raw)) == parts


@pytest.mark.parametrize(("raw", "core"), CORES.items())
def test_cores_are_given_as_the_dictionaries_know_them(raw: str, core: str) -> None:
    assert [p.norm for p in split(raw) if p.role == "core"] == [fold(core)]


def test_roles() -> None:
    assert [p.role for p in split("وسيستقبله")] == ["conj", "future", "core", "object"]
    assert [p.role for p in split("ولقائه")] == ["conj", "core", "possessive"]
    assert [p.role for p in split("بها")] == ["prep", "object"]
    assert [p.role for p in split("عليه")] == ["core", "object"]


def test_marks_stay_with_the_letter_before_them() -> None:
    raw = "وَالكُوَيْتُ"
    first, second = split(raw)
    assert (raw[first.start : first.end], raw[second.start : second.end]) == ("وَ", "الكُوَيْتُ")


def test_a_name_is_not_cut_by_a_word_inside_it() -> None:
    assert len(split("كمال")) == 1
    assert len(split("باراك")) == 1


def test_english_words_are_left_alone() -> None:
    pieces = Clitics.for_language("en").split("Within", "within", lambda _: False)
    assert pieces == (Piece(0, 6, "within", "core"),)


@given(st.text(alphabet="وفبلكسالمنتيهةىأإءرحَّـ", min_size=1, max_size=10))
def test_pieces_cover_the_word_in_order(raw: str) -> None:
    if not fold(raw):
        return
    pieces = split(raw)
    assert pieces[0].start == 0
    assert pieces[-1].end == len(raw)
    assert all(a.end == b.start for a, b in pairwise(pieces))
    assert all(p.start < p.end and p.norm for p in pieces)
