"""Forms of verbs, demonyms and usual words in both languages."""

import csv
from importlib import resources

import pytest

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.lang.morphology import Lexicon, load_hooks

ARABIC = {
    "زار": "زارت زاروا زرت زرنا يزور تزور يزورون يزوروا يزر زيارة زيارات زائر زائرا",
    "قال": "قالت قالا قالوا قلت يقول أقول يقل قيل يقال قائلا قائلة",
    "قام": "قامت قمت يقوم يقم قيام قائم",
    "عاد": "عادت عادوا يعود يعودان عودة عائدا",
    "كان": "كانت كانا كانوا كنت كنا يكون تكون يكن يكونوا",
    "باع": "باعت بعنا يبيع بيع يباع",
    "نال": "نالت ينال نيل",
    "قاد": "قادت قادوا يقود قيادة قائد",
    "خاف": "خافت يخاف يخافون",
    "دعا": "دعت دعوا دعونا يدعو تدعو يدعون يدع دعي دعوة داعيا داعية",
    "نفى": "نفت نفوا نفينا ينفي تنفي ينفون نفي نافيا",
    "رأى": "رأت رأوا يرى ترى يرون رؤية",
    "بنى": "بنت بنوا يبني تبني بناء",
    "سعى": "سعت سعوا يسعى تسعى يسعون يسعيان سعي ساعيا",
    "رمى": "رمت يرمي يرم رمي",
    "قضى": "قضت يقضي قضي",
    "بقي": "بقيت بقوا يبقى تبقى يبق بقاء",
    "لقي": "لقيت لقوا يلقى",
    "جرى": "جرت يجري تجري يجر جرى",
    "أجرى": "أجرت أجريا أجروا أجريت يجري تجري يجرون أجري إجراء",
    "أبدى": "أبدت أبدوا يبدي تبدي إبداء مبديا",
    "ألقى": "ألقت يلقي إلقاء",
    "ألغى": "ألغت ألغوا يلغي إلغاء",
    "أنهى": "أنهت ينهي إنهاء",
    "أعطى": "أعطت أعطينا يعطي يعطوا",
    "أدان": "أدانت أدانوا أدنا يدين تدين إدانة أدين مدينا",
    "أشار": "أشارت أشارا يشير تشير إشارة مشيرا مشيرين",
    "أشاد": "أشادت أشادوا يشيد إشادة مشيدا",
    "أفاد": "أفادت يفيد تفيد",
    "أضاف": "أضافت يضيف مضيفا",
    "أعاد": "أعادت يعيد إعادة",
    "أراد": "أرادت يريد نريد يرد",
    "أكد": "أكدت أكدا أكدوا يؤكد تؤكد تأكيد مؤكدا مؤكدة مؤكدين",
    "أيد": "أيدت يؤيد تأييد مؤيدا",
    "أدى": "أدت يؤدي تؤدي",
    "أخذ": "أخذت يأخذ تأخذ آخذ أخذ",
    "بدأ": "بدأت بدأوا يبدأ تبدأ بدء",
    "هنأ": "هنأت هنأوا يهنئ تهنئة مهنئا",
    "أنشأ": "أنشأت ينشئ إنشاء",
    "أرجأ": "أرجأت يرجئ إرجاء",
    "التقى": "التقت التقيا التقوا التقينا يلتقي تلتقي يلتق يلتقيان يلتقون التقاء لقاء لقاءات",
    "استدعى": "استدعت استدعوا يستدعي تستدعي استدعي استدعاء",
    "تلقى": "تلقت تلقوا يتلقى تتلقى تلقي",
    "تبنى": "تبنت يتبنى",
    "تصدى": "تصدت يتصدى",
    "انتهى": "انتهت ينتهي انتهاء",
    "ادعى": "ادعت يدعي ادعاء",
    "حث": "حثت حثوا حثثت يحث تحث حاثا",
    "رد": "ردت يرد ردوا",
    "شن": "شنت شنوا يشن",
    "استمر": "استمرت استمررت يستمر استمرار مستمرا",
    "احتل": "احتلت يحتل احتلال محتلة",
    "انضم": "انضمت ينضم انضمام",
    "استعاد": "استعادت يستعيد استعادة استعيد",
    "استضاف": "استضافت يستضيف استضافة",
    "اختار": "اختارت اخترنا يختار اختيار",
    "اغتال": "اغتالت يغتال اغتيال اغتيل",
    "وصل": "وصلت وصلا وصلوا يصل تصل يصلون وصول واصلا",
    "وضع": "وضعت يضع وضع يوضع",
    "وعد": "وعدت يعد وعد",
    "وقف": "وقفت يقف",
    "أوقف": "أوقفت يوقف إيقاف",
    "شارك": "شاركت يشارك مشاركة مشاركا",
    "ناقش": "ناقشا نوقش يناقش مناقشة مناقشات",
    "تباحث": "تباحثا يتباحث تباحث",
    "عزى": "عزت يعزي تعزية معزيا",
    "آوى": "آوت يؤوي",
    "سأل": "سألت يسأل سؤال",
    "سيطر": "سيطرت يسيطر سيطرة",
    "ترأس": "ترأست يترأس",
    "استأنف": "استأنفت يستأنف استئناف",
    "توفي": "توفيت يتوفى وفاة",
}  # fmt: skip

