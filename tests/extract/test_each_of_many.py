"""Who of several did what with whom: each counterpart, the leaders of two states, named things."""

import pytest

from tests.extract.reading import read


def events(text: str) -> set[str]:
    return {f"{e.type} {e.source} {e.target}" for e in read(text).events if e.status == "happened"}


def contacts(text: str) -> set[str]:
    return {f"{e.kind} {' '.join(e.sides)}" for e in read(text).engagements}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "يلتقي وزير الخارجية الكيني غدا نظيريه الأوغندي والرواندي في كمبالا.",
            {"AGREE KEN UGA", "AGREE KEN RWA"},
        ),
        (
            "بحث وزير الدفاع الياباني الأزمة مع نظيريه الهندي والأسترالي في سيدني.",
            {"CONSULT IND JPN", "CONSULT AUS JPN"},
        ),
        (
            "Peru's foreign minister met his counterparts from Chile and Bolivia in La Paz.",
            {"CONSULT CHL PER", "CONSULT BOL PER"},
        ),
    ],
)
def test_each_counterpart_is_met(text, told):
    assert events(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "تخوض غانا وتوغو نزاعا على الحدود. وأجرى الرئيس الكيني وليام روتو اتصالين هاتفيين "
            "بزعيمي البلدين يوم الأحد.",
            {"call GHA KEN", "call KEN TGO"},
        ),
        (
            "التقى الرئيس الكيني نظيره الغاني. واتفق رئيسا البلدين على التعاون.",
            {"meeting GHA KEN"},
        ),
        (
            "أجرى الوزير الكندي مكالمتين هاتفيتين مع نظيريه الشيلي والبيروفي.",
            {"call CAN CHL", "call CAN PER"},
        ),
    ],
)
def test_the_leaders_of_the_two_states(text, told):
    assert contacts(text) == told


def test_ambassadors_who_were_received_give_thanks():
    text = (
        "استقبل ملك البحرين عددا من السفراء، وهم كل من سفير كينيا، وسفير غانا، وسفير بيرو. "
        "وأعرب السفراء عن شكرهم لملك البحرين."
    )
    assert contacts(text) == {"meeting BHR GHA KEN PER"}
    thanked = {"SUPPORT KEN BHR", "SUPPORT GHA BHR", "SUPPORT PER BHR"}
    assert thanked <= events(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("التقى الوزير الكندي عددا من المسؤولين، بينهم وزير الدفاع الهندي.", {"CONSULT CAN IND"}),
        ("التقى الوزير الكندي عددا من المسؤولين أمس.", set()),
        (
            "دعا الوزير الكندي المجتمع الدولي وكينيا إلى وقف العنف.",
            {"REQUEST CAN KEN"},
        ),
        ("رفض الوزير الكندي الاتهامات وكينيا تعرف ذلك.", set()),
        ("طالبت مالي بنين بفتح الحدود.", {"REQUEST MLI BEN"}),
        ("أعلن الوزير عن دعم مالي كندي للمزارعين.", set()),
        ("القرار الهندي رفضته اليابان.", {"REJECT JPN IND"}),
        ("الهجوم الكيني الذي أدانته غانا أوقع قتلى.", {"ACCUSE GHA KEN"}),
        ("الهجوم على كينيا الذي أدانته غانا أوقع قتلى.", set()),
        ("هذا لا يعني أن غانا تدعم توغو.", set()),
        ("لا يعني ذلك أن غانا اعترفت بكوسوفو.", set()),
        ("This does not mean that Ghana backs Togo.", set()),
        (
            "إدانة كينية وألمانية وغانية للهجوم الأوغندي",
            {"ACCUSE KEN UGA", "ACCUSE DEU UGA", "ACCUSE GHA UGA"},
        ),
        (
            "قال الوزير الهندي إنه يتعين على كينيا وغانا منع أنشطة المتمردين الأوغنديين.",
            {"REQUEST IND KEN", "REQUEST IND GHA"},
        ),
    ],
)
def test_what_is_told_of_whom(text, told):
    assert events(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("انتقدت غانا كينيا لقصفها توغو.", {"ACCUSE GHA KEN"}),
        ("ازداد التوتر بعد قيام كينيا بقصف توغو.", {"ASSAULT KEN TGO"}),
        ("حذر الخبراء من قيام كينيا بقصف توغو.", set()),
        (
            "رفضت غانا الاتهامات الكينية ودعت العراق إلى الوساطة.",
            {"REJECT GHA KEN", "REQUEST GHA IRQ"},
        ),
        ("رفضت غانا الاتهامات الكينية. ودعت العراق إلى الوساطة.", {"REJECT GHA KEN"}),
        ("قال الوزير الكيني إن الشرطة الغانية احتجزته ساعتين.", {"COERCE GHA KEN"}),
        ("قال الوزير الكيني إن الشرطة الغانية احتجزت رجلا.", set()),
        ("وقال الرئيس الكيني: «إننا لا نتفاوض مع غانا».", {"REJECT KEN GHA"}),
        ("وقال الرئيس الكيني إن بلاده لا تتفاوض مع غانا.", set()),
        (
            "قصفت كينيا قرية في توغو. ونددت غانا وبنين بالقصف.",
            {"ASSAULT KEN TGO", "ACCUSE GHA KEN", "ACCUSE BEN KEN"},
        ),
        ("قصفت كينيا قرية في توغو. ونددت غانا بالهجوم في بيرو.", {"ASSAULT KEN TGO"}),
        ("قتل مسلحون جنديا في توغو. ونددت غانا بالهجوم.", set()),
        (
            "Kenya shelled the Ghanaian town on Monday. Peru condemned the attack.",
            {"ASSAULT KEN GHA", "ACCUSE PER KEN"},
        ),
        ("أحرق مستوطنون إسرائيليون منزلا في الضفة الغربية.", {"ASSAULT ISR PSE"}),
        ("يتوجه وزير الاقتصاد الكيني اليوم إلى أكرا.", {"AGREE KEN GHA"}),
        ("انتقدت كينيا زيارة أوتيينو إلى غانا.", {"ACCUSE KEN GHA"}),
        ("يتوقع أن يصل الوزير الكيني إلى غانا ويلتقي نظيره الغاني.", {"AGREE KEN GHA"}),
        (
            "شكر الوزير الكيني عبد الله عمر رئيس غانا، داعيا الله أن يحفظه.",
            {"SUPPORT KEN GHA"},
        ),
    ],
)
def test_whose_deed_it_is(text, told):
    assert events(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("زار وزيرا خارجية كينيا وغانا توغو أمس.", {"visit KEN TGO", "visit GHA TGO"}),
        ("سترسل كينيا وغانا وفدين إلى توغو غدا.", {"visit KEN TGO", "visit GHA TGO"}),
        ("The presidents of Kenya and Ghana visited Peru.", {"visit KEN PER", "visit GHA PER"}),
        ("رفض وزيرا خارجية كينيا وغانا زيارة توغو.", set()),
    ],
)
def test_each_visitor_comes(text, told):
    found = {
        f"{e.kind} {' '.join(e.sides)}" for e in read(text).engagements if e.status != "denied"
    }
    assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أعلنت كينيا دعمها ومساندتها لغانا في جهودها لمكافحة الإرهاب.", {"SUPPORT KEN GHA"}),
        ("اتهمت كينيا غانا بدعم الإرهاب.", {"ACCUSE KEN GHA"}),
    ],
)
def test_own_support_of_somebody(text, told):
    assert events(text) == told
