"""Whose words and deeds: "he", "his country", "the two sides", «بلاده», «الجانبان»."""

import pytest

from tests.extract.reading import read
from tests.extract.test_roles_and_status import happened

STAND_INS = [
    pytest.param(
        "en",
        "Chad expelled Sudan's envoy in retaliation for its attack on Niger.",
        {("ASSAULT", "SDN", "NER")},
        {("ASSAULT", "TCD", "NER")},
        id="what-is-answered-is-the-other's-deed",
    ),
    pytest.param(
        "ar",
        "فرضت كندا عقوبات على بيلاروسيا، ردا على هجومها على ليتوانيا.",
        {("ASSAULT", "BLR", "LTU")},
        {("ASSAULT", "CAN", "LTU")},
        id="what-is-answered-is-the-other's-deed-ar",
    ),
    pytest.param(
        "en",
        "Chad recalled its envoy after its attack on Niger.",
        {("ASSAULT", "TCD", "NER")},
        set(),
        id="what-is-not-answered-is-one's-own",
    ),
    pytest.param(
        "en",
        "Downing Street said the prime minister had condemned Mali.",
        {("ACCUSE", "GBR", "MLI")},
        set(),
        id="an-office-is-of-the-state-that-speaks-of-it",
    ),
    pytest.param(
        "en",
        "Tehran said the visiting president had condemned Mali.",
        set(),
        {("ACCUSE", "IRN", "MLI")},
        id="a-visitor-is-of-another-state",
    ),
    pytest.param(
        "en",
        "Poland's president toured the coast last week, meeting his Estonian and Latvian"
        " counterparts.",
        {("CONSULT", "EST", "POL")},
        {("CONSULT", "EST", "LVA")},
        id="counterparts-meet-whose-counterparts-they-are",
    ),
    pytest.param(
        "en",
        "Estonian and Latvian ministers met in Riga.",
        {("CONSULT", "EST", "LVA")},
        set(),
        id="ministers-of-two-states-meet-one-another",
    ),
    pytest.param(
        "en",
        "Boris Johnson met the Togolese Foreign Minister, Yao Kodjo, in London today. The "
        "Foreign Secretary confirmed the commitment of the UK to helping Togo.",
        {("AGREE", "GBR", "TGO")},
        {("AGREE", "TGO", "GBR")},
        id="an-office-in-other-words-is-the-other's",
    ),
    pytest.param(
        "en",
        "Nigerian President Bola Tinubu met the Togolese Foreign Minister, Yao Kodjo, in Abuja. "
        "The minister condemned Mali.",
        {("ACCUSE", "TGO", "MLI")},
        {("ACCUSE", "NGA", "MLI")},
        id="an-office-in-short-is-its-holder's",
    ),
    pytest.param(
        "en",
        '"Russia should withdraw its soldiers," Norwegian Foreign Minister Espen Barth Eide said.',
        {("REQUEST", "NOR", "RUS")},
        set(),
        id="whoever-speaks-stands-behind-the-quotation",
    ),
    pytest.param(
        "en",
        "Kenyan President William Ruto met Chad's foreign minister to condemn Rwanda.",
        {("ACCUSE", "KEN", "RWA")},
        {("ACCUSE", "TCD", "RWA")},
        id="an-infinitive-is-the-deed-of-its-verb's-subject",
    ),
    pytest.param(
        "en",
        "Brazil asked Peru to condemn Rwanda over the fighting.",
        {("REQUEST", "BRA", "PER")},
        {("ACCUSE", "BRA", "RWA"), ("ACCUSE", "PER", "RWA")},
        id="whoever-is-asked-has-not-acted",
    ),
    pytest.param(
        "en",
        "Storms in Ghana and Togo killed ten Frenchmen.",
        set(),
        {("ASSAULT", "TGO", "FRA"), ("ASSAULT", "GHA", "FRA")},
        id="places-of-a-list-do-nothing",
    ),
    pytest.param(
        "en",
        "Malaysian Foreign Minister Mohamad Hasan met his Myanmar counterpart in Kuala Lumpur. "
        "He condemned Israel over the strikes on Gaza.",
        {("ACCUSE", "MYS", "ISR")},
        {("ACCUSE", "MMR", "ISR"), ("ACCUSE", "MYS", "PSE")},
        id="he-is-the-subject-before",
    ),
    pytest.param(
        "en",
        "Irish Foreign Minister Micheal Martin met his Lebanese counterpart in Beirut. "
        "Martin said his country condemned Israel over the strikes.",
        {("ACCUSE", "IRL", "ISR")},
        {("ACCUSE", "LBN", "ISR")},
        id="his-country",
    ),
    pytest.param(
        "en",
        "Jordan's foreign minister met his Syrian counterpart in Amman. "
        "The two sides agreed to reopen the border crossing.",
        {("AGREE", "JOR", "SYR")},
        set(),
        id="the-two-sides",
    ),
    pytest.param(
        "en",
        "Brazilian President Lula da Silva met his Angolan counterpart in Luanda. "
        "The two leaders condemned Rwanda over the fighting.",
        {("ACCUSE", "BRA", "RWA"), ("ACCUSE", "AGO", "RWA")},
        {("ACCUSE", "BRA", "AGO")},
        id="the-two-leaders",
    ),
    pytest.param(
        "en",
        "Norway's foreign minister met his Qatari counterpart in Doha. He thanked Qatar for its "
        "mediation. He also urged Israel to let aid into Gaza.",
        {("SUPPORT", "NOR", "QAT"), ("REQUEST", "NOR", "ISR")},
        {("REQUEST", "QAT", "ISR"), ("RETREAT", "ISR", "PSE")},
        id="he-twice",
    ),
    pytest.param(
        "en",
        "Egypt's president met Turkish President Recep Tayyip Erdogan in Cairo. "
        "The Turkish president praised Egypt for its efforts.",
        {("SUPPORT", "TUR", "EGY")},
        {("SUPPORT", "EGY", "TUR")},
        id="the-guest-by-office",
    ),
    pytest.param(
        "en",
        "Armenia's prime minister said that Azerbaijan had shelled Armenia.",
        {("ASSAULT", "AZE", "ARM")},
        {("ASSAULT", "ARM", "AZE")},
        id="deed-inside-a-report",
    ),
    pytest.param(
        "en",
        "The Pakistani foreign minister told his Afghan counterpart that Pakistan condemned India.",
        {("ACCUSE", "PAK", "IND"), ("CONSULT", "AFG", "PAK")},
        {("ACCUSE", "AFG", "IND"), ("ACCUSE", "PAK", "AFG")},
        id="told-his-counterpart",
    ),
    pytest.param(
        "ar",
        "التقى وزير الخارجية الأيرلندي نظيره اللبناني في بيروت. "
        "وقال الوزير الأيرلندي إن بلاده تدين إسرائيل.",
        {("ACCUSE", "IRL", "ISR")},
        {("ACCUSE", "LBN", "ISR")},
        id="ar-his-country",
    ),
    pytest.param(
        "ar",
        "استقبل وزير الخارجية الأردني نظيره السوري في عمان. "
        "واتفق الجانبان على إعادة فتح المعبر الحدودي.",
        {("AGREE", "JOR", "SYR")},
        set(),
        id="ar-the-two-sides",
    ),
    pytest.param(
        "ar",
        "التقى الرئيس البرازيلي نظيره الأنغولي في لواندا. وأشاد الرئيسان بدور قطر في الوساطة.",
        {("SUPPORT", "BRA", "QAT"), ("SUPPORT", "AGO", "QAT")},
        set(),
        id="ar-the-two-presidents",
    ),
    pytest.param(
        "ar",
        "أكد وزير الخارجية الجزائري أن بلاده تدعم فلسطين.",
        {("SUPPORT", "DZA", "PSE")},
        set(),
        id="ar-his-country-in-one-sentence",
    ),
    pytest.param(
        "ar",
        "قال وزير الخارجية الصومالي إن بلاده ترفض مطالب إثيوبيا.",
        {("REJECT", "SOM", "ETH")},
        {("REJECT", "ETH", "SOM")},
        id="ar-his-country-refuses",
    ),
    pytest.param(
        "ar",
        "بحث وزير الخارجية العماني مع نظيره الإيراني الملف النووي، مؤكدا دعم بلاده لإيران.",
        {("SUPPORT", "OMN", "IRN"), ("CONSULT", "IRN", "OMN")},
        {("SUPPORT", "IRN", "OMN")},
        id="ar-participle-with-his-country",
    ),
    pytest.param(
        "ar",
        "التقى وزير الخارجية النرويجي نظيره القطري في الدوحة. وأشاد بدور قطر في الوساطة.",
        {("SUPPORT", "NOR", "QAT")},
        {("SUPPORT", "QAT", "NOR")},
        id="ar-subject-left-out",
    ),
    pytest.param(
        "ar",
        "التقى وزير الخارجية الكيني نظيره الأوغندي في نيروبي. وأشاد الوزير الأوغندي بدعم كينيا.",
        {("SUPPORT", "UGA", "KEN")},
        {("SUPPORT", "KEN", "UGA")},
        id="ar-the-guest-by-office",
    ),
]


