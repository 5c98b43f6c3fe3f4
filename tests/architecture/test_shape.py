"""Small pieces, imports one way, languages as data, and nothing of one machine."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dragoman"
PACKS = SOURCE / "lang" / "packs"
MODULES = sorted(SOURCE.rglob("*.py"))
ENGINE = [path for path in MODULES if not path.is_relative_to(PACKS)]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 400, 50, 6

CODES = {path.name for path in PACKS.iterdir() if path.is_dir() and not path.name.startswith("_")}
NAMES = {
    name.casefold()
    for code in CODES
    for name in (Locale(code).get_display_name("en"), Locale(code).get_display_name(code))
}


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def identifiers(node: ast.AST) -> list[str]:
    """Every name that a node introduces or uses."""
    found = [
        getattr(node, field, None) for field in ("id", "attr", "arg", "name", "asname", "module")
    ]
    return [name for name in found if isinstance(name, str)]


def parts(identifier: str) -> set[str]:
    """The words of an identifier: `EnglishNames` and `english_names` hold the same two."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier)
    return {part.casefold() for part in re.split(r"[^\w]|_", spaced) if part}


def is_command(node: ast.AST) -> bool:
    """True for commands of the command line, which take a parameter an option."""
    decorators = getattr(node, "decorator_list", [])
    return any("command(" in ast.unparse(decorator) for decorator in decorators)


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]


def test_there_are_packs_to_look_for():
    assert len(CODES) >= 2
    assert len(NAMES) > len(CODES)


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_engine_code_names_no_language(path):
    named = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node.value.casefold().strip() in CODES | NAMES:
                named.append(f"line {node.lineno}: {node.value!r}")
        else:
            named += [
                f"line {getattr(node, 'lineno', '?')}: {word}"
                for word in identifiers(node)
                if parts(word) & (CODES | NAMES)
            ]
    assert named == [], "languages are data: put this into a field that every pack states"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short_and_named_for_what_they_hold(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert path.stem not in FORBIDDEN_NAMES
    assert path.parent.name not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short_and_take_few_parameters(path):
    long, wide = [], []
    for node in functions(path):
        arguments = node.args
        taken = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        count = len([a for a in taken if a.arg not in ("self", "cls")])
        first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
        if is_command(node):
            continue
        if (node.end_lineno or first) - first + 1 > MOST_FUNCTION_LINES:
            long.append(node.name)
        if count > MOST_PARAMETERS:
            wide.append(node.name)
    assert long == []
    assert wide == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_swallows_every_error(path):
    bare = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ExceptHandler) and not n.type]
    assert bare == []


def tracked() -> list[Path]:
    """The text files of the project: what is under version control, or would be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        found = [p for top in ("src", "tests", "docs", "samples") for p in (ROOT / top).rglob("*")]
    else:
        found = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    inside = (p for p in found if p.is_file() and p.relative_to(ROOT).parts[0] != ".venv")
    return sorted(p for p in inside if p.suffix not in {".pyc", ".gz", ".whl"})


def test_no_file_holds_a_path_of_one_machine():
    absolute = re.compile(r"(?<![\w.:/~])/(?:home|root|Users|work|mnt|opt)/\w")
    holding = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if absolute.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert holding == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_hold_exact_versions_and_no_addresses(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert named
    assert all(re.fullmatch(r"[\w.-]+==[\w.!+]+", line) for line in named)
    assert not any(mark in line for line in lines for mark in ("://", "@", "--index", "file:"))


def test_the_lock_file_names_all_that_the_project_asks_for():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def locked(*names: str) -> set[str]:
        text = "".join((ROOT / name).read_text(encoding="utf-8") for name in names)
        return {re.split("==", line)[0].lower().replace("_", "-") for line in text.splitlines()}

    def asked(requirements: list[str]) -> set[str]:
        return {re.split(r"[\[<>=!~ ;]", r)[0].lower().replace("_", "-") for r in requirements}

    assert asked(project["dependencies"]) <= locked("requirements.lock")
    both = locked("requirements.lock", "requirements-dev.lock")
    assert asked(project["optional-dependencies"]["dev"]) <= both


def test_imports_point_one_way():
    program = shutil.which("lint-imports", path=Path(sys.executable).parent)
    if program is None:
        pytest.skip("import-linter is not installed beside this interpreter")
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
