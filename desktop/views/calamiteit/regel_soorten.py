"""How the kinds of a log line look: a colour each, always beside the word."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.logregel import RegelSoort

KLEUR: Mapping[RegelSoort, str] = {
    RegelSoort.STAP: "rol.ib",
    RegelSoort.GESPREK: "rol.ouders",
    RegelSoort.BESLUIT: "rol.directeur",
    RegelSoort.COMMUNICATIE: "rol.ondersteunend",
    RegelSoort.MAATREGEL: "rol.vertrouwenspersoon",
    RegelSoort.SIGNAAL: "rol.meldcode",
}
"""The colour of each kind, by its name in the theme: hues that read as text on every ground."""