ENGLISH = {
    "hold": "hold holds holding held",
    "meet": "meets meeting met",
    "write": "writes writing wrote written",
    "deny": "denies denied denying",
    "begin": "began begun beginning",
    "withdraw": "withdrew withdrawn withdrawing",
    "send": "sent",
    "be": "is are was were been being",
    "have": "has had having",
    "travel": "traveled travelled traveling travelling",
    "permit": "permitted permitting",
    "visit": "visited visiting",
    "agree": "agreed agreeing",
    "die": "died dying",
    "impose": "imposed imposing",
    "launch": "launches launched",
    "veto": "vetoes vetoed",
    "seek": "sought",
    "flee": "fled fleeing",
    "overthrow": "overthrew overthrown",
}


@pytest.mark.parametrize(("code", "table"), [("ar", ARABIC), ("en", ENGLISH)])
def test_every_form_leads_back_to_its_verb(code: str, table: dict[str, str]) -> None:
    lexicon = Lexicon.for_language(code)
    missing = [
        (lemma, form)
        for lemma, forms in table.items()
        for form in forms.split()
        if lemma not in {a.lemma for a in lexicon.analyses(fold(form))}
    ]
    assert missing == []


@pytest.mark.parametrize("code", ["ar", "en"])
def test_tables_are_clean_and_wide(code: str) -> None:
    root = resources.files("dragoman.lang.packs") / code
    for name, least in (("verbs.csv", 330), ("words.csv", 800)):
        rows = list(csv.reader((root / name).read_text(encoding="utf-8").splitlines()))
        assert len(rows) > least
        assert len({tuple(row[:2]) for row in rows}) == len(rows)
        assert {len(row) for row in rows} == {len(rows[0])}
        assert rows[1:] == sorted(rows[1:])


def _read(code: str, form: str, lemma: str) -> set[tuple[str, str, str, int, str]]:
    return {
        (a.tense, a.voice, a.number, a.person, a.gender)
        for a in Lexicon.for_language(code).analyses(fold(form))
        if a.lemma == lemma
    }


def test_features_of_arabic_forms() -> None:
    assert ("past", "either", "sg", 3, "f") in _read("ar", "أعلنت", "أعلن")
    assert ("past", "active", "sg", 3, "m") in _read("ar", "وصل", "وصل")
    assert ("past", "passive", "sg", 3, "m") in _read("ar", "أدين", "أدان")
    assert ("present", "passive", "sg", 3, "m") in _read("ar", "يقال", "قال")
    assert ("present", "active", "pl", 3, "m") in _read("ar", "يزورون", "زار")
    assert ("verbal-noun", "either", "pl", 0, "") in _read("ar", "زيارات", "زار")
    assert ("participle", "either", "sg", 0, "f") in _read("ar", "مؤكدة", "أكد")
    assert ("passive-participle", "passive", "sg", 0, "m") in _read("ar", "مرفوض", "رفض")


def test_short_spellings_are_jussive_only() -> None:
    moods = {a.mood for a in Lexicon.for_language("ar").analyses("يزر") if a.lemma == "زار"}
    assert moods == {"jussive"}


def test_nominal_forms_are_found_with_their_article_and_finite_ones_are_not() -> None:
    lexicon = Lexicon.for_language("ar")
    assert any(a.lemma == "أكد" for a in lexicon.analyses(fold("التأكيد")))
    assert not any(a.finite for a in lexicon.analyses(fold("اليزور")))


def test_english_past_and_participle_written_alike_are_left_open() -> None:
    assert ("past", "either", "any", 0, "") in _read("en", "held", "hold")
    assert ("past", "active", "any", 0, "") in _read("en", "wrote", "write")
    assert ("passive-participle", "either", "any", 0, "") in _read("en", "written", "write")


@pytest.mark.parametrize(
    ("code", "word", "expected"),
    [
        ("ar", "الحكومة", True),
        ("ar", "سياسية", True),
        ("ar", "استقبلت", True),
        ("ar", "محمد", False),
        ("ar", "سلمان", False),
        ("ar", "خالد", False),
        ("en", "however", True),
        ("en", "ministries", True),
        ("en", "kamikawa", False),
        ("en", "jordan", False),
    ],
)
def test_words_are_told_from_names(code: str, word: str, expected: bool) -> None:
    assert Lexicon.for_language(code).is_word(fold(word)) is expected


def test_arabic_demonyms_are_declined() -> None:
    forms = {
        form: (gender, number) for form, gender, number in load_hooks("ar").decline_nisba("ياباني")
    }
    assert forms["ياباني"] == forms["الياباني"] == forms["يابانيا"] == ("m", "sg")
    assert forms["يابانية"] == forms["اليابانية"] == ("f", "sg")
    assert forms["يابانيان"] == ("m", "du")
    assert forms["اليابانيين"] == forms["يابانيون"] == ("m", "pl")
    assert forms["يابانيتين"] == forms["اليابانيتان"] == ("f", "du")
    assert forms["اليابانيات"] == ("f", "pl")


def test_arabic_demonyms_of_two_words_agree() -> None:
    forms = {form for form, _, _ in load_hooks("ar").decline_nisba("كوري جنوبي")}
    assert {"كورية جنوبية", "الكوري الجنوبي", "الكورية الجنوبية", "الكوريين الجنوبيين"} <= forms


def test_english_demonyms_do_not_change() -> None:
    assert list(load_hooks("en").decline_nisba("Japanese")) == [("Japanese", "", "any")]


def test_a_language_without_a_pack_is_reported() -> None:
    with pytest.raises(DataError, match="add"):
        Lexicon.for_language("xx")
