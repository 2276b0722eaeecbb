"""The house rules that no other tool checks: size of files, openings of modules, what may not stand in the project."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.fingerprints import FILE, RUN, fingerprints, known

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("desktop", "resources", "tests", "tools", "installer", ".ci")
ALONE = ("Makefile", "README.md", "pyproject.toml", "lock.txt")
SYSTEMS = ("linux", "win32")


def _tracked() -> list[Path]:
    # not from git: the tests also run in a plain copy of the files
    inside = [p for folder in FOLDERS for p in (ROOT / folder).rglob("*") if p.is_file()]
    return sorted(ROOT / name for name in ALONE) + sorted(p for p in inside if "__pycache__" not in p.parts)


@cache
def _texts() -> dict[str, str]:
    texts = {}
    for path in _tracked():
        try:
            texts[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def _python(*folders: str) -> dict[str, str]:
    return {n: t for n, t in _texts().items() if n.endswith(".py") and n.split("/")[0] in folders}


def _code() -> dict[str, str]:
    return _python("desktop", "tests", "tools", "installer")


def test_files_stay_readable_in_one_go() -> None:
    assert {n: t.count("\n") for n, t in _code().items() if t.count("\n") >= 400} == {}


def test_nothing_is_left_open() -> None:
    # the brackets keep this file from finding itself
    left = re.compile(r"T[O]DO|FIX[M]E|X[X]X|NotImplemented[E]rror")
    found = {n: sorted(set(left.findall(t))) for n, t in _code().items()}
    assert {n: words for n, words in found.items() if words} == {}


def test_every_module_opens_with_one_line() -> None:
    wrong = []
    for name, text in _code().items():
        opening = ast.get_docstring(ast.parse(text))
        if not opening or "\n" in opening:
            wrong.append(name)
    assert wrong == []


def test_everything_public_says_what_it_is() -> None:
    wrong = []
    for name, text in _python("desktop").items():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.ClassDef | ast.Module):
                continue
            for inner in node.body:
                if not isinstance(inner, ast.FunctionDef | ast.ClassDef) or inner.name.startswith("_"):
                    continue
                overloaded = any(
                    "overload" in ast.unparse(d) or "override" in ast.unparse(d) for d in inner.decorator_list
                )
                # Qt's own handlers (paintEvent) are described by Qt
                of_qt = isinstance(inner, ast.FunctionDef) and inner.name != inner.name.lower()
                private = isinstance(node, ast.ClassDef) and node.name.startswith("_")
                if not (overloaded or of_qt or private) and ast.get_docstring(inner) is None:
                    wrong.append(f"{name}:{inner.lineno} {inner.name}")
    assert wrong == []


def test_no_address_outside_and_no_place_on_one_machine() -> None:
    setup = {n: t for n, t in _texts().items() if n in ALONE or n.split("/")[0] in ("tools", ".ci", "installer")}
    assert {n: a for n, t in setup.items() if (a := re.findall(r"\bhttps?://[^\s)>\"']+", t))} == {}
    place = re.compile(r"(?<![\w.])/(?:work|opt|root|home|srv|mnt)/\w+")
    assert {n: p for n, t in _texts().items() if (p := place.findall(t))} == {}


def test_lock_pins_everything_with_hashes_and_names_no_source() -> None:
    lock = _texts()["lock.txt"]
    assert "://" not in lock
    blocks = re.split(r"\n(?=\S)", lock.strip())
    for block in blocks:
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", block), block[:200]
    assert all(line.startswith("    ") or "==" in line for line in lock.splitlines())


def _locked() -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", _texts()["lock.txt"], re.MULTILINE))


def _wanted(extra: bool) -> list[Requirement]:
    project = tomllib.loads(_texts()["pyproject.toml"])["project"]
    lines = project["dependencies"] + (project["optional-dependencies"]["dev"] if extra else [])
    return [Requirement(line) for line in lines]


def test_lock_meets_the_project() -> None:
    locked = _locked()
    for wanted in _wanted(extra=True):
        version = locked.get(canonicalize_name(wanted.name))
        assert version is not None and wanted.specifier.contains(version), f"make lock: {wanted}"


def _shipped() -> set[str]:
    """Return the names of all packages that go with the program, on any of the systems."""
    todo = [canonicalize_name(r.name) for r in _wanted(extra=False)]
    done: set[str] = set()
    while todo:
        name = todo.pop()
        if name in done:
            continue
        done.add(name)
        try:
            needs = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:
            continue  # one for another system
        for need in needs:
            places = [{"sys_platform": s, "platform_system": s, "extra": ""} for s in SYSTEMS]
            if need.marker is None or any(need.marker.evaluate(dict(p)) for p in places):
                todo.append(canonicalize_name(need.name))
    return done


def test_every_shipped_package_has_its_licence_named() -> None:
    table = [row.split("|")[1] for row in _texts()["resources/licenties.md"].splitlines() if row.startswith("| ")]
    named = {canonicalize_name(word) for row in table for word in re.findall(r"[\w.-]+", row)}
    assert _shipped() - named == set()


def test_readme_names_only_what_exists() -> None:
    readme = _texts()["README.md"]
    targets = set(re.findall(r"^([a-z-]+):", _texts()["Makefile"], re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", readme, re.MULTILINE))
    assert {"run", "test"} <= named <= targets
    for path in re.findall(r"`((?:desktop|resources|tests|tools|installer)/[\w./-]*)`", readme):
        assert (ROOT / path).exists(), path
    for module in re.findall(r"-m (desktop[\w.]*|tests[\w.]*)", readme):
        base = ROOT / module.replace(".", "/")
        assert base.with_suffix(".py").exists() or (base / "__main__.py").exists(), module


def test_the_way_of_one_field_names_what_is_declared() -> None:
    readme = _texts()["README.md"]
    named = re.findall(r"`([A-Z][a-z]\w+)(?:\.([a-z_]+))?`", readme)
    declared = set(re.findall(r"^\s*(?:class|def) (\w+)", "\n".join(_python("desktop").values()), re.MULTILINE))
    ways = {word for pair in named for word in pair if word} - {"Makefile"}
    assert len(ways) > 10
    assert ways - declared == set()


def test_every_target_explains_itself() -> None:
    makefile = _texts()["Makefile"]
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))


def test_no_sentence_of_the_plan_stands_here() -> None:
    plan = known(FILE.read_bytes())
    assert len(plan) > 20_000
    found = {n: run for n, t in _texts().items() if n != "lock.txt" for run, mark in fingerprints(t) if mark in plan}
    assert found == {}


def test_no_name_or_number_of_one_school_stands_here() -> None:
    # as hashes, since the names themselves may not stand here either: persons, group, methods and numbers of the plan
    namen = set(
        "44d78ccacd9a 9eaa92998636 63b12c265ec8 2dafacc93d66 b701d5df4267 c5ee41160dfb 429c2db4818b a18453f600f4 "
        "39bfef9e33b9 cf026e1c8d4f 5fd8d3e7c3fe 6c82f57f3c54 6367a100787a".split()
    )

    def vreemd(text: str) -> list[str]:
        words = {
            *re.findall(r"[^\W\d_]+", text.lower()),
            *(re.sub(r"\D", "", n) for n in re.findall(r"\d[\d -]+\d", text)),
        }
        return sorted(w for w in words if blake2b(w.encode(), digest_size=6).hexdigest() in namen)

    assert {n: found for n, t in _texts().items() if n != "lock.txt" and (found := vreemd(t))} == {}


@pytest.mark.parametrize("extra", [0, 1])
def test_fingerprints_cover_every_run(extra: int) -> None:
    words = [f"woord{i}" for i in range(RUN + extra)]
    assert len(list(fingerprints(" ".join(words)))) == 1 + extra
    first = next(fingerprints(" ".join(words)))[1]
    assert next(fingerprints(", ".join(words).upper()))[1] == first
    assert first in known(b"12345" + first)
