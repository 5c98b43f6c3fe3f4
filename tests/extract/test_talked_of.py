"""What was talked about at an engagement, and what only stands near it."""

from tests.extract.reading import read


def _topics(text: str, kind: str, title: str | None = None, language: str = "en") -> set[str]:
    found = read(text, language, title=title).engagements
    return {t for e in found if e.kind == kind for t in e.topics}


def test_what_follows_a_contact_in_the_lead_is_talked_of() -> None:
    """The next two sentences of a readout, and later ones in which things are discussed."""
    text = (
        "Kenya's President William Ruto received the Japanese foreign minister in Nairobi on "
        "Tuesday. The two leaders reviewed farming and irrigation projects. Ruto said he hoped "
        "for more tourists. He thanked Japan. The talks also covered cybersecurity."
    )
    assert {"agriculture_food", "tourism_sport", "cyber"} <= _topics(text, "meeting")


def test_what_the_story_goes_on_to_tell_is_not() -> None:
    """Sentences further on in which others speak of other things."""
    text = (
        "Kenya's President William Ruto received the Japanese foreign minister in Nairobi on "
        "Tuesday to discuss farming. He thanked Japan. The guests stayed for lunch. The talks "
        "lasted an hour. A union leader said on Monday that hospitals lacked vaccines and nurses. "
        "Police said they had arrested smugglers with drugs."
    )
    assert _topics(text, "meeting") == {"agriculture_food"}


def test_what_stands_behind_a_contact_told_in_passing_needs_more_than_a_word() -> None:
    """One word in the next sentence does not tell of what a contact in the body was about."""
    text = (
        "Farmers in Ghana fear for their harvest. The rains came late this year. President Mahama "
        "met the Brazilian ambassador on Monday. Hospitals have been full since the floods."
    )
    assert "health" not in _topics(text, "meeting")


def test_what_a_contact_came_after_was_not_talked_of() -> None:
    """«منذ التوصل إلى الاتفاق النووي» (mundhu t-tawaṣṣul ..., "since the nuclear deal")."""
    english = (
        "Sweden's foreign minister arrived in Tehran on Monday, the first such visit since the "
        "nuclear deal was signed, for talks with Iranian officials on trade."
    )
    assert "nuclear_nonproliferation" not in _topics(english, "visit")
    arabic = (
        "وصل وزير الخارجية السويدي إلى طهران الاثنين في أول زيارة منذ التوصل إلى الاتفاق "
        "النووي، لبحث التبادل التجاري."
    )
    assert _topics(arabic, "visit", language="ar") == {"trade_investment"}


def test_the_gathering_beside_which_they_met_is_no_topic() -> None:
    """«على هامش اجتماع» (ʿalā hāmish ijtimāʿ, "on the sidelines of a meeting")."""
    arabic = (
        "التقى وزير الخارجية المصري نظيره الكيني على هامش الاجتماع الوزاري لمكافحة الإرهاب، "
        "وبحثا التبادل التجاري."
    )
    assert _topics(arabic, "meeting", language="ar") == {"trade_investment"}
