"""What others must know of the limits here, without loading what makes and reads PDFs."""

from __future__ import annotations

MAX_BYTES = 25 * 1024 * 1024
"""The largest attachment."""
MIN_TEKENS = 12
"""The shortest passphrase of a PDF."""
