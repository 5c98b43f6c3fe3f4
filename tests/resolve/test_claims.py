"""Events, statements and outcomes of several reports."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.blocks import claim_keys
from dragoman.resolve.claims import judge_claims
from dragoman.resolve.records import Claim, claims
from tests.extract.reading import read
from tests.resolve.making import claim, day


def verdict(left, right, together=None):
    assert judge_claims(left, right, together) == judge_claims(right, left, together)
    return judge_claims(left, right, together).verdict


def test_one_act_between_two_sides_on_one_day_counts_once():
    assert verdict(claim("ACCUSE", "IRN", "USA"), claim("ACCUSE", "IRN", "USA")) == "same"
    assert verdict(claim("ACCUSE", "IRN", "USA"), claim("ACCUSE", "USA", "IRN")) == "different"
    assert verdict(claim("ACCUSE", "IRN", "USA"), claim("SUPPORT", "IRN", "USA")) == "different"
    denied = claim("ASSAULT", "IRN", "USA", status="denied")
    assert verdict(claim("ASSAULT", "IRN", "USA"), denied) == "different"
    later = claim("ACCUSE", "IRN", "USA", "2024-03-06")
    assert verdict(claim("ACCUSE", "IRN", "USA"), later) == "different"


def test_statements_need_more_than_a_day():
    one = claim("REQUEST", "FRA", "ISR", claim="statement", topics=("humanitarian_refugees",))
    other = claim("REQUEST", "FRA", "ISR", claim="statement", topics=("sanctions",))
    assert verdict(one, other) == "unsure"
    assert verdict(one, claim("REQUEST", "FRA", "ISR", claim="statement"), True) == "same"
    assert verdict(one, claim("REQUEST", "FRA", "ISR", claim="statement"), False) == "different"


def test_across_languages_the_day_must_do():
    one = claim("instrument", "OMN TZA", "", claim="outcome")
    other = claim("instrument", "OMN TZA", "", claim="outcome", language="ar")
    assert verdict(one, other) == "same"
    later = claim("instrument", "OMN TZA", "", "2024-03-09", claim="outcome", language="ar")
    assert verdict(one, later) == "different"
    subjects = {"topics": ("health",)}, {"topics": ("energy",), "language": "ar"}
    health, energy = (claim("instrument", "OMN TZA", "", claim="outcome", **s) for s in subjects)
    assert verdict(health, energy) == "unsure"


def test_two_texts_signed_on_one_day_stay_two():
    water = claim(
        "instrument", "JOR ISR", "", claim="outcome", instrument="Water Exchange Protocol"
    )
    gas = claim("instrument", "JOR ISR", "", claim="outcome", instrument="Gas Sales Contract")
    again = claim(
        "instrument", "JOR ISR", "", claim="outcome", instrument="Protocol on Water Exchange",
        text="signed the water exchange protocol in Amman",
    )  # fmt: skip
    assert verdict(water, gas, True) == "different"
    assert verdict(water, again, True) == "same"


def test_both_languages_of_the_real_reader():
    english = claims(read("Norway condemned the Israeli strike on Rafah on Tuesday."))
    arabic = claims(read("أدانت النرويج الغارة الإسرائيلية على رفح أمس الثلاثاء."))
    one = next(c for c in english if c.what == "ACCUSE" and c.claim == "event")
    other = next(c for c in arabic if c.what == "ACCUSE" and c.claim == "event")
    assert claim_keys(one).meets(claim_keys(other))
    assert verdict(one, other) == "same"
    assert Claim.from_json(one.to_json()) == one


any_claim = st.builds(
    lambda kind, what, sides, when, sure, number: claim(
        what, *sides, when, id=f"c{number}", claim=kind, date=day(when, sure)
    ),
    st.sampled_from(["event", "statement", "outcome"]),
    st.sampled_from(["ACCUSE", "AGREE"]),
    st.sampled_from([("IRN", "USA"), ("USA", "IRN")]),
    st.integers(1, 28).map(lambda n: f"2024-03-{n:02}"),
    st.booleans(),
    st.integers(1, 10**6),
)


@given(any_claim, any_claim)
def test_what_is_one_claim_shares_a_block(left, right):
    assert judge_claims(left, right) == judge_claims(right, left)
    if judge_claims(left, right).verdict == "same" and left.id != right.id:
        assert claim_keys(left).meets(claim_keys(right))
