"""Teams are no states, and what only describes somebody else acts on nobody."""

import pytest

from tests.extract.reading import read

GAMES = [
    ("en", "Brazil will meet Argentina in the World Cup qualifiers on Tuesday."),
    ("en", "Spain meets Italy in the final of the cup after beating Germany."),
    ("en", "Mali attacked Gabon from the first minute of the match."),
    ("en", "Sudan will play Mauritania and the winner will meet Tunisia."),
    ("ar", "تلتقي مصر مع المغرب في نصف نهائي كأس أمم إفريقيا يوم الأحد."),
    ("ar", "ويلتقي الفائز مع تونس، فيما تواجه غانا السنغال في التصفيات."),
]

STATES = [
    ("en", "The president of Ghana met his Togolese counterpart before the football match.",
     ("CONSULT", "GHA", "TGO")),
    ("en", "Norway condemned Qatar over the workers who built the cup venues.",
     ("ACCUSE", "NOR", "QAT")),
    ("en", "Vietnam and China held friendly talks in Hanoi.", ("CONSULT", "CHN", "VNM")),
    ("en", "Canada held talks with Mexico on tariffs and penalties.", ("CONSULT", "CAN", "MEX")),
    ("ar", "قصفت إسرائيل هدفين في سوريا.", ("ASSAULT", "ISR", "SYR")),
    ("ar", "عقدت غانا محادثات مع توغو حول الاتفاق النهائي.", ("CONSULT", "GHA", "TGO")),
    ("ar", "التقى الرئيس الغاني نظيره التوغولي قبل المباراة.", ("CONSULT", "GHA", "TGO")),
]  # fmt: skip

OTHERS = [
    ("The Kremlin warned the neighbouring countries arming Georgia of consequences.",
     "THREATEN", "GEO"),
    ("Ghana claps back at a billionaire over remarks on Togo.", "SUPPORT", "TGO"),
    ("The firm is back in Chad after the war with Libya.", "SUPPORT", "TCD"),
    ("US-backed forces attacked militants in Syria.", "ASSAULT", "SYR"),
    ("A London-based rights group accuses Bahrain of torture.", "ACCUSE", "BHR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), GAMES)
def test_teams_neither_meet_nor_attack(language, text):
    reading = read(text, language)
    assert not reading.events
    assert not reading.engagements


@pytest.mark.parametrize(("language", "text", "event"), STATES)
def test_states_act_beside_games(language, text, event):
    told = {(e.type, *sorted((e.source, e.target))) for e in read(text, language).events}
    assert (event[0], *sorted(event[1:])) in told


@pytest.mark.parametrize(("text", "kind", "target"), OTHERS)
def test_what_describes_others_is_no_side(text, kind, target):
    assert (kind, target) not in {(e.type, e.target) for e in read(text, "en").events}


def test_an_object_before_the_participle_stays_one():
    found = read("Lavrov warned Poland, arming Ukraine, of consequences.", "en").events
    assert ("THREATEN", "RUS", "POL") in {(e.type, e.source, e.target) for e in found}


LEADERS = [
    ("ar", "شنت طائرات التحالف العربي بقيادة السعودية أمس سلسلة غارات على مواقع الحوثيين والقوات"
     " المتحالفة معهم في العديد من المحافظات اليمنية.", ("ASSAULT", "YEM")),
    ("ar", "قصفت إسرائيل مواقع حزب الله والجماعات المتحالفة معه قرب الحدود السورية.",
     ("ASSAULT", "LBN")),
    ("ar", "نفذت القوات الكاميرونية بقيادة فرنسا هجوما على معسكر في النيجر.", ("ASSAULT", "NER")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), LEADERS)
def test_who_leads_the_doer_and_who_stands_by_the_victim_is_no_other_target(language, text, wanted):
    assert {(e.type, e.target) for e in read(text, language).events} == {wanted}
