"""The command line, for IT staff and for tests; needs no Qt."""
