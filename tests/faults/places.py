"""Where a test puts what a child that became another user must be able to reach."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def reachable_by_others() -> Iterator[Path]:
    """A folder in the system's own temporary one; that of a test run is closed to other users."""
    place = Path(tempfile.mkdtemp(prefix="vangnet-anderen-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    place.chmod(0o755)
    try:
        yield place
    finally:
        place.chmod(0o700)
        shutil.rmtree(place)
