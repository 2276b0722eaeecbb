"""The parts of the read view: sections of the record, agreements, parents, addenda, ParnasSys, invited parents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Bijlage, Wie
from desktop.models.gespreksverslag import Afspraak
from desktop.models.nazorg import NazorgKeer
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.velden import Soort, VeldSpec, groepen, naar_values
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Uitkomst
from desktop.services.stuk import Ouderstand, Stuk
from desktop.views.forms.basis import regel
from desktop.views.forms.bijlagen import BijlagenVeld
from desktop.views.forms.context import FormContext
from desktop.views.forms.lezen import toon_datum
from desktop.views.forms.personen import bijzin, tint
from desktop.views.forms.rijsoorten import lees_rijen
from desktop.views.gesprekken.gegevens import Geladen
from desktop.views.gesprekken.rijen import STATEN, dag_van, plek_van
from desktop.views.gesprekken.waarden import als_tekst
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, KnopKaart, Label, PersoonChip, Pil, SectieKop, StroomLayout, Toon
from desktop.views.widgets.langetekst import LangeTekst

_UITKOMST: dict[Uitkomst, tuple[Toon, str]] = {
    Uitkomst.AKKOORD: ("goed", "check-circle"),
    Uitkomst.GEZIEN: ("goed", "check-circle"),
    Uitkomst.ZIET_AF: ("rust", "minus-circle"),
    Uitkomst.WEIGERT: ("rust", "prohibit"),
    Uitkomst.AFWEZIG: ("waarschuwing", "clock"),
}
_APART = ("afspraken", "ontvangers")
"""Fields that have a part of their own."""


def inhoud(context: FormContext, stuk: Stuk) -> list[QWidget | None]:
    """Return a card for each section that has something in it."""
    assert stuk.stored is not None
    assert stuk.stored.value is not None
    values = naar_values(stuk.stored.value)
    kaarten: list[QWidget | None] = []
    for naam, specs in groepen(stuk.kind):
        delen = [(s, _antwoord(s, als_tekst(s, values.get(s.naam)))) for s in specs if s.naam not in _APART]
        gevuld = [(s, t) for s, t in delen if t]
        if gevuld:
            kaart = Kaart(context.thema)
            kaart.inhoud.setSpacing(context.thema.px(12))
            if naam:
                kaart.inhoud.addWidget(SectieKop(context.thema, naam))
            for rij in _rijen(gevuld):
                kaart.inhoud.addLayout(_naast(context, stuk, rij, naam))
            kaarten.append(kaart)
    return kaarten


def _antwoord(spec: VeldSpec, tekst: str) -> str:
    """An answer that stands by itself begins with a capital, as on paper."""
    return tekst[:1].upper() + tekst[1:] if spec.soort in (Soort.JANEE, Soort.KEUZE) else tekst


def afspraken(
    context: FormContext, stuk: Stuk, vandaag: date, rond_af: Callable[[Afspraak], None] | None
) -> QWidget | None:
    """Return the agreements, each with what came of it and a button to say so; None where there are none.

    What was said of one stays as it was; the newest counts and shows.
    """
    lijst: tuple[Afspraak, ...] = getattr(stuk.stored.value, "afspraken", ()) if stuk.stored is not None else ()
    if not lijst:
        return None
    thema = context.thema
    gedaan = {s.value.afspraak: s.value for s in stuk.vervolg if isinstance(s.value, AfspraakGedaan)}
    kaart = Kaart(thema)
    kaart.inhoud.setSpacing(thema.px(16))
    kaart.inhoud.addWidget(SectieKop(thema, "Wat kwam er van de afspraken"))
    open_kan = rond_af is not None and stuk.stored is not None and stuk.stored.state == "vastgesteld"
    for afspraak in lijst:
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(12))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        tekst.addWidget(Alinea(afspraak.wat, "sterk"))
        uiterlijk = f"uiterlijk {toon_datum(afspraak.uiterlijk, kort=True)}" if afspraak.uiterlijk else ""
        zin = " · ".join(d for d in (afspraak.wie, uiterlijk, afspraak.merkbaar) if d)
        if zin:
            tekst.addWidget(regel(zin, "klein"))
        klaar = gedaan.get(afspraak.rij)
        if klaar is not None and klaar.toelichting:
            tekst.addWidget(Alinea(klaar.toelichting))
        rij.addLayout(tekst, 1)
        rij.addWidget(_afspraakpil(thema, afspraak, klaar, vandaag), 0, Qt.AlignmentFlag.AlignTop)
        if open_kan:
            # one that was kept may not be any more, and an outcome may be a slip
            woord = "Rond af" if klaar is None else "Andere uitkomst"
            knop = Knop(f"{woord}…", thema, "gewoon" if klaar is None else "koppeling")
            knop.setAccessibleName(f"{woord}: {afspraak.wat}")
            assert rond_af is not None
            knop.clicked.connect(lambda _=False, a=afspraak, doe=rond_af: doe(a))
            rij.addWidget(knop, 0, Qt.AlignmentFlag.AlignTop)
        kaart.inhoud.addLayout(rij)
    return kaart


def keren(context: FormContext, stuk: Stuk) -> QWidget | None:
    """Return what was seen each time of aftercare, newest first; None where nobody looked yet."""
    thema = context.thema
    lijst = [s.value for s in stuk.vervolg if isinstance(s.value, NazorgKeer) and s.state != "ingetrokken"]
    if not lijst:
        return None
    kaart = Kaart(thema)
    kaart.inhoud.setSpacing(thema.px(12))
    kaart.inhoud.addWidget(SectieKop(thema, "Zo ging het", "eye"))
    for keer in sorted(lijst, key=lambda k: k.moment, reverse=True):
        op = toon_datum(keer.datum, kort=True) if keer.datum else ""
        kaart.inhoud.addWidget(Label(" · ".join(d for d in (op, keer.titel(), keer.door) if d), "veld"))
        kaart.inhoud.addWidget(LangeTekst(thema, keer.gezien, "Wat is gezien of gehoord"))
        daarna = f"Gestopt: {keer.waarom}" if keer.stopt else ""
        if not daarna and keer.volgende is not None:
            daarna = f"Volgende keer: {toon_datum(keer.volgende)}"
        if daarna:
            kaart.inhoud.addWidget(regel(daarna, "klein"))
    return kaart


def aanvullingen(context: FormContext, stuk: Stuk) -> QWidget | None:
    """Return what was added later, with its date; None where nothing was."""
    thema = context.thema
    lijst = [s.value for s in stuk.vervolg if isinstance(s.value, Aanvulling)]
    if not lijst:
        return None
    kaart = Kaart(thema)
    kaart.inhoud.setSpacing(thema.px(12))
    kaart.inhoud.addWidget(SectieKop(thema, "Aanvullingen", "note-pencil"))
    for aanvulling in lijst:
        kaart.inhoud.addWidget(Label(toon_datum(aanvulling.moment.date()), "veld"))
        kaart.inhoud.addWidget(LangeTekst(thema, aanvulling.tekst, "Aanvulling"))
        if aanvulling.bijlagen:
            kaart.inhoud.addWidget(_bijlagen(context, aanvulling.bijlagen))
    return kaart


def ouders(context: FormContext, geladen: Geladen) -> QWidget | None:
    """Return where each parent stands with the report, and what was signed on paper."""
    if not geladen.standen:
        return None
    thema = context.thema
    kaart = Kaart(thema, "paneel")
    kaart.inhoud.setSpacing(thema.px(16))
    kaart.inhoud.addWidget(SectieKop(thema, "Ouders", "users", "rol.ouders"))
    for stand in geladen.standen:
        kaart.inhoud.addLayout(_ouder(context, stand))
    return kaart


def parnassys(thema: Thema, stuk: Stuk) -> QWidget:
    """Return whether, and since when, the PDF stands in ParnasSys."""
    dagen = sorted(s.value.datum for s in stuk.vervolg if isinstance(s.value, InParnasSys))
    kaart = Kaart(thema, "paneel")
    kaart.inhoud.addWidget(SectieKop(thema, "ParnasSys", "file-arrow-up", "koppeling"))
    if dagen:
        kaart.inhoud.addWidget(_alleen(Pil(thema, f"Gezet op {toon_datum(dagen[-1], kort=True)}", "goed")))
    else:
        kaart.inhoud.addWidget(regel("Nog niet als gezet afgevinkt.", "zacht"))
    return kaart


def ontvangers(thema: Thema, stuk: Stuk) -> QWidget | None:
    """Return whom the letters go to, with the reason where someone has no gezag."""
    uitnodiging = stuk.stored.value if stuk.stored is not None else None
    if not isinstance(uitnodiging, Uitnodiging):
        return None
    kaart = Kaart(thema, "paneel")
    kaart.inhoud.setSpacing(thema.px(12))
    kaart.inhoud.addWidget(SectieKop(thema, "Uitgenodigd", "users", "rol.ouders"))
    for ontvanger in uitnodiging.ontvangers:
        kaart.inhoud.addWidget(_chip(thema, ontvanger.wie))
        if ontvanger.reden:
            kaart.inhoud.addWidget(regel(f"Reden: {ontvanger.reden}", "klein"))
    return kaart


def verslagen(thema: Thema, geladen: Geladen, navigator: Navigator) -> QWidget | None:
    """Return the reports that were made from an invitation."""
    if not geladen.verslagen:
        return None
    kaart = Kaart(thema, "paneel")
    kaart.inhoud.addWidget(SectieKop(thema, "Verslag van dit gesprek", "clipboard-text", "koppeling"))
    for rij in geladen.verslagen:
        knop = KnopKaart(thema, rij.title, f"{dag_van(rij)} · {STATEN[rij.state][0].lower()}", kleur="koppeling")
        knop.clicked.connect(lambda _=False, rij=rij: navigator.ga(plek_van(rij)))
        kaart.inhoud.addWidget(knop)
    return kaart


def _rijen(gevuld: list[tuple[VeldSpec, str]]) -> Iterator[list[tuple[VeldSpec, str]]]:
    """Yield the fields in rows of twelve, as they stood in the form."""
    rij: list[tuple[VeldSpec, str]] = []
    for deel in gevuld:
        if rij and sum(s.veld.breed for s, _ in rij) + deel[0].veld.breed > 12:
            yield rij
            rij = []
        rij.append(deel)
    if rij:
        yield rij


def _naast(context: FormContext, stuk: Stuk, rij: list[tuple[VeldSpec, str]], kop: str) -> QHBoxLayout:
    thema = context.thema
    lijn = QHBoxLayout()
    lijn.setSpacing(thema.px(24))
    for spec, tekst in rij:
        vak = QVBoxLayout()
        vak.setSpacing(thema.px(2))
        if spec.veld.label != kop:  # the heading above says the same
            vak.addWidget(regel(spec.veld.label, "klein"))
        vak.addWidget(_waarde(context, stuk, spec, tekst))
        vak.addStretch(1)
        lijn.addLayout(vak, spec.veld.breed)
    if len(rij) == 1 and rij[0][0].veld.breed < 12:
        lijn.addStretch(12 - rij[0][0].veld.breed)
    return lijn


def _waarde(context: FormContext, stuk: Stuk, spec: VeldSpec, tekst: str) -> QWidget:
    assert stuk.stored is not None
    waarde = getattr(stuk.stored.value, spec.naam)
    if spec.soort is Soort.PERSONEN:
        vak = QWidget()
        stroom = StroomLayout(context.thema, 8, vak)
        for wie in waarde:
            stroom.addWidget(_chip(context.thema, wie))
        return vak
    if spec.soort is Soort.RIJEN and (eigen := lees_rijen(spec, context.thema, waarde)) is not None:
        return eigen
    if spec.soort is Soort.BIJLAGEN:
        return _bijlagen(context, waarde)
    return LangeTekst(context.thema, tekst, spec.veld.label)


def _bijlagen(context: FormContext, bijlagen: tuple[Bijlage, ...]) -> QWidget:
    veld = BijlagenVeld(context)
    veld.zet([b.model_dump(mode="json") for b in bijlagen])
    veld.zet_alleen_lezen(True)
    return veld


def _chip(thema: Thema, wie: Wie) -> PersoonChip:
    return PersoonChip(thema, wie.naam, bijzin(wie), tint(wie), verwijderbaar=False)


def _ouder(context: FormContext, stand: Ouderstand) -> QVBoxLayout:
    thema, vak = context.thema, QVBoxLayout()
    vak.setSpacing(thema.px(8))
    vak.addWidget(_chip(thema, stand.wie))
    tekening = stand.ondertekening
    if tekening is None:
        vak.addWidget(_alleen(Pil(thema, "Nog te tekenen", "waarschuwing", "pen-nib")))
        return vak
    toon, icoon = _UITKOMST[tekening.uitkomst]
    vak.addWidget(_alleen(Pil(thema, tekening.uitkomst.label, toon, icoon)))
    dag = tekening.getekend_op or tekening.moment.date()
    wijze = f", {tekening.wijze.label}" if tekening.getekend() else ""
    vak.addWidget(regel(f"{toon_datum(dag)}{wijze}", "klein"))
    if tekening.scan is not None:
        vak.addWidget(_bijlagen(context, (tekening.scan,)))
    if tekening.zienswijze:
        vak.addWidget(Label("Zienswijze", "veld"))
        vak.addWidget(Alinea(tekening.zienswijze))
    if tekening.toelichting:
        vak.addWidget(Alinea(tekening.toelichting))
    return vak


def _afspraakpil(thema: Thema, afspraak: Afspraak, klaar: AfspraakGedaan | None, vandaag: date) -> Pil:
    if klaar is not None:
        dag = toon_datum(klaar.moment.date(), kort=True)
        if klaar.gelukt:
            return Pil(thema, f"Nagekomen · {dag}", "goed", "check-circle")
        return Pil(thema, f"Niet nagekomen · {dag}", "rust", "minus-circle")
    if afspraak.uiterlijk and afspraak.uiterlijk < vandaag:
        return Pil(thema, "Te laat", "fout", "warning-circle")
    return Pil(thema, "Open", "info", "calendar-check")


def _alleen(pil: Pil) -> QWidget:
    """A pill as wide as its word."""
    vak = QWidget()
    rij = QHBoxLayout(vak)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.addWidget(pil)
    rij.addStretch(1)
    return vak
