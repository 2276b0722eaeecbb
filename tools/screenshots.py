"""Photographs every page and dialog with the demo school: light and dark, 100% and 200%. Argument: the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_KEREN = [(thema, schaal) for thema in ("licht", "donker") for schaal in ("1", "2")]


def main() -> int:
    """Run one child for each look: scale and theme are chosen before Qt starts."""
    doel = Path(sys.argv[1])
    kinderen = []
    for thema, schaal in _KEREN:
        naam = f"{thema}-{int(schaal) * 100}"
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": schaal}
        kinderen.append(
            subprocess.Popen([sys.executable, "-m", "tools.screenshots_kind", str(doel / naam), thema], env=env)
        )
        if len(kinderen) == 2:
            if any(kind.wait() for kind in kinderen):
                return 1
            kinderen = []
    print(f"{len(list(doel.rglob('*.png')))} pictures in {doel}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
