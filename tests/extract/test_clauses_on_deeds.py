"""Clauses on an attack, a step or a proposal tell whose it is; groups have names in marks.

«مقترحا قدمته كينيا» (muqtaraḥan qaddamathu Kīniyā, "a proposal that Kenya made"), «هجوم شنه مسلحون»
(hujūm shannahu musallaḥūn, "an attack that gunmen launched").
"""

import pytest

from tests.extract.reading import deeds, read

TOLD = [
    # Who made what somebody judges.
    ("رفضت باكستان عرضا طرحته الهند بشأن تقاسم مياه النهر.", ("REJECT", "PAK", "IND")),
    ("رحبت كينيا بمبادرة أطلقتها قطر لوقف القتال.", ("SUPPORT", "KEN", "QAT")),
    ("رفضت الفلبين المشاركة في مؤتمر مانيلا الذي دعت إليه الصين.", ("REJECT", "PHL", "CHN")),
    # Whose step it is.
    (
        "طرد المجلس العسكري في مالي دبلوماسيا سويديا في إجراء نددت به ستوكهولم.",
        ("ACCUSE", "SWE", "MLI"),
    ),
    ("أدلى الرئيس الكولومبي بتصريحات اعتبرها نظيره الأرجنتيني إهانة.", ("ACCUSE", "ARG", "COL")),
    ("أعلنت بنما انسحابها من المبادرة الصينية، في قرار رحبت به واشنطن.", ("SUPPORT", "USA", "PAN")),
    # A town that names a gathering shuns and is shunned by nobody.
    ("رفضت مالي حضور اجتماع أبوجا الذي دعت إليه أنغولا.", ("REJECT", "MLI", "AGO")),
    ("أتمت هنغاريا إجراءات انسحابها من المحكمة الجنائية الدولية.", ("SANCTION", "HUN", "ICC")),
    # Where gunmen are at home.
    ("خطف مسلحون طبيبا كوبيا شمال شرقي كينيا.", ("ASSAULT", "KEN", "CUB")),
    # Who made the attack.
    (
        "قتل جنديان كينيان في هجوم بالقنابل شنه مسلحون صوماليون على قاعدتهم.",
        ("ASSAULT", "SOM", "KEN"),
    ),
    ("مقتل خمسة من الجنود الأتراك في قصف نفذه الجيش السوري.", ("ASSAULT", "SYR", "TUR")),
    ("قُتل نحو عشرين مدنيا إثيوبيا في هجوم شنته حركة الشباب.", ("ASSAULT", "SOM", "ETH")),
    ("صدت القوات التشادية هجوما شنه مسلحون سودانيون.", ("ASSAULT", "SDN", "TCD")),
    ("لبنان: مقتل ثلاثة مسعفين في غارة إسرائيلية", ("ASSAULT", "ISR", "LBN")),
    ("Lebanon: Three medics killed in Israeli raid", ("ASSAULT", "ISR", "LBN")),
    # Names in marks, and with the adjective of their state.
    ("هاجمت ميليشيا «كوديكو» الكونغولية قافلة بوروندية.", ("ASSAULT", "COD", "BDI")),
    ("أفرجت جماعة «أنصار الله» الحوثية عن خمسة بحارة هنود.", ("RETREAT", "YEM", "IND")),
    ("توعد الجيش التشادي قوات الدعم السريع السودانية برد ساحق.", ("THREATEN", "TCD", "SDN")),
    # Against whom forces get ready, whose goods are taxed.
    ("نشرت إستونيا منظومة دفاع جوي تحسبا لهجوم روسي.", ("MOBILIZE", "EST", "RUS")),
    ("فرضت الهند رسوما على وارداتها من الحديد الإندونيسي.", ("SANCTION", "IND", "IDN")),
    # Whom somebody receives behind where he does.
    (
        "بحث وزير الدفاع الكيني لدى استقباله بمكتبه في نيروبي وفدا عسكريا تركيا سبل التعاون.",
        ("CONSULT", "KEN", "TUR"),
    ),
]
NOT_TOLD = [
    ("قالت أستراليا إن الصين أجرت مناورات في خطوة وصفتها بالاستفزازية.", ("ACCUSE", "CHN", "AUS")),
    (
        "قتل جنديان كينيان في هجوم بالقنابل شنه مسلحون صوماليون على قاعدتهم.",
        ("ASSAULT", "KEN", "SOM"),
    ),
    ("نشرت إستونيا منظومة دفاع جوي تحسبا لهجوم روسي.", ("AID", "EST", "RUS")),
    ("رفضت رواندا المشاركة في محادثات لواندا.", ("REJECT", "RWA", "AGO")),
    ("وقالت صحيفة «لوموند» الفرنسية إن الجزائر رفضت عرضا مغربيا.", ("REJECT", "FRA", "DZA")),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_told(text, event):
    kind, source, target = event
    found = deeds(text)
    assert event in found or (kind == "CONSULT" and (kind, target, source) in found)


@pytest.mark.parametrize(("text", "event"), NOT_TOLD)
def test_not_told(text, event):
    assert event not in deeds(text)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "تصل إلى الرباط غدا وزيرة خارجية إستونيا في زيارة تجري خلالها محادثات مع نظيرها.",
            {"planned"},
        ),
        (
            "وصلت إلى الرباط أمس وزيرة خارجية إستونيا في زيارة تجري خلالها محادثات مع نظيرها.",
            {"happened"},
        ),
    ],
)
def test_talks_on_a_visit_are_planned_as_it_is(text, statuses):
    assert {e.status for e in read(text, "ar").engagements} == statuses


def test_a_date_in_a_name_is_no_day():
    text = "قبلت حركة «23 مارس» المتمردة في شرق الكونغو هدنة مع القوات البوروندية."
    events = read(text, "ar").events
    assert {(e.type, e.status) for e in events} == {("RETREAT", "happened")}