@pytest.mark.parametrize(("language", "text", "told", "never"), STAND_INS)
def test_stand_ins(
    language: str, text: str, told: set[tuple[str, str, str]], never: set[tuple[str, str, str]]
) -> None:
    found = happened(text, language)
    assert told <= found
    assert not never & found


SPEAKERS = [
    (
        "en",
        "Indian External Affairs Minister Subrahmanyam Jaishankar met Maldivian Foreign Minister "
        "Moosa Zameer in Male. Jaishankar thanked the Maldives for its welcome.",
        "Subrahmanyam Jaishankar",
        "IND",
        "MDV",
    ),
    (
        "en",
        "Icelandic Foreign Minister Gudrun Palsdottir met Estonian Foreign Minister Karel Tammsoo "
        "in Reykjavik. Palsdottir thanked Tammsoo for his support.",
        "Gudrun Palsdottir",
        "ISL",
        "EST",
    ),
    (
        "ar",
        "التقى وزير الخارجية الأردني أيمن الصفدي نظيره المصري سامح شكري في القاهرة. "
        "وشكر الصفدي مصر على دورها.",
        "Ayman Safadi",
        "JOR",
        "EGY",
    ),
]


@pytest.mark.parametrize(("language", "text", "name", "side", "target"), SPEAKERS)
def test_statements_name_their_speaker(
    language: str, text: str, name: str, side: str, target: str
) -> None:
    reading = read(text, language)
    names = {e.id: e.name for e in reading.entities}
    statement = next(s for s in reading.statements if s.act == "SUPPORT")
    assert names[statement.speaker or ""].endswith(name.split()[-1])
    assert (statement.side, statement.target) == (side, target)
    event = next(e for e in reading.events if e.statement == statement.id)
    assert event.source_entity == statement.speaker


QUOTED = [
    ("en", 'Peru condemned Venezuela for its "shameful" treatment of the press.', True),
    ("en", "Peru condemned Venezuela for its treatment of the press.", False),
    ("ar", "أدانت بيرو فنزويلا بسبب «معاملتها المشينة» للصحافة.", True),
    ("ar", "أدانت بيرو فنزويلا بسبب معاملتها للصحافة.", False),
]


@pytest.mark.parametrize(("language", "text", "quoted"), QUOTED)
def test_own_words_are_marked(language: str, text: str, quoted: bool) -> None:
    statement = next(s for s in read(text, language).statements if s.act == "ACCUSE")
    assert statement.quoted is quoted
