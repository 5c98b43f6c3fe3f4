"""The manual page says what the command line does."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "dragoman.1"


def written():
    spec = importlib.util.spec_from_file_location("write_man", ROOT / "tools" / "write_man.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.page()


def test_the_page_is_that_of_the_command_line():
    assert PAGE.read_text(encoding="utf-8") == written(), "the command line changed: run `make man`"


def test_man_prints_it_without_complaint():
    program = shutil.which("groff")
    if program is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(
        [program, "-man", "-Tutf8", "-ww", "-z", PAGE], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == ""
