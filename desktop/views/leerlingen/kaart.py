"""The page of a gezag card: a new parent or one who is known, and what holds since when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Problem, Record, Values
from desktop.models.errors import Conflict, NietGevonden, UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.personen import Persoon, Relatie
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.personen import Kaart, Leerlingbeeld
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.leerlingen.botsing import toon_beide
from desktop.views.leerlingen.concept import Concept
from desktop.views.leerlingen.invulblad import Invulblad, form_context
from desktop.views.leerlingen.woorden import gezag_pil, lees_kaart_extra, opsomming, sinds
from desktop.views.leerlingen.zoeker import Gevonden, PersoonZoeker, zoek_ouders
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bevestiging, Label, PersoonChip, maak_leeg
from desktop.views.widgets import Kaart as Vlak
from desktop.views.work import Work

_PERSOON, _GEKOZEN, _BASE = "_persoon", "_gekozen", "_base"
"""Where the draft of a card keeps the other form, the person who was chosen, and the revision of the person."""


@dataclass(frozen=True, slots=True)
class Kaartbeeld:
    """What the page shows: the pupil, the card (None for a new one), the other children, and who is likely."""

    beeld: Leerlingbeeld
    kaart: Kaart | None
    ook_van: tuple[str, ...]
    voorstel: Sequence[Gevonden]
    draft: Draft | None


class KaartPagina(KluisPagina):
    """Plek('kaart', extra='pupil') adds a parent; with ':card' behind it the card is changed."""

    handleiding = "ouders-en-gezag"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._leerling: UUID | None = None
        self._relatie: UUID | None = None
        self._beeld: Kaartbeeld | None = None
        self._gekozen: Gevonden | None = None
        self._geladen: Values = {}
        self._kop = Label("", "kop")
        self._kop.setWordWrap(True)
        self._uitleg = Alinea("", "zacht")
        self.zoeker = PersoonZoeker(thema, "Zoek op naam …", self._zoek)
        self._zoekvlak = Vlak(thema, "info")
        self._gekozenvlak = QVBoxLayout()
        kinds: dict[str, tuple[type[Record], str]] = {
            "persoon": (Persoon, "Gegevens van de ouder"),
            "relatie": (Relatie, "Relatie en gezag"),
        }
        self.blad = Invulblad(form_context(diensten, thema), "Bewaar", kinds, "Trek de kaart in…")
        assert self.blad.extraknop is not None
        self.intrekknop = self.blad.extraknop
        self.concept = Concept(diensten, work, self.blad, Relatie, self._half)
        self._bouw()

    def titel(self) -> str:
        """Return what is done here."""
        if self._beeld is not None and self._beeld.kaart is not None:
            return f"Gezagskaart van {self._beeld.kaart.wie.naam}"
        return "Ouder toevoegen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the pupil."""
        lijst = ("Leerlingen", Plek("leerlingen"))
        if self._beeld is None or self._leerling is None:
            return (lijst,)
        return (lijst, (self._beeld.beeld.leerling.titel(), Plek("leerling", self._leerling)))

    def toon(self, plek: Plek) -> None:
        """Show an empty card for a pupil, or one that is there."""
        self.begin()
        self._beeld = None
        self.blad.setEnabled(False)
        try:
            self._leerling, self._relatie = lees_kaart_extra(plek.extra)
        except ValueError:
            self._leerling = self._relatie = None
            self.meld_fout(NietGevonden("Bij welke leerling hoort deze kaart?", "Open eerst de leerling."))
            return
        leerling, relatie = self._leerling, self._relatie
        self.vraag(lambda: self._lees(leerling, relatie), self._zet)

    def mag_weg(self) -> bool:
        """What is half-filled is kept as a draft; it waits with the pupil."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is half-filled for saving."""
        if self._beeld is not None:
            self.concept.berg_op()

    def _bouw(self) -> None:
        thema = self._thema
        self._zoekvlak.inhoud.addWidget(Label("Bestaat deze ouder al?", "sterk"))
        zin = "Bijvoorbeeld bij een broer of zus. Kies dan die persoon; dan ziet Vangnet wie broer en zus zijn."
        self._zoekvlak.inhoud.addWidget(Alinea(zin))
        self._zoekvlak.inhoud.addWidget(self.zoeker)
        for deel in (self._kop, self._uitleg, self._zoekvlak):
            self.blad.kop.addWidget(deel)
        self.blad.kop.addLayout(self._gekozenvlak)
        rand = QVBoxLayout()
        rand.setContentsMargins(thema.px(32), 0, thema.px(32), 0)
        rand.addWidget(self.banners)
        self._vak.addLayout(rand)
        self._vak.addWidget(self.blad, 1)
        self.blad.zet_vooraf((self.zoeker.zoekvak.veld, self.zoeker.lijst))
        self.zoeker.gekozen.connect(self.kies)
        self.blad.bewaren.connect(self._bewaar)
        self.blad.annuleren.connect(self._terug)
        self.blad.opnieuw.connect(self._begin_opnieuw)
        self.intrekknop.clicked.connect(self._trek_in)
        self.blad.verboden = self.reden(Actie.PERSONEN_BEHEREN)
        sta_toe(self.intrekknop, self.blad.verboden)

    def _lees(self, leerling: UUID, relatie: UUID | None) -> Kaartbeeld:
        personen = self._d.personen
        beeld = personen.leerling(leerling)
        draft = personen.draft(Relatie, relatie, leerling)
        if relatie is None:
            bekend = {kaart.persoon.record for kaart in beeld.kaarten}
            gevonden = zoek_ouders(personen, beeld.leerling.achternaam or beeld.leerling.roepnaam)
            return Kaartbeeld(beeld, None, (), [g for g in gevonden if g.record not in bekend], draft)
        kaart = next((k for k in beeld.kaarten if k.relatie.record == relatie), None)
        if kaart is None:
            raise NietGevonden("Deze gezagskaart is er niet meer.", "Open de leerling en kijk welke kaarten er zijn.")
        ook = tuple(row.title for row in personen.kinderen(kaart.persoon.record) if row.record != leerling)
        return Kaartbeeld(beeld, kaart, tuple(dict.fromkeys(ook)), (), draft)

    def _zet(self, beeld: Kaartbeeld) -> None:
        self._beeld = beeld
        kaart = beeld.kaart
        naam = beeld.beeld.leerling.titel()
        self._gekozen = None
        maak_leeg(self._gekozenvlak)
        self._kop.setText(f"{self.titel()} bij {naam}" if kaart is None else self.titel())
        self._zoekvlak.setVisible(kaart is None)
        self.intrekknop.setVisible(kaart is not None)
        # who comes to change a card comes for gezag; a new one begins with who it is
        self.blad.zet_volgorde(("persoon", "relatie") if kaart is None else ("relatie", "persoon"))
        self.blad.setEnabled(True)
        self.blad.terugknop.setEnabled(True)
        self.blad.toon_formulier("persoon", True)
        if kaart is None:
            self._uitleg.setText("De gezagskaart bepaalt wie je uitnodigt en wie mag tekenen.")
            self.zoeker.stel_voor(beeld.voorstel, f"Met dezelfde achternaam als {naam}:")
            self._laad(beeld, {}, self._nieuwe_relatie())
            self.neem_focus(self.zoeker.zoekvak.veld)
        else:
            self._uitleg.setText(self._nu(beeld, kaart))
            self._laad(beeld, naar_values(kaart.mens), naar_values(kaart.kaart))
            self.blad.formulieren["relatie"].focus_veld("soort")
        self.veranderd.emit()

    def _laad(self, beeld: Kaartbeeld, persoon: Values, relatie: Values) -> None:
        """Fill the forms with what is stored, or with what this account had half-filled."""
        self._geladen = dict(persoon)
        draft = beeld.draft
        gekozen = None
        self._persoon_base = beeld.kaart.persoon.revision if beeld.kaart else None
        if draft is not None:
            oud = draft.values.get(_BASE)
            self._persoon_base = UUID(oud) if isinstance(oud, str) else self._persoon_base
            relatie = {naam: waarde for naam, waarde in draft.values.items() if naam not in (_PERSOON, _GEKOZEN, _BASE)}
            half = draft.values.get(_PERSOON)
            persoon = half if isinstance(half, dict) else persoon
            gekozen = Gevonden.uit_json(draft.values.get(_GEKOZEN))
        self.blad.laad({"persoon": persoon, "relatie": relatie}, nieuw=beeld.kaart is None)
        base = beeld.kaart.relatie.revision if beeld.kaart else None
        self.concept.begin(self._relatie, base, self._leerling, draft)
        if gekozen is not None:
            self.kies(gekozen)

    def _half(self) -> Values:
        """Return what both forms hold, as the draft of the card."""
        gekozen = self._gekozen.naar_json() if self._gekozen else None
        base = str(self._persoon_base) if self._persoon_base else None
        return {**self.blad.waarden("relatie"), _PERSOON: self.blad.waarden("persoon"), _GEKOZEN: gekozen, _BASE: base}

    def _nu(self, beeld: Kaartbeeld, kaart: Kaart) -> str:
        vandaag = self._d.session.vandaag()
        relatie = kaart.kaart
        periode = relatie.op(vandaag)
        stand = gezag_pil(relatie.gezag_op(vandaag))[0].lower()
        zinnen = [f"Nu geldt: {stand}" + (f". {sinds(periode)}." if periode else ".")]
        zinnen.append("Verandert het gezag? Voeg een regel toe; de oude regel blijft staan.")
        if beeld.ook_van:
            zinnen.append(f"De gegevens van de ouder gelden ook bij {opsomming(beeld.ook_van)}.")
        return "\n".join(zinnen)

    def _nieuwe_relatie(self) -> dict[str, JsonValue]:
        session = self._d.session
        return {"perioden": [{"rij": str(session.ids.new()), "vanaf": session.vandaag().isoformat()}]}

    # -- a parent who is known already

    def _zoek(self, woorden: str, klaar: Callable[[Sequence[Gevonden]], None]) -> None:
        self.vraag(lambda: zoek_ouders(self._d.personen, woorden), klaar)

    def kies(self, wie: Gevonden) -> None:
        """Take a person who is known; one who is on a card of this pupil already leads to that card."""
        assert self._beeld is not None
        bekend = next((k for k in self._beeld.beeld.kaarten if k.persoon.record == wie.record), None)
        if bekend is not None:
            relatie = bekend.relatie.record
            self.blad.banners.zet(
                "info",
                f"{wie.naam} staat al bij deze leerling.",
                actie="Open die kaart",
                bij_actie=lambda: self._navigator.ga(Plek("kaart", extra=f"{self._leerling}:{relatie}")),
            )
            return
        self._gekozen = wie
        self._zoekvlak.hide()
        self.blad.toon_formulier("persoon", False)
        chip = PersoonChip(self._thema, wie.naam, wie.regel(), "ouders")
        chip.verwijderd.connect(self.kies_anders)
        self._gekozenvlak.addWidget(Label("Deze ouder", "veld"))
        self._gekozenvlak.addWidget(chip)
        self._gekozenvlak.addWidget(
            Alinea("De gegevens zijn al bekend. Vul hieronder de relatie en het gezag in.", "klein")
        )
        self.blad.zet_vuil()
        self.blad.formulieren["relatie"].focus_veld("soort")

    def kies_anders(self) -> None:
        """Let go of the person who was chosen."""
        self._gekozen = None
        maak_leeg(self._gekozenvlak)
        self._zoekvlak.show()
        self.blad.toon_formulier("persoon", True)
        self.zoeker.zoekvak.veld.setFocus()

    # -- storing

    def _bewaar(self) -> None:
        assert self._beeld is not None
        assert self._leerling is not None
        leerling, relatie = self._leerling, self._relatie
        persoon = self._persoon()
        values, base = self.blad.waarden("relatie"), self.concept.base
        self.berg_op()
        self.blad.zet_bezig()
        self.vraag(
            lambda: self._d.personen.koppel(leerling, persoon, values, relatie, base),
            lambda uitkomst: self._bewaard(*uitkomst),
            self._niet_bewaard,
            urgent=True,
        )

    def _niet_bewaard(self, fout: UserError) -> None:
        if isinstance(fout, Conflict):
            self.blad.toon_botsing(fout, self._vergelijk)
        else:
            self.blad.toon_fout(fout)

    def _vergelijk(self) -> None:
        assert self._leerling is not None
        leerling, relatie = self._leerling, self._relatie

        def lees() -> Kaart:
            gevonden = (k for k in self._d.personen.kaarten(leerling) if k.relatie.record == relatie)
            if (kaart := next(gevonden, None)) is None:
                raise NietGevonden("Deze gezagskaart is intussen weggehaald.", "Maak een nieuwe kaart bij de leerling.")
            return kaart

        self.vraag(lees, self._toon_beide)

    def _toon_beide(self, nu: Kaart) -> None:
        """Show the card, or the person on it: whichever is not what was opened."""
        if nu.relatie.revision != self.concept.base:

            def neem_mijn() -> None:
                self.concept.bouw_op(nu.relatie.revision)
                self._bewaar()

            toon_beide(self._thema, nu.relatie, self.blad.waarden("relatie"), neem_mijn, self)
        else:

            def neem_mijn() -> None:
                self._persoon_base = nu.persoon.revision
                self._bewaar()

            toon_beide(self._thema, nu.persoon, self.blad.waarden("persoon"), neem_mijn, self)

    def _persoon(self) -> Values | UUID:
        """Return who the card is about: someone chosen, someone known whose data may have changed, or someone new."""
        if self._gekozen is not None:
            return self._gekozen.record
        assert self._beeld is not None
        values = self.blad.waarden("persoon")
        kaart = self._beeld.kaart
        if kaart is None:
            return values
        # a person whose data stayed the same gets no new revision
        if values == self._geladen:
            return kaart.persoon.record
        return {**values, "_record": str(kaart.persoon.record), "_base": str(self._persoon_base)}

    def _bewaard(self, stored: Stored | None, problemen: dict[str, list[Problem]]) -> None:
        if stored is None:
            self.blad.toon_problemen(problemen)
            return
        self.concept.klaar()
        self.blad.zet_schoon()
        self.toast("De gezagskaart is bewaard")
        self._naar_leerling()

    def _trek_in(self) -> None:
        assert self._beeld is not None
        assert self._beeld.kaart is not None
        naam, leerling = self._beeld.kaart.wie.naam, self._beeld.beeld.leerling.titel()
        vraag = Bevestiging(
            self._thema,
            "Is deze kaart per vergissing gemaakt?",
            f"De kaart van {naam} verdwijnt dan bij {leerling}. In de geschiedenis blijft staan dat hij er was. "
            "Is alleen het gezag veranderd? Ga dan terug en voeg een regel toe.",
            f"Trek de kaart van {naam} in",
            self.window(),
        )
        relatie = self._relatie
        if relatie is not None and vraag.vraag():
            self.blad.zet_bezig()
            self.vraag(
                lambda: self._d.personen.verwijder_kaart(relatie), self._ingetrokken, self.blad.toon_fout, urgent=True
            )

    def _ingetrokken(self, _: None) -> None:
        self.concept.klaar()
        self.blad.zet_schoon()
        self.toast("De gezagskaart is ingetrokken")
        self._naar_leerling()

    def _begin_opnieuw(self) -> None:
        self.concept.klaar()
        self.toon(Plek("kaart", extra=f"{self._leerling}:{self._relatie}" if self._relatie else str(self._leerling)))

    def _terug(self) -> None:
        if not self.blad.geeft_op():
            return
        if self.blad.vuil():
            self.concept.klaar()
        self.blad.zet_schoon()
        if self._leerling is None:
            self._navigator.rond_af(Plek("leerlingen"))
        else:
            self._naar_leerling()

    def _naar_leerling(self) -> None:
        self._navigator.rond_af(Plek("leerling", self._leerling))
