"""Composition root: builds every object and passes it on."""
