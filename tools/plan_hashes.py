"""Writes the fingerprints by which a test sees a sentence copied from the plan; the plan itself stays outside."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fingerprints import FILE, SIZE, fingerprints


def main(plan: str) -> None:
    """Read the plan's text from a file and write its fingerprints, sorted, `SIZE` bytes each."""
    found = sorted({mark for _, mark in fingerprints(Path(plan).read_text(encoding="utf-8"))})
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(b"".join(found))
    print(f"{len(found)} fingerprints of {SIZE} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: plan_hashes.py FILE")
    main(sys.argv[1])
