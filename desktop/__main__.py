"""Picks the program or the command line; imports nothing heavy before it knows."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_OPDRACHTEN = {"kluis", "edexml", "lijst", "zoek", "pdf", "inhoud"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run Vangnet: the command line when the first word is one of its commands or asks for help, else the window."""
    args = list(sys.argv[1:] if argv is None else argv)
    if args and (args[0] in _OPDRACHTEN or args[0] in ("-h", "--help", "--version")):
        from desktop.cli.opdrachten import run

        return run(args)
    # nothing of what a start makes is rubbish; looking for it takes time before the first window, which turns it on
    gc.disable()
    from desktop.app.bootstrap import start

    return start(args)


if __name__ == "__main__":
    raise SystemExit(main())
