"""The page of an invitation: who is invited, with a warning at once for someone without gezag."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue, ValidationError

from desktop.models.core import Problem, Values, Wie
from desktop.models.rechten import Actie
from desktop.models.uitnodiging import Uitnodiging, zonder_gezag
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.forms.rijen import RijenVeld
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.schrijver import Schrijfsoort


def _titel(values: Values) -> str:
    return "Uitnodiging voor een gesprek"


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.gesprekken.nieuwe_uitnodiging(begin.leerling, begin.soort, dossier=begin.dossier)


class UitnodigingPagina(StukPagina):
    """Writes an invitation; established, it gives one letter for each parent and leads on to the report."""

    handleiding = "uitnodigen"
    soort = Schrijfsoort(
        kind=Uitnodiging,
        nieuw=_nieuw,
        sleutel="uitnodiging",
        hoofdactie="Stel vast",
        na_vaststellen="Elke ouder krijgt een eigen brief. Na het gesprek schrijf je hiervandaan het verslag.",
        titel=_titel,
        mag_vaststellen=Actie.UITNODIGEN,
        vraag_titel="Uitnodiging vaststellen?",
        pdf=False,  # a letter for each parent, made when it is printed
        vraag="Vanaf nu kan ze niet meer gewijzigd worden. Daarna druk je voor elke ouder een eigen brief af.",
    )

    def _getoond(self) -> None:
        """Warn at once at each parent without gezag who is invited without a reason; only they are asked for one."""
        veld = self.vlak.formulier.veld("ontvangers")
        if veld is None or not isinstance(veld.editor, RijenVeld):
            return
        problemen = list(waarschuwingen(veld.editor.waarde()))
        for rij in veld.editor.rijen:
            waarde = rij.waarde()
            for cel in rij.cellen:
                if cel.spec.naam == "reden":
                    cel.setVisible(bool(waarde.get("reden")) or _vraagt_reden(waarde.get("wie")))
        veld.toon_problemen(problemen)


def _vraagt_reden(wie: JsonValue) -> bool:
    return isinstance(wie, dict) and wie.get("gezag") != "ja"


def waarschuwingen(ontvangers: JsonValue) -> Iterator[Problem]:
    """Yield a sentence for each recipient whose gezag is not 'ja' and for whom no reason is given."""
    for n, ontvanger in enumerate(ontvangers if isinstance(ontvangers, list) else []):
        if not isinstance(ontvanger, dict) or str(ontvanger.get("reden") or "").strip():
            continue
        try:
            wie = Wie.model_validate(ontvanger.get("wie"), strict=False)
        except ValidationError:
            continue  # nobody is chosen in this line yet
        if wie.gezag != "ja":
            yield Problem(("ontvangers", n, "reden"), zonder_gezag(wie))
