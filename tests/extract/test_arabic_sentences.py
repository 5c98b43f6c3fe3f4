"""Arabic sentences whose verb, subject and object stand apart or are told by pronouns."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "شكر الرئيس الغاني، الذي التقى نظيره الغامبي في أكرا، توغو على دعمها.",
            ("SUPPORT", "GHA", "TGO"),
        ),
        (
            "اتهمت وزيرة الدفاع السويدية، التي كانت تتحدث في البرلمان، بيلاروسيا بالتجسس.",
            ("ACCUSE", "SWE", "BLR"),
        ),
        (
            "حث وزير الخارجية الفنلندي، وهو محام سابق، إستونيا على التوقيع.",
            ("REQUEST", "FIN", "EST"),
        ),
        ("هنأ رئيس السنغال، المنتخب حديثا، نظيره التشادي بفوزه.", ("SUPPORT", "SEN", "TCD")),
        (
            "أدان الرئيس الغاني، الذي كان يتحدث في أكرا، قصف غامبيا لبلدة توغولية.",
            ("ACCUSE", "GHA", "GMB"),
        ),
        ("وقع رئيس وزراء لاتفيا، الذي يزور هلسنكي، اتفاقية مع فنلندا.", ("SUPPORT", "FIN", "LVA")),
    ],
)
def test_verbs_go_on_behind_what_is_said_of_their_subject(text: str, event: Deed) -> None:
    assert event in told(text)


def test_a_list_goes_on_behind_what_is_said_of_somebody() -> None:
    text = "أدانت غانا، التي تستضيف القمة، وتوغو الهجوم الغامبي على النيجر."
    assert ("ACCUSE", "GHA", "TGO") not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "نددت غانا بالغارات الغامبية. وأضافت أنها تطالب بانجول بوقفها.",
            ("REQUEST", "GHA", "GMB"),
        ),
        (
            "قال الوزير السويدي إنه زار غانا. وأضاف أنه يشكر أكرا على دورها.",
            ("SUPPORT", "SWE", "GHA"),
        ),
        (
            "انتقدت توغو القرار الغامبي. وأكدت أنها تدعو بانجول إلى الحوار.",
            ("REQUEST", "TGO", "GMB"),
        ),
    ],
)
def test_who_goes_on_speaking_does_what_that_it_tells(text: str, event: Deed) -> None:
    found = told(text)
    assert event in found
    assert (event[0], event[2], event[1]) not in found


def test_a_passive_behind_that_and_a_pronoun_has_its_own_subject() -> None:
    text = "وأضاف البيان أنه قتل جنديان توغوليان في هجوم شنته غامبيا."
    assert ("ASSAULT", "GMB", "TGO") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أدانت غانا توغو وفرضت عليها عقوبات.", ("SANCTION", "GHA", "TGO")),
        ("انتقدت السويد بيلاروسيا وفرضت عقوبات عليها.", ("SANCTION", "SWE", "BLR")),
        ("انتقدت غانا غامبيا وطلبت منها سحب قواتها.", ("REQUEST", "GHA", "GMB")),
        ("أدانت غانا توغو وطردت سفيرها.", ("SANCTION", "GHA", "TGO")),
        ("لم تكتف غانا بإدانة غامبيا بل طردت سفيرها.", ("SANCTION", "GHA", "GMB")),
        ("لم تكتف غانا بإدانة غامبيا بل طردت سفيرها.", ("ACCUSE", "GHA", "GMB")),
        ("لم تكتف السويد بانتقاد بيلاروسيا، بل فرضت عليها عقوبات.", ("SANCTION", "SWE", "BLR")),
    ],
)
def test_pronouns_mean_whom_the_verb_before_acts_on(text: str, event: Deed) -> None:
    assert event in told(text)


def test_pronouns_of_another_gender_mean_somebody_else() -> None:
    text = "أدانت غانا السويد في بيان عن الحدود، وفرضت رسوما عليه."
    assert ("SANCTION", "GHA", "SWE") not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أدانت غانا الهجوم الذي شنته غامبيا على النيجر.", ("ASSAULT", "GMB", "NER")),
        ("أسفر القصف الذي شنته غامبيا على توغو عن مقتل ستة.", ("ASSAULT", "GMB", "TGO")),
        ("رفضت توغو الاتهامات التي وجهتها غانا إلى لومي.", ("ACCUSE", "GHA", "TGO")),
        ("أثار احتجاز سفينة سويدية من قبل بيلاروسيا قلقا.", ("COERCE", "BLR", "SWE")),
        (
            "أدى قصف البلدة الغانية من جانب القوات الغامبية إلى سقوط قتلى.",
            ("ASSAULT", "GMB", "GHA"),
        ),
        ("أعربت السويد عن إدانتها لقصف روسيا مدينة أوكرانية.", ("ASSAULT", "RUS", "UKR")),
        ("شجبت غانا بشدة اعتقال غامبيا صحفيا غانيا.", ("COERCE", "GMB", "GHA")),
    ],
)
def test_deeds_that_clauses_and_nouns_tell_of_are_told(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "تعهدت السويد بالرد على أي هجوم تشنه روسيا على فنلندا.",
        "حذرت غانا من أي هجوم غامبي على النيجر.",
        "أعربت روسيا عن استعدادها لقصف بولندا.",
    ],
)
def test_deeds_that_need_not_be_are_not_told(text: str) -> None:
    assert all(kind != "ASSAULT" for kind, *_ in told(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أدانت غانا توغو وانتقدت غامبيا.", ("ACCUSE", "GHA", "GMB")),
        ("لا تدعم غانا توغو بل تدعم غامبيا.", ("SUPPORT", "GHA", "GMB")),
        ("عاد الرئيس الغاني لينتقد غامبيا.", ("ACCUSE", "GHA", "GMB")),
        ("عادت روسيا لتقصف مدينة أوكرانية.", ("ASSAULT", "RUS", "UKR")),
        ("اتهمت السويد بيلاروسيا بالتجسس وطردت السفير البيلاروسي.", ("SANCTION", "SWE", "BLR")),
        ("على عكس توغو، أشادت غانا بغامبيا.", ("SUPPORT", "GHA", "GMB")),
    ],
)
def test_who_goes_on_acts_on_whom_follows(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أدانت غانا توغو وانتقدت غامبيا القرار.", ("ACCUSE", "GHA", "GMB")),
        ("تدعم غانا توغو وتدعم غامبيا السنغال.", ("SUPPORT", "GHA", "GMB")),
        ("كادت غانا تطرد السفير التوغولي.", ("SANCTION", "GHA", "TGO")),
        ("سواء اتفقت غانا مع توغو أو لم تتفق، فإن الأزمة ستستمر.", ("AGREE", "GHA", "TGO")),
        ("تعتزم السويد فرض عقوبات على بيلاروسيا.", ("SANCTION", "SWE", "BLR")),
    ],
)
def test_what_others_do_or_what_is_not_done_is_not_told(text: str, event: Deed) -> None:
    assert event not in told(text)


def test_what_somebody_intends_is_planned() -> None:
    text = "تعتزم السويد فرض عقوبات على بيلاروسيا."
    assert ("SANCTION", "SWE", "BLR") in told(text, statuses=("planned",))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "رحبت السويد بالاتفاق الغاني التوغولي.",
            {("SUPPORT", "SWE", "GHA"), ("SUPPORT", "SWE", "TGO")},
        ),
        (
            "انتقدت غامبيا المناورات الغانية التوغولية.",
            {("ACCUSE", "GMB", "GHA"), ("ACCUSE", "GMB", "TGO")},
        ),
        ("قال الرئيس الغاني إن غامبيا قصفت أراضينا.", {("ASSAULT", "GMB", "GHA")}),
        ("غانا: غامبيا تنتهك سيادتنا", {("ACCUSE", "GHA", "GMB")}),
        ("إلى جانب توغو، انتقدت غانا غامبيا.", {("ACCUSE", "GHA", "GMB")}),
        ("انتقدت غانا الرئيس التوغولي وهاجمته بشدة.", {("ACCUSE", "GHA", "TGO")}),
        (
            "اعتقلت بيلاروسيا صحفيا سويديا وحاكمته بتهمة التجسس.",
            {("COERCE", "BLR", "SWE")},
        ),
        ("أرسلت غانا وزير دفاعها إلى بانجول.", {("CONSULT", "GHA", "GMB")}),
    ],
)
def test_pairs_ours_and_those_beside_are_told(text: str, events: set[Deed]) -> None:
    assert events <= told(text)


@pytest.mark.parametrize(
    "text",
    ["غانا: مقتل جنديين في بانجول", "غانا: غامبيا تستضيف القمة", "شكر الوزير الغاني طالبته."],
)
def test_what_is_nobody_s_of_ours_is_not_told(text: str) -> None:
    assert told(text) == set()
