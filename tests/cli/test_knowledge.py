"""The commands about what is known: show an entry, refresh the tables."""

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.knowledge.layers import VARIABLE


def run(*arguments):
    return CliRunner().invoke(app, arguments)


def test_show_prints_the_entry_and_its_tenures():
    result = run("show", "Kamikawa")
    assert result.exit_code == 0
    first, *rest = result.stdout.splitlines()
    assert first == "Yoko Kamikawa  (person, JPN)"
    assert any("2023-09-13  2024-10-01  JPN  foreign minister" in line for line in rest)
    assert any("يوكو كاميكاوا" in line for line in rest)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Japan", "capital     Tokyo"),
        ("OPEC", "members"),
        ("JCPOA", "parties"),
        ("Camp David", "kind        venue"),
    ],
)
def test_show_prints_other_kinds(name, words):
    assert words in run("show", name).stdout


def test_many_entries_are_told_in_a_line_each():
    lines = run("show", "Mohammed").stdout.splitlines()
    assert len(lines) > 5
    assert all("(person, " in line or "(place, " in line for line in lines)


def test_a_name_that_nobody_has():
    result = run("show", "xxyzzy")
    assert result.exit_code == 1
    assert "try another part or spelling" in result.stderr


def test_an_update_without_a_network_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine"))
    result = run("kb", "update", "--endpoint", "http://127.0.0.1:9/", "--timeout", "5")
    assert result.exit_code == 1
    assert "nothing was changed" in result.stderr
    assert not (tmp_path / "mine").exists()


def test_an_update_needs_a_folder(monkeypatch):
    monkeypatch.setenv(VARIABLE, "")
    result = run("kb", "update")
    assert result.exit_code == 2
    assert VARIABLE in result.stderr


@pytest.fixture
def folder(tmp_path):
    """A folder of a user who knows a minister and a body that the shipped tables do not."""
    tables = {
        "people.csv": "id,name,polity,gender,wikidata,sources\n"
        "p-sakura-mori,Sakura Mori,JPN,f,,our desk\n",
        "tenures.csv": "person,side,office,title,from,to,sources\n"
        "p-sakura-mori,JPN,foreign_minister,Foreign Minister,2031-05,,our desk\n",
        "organizations.csv": "id,side,name,kind,wikidata,members\n"
        "PRF,PRF,Pan-Reef Forum,organization,,FJI|TON\n",
        "names.csv": "language,id,form\nar,p-sakura-mori,ساكورا موري\nar,PRF,منتدى الشعاب\n",
    }
    for name, text in tables.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "Sakura Mori met her Kuwaiti counterpart on Friday. The Pan-Reef Forum praised Fiji.",
        "التقت ساكورا موري نظيرها الكويتي يوم الجمعة. ورحب منتدى الشعاب بقرار فيجي.",
    ],
)
def test_what_a_user_adds_is_recognised_in_text(folder, text):
    done = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", "read", "--format", "json",
         "--published", "2031-06-08", "-"],
        input=text, env={**os.environ, VARIABLE: str(folder)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    (engagement,) = reading["engagements"]
    (mori,) = [p for p in engagement["participants"] if p["side"] == "JPN"]
    assert (mori["entity"], mori["office"]) == ("p-sakura-mori", "foreign_minister")
    assert ("PRF", "FJI") in {(event["source"], event["target"]) for event in reading["events"]}
