"""Where each page of the program is shown with something in it: for the pictures, and for who checks every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from desktop.models.opslag import Query, Row
from desktop.models.schooljaar import schooljaar_van
from desktop.views.dossier import SOORTEN
from desktop.views.incidenten.lijst import plek_trends
from desktop.views.navigatie import Plek
from desktop.views.zaak import VT_SOORTEN


class Vondst:
    """Finds records of the invented school; `lees` answers a query with its rows."""

    def __init__(self, lees: Callable[[Query], Sequence[Row]]) -> None:
        self._lees = lees

    def record(self, kind: str, state: str | None = None) -> UUID:
        """Return the first of a kind, in that state where one is named."""
        return self._rij(kind, state).record

    def _rij(self, kind: str, state: str | None = None) -> Row:
        return next(rij for rij in self._lees(Query(kinds=(kind,))) if state in (None, rij.state))

    @cached_property
    def leerling(self) -> UUID:
        """Return the first pupil by name."""
        return self._lees(Query(kinds=("leerling",), order="naam"))[0].record

    @cached_property
    def ouder(self) -> UUID:
        """Return the first parent by name."""
        return self._lees(Query(kinds=("persoon",), order="naam"))[0].record

    @cached_property
    def verslag(self) -> UUID:
        """Return an established report."""
        return self.record("gespreksverslag", "vastgesteld")

    @cached_property
    def gesprokene(self) -> UUID:
        """Return the pupil of that report."""
        return self._rij("gespreksverslag", "vastgesteld").subjects[0]

    @cached_property
    def calamiteit(self) -> UUID:
        """Return a calamity that runs."""
        rijen = self._lees(Query(kinds=("calamiteit",)))
        return next(rij for rij in rijen if rij.title.startswith("Vermissing")).record

    @cached_property
    def zaak(self) -> UUID:
        """Return a case of the meldcode."""
        return self.record("meldcodedossier")

    @cached_property
    def bij_zaak(self) -> str:
        """Return with what a record of that case begins."""
        return f"leerling={self._rij('meldcodedossier').subjects[0]};dossier={self.zaak}"


def zaakplekken(v: Vondst) -> Mapping[str, Plek]:
    """Return the pages of the meldcode and of what is written about a pupil, by name."""
    zonder_zaak = {kind: Plek(kind, extra=f"leerling={v.leerling}") for kind in SOORTEN}
    met_zaak = {kind: Plek(kind, extra=v.bij_zaak) for kind in VT_SOORTEN}
    return {
        **zonder_zaak,
        **met_zaak,
        "zaak": Plek("zaak", v.zaak),
        "zaak-nieuw": Plek("zaak-nieuw", extra=f"leerling={v.leerling}"),
        "zaak-wijzig": Plek("zaak-wijzig", v.zaak),
        "samenvatting": Plek("samenvatting", v.zaak),
        "weging": Plek("weging", v.zaak, "nieuw"),
        "afweging": Plek("afweging", v.record("afweging")),
        "melding": Plek("melding", v.record("melding")),
        "melding-nieuw": Plek("melding", extra=v.bij_zaak),
        "rapportage": Plek("rapportage"),
        "rapportage-nieuw": Plek("rapportage", extra=f"dossier={v.zaak}"),
        "jaarbundel": Plek("jaarbundel"),
        "signaal-vast": Plek("signaal", v.record("signaal")),
        "oudestukken": Plek("oudestukken", extra=f"leerling={v.leerling}"),
        "leegformulier": Plek("leegformulier"),
        "adviezen": Plek("adviezen"),
        "incident-nieuw": Plek("incident", extra=f"leerling={v.leerling}"),
        "calamiteit-kies": Plek("calamiteit-kies", extra="actieplan"),
        "scholing-stuk": Plek("scholing-stuk"),
        "wet-stuk": Plek("wet-stuk"),
        "klachten": Plek("klachten"),
    }


ZAAKNAMEN = (
    *SOORTEN,
    *VT_SOORTEN,
    *("zaak", "zaak-nieuw", "zaak-wijzig", "samenvatting", "weging", "afweging", "melding", "melding-nieuw"),
    *("rapportage", "rapportage-nieuw", "jaarbundel", "signaal-vast", "oudestukken", "leegformulier", "adviezen"),
    *("incident-nieuw", "calamiteit-kies", "scholing-stuk", "wet-stuk", "klachten"),
)
"""The names in `zaakplekken`, known before there is a vault."""


def fotoplekken(v: Vondst) -> Mapping[str, Plek]:
    """Return every place that has its picture taken, by the name of the picture."""
    return {
        "home": Plek("home"),
        "leerlingen": Plek("leerlingen"),
        "leerling": Plek("leerling", v.gesprokene),
        "leerling-wijzig": Plek("leerling", v.leerling, "wijzig"),
        "gezagskaart-nieuw": Plek("kaart", extra=str(v.leerling)),
        "ouder": Plek("persoon", v.ouder),
        "edexml": Plek("edexml"),
        "gesprekken": Plek("gesprekken"),
        "parnassys": Plek("parnassys"),
        "agenda": Plek("agenda"),
        "schooljaar": Plek("schooljaar"),
        "schooljaar-alles": Plek("schooljaar", extra="lijst=alles"),
        "schooljaar-leeg": Plek("schooljaar", extra=f"jaar={schooljaar_van(date.today(), -1).van.year}"),
        "taken-instellen": Plek("jaarplichten"),
        "taken-te-kiezen": Plek("jaarplichten", extra="kies"),
        "monitoring": Plek("jaarstukken"),
        "monitoring-nieuw": Plek("monitoring"),
        "scholing": Plek("scholingen"),
        "scholing-nieuw": Plek("scholing-stuk"),
        "vog": Plek("vog"),
        "vog-nieuw": Plek("vog-stuk"),
        "wetten": Plek("wetten"),
        "stukken-bestuur": Plek("bestuurspakket"),
        "stukken-bestuur-vast": Plek("bestuurspakket", v.record("bestuurspakket")),
        "verzoek": Plek("correctieverzoek", v.record("correctieverzoek")),
        "dossiers": Plek("zaken"),
        "draaiboeken": Plek("draaiboeken"),
        "draaiboek": Plek("draaiboek", v.record("draaiboekloop")),
        "calamiteiten": Plek("calamiteiten"),
        "calamiteit": Plek("calamiteit", v.calamiteit),
        "incidenten": Plek("incidenten"),
        "incidenten-trends": plek_trends(schooljaar_van(date.today(), 1)),
        "incident": Plek("incident", v.record("incident", "vastgesteld")),
        "incident-nieuw": Plek("incident", extra=f"leerling={v.leerling}"),
        "meldcode": Plek("meldcode"),
        "plan-alles": Plek("plan"),
        "plan": Plek("plan", extra="ib-gesprek-ouders-hgkm"),
        "plan-invullen": Plek("plan", extra="contact"),
        "plan-gevonden": Plek("plan", extra="ib-wegen-zorg?meldnorm"),
        "sociale-kaart": Plek("sociale-kaart"),
        "kaart-invoer": Plek("kaart-invoer", extra="cit"),
        "eigen-tekst": Plek("eigen-tekst", extra="leerling-educatie"),
        "zoeken": Plek("zoeken", extra="gesprek"),
        "zoeken-bedoeld": Plek("zoeken", extra="vertrouwnespersoon"),
        "actieplan": Plek("actieplan", extra=f"calamiteit={v.calamiteit}"),
        "actieplan-versies": Plek("actieplan-versies", v.calamiteit),
        "communicatie-nieuw": Plek("communicatie", extra=f"calamiteit={v.calamiteit};groep=indirect"),
        "communicatie": Plek("communicatie", v.record("communicatie")),
        "uitnodiging-nieuw": Plek("uitnodiging", extra=f"leerling={v.leerling};soort=zorg"),
        "uitnodiging": Plek("uitnodiging", v.record("uitnodiging", "vastgesteld")),
        "verslag-concept": Plek("verslag", v.record("gespreksverslag", "concept")),
        "verslag-vastgesteld": Plek("verslag", v.verslag),
        "ondertekenen": Plek("ondertekenen", v.verslag),
        **zaakplekken(v),
    }
