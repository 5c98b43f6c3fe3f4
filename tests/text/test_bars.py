import pytest

from dragoman.text.bars import bar_kind
from dragoman.text.furniture import classify
from tests.text.reading import read

BODY = "The two ministers met in Lima on Monday and spoke about fishing.\nThe talks took an hour."
HEADLINE = "Ghana and Peru agree on fishing quotas"


@pytest.mark.parametrize(
    "line",
    [
        "Home | World | Fishing | Sport",
        "Home > Politics > Ghana and Peru agree on fishing quotas",
        "Home » News » Africa",
        "News • Business • Culture",
        "World › Africa",
        "Home / News / Ministers meet in Lima",
        "Home News World Sport",
        "Politics | Peru | Fishing | Ports",
        "Home - World - Business - Opinion",
        "الرئيسية - محليات - اقتصاد - صيد - رياضة",
        "الرئيسية | سياسة | ثقافة",
        "الرئيسية › أخبار › الوزيران يلتقيان في ليما",
        "أخبار • اقتصاد • رياضة",
        "الرئيسية سياسة اقتصاد رياضة",
        "Text size A A A",
        "Text size: A- A+",
        "A A A",
        "Font size",
        "حجم الخط: أ أ أ",
        "تكبير الخط | تصغير الخط",
    ],
)
def test_menus_and_letter_sizes(line):
    assert bar_kind(line) == "nav"


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook | Share on X | Send by e-mail",
        "Share: Facebook Twitter WhatsApp",
        "Facebook | X | Telegram",
        "Facebook, WhatsApp and Telegram",
        "Share this article on LinkedIn |",
        "Share on Facebook |",
        "شارك الخبر: فيسبوك | إكس | واتساب",
        "شارك المقال عبر واتساب",
        "فيسبوك تويتر تلغرام",
        "انشر على: فيسبوك - تويتر",
    ],
)
def test_share_bars(line):
    assert classify(line)[0].kind == "social"


@pytest.mark.parametrize(
    "line",
    [
        "Follow the Coast Gazette on WhatsApp",
        "Follow Coast Gazette via our app for more news",
        "تابع صحيفة الجبل عبر تطبيق الهاتف",
        "تابعوا جريدة الجبل على فيسبوك وتويتر",
        "تابع الجبل على واتساب",
    ],
)
def test_lines_that_ask_to_follow_any_publisher(line):
    assert classify(line)[0].kind in ("social", "promo")


@pytest.mark.parametrize(
    "line",
    [
        "Ministers share views on Facebook and Telegram rules",
        "Lima | Ghana and Peru agree on fishing quotas",
        "Peru | Ghana | Chile | Bolivia",
        "Ghana - Peru - Chile",
        "World business leaders meet in Lima",
        "World Sport",
        "A small medium",
        "Ghana opens its embassy - a first for the region",
        "تابع الوزير عبر الهاتف سير المحادثات في ليما",
        "تابع المبعوث تطورات المحادثات مع نظيره",
        "شارك الوزير في مؤتمر عن فيسبوك وتويتر",
        "الرياضة والثقافة في خدمة السلام",
        "غانا - بيرو - تشيلي",
    ],
)
def test_other_lines_with_such_words_stay(line):
    assert classify(line)[0].kind == "text"


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Coast Gazette\nHome | World | Business", "Coast Gazette"),
        ("The Northern Ledger\nAdvertisement", "The Northern Ledger"),
        ("Coast Gazette\nWorld\nCoast Gazette", "Coast Gazette"),
        ("صحيفة الجبل\nالرئيسية - أخبار - رياضة", "صحيفة الجبل"),
        ("Home | World | Business", None),
    ],
)
def test_site_names_and_menus_are_no_headlines(above, outlet):
    told = read(f"{above}\n{HEADLINE}\n{BODY}")
    assert told.doc.title == HEADLINE
    assert told.body() == BODY
    assert told.doc.outlet == outlet


@pytest.mark.parametrize("proof", ["Source: Insula", "https://insula.example/a/1.html"])
def test_a_name_said_again_on_the_page_is_the_site_s(proof):
    told = read(f"Insula\n{HEADLINE}\n{BODY}\n{proof}")
    assert (told.doc.title, told.body()) == (HEADLINE, BODY)


def test_a_whole_page_of_bars():
    told = read(
        "Menu\nThe Lima Chronicle\nTuesday, March 5, 2024\nHome » World » Africa\n"
        f"{HEADLINE}\nBy Anna Kovacs\nShare\nFacebook\nX\nWhatsApp\n"
        "LIMA, March 5 (Andes Wire) — The ministers of Ghana and Peru agreed on quotas.\n"
        "Follow The Lima Chronicle on X, Facebook and Instagram\nThe talks took two days.\n"
        "© 2024 The Lima Chronicle. All rights reserved\nHome | About us | Contact us\n"
        "This page was last updated on 3 January 2025"
    )
    assert (told.doc.title, told.doc.outlet) == (HEADLINE, "The Lima Chronicle")
    assert told.doc.agency == "Andes Wire"
    assert told.sentences() == [
        "The ministers of Ghana and Peru agreed on quotas.",
        "The talks took two days.",
    ]
    assert str(told.day) == "2024-03-05"


def test_headlines_with_a_publisher_s_word_stay():
    headline = "Envoy speaks to the Coast Gazette"
    assert read(f"{headline}\n{BODY}").doc.title == headline
    assert read(f"Lima Hosts Daily News\n{BODY}").doc.title == "Lima Hosts Daily News"


def test_an_agency_named_as_the_source_is_no_publisher():
    told = read(f"{HEADLINE}\nSource : Andes Press Agency\n{BODY}")
    assert (told.doc.agency, told.doc.outlet) == ("Andes Press Agency", None)
    told = read(
        "الوزيران يلتقيان في ليما\nالمصدر: وكالة الجبل للأنباء\nالتقى الوزيران أمس في ليما."
    )
    assert (told.doc.agency, told.doc.outlet) == ("وكالة الجبل للأنباء", None)
