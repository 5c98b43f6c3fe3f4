"""Deeds that are told only to be denied, and verbs of denial that turn nobody down."""

import pytest

from tests.extract.reading import read

DENIED = [
    ("en", "Russia denies Putin threatened Boris Johnson with a missile attack.", "THREATEN"),
    ("en", "Cuba denied reports that it had signed a deal with China.", "SUPPORT"),
    ("en", "A Chadian official issued a denial of a story that alleged Chad and Niger had reached"
     " an agreement.", "AGREE"),
    ("en", "Tehran rejected as baseless a report that Iran had supplied missiles to Russia.",
     "AID"),
    ("en", "There was no truth in reports that Oman had expelled the Syrian envoy, Muscat said.",
     "SANCTION"),
    ("ar", "نفت موسكو صحة التقارير التي أفادت بأن روسيا هددت بريطانيا بضربة صاروخية.", "THREATEN"),
    ("ar", "نفى الكرملين مزاعم بأن بوتين طلب من الصين طائرات مسيرة.", "REQUEST"),
    ("ar", "وفندت تركيا ادعاءات بأن قواتها قصفت قرية عراقية.", "ASSAULT"),
    ("ar", "ونفى لافروف ما نشرته الصحف من أن روسيا سلمت إيران صواريخ.", "COOPERATE"),
]  # fmt: skip

TOLD = [
    ("en", "Chad did not dismiss reports that it had asked China for help.",
     ("REQUEST", "TCD", "CHN")),
    ("en", "Iran rejected reports and urged Iraq to act.", ("REQUEST", "IRN", "IRQ")),
    ("en", "Jordan denied visas to Syrians and criticised Iran.", ("ACCUSE", "JOR", "IRN")),
    ("en", "Poland rejected a Russian report that blamed Ukraine.", ("REJECT", "POL", "RUS")),
    ("en", "Qatar rejected an accusation by Egypt.", ("REJECT", "QAT", "EGY")),
    ("ar", "رفضت قطر اتهامات مصر.", ("REJECT", "QAT", "EGY")),
    ("en", "Peru accuses Chile of spying, a charge rejected by Santiago.",
     ("REJECT", "CHL", "PER")),
    ("en", "Lima has accused Chile of spying, allegations which Santiago has dismissed.",
     ("REJECT", "CHL", "PER")),
    ("en", "Togo said Ghana had violated its airspace, a claim Accra denies.",
     ("REJECT", "GHA", "TGO")),
    ("en", "Nepal accused India of moving markers. India's envoy denied the accusation.",
     ("REJECT", "IND", "NPL")),
    ("ar", "اتهمت كينيا أوغندا بإيواء المتمردين. ونفت كمبالا هذه الاتهامات.",
     ("REJECT", "UGA", "KEN")),
    ("ar", "كذبت تونس الأنباء، فيما اتهم وزير الداخلية الليبي تونس بالتحريض.",
     ("ACCUSE", "LBY", "TUN")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), DENIED)
def test_what_is_denied_was_not_done(language, text, kind):
    told = {e.type for e in read(text, language).events if e.status == "happened"}
    assert kind not in told
    assert any(e.status == "denied" for e in read(text, language).events)


@pytest.mark.parametrize(("language", "text", "event"), TOLD)
def test_what_is_told_beside_a_denial_was_done(language, text, event):
    told = {(e.type, e.source, e.target) for e in read(text, language).events
            if e.status == "happened"}  # fmt: skip
    assert event in told


@pytest.mark.parametrize(
    "text",
    [
        "Mali accused Niger of theft. Chad rejected the charge.",
        "Mali denied the accusation that the firm had raised.",
    ],
)
def test_who_was_not_accused_answers_nobody(text):
    assert not [e for e in read(text, "en").events if e.type == "REJECT"]


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin dismissed claims that it had asked China for drones.",
        "Turkey dismissed suggestions that it would attack Syria.",
    ],
)
def test_sides_of_the_report_are_turned_down_by_nobody(text):
    assert not [e for e in read(text, "en").events if e.status == "happened"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("If Chad builds the dam, relations will suffer, the Libyan foreign ministry said.", True),
        ("If Chad built the dam, Libya would bear the consequences, the report said.", False),
        ("If it rains, relations will suffer, the Libyan foreign ministry said.", False),
    ],
)
def test_condition_ahead_tells_whom_a_threat_is_for(text: str, told: bool) -> None:
    threats = [e for e in read(text, "en").events if e.type == "THREATEN"]
    assert any((e.source, e.target) == ("LBY", "TCD") for e in threats) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile to strengthen ties with Peru", True),
        ("Chile will strengthen ties with Peru.", True),
        ("Brazil worked with Chile to strengthen ties with Peru.", False),
    ],
)
def test_infinitive_of_a_headline_promises(text: str, told: bool) -> None:
    promises = [e for e in read(text, "en").events if e.type == "AGREE"]
    assert any({e.source, e.target} == {"CHL", "PER"} for e in promises) is told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya asked Ghana for rice. Accra turned down the request.", ("REJECT", "GHA", "KEN")),
        ("Kenya urged Ghana to free the crew, but Accra has refused to do so.",
         ("REJECT", "GHA", "KEN")),
        ("Kenya demanded that Ghana free the crew. Accra bowed to the demand.",
         ("AGREE", "GHA", "KEN")),
    ],
)  # fmt: skip
def test_who_answers_a_request_answers_whoever_made_it(text, event):
    assert event in {(e.type, e.source, e.target) for e in read(text, "en").events}


def test_who_was_not_asked_turns_nobody_down():
    text = "Kenya asked Ghana for rice. Peru turned down the request."
    assert not [e for e in read(text, "en").events if e.type == "REJECT"]
