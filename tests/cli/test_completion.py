"""Shell completion: what the scripts that `--show-completion` prints ask the program."""

import os
import shutil
import subprocess
import sys

import pytest

CODE = "from dragoman.cli import app; app(prog_name='dragoman')"


def ask(*arguments, **variables):
    return subprocess.run(
        [sys.executable, "-c", CODE, *arguments], capture_output=True, text=True, check=False,
        env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", **variables},
    )  # fmt: skip


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_one_its_shell_takes(shell):
    script = ask("--show-completion", shell).stdout
    assert "_DRAGOMAN_COMPLETE" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [program, "-n"], input=script, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "place", "offered"),
    [("dragoman re", 1, "read"), ("dragoman read --min", 2, "--min-confidence")],
)
def test_commands_and_options_are_offered(words, place, offered):
    done = ask(_DRAGOMAN_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(place))
    assert offered in done.stdout.split()
