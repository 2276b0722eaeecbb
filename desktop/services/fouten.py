"""A bug in words that tell nothing of what it was about."""

from __future__ import annotations

import traceback


def beschrijf(error: BaseException) -> str:
    """Return type, module, function and line of an error; never its message or a value, which can hold a name."""
    regels = [type(error).__name__]
    for frame, line in traceback.walk_tb(error.__traceback__):
        regels.append(f"  {frame.f_globals.get('__name__', '?')}:{frame.f_code.co_name}:{line}")
    return "\n".join(regels)
