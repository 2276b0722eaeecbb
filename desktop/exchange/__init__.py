"""Files that come in from, or go out to, other systems."""
