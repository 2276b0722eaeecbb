"""Backup and check: both read the whole vault, show how far they are and can be stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.models.errors import Afgebroken, UserError
from desktop.models.opslag import Report
from desktop.models.rechten import Actie
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.instellingen.deel import Deel, Omgeving, dagen_geleden
from desktop.views.start.voortgang import Voortgang
from desktop.views.widgets import Alinea, Bezig, Kaart, Knop, Label, Pil, maak_leeg, rij

if TYPE_CHECKING:
    from desktop.services.beheer import Receipt

_TERMIJN = timedelta(days=7)


class Lang(Deel):
    """A part with one long call on the vault's lane."""

    bezig_tekst = ""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.bezig: Bezig | None = None
        self._voortgang: Voortgang | None = None

    def begin_lang(self) -> Voortgang:
        """Show the progress and return what the call reports to."""
        self.banners.leeg()
        # the lane may go on for a step after this page has left: what it reports to must outlive that
        voortgang = self._voortgang = Voortgang(self.o.work)
        bezig = self.bezig = Bezig(self.o.thema, self.bezig_tekst)
        voortgang.stand.connect(bezig.zet)
        bezig.afgebroken.connect(voortgang.breek_af)
        self.inhoud.addWidget(bezig)
        return voortgang

    def eindig_lang(self) -> None:
        """Take the progress away."""
        if self.bezig is not None and self._voortgang is not None:
            self.bezig.hide()
            self.bezig.deleteLater()
            self._voortgang.deleteLater()
            self.bezig = self._voortgang = None

    def berg_op(self) -> None:
        """A lock does not wait for this."""
        if self._voortgang is not None:
            self._voortgang.breek_af()

    def mislukt(self, fout: UserError) -> None:
        """Say that it was stopped, or what went wrong."""
        self.eindig_lang()
        if isinstance(fout, Afgebroken):
            self.banners.zet("info", fout.zin)
        else:
            self.meld_fout(fout)


class ReservekopieDeel(Lang):
    """When the last backup was, a new one, and its receipt."""

    sleutel = "reservekopie"
    naam = "Reservekopie"
    icoon = "floppy-disk"
    uitleg = (
        "De kluis staat op één computer. Maak elke week een reservekopie op een stick, een externe schijf "
        "of het netwerk. De kopie is versleuteld."
    )
    handleiding = "reservekopie"
    actie = Actie.BACKUP
    bezig_tekst = "De reservekopie wordt gemaakt en nagelezen…"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema = omgeving.thema
        self.laatste = Label("", "sterk")
        self.stand = Pil(thema, "…", "rust")
        self.stand.hide()
        self.knop = Knop("Reservekopie maken…", thema, "primair", "floppy-disk")
        self.bon = Kaart(thema)
        self.bon.hide()
        self.inhoud.addLayout(rij(thema, self.laatste, self.stand, 1))
        self.inhoud.addLayout(rij(thema, self.knop, 1))
        self.inhoud.addWidget(self.bon)
        self.knop.clicked.connect(self._maak)

    def toon(self) -> None:
        """Read when the last one was made."""
        self.o.work.kluis(self, self.o.diensten.beheer.laatste_backup, self._zet, self.meld_fout)

    def _zet(self, laatste: datetime | None) -> None:
        nu = self.o.diensten.session.nu()
        self.stand.show()
        if laatste is None:
            self.laatste.setText("Er is nog geen reservekopie gemaakt.")
            self.stand.zet("Nodig", "waarschuwing")
            return
        dag = laatste.astimezone(nu.tzinfo)
        tijd = f"{toon_datum(dag.date())} om {toon_tijd(dag.time())}"
        self.laatste.setText(f"Laatste: {tijd}, {dagen_geleden(dag.date(), nu.date())}.")
        oud = nu - laatste > _TERMIJN
        self.stand.zet("Ouder dan een week" if oud else "Op tijd", "waarschuwing" if oud else "goed")

    def _maak(self) -> None:
        if self.bezig is not None:
            return
        dag = self.o.diensten.session.vandaag()
        doel = self.o.kies_doel(self, f"Vangnet {dag:%Y-%m-%d}.kluisbackup")
        if doel is None:
            return
        self.bon.hide()
        voortgang = self.begin_lang()
        self.knop.setEnabled(False)

        def tussendoor() -> bool:
            # what a person saves meanwhile goes first, at every step
            self.o.wachtenden()
            return voortgang.meld(0, 0)

        self.o.work.kluis(
            self, lambda: self.o.diensten.beheer.backup(doel, tussendoor), self._gelukt, self._niet_gelukt
        )

    def _gelukt(self, bon: Receipt) -> None:
        self.eindig_lang()
        self.knop.setEnabled(True)
        self._toon_bon(bon)
        self.meld_goed(
            "De reservekopie is gelukt en nagelezen.", "Leg hem buiten het gebouw, niet bij het herstelblad."
        )
        if bon.findings:
            self.banners.zet(
                "waarschuwing",
                "In de kluis zelf klopt iets niet. De reservekopie is daar een getrouwe kopie van.",
                "Kies Kluis controleren om te zien wat.",
            )
        self.toon()

    def _niet_gelukt(self, fout: UserError) -> None:
        self.knop.setEnabled(True)
        self.mislukt(fout)

    def _toon_bon(self, bon: Receipt) -> None:
        vak = self.bon.inhoud
        maak_leeg(vak)
        vak.addWidget(Label("Bon van deze kopie", "sterk"))
        for regel in (
            str(bon.path),
            f"{_tellingen(bon.counts)} · Grootte: {_grootte(bon.size)}",
            f"Vingerafdruk (SHA-256): {_groepen(bon.sha256)}",
            f"Einde van het logboek: {_groepen(bon.audit_head.hex()[:16])}",
        ):
            vak.addWidget(Alinea(regel, "klein"))
        self.bon.show()


