"""The container file, the unit and the compose file are ones that their programs would take."""

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
import typer.main

from dragoman.cli import app

yaml = pytest.importorskip("yaml", reason="PyYAML reads the compose file")

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
COMMANDS = typer.main.get_command(app).commands


def takes(words):
    """True where the command line has this command with these options."""
    name, *rest = words
    options = {option for p in COMMANDS[name].params for option in p.opts}
    return {word for word in rest if word.startswith("--")} <= options


def instructions():
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(maxsplit=1)) for line in lines]


def test_the_container_copies_what_is_there_and_what_is_let_in():
    let_in = {
        line[1:] for line in (ROOT / ".containerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    }  # fmt: skip
    copied = [
        name for word, rest in instructions() if word == "COPY" and "--from" not in rest
        for name in rest.split()[:-1]
    ]  # fmt: skip
    assert copied
    assert all((ROOT / name).exists() for name in copied)
    assert set(copied) <= let_in


def test_the_container_runs_as_nobody_in_particular():
    words = [word for word, _ in instructions()]
    assert set(words) <= {
        "ARG", "FROM", "WORKDIR", "RUN", "COPY", "ENV", "USER", "VOLUME", "EXPOSE", "ENTRYPOINT",
        "CMD",
    }  # fmt: skip
    last = len(words) - 1 - words[::-1].index("FROM")
    assert "USER" in words[last:]
    assert dict(instructions())["USER"] not in ("root", "0")
    assert dict(instructions())["FROM"].endswith("-slim")
    assert takes(re.findall(r'"([^"]+)"', dict(instructions())["CMD"]))


def test_the_compose_file_starts_a_database_and_what_the_command_line_knows():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert {"database", "dragoman"} <= services.keys()
    for name, service in services.items():
        assert ("image" in service) != ("build" in service), name
        assert set(service.get("depends_on", ())) <= services.keys()
        if "build" in service:
            built = (DEPLOY / service["build"]["context"]).resolve()
            assert (built / service["build"]["dockerfile"]).is_file()
            assert service["environment"]["DRAGOMAN_LEDGER"].startswith("postgresql://")
            assert takes(service["command"]), name


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_a_command_that_is_there(path):
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(path, encoding="utf-8")
    program, *words = unit["Service"]["ExecStart"].split()
    assert Path(program).name == "dragoman"
    assert takes(words)
    assert unit["Install"]["WantedBy"] == "multi-user.target"


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_takes_a_unit(path, tmp_path):
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed")
    text = path.read_text(encoding="utf-8")
    copy = tmp_path / path.name
    copy.write_text(re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={sys.executable}", text), "utf-8")
    done = subprocess.run(
        [program, "verify", "--man=no", copy], capture_output=True, text=True, check=False
    )
    if done.returncode and path.name not in done.stderr:
        pytest.skip(f"systemd-analyze does not run here: {done.stderr.strip()[:200]}")
    assert done.returncode == 0, done.stderr
    assert path.name not in done.stderr
