"""How far acts reach in a sentence: clauses behind «أن», participles, what only describes."""

import pytest

from tests.extract.test_roles_and_status import happened

REACHES = [
    pytest.param(
        "قال وزير خارجية النرويج إن القراصنة من الصومال يهددون سفن كينيا.",
        set(),
        {("THREATEN", "NOR", "KEN")},
        id="what-stands-behind-that-acts",
    ),
    pytest.param(
        "قال وزير خارجية غانا إن الشاحنة التي احتجزتها توغو تعود إلى شركة في بنين، "
        "داعيا بنين إلى التحقيق.",
        {("REQUEST", "GHA", "BEN")},
        {("REQUEST", "TGO", "BEN")},
        id="a-participle-behind-a-comma-goes-with-the-speaker",
    ),
    pytest.param(
        "قال وزير خارجية مالطا ألفريد سانت، على منصة تويتر سابقا، إن البحارة من تشاد وصلوا، "
        "داعيا تونس إلى إيوائهم.",
        {("REQUEST", "MLT", "TUN")},
        set(),
        id="formerly-is-no-verb",
    ),
    pytest.param(
        "قال صحفي إن مسؤولين في الحكومة الكندية احتجوا على سلوك الشرطة الصربية.",
        {("ACCUSE", "CAN", "SRB")},
        set(),
        id="officials-are-of-those-they-serve",
    ),
    pytest.param(
        "رحبت تنزانيا باتفاق يضمن أمن الحدود مع بوروندي.",
        set(),
        {("SUPPORT", "TZA", "BDI")},
        id="what-describes-the-object-is-not-acted-on",
    ),
    pytest.param(
        "رحبت تنزانيا بما قدمته بوروندي من مساعدة.",
        {("SUPPORT", "TZA", "BDI")},
        set(),
        id="what-somebody-did-is-acted-on",
    ),
    pytest.param(
        "أدان الأمين العام للأمم المتحدة خطف الأطفال الكينيين.",
        set(),
        {("ACCUSE", "UNO", "KEN")},
        id="victims-are-not-accused",
    ),
    pytest.param(
        "سارعت غامبيا إلى الإعراب عن ترحيبها بتصريحات الرئيس السنغالي.",
        {("SUPPORT", "GMB", "SEN")},
        {("SUPPORT", "SEN", "GMB")},
        id="her-welcome-is-hers",
    ),
    pytest.param(
        "تواجه بولندا انتقادات شديدة بسبب قانونها الجديد، على غرار المجر.",
        set(),
        {("ACCUSE", "POL", "HUN")},
        id="who-is-criticised-criticises-nobody",
    ),
    pytest.param(
        "أعربت البرتغال عن إدانتها واستنكارها للتفجير الذي استهدف سوقا، وكانت المجر قد أدانته.",
        set(),
        {("ACCUSE", "PRT", "HUN"), ("ACCUSE", "HUN", "PRT")},
        id="her-condemnation-points-at-nobody",
    ),
    pytest.param(
        "وافقت اليابان على السماح لطائرات أسترالية بشن ضربات جوية في الفلبين.",
        set(),
        {("ASSAULT", "JPN", "PHL"), ("ASSAULT", "AUS", "PHL")},
        id="what-is-allowed-is-not-done",
    ),
    pytest.param(
        "أكد وزير خارجية مالطا أن البلدة التي اتهم الجيش ألبانيا بقصفها بعيدة.",
        set(),
        {("ACCUSE", "MLT", "ALB")},
        id="a-verb-of-another-gender-has-another-subject",
    ),
    pytest.param(
        "قال وزير خارجية مالطا ألفريد سانت إن أعدادا كبيرة من الغاضبين اقتحموا سفارة ألبانيا.",
        set(),
        {("ASSAULT", "MLT", "ALB"), ("COERCE", "MLT", "ALB"), ("PROTEST", "MLT", "ALB")},
        id="many-are-not-the-one-who-speaks",
    ),
    pytest.param(
        "أكد رئيس زامبيا التزام بلاده. ورحب تودور بالاجتماع منوها بالدور المحوري لمالاوي.",
        set(),
        {("SUPPORT", "ZMB", "MWI")},
        id="a-name-told-of-for-the-first-time-acts",
    ),
    pytest.param(
        "دعا رئيس البعثة الأممية في تشاد إلى الإفراج عن المهندسين الهنود.",
        set(),
        {("REQUEST", "UNO", "IND"), ("REQUEST", "TCD", "IND")},
        id="whom-to-free-is-asked-for-nothing",
    ),
    pytest.param(
        "قال وزير خارجية بيرو إن إعلان الجيش عن سحب جزئي لقواته من تشيلي يساعد على السلام.",
        set(),
        {("RETREAT", "PER", "CHL")},
        id="who-tells-of-a-deed-has-not-done-it",
    ),
    pytest.param(
        "أكد وزير خارجية كوبا استعداد بلاده للحوار. وشكك معهد بحثي في موقف بنما.",
        set(),
        {("ACCUSE", "CUB", "PAN"), ("REJECT", "CUB", "PAN")},
        id="an-institute-acts-for-itself",
    ),
]


@pytest.mark.parametrize(("text", "told", "untold"), REACHES)
def test_reaches(
    text: str, told: set[tuple[str, str, str]], untold: set[tuple[str, str, str]]
) -> None:
    found = happened(text, "ar")
    assert told <= found
    assert not untold & found
