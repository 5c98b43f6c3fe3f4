"""`dragoman check` tells all that is wrong with a pack, with file and line."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.lang.checks import pack_problems
from dragoman.lang.discover import languages

SHIPPED = Path(str(files("dragoman.lang.packs")))


@pytest.fixture
def packs(tmp_path):
    for code in languages():
        shutil.copytree(SHIPPED / code, tmp_path / code)
    return {code: tmp_path / code for code in languages()}


def test_the_shipped_packs_are_in_order(packs):
    assert list(pack_problems(packs)) == []


def test_all_problems_are_told_at_once(packs):
    one, other = sorted(packs)
    (packs[one] / "dates.toml").write_text("[months\n", encoding="utf-8")
    (packs[one] / "topics.toml").unlink()
    rules = packs[other] / "acts.toml"
    lines = rules.read_text(encoding="utf-8").count("\n")
    with rules.open("a", encoding="utf-8") as end:
        end.write('["zz.broken"]\nverb = ["qwertyuiop"]\nact = "SUPPORT"\nsource = ["nobody"]\n')
    with (packs[other] / "places.csv").open("a", encoding="utf-8") as end:
        end.write("1,too,many,fields,by,far\n")
    names = packs[other] / "names.toml"
    names.write_text(
        names.read_text(encoding="utf-8") + '\n[[pattern]]\nname = "open"\nregex = "("\n',
        encoding="utf-8",
    )
    told = list(pack_problems(packs))
    assert any(p.startswith(f"packs/{one}/dates.toml:1:") for p in told)
    assert f"packs/{one}/topics.toml:1: the file is missing" in told
    broken = [p for p in told if "[zz.broken]" in p]
    assert all(p.startswith(f"packs/{other}/acts.toml:{lines + 1}:") for p in broken)
    assert {p.split("] ")[1] for p in broken} == {
        "has the unknown slot 'nobody' in `source`",
        "needs 3 different sentences in `reads`",
        "needs a sentence in `never`",
        "no verb 'qwertyuiop' in verbs.csv",
    }
    assert any(p.startswith(f"packs/{other}/places.csv:") and "6 fields" in p for p in told)
    assert any(p.startswith(f"packs/{other}/names.toml:") and "'open'" in p for p in told)


def test_what_one_pack_states_every_pack_states(packs):
    one, other = sorted(packs)
    lexicon = packs[one] / "lexicon.toml"
    text = lexicon.read_text(encoding="utf-8")
    lexicon.write_text(
        text.replace("[classes]\n", '[classes]\nbrand_new = ["x"]\n'), encoding="utf-8"
    )
    assert list(pack_problems(packs)) == [
        f"packs/{other}/lexicon.toml:1: [classes] does not state 'brand_new'"
    ]
