"""The commands about what is known: show an entry, refresh the tables."""

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