class ControleDeel(Lang):
    """Reads everything and says whether it is right."""

    sleutel = "controle"
    naam = "Kluis controleren"
    icoon = "shield-check"
    uitleg = (
        "Vangnet leest alles na en zegt of het klopt. Doe dit na een storing. Bewaren wacht tot de controle klaar is."
    )
    bezig_tekst = "De kluis wordt nagelezen…"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema = omgeving.thema
        self.knop = Knop("Nu controleren", thema, "primair", "shield-check")
        self.uitslag = Kaart(thema)
        self.uitslag.hide()
        self.inhoud.addLayout(rij(thema, self.knop, 1))
        self.inhoud.addWidget(self.uitslag)
        self.knop.clicked.connect(self._controleer)

    def _controleer(self) -> None:
        if self.bezig is not None:
            return
        self.uitslag.hide()
        voortgang = self.begin_lang()
        self.knop.setEnabled(False)
        self.o.work.kluis(
            self, lambda: self.o.diensten.beheer.controleer(voortgang.meld), self._klaar, self._niet_klaar
        )

    def _klaar(self, rapport: Report) -> None:
        self.eindig_lang()
        self.knop.setEnabled(True)
        tellingen = _tellingen(rapport.counts)
        if not rapport.findings:
            self.meld_goed("De kluis klopt.", tellingen)
            return
        self.banners.zet(
            "fout",
            "Er klopt iets niet in deze kluis.",
            "Verander niets meer. Zet de laatste reservekopie terug in een nieuwe map.",
        )
        vak = self.uitslag.inhoud
        maak_leeg(vak)
        vak.addWidget(Label("Wat er is gevonden", "sterk"))
        for vondst in rapport.findings:
            vak.addWidget(Alinea(f"• {vondst.zin}"))
        vak.addWidget(Alinea(tellingen, "klein"))
        self.uitslag.show()

    def _niet_klaar(self, fout: UserError) -> None:
        self.knop.setEnabled(True)
        self.mislukt(fout)


def _tellingen(counts: Mapping[str, int]) -> str:
    return " · ".join(f"{naam.capitalize()}: {_punten(aantal)}" for naam, aantal in counts.items() if aantal)


def _punten(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _grootte(bytes_: int) -> str:
    return f"{bytes_ / 1_000_000:.1f} MB".replace(".", ",")


def _groepen(hexa: str) -> str:
    return " ".join(hexa[n : n + 4] for n in range(0, len(hexa), 4))
