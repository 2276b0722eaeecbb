"""The only door to resources: shipped files, letters and icons, found without importing the packages that hold them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_FONTS = {
    "regular": "SourceSansPro-Regular.ttf",
    "italic": "SourceSansPro-It.ttf",
    "semibold": "SourceSansPro-Semibold.ttf",
    "bold": "SourceSansPro-Bold.ttf",
}


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(name)
    return Path(spec.submodule_search_locations[0])


@cache
def resources() -> Path:
    """Return the folder of shipped resources: inside the installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    installed = here / "_resources"
    return installed if installed.is_dir() else here.parent / "resources"


def text(*parts: str) -> str:
    """Return a shipped text file. Raises FileNotFoundError."""
    return resources().joinpath(*parts).read_text(encoding="utf-8")


def files(folder: str, suffix: str) -> list[Path]:
    """Return the shipped files in a folder with this suffix, sorted by name; an absent folder is empty."""
    return files_in(resources() / folder, suffix)


def files_in(folder: Path, suffix: str) -> list[Path]:
    """Return the files in any folder with this suffix, sorted by name; an absent folder is empty."""
    return sorted(folder.glob(f"*{suffix}")) if folder.is_dir() else []


@cache
def font_paths() -> dict[str, Path]:
    """Return the letter files of Source Sans Pro by weight: regular, italic, semibold, bold."""
    # importing these packages runs code (0.2 s, and fonts in the user's profile); their files suffice
    base = _package("font_source_sans_pro")
    found = {p.name: p for p in base.rglob("*.ttf")}
    return {weight: found[name] for weight, name in _FONTS.items()}


@cache
def icon_font() -> Path:
    """Return the Phosphor letter file."""
    return next((_package("qtawesome") / "fonts").glob("phosphor-[0-9]*.ttf"))


@cache
def _charmap() -> str:
    return next((_package("qtawesome") / "fonts").glob("phosphor-charmap-*.json")).read_text(encoding="utf-8")


@cache
def icon_code(name: str) -> str:
    """Return the character of a Phosphor icon by its name, for example 'house'. Raises KeyError."""
    # looked up in the text: reading its 1,200 lines into a table takes a tenth of the time to the first window
    key = f'"{name}": "0x'
    at = _charmap().find(key)
    if at < 0:
        raise KeyError(name)
    start = at + len(key)
    return chr(int(_charmap()[start : _charmap().index('"', start)], 16))
