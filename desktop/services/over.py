"""What the program says of itself: its version, and the licences of what it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from desktop import assets


def versie() -> str:
    """Return the version; '' when the program runs without being installed."""
    try:
        return version("vangnet")
    except PackageNotFoundError:
        return ""


def licenties() -> str:
    """Return the licences as Markdown, without its first heading. Raises FileNotFoundError in a broken installation."""
    kop, _, rest = assets.text("licenties.md").partition("\n")
    return rest.strip() if kop.startswith("#") else assets.text("licenties.md")
