"""What the documents promise is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/glossary.md",
             "samples/README.md"]  # fmt: skip


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_first_example_prints_what_the_readme_shows():
    block = re.search(r"```console\n\$ echo \"(.*?)\" \|\n(.*?)\n\n(.*?)```", README, re.S)
    sentence, command, shown = block.groups()
    done = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", *command.split()[1:]],
        input=sentence, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert squeezed(shown) in squeezed(done.stdout)


def test_the_readme_begins_with_the_example_and_the_two_commands():
    first_screen = "\n".join(README.splitlines()[:25])
    for words in ("$ echo", "says", "make demo", "make test"):
        assert words in first_screen


def test_every_option_is_documented():
    done = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", "read", "--help"],
        capture_output=True, text=True, check=False, env={"COLUMNS": "120", "PYTHONPATH": "src"},
        cwd=ROOT,
    )  # fmt: skip
    options = set(re.findall(r"--[a-z][a-z-]+", done.stdout)) - {"--help"}
    assert len(options) == 8
    assert all(f"`{option}" in README for option in options)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name):
    path = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_every_command_of_the_makefile_that_the_readme_names_is_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"(?m)(?:^|`)make ([a-z]+)\b", README)):
        assert re.search(rf"^{target}:", makefile, re.M), target
