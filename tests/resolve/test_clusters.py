"""Clusters follow from judgements alone, whatever the order in which these came."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.clusters import clusters, component
from dragoman.resolve.judgements import Judgement

IDS = "abcdefgh"
pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] < p[1])
machine = st.builds(
    lambda pair, verdict, score: Judgement(*pair, verdict, score, "found"),
    pairs,
    st.sampled_from(["same", "different", "unsure"]),
    st.integers(1, 9).map(lambda n: n / 10),
)
human = st.builds(
    lambda pair, verdict, day: Judgement(*pair, verdict, 1.0, "seen", "Rana", f"2024-05-{day:02}"),
    pairs,
    st.sampled_from(["same", "different"]),
    st.integers(1, 28),
)


def one_machine_judgement_a_pair(found):
    return list({j.pair: j for j in found if not j.human}.values()) + [j for j in found if j.human]


judged = st.lists(st.one_of(machine, human), max_size=20).map(one_machine_judgement_a_pair)


def split(found):
    return [set(c.members) for c in found]


@given(judged, st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(judgements, random):
    expected = clusters(IDS, judgements)
    ids = list(IDS)
    random.shuffle(ids)
    random.shuffle(judgements)
    assert clusters(ids, judgements) == expected


@given(judged)
def test_every_record_stands_in_one_cluster(judgements):
    found = clusters(IDS, judgements)
    assert sorted(m for c in found for m in c.members) == list(IDS)
    assert all(c.id == min(c.members) for c in found)


@given(judged)
def test_a_component_by_itself_clusters_as_within_the_whole(judgements):
    whole = clusters(IDS, judgements)
    ties = [j.pair for j in judgements if j.verdict == "same"]

    def linked(record):
        return [b if a == record else a for a, b in ties if record in (a, b)]

    for start in IDS:
        part = component(start, linked)
        inside = [c for c in whole if set(c.members) <= set(part)]
        assert clusters(part, judgements) == tuple(inside)


def same(one, other, score=0.8):
    return Judgement(one, other, "same", score, "found")


def person(one, other, verdict, day="2024-05-01"):
    return Judgement(one, other, verdict, 1.0, "seen", "Rana", day)


def test_a_persons_split_outweighs_the_machine():
    found = clusters("ab", [same("a", "b", 0.99), person("a", "b", "different")])
    assert split(found) == [{"a"}, {"b"}]


def test_a_persons_merge_outweighs_a_contradiction():
    against = Judgement("a", "b", "different", 1.0, "other people")
    found = clusters("ab", [against, person("a", "b", "same")], apart=lambda *_: True)
    assert split(found) == [{"a", "b"}]


def test_the_later_of_two_decisions_holds():
    merged, parted = person("a", "b", "same"), person("a", "b", "different", "2024-05-02")
    assert split(clusters("ab", [merged, parted])) == [{"a"}, {"b"}]
    undone = person("a", "b", "same", "2024-05-03")
    assert split(clusters("ab", [parted, undone, merged])) == [{"a", "b"}]


def test_a_vague_report_does_not_bridge_two_acts():
    found = clusters(
        "abc", [same("a", "b", 0.9), same("b", "c")], lambda x, y: (x, y) == ("a", "c")
    )
    assert split(found) == [{"a", "b"}, {"c"}]
