"""Shows any record from its own declaration: sections, labels and values, the same ones that the form shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desktop.documents.blokken import Blok, Cel, Strook, Stuk, Tabel
from desktop.documents.namen import Namen
from desktop.documents.styles import BREEDTE, CEL, GOOT, KLEIN, KLEIN_VET, KOP, LABEL, LOPEND, VET, VLAK, Stijl
from desktop.documents.text import Zetter, datum_nl, tijd_nl
from desktop.models.core import Bijlage, Part, Record, Wie
from desktop.models.velden import Soort, VeldSpec, groepen, is_leeg, naar_values, velden, zichtbaar

_MEDIA = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}


@dataclass(frozen=True, slots=True)
class Tonen:
    """How a record is shown: by whom it is set, who may be named, and the schema it was stored with (None: present)."""

    zetter: Zetter
    namen: Namen
    schema: int | None = None
    concept: bool = False


Eigen = Mapping[str, Callable[[Any], Iterable[Blok]]]
"""By field name: what shows a field in a way of its own, given its value."""
_GEEN: Eigen = MappingProxyType({})


def secties(
    record: Record,
    tonen: Tonen,
    overslaan: frozenset[str] = frozenset(),
    *,
    eigen: Eigen = _GEEN,
    zonder_groep: str | None = None,
) -> Iterator[Blok]:
    """Yield the sections of a record with what is filled in; what was left empty is named in one line at the end.

    A field that does not belong here by its own conditions is left out, and so is one that did not exist in the
    schema that the record was stored with. `zonder_groep` is the heading over fields of no section: by default the
    name of the kind, '' for none.
    """
    values = naar_values(record)
    rest: list[VeldSpec] = []
    for naam, specs in groepen(type(record)):
        gevuld: list[VeldSpec] = []
        leeg: list[VeldSpec] = []
        for spec in specs:
            if spec.veld.apart or spec.naam in overslaan or not zichtbaar(spec, values):
                continue
            if not is_leeg(values.get(spec.naam)):
                gevuld.append(spec)
            elif tonen.schema is None or spec.veld.sinds <= tonen.schema:
                leeg.append(spec)
        if gevuld or (tonen.concept and any(s.veld.verplicht for s in leeg)):
            titel = naam or (record.NAAM if zonder_groep is None else zonder_groep)
            blokken = _velden(record, gevuld, leeg, tonen, eigen=eigen)
            yield from sectie(titel, blokken, tonen.zetter) if titel else blokken
        else:
            # a heading over nothing says less than a word in the last line
            rest += leeg
    if rest:
        yield from _ontbrekend(rest, tonen, boven=14, woord="Verder niet ingevuld")


def sectie(naam: str, blokken: Iterable[Blok], zetter: Zetter) -> Iterator[Blok]:
    """Yield a heading and its blocks; the heading stays with the first of them."""
    yield kop(naam, zetter)
    yield from blokken


def kop(naam: str, zetter: Zetter, boven: float = 18) -> Strook:
    """Return the heading of a section."""
    return Strook([Cel(0, [(KOP, zetter.regels(naam, KOP, BREEDTE))])], boven=boven, onder=3, plakt=True, lijn=True)


def alinea(
    tekst: str, zetter: Zetter, stijl: Stijl = LOPEND, *, boven: float = 6, plakt: bool = False, label: str = ""
) -> Strook:
    """Return running text over the full width, under a label where there is one."""
    stukken: list[Stuk] = [(LABEL, zetter.regels(label, LABEL, BREEDTE))] if label else []
    stukken.append((stijl, zetter.regels(tekst, stijl, BREEDTE)))
    return Strook([Cel(0, stukken)], boven=boven, plakt=plakt)


def rijtje(
    paren: Sequence[tuple[str, str, int]],
    zetter: Zetter,
    *,
    boven: float = 8,
    stijl: Stijl = LOPEND,
    plakt: bool = False,
) -> Strook:
    """Return labels with their values side by side; each comes with its width in twelfths."""
    cellen: list[Cel] = []
    x, twaalfde = 0.0, (BREEDTE + GOOT) / 12
    for label, waarde, breed in paren:
        breedte = breed * twaalfde - GOOT
        cellen.append(
            Cel(x, [(LABEL, zetter.regels(label, LABEL, breedte)), (stijl, zetter.regels(waarde, stijl, breedte))])
        )
        x += breed * twaalfde
    # values stand on one line, also beside a label of two lines
    hoogste = max((len(cel.stukken[0][1]) for cel in cellen), default=0)
    for cel in cellen:
        regels = cel.stukken[0][1]
        cel.stukken[0] = (LABEL, [""] * (hoogste - len(regels)) + regels)
    return Strook(cellen, boven=boven, plakt=plakt)


def veldblokken(record: Record, namen: Sequence[str], tonen: Tonen) -> Iterator[Blok]:
    """Yield those of these fields that are filled in, in the order of the declaration and without headings."""
    values = naar_values(record)
    gekozen = [s for s in velden(type(record)) if s.naam in namen and not is_leeg(values.get(s.naam))]
    yield from _velden(record, gekozen, [], tonen)


def paneel(strook: Strook) -> Strook:
    """Return a strip as a shaded panel with air around its columns."""
    cellen = [Cel(cel.x * (BREEDTE - 20) / BREEDTE + 10, cel.stukken) for cel in strook.cellen]
    return Strook(cellen, boven=4, lucht=8, onder=9, vlak=VLAK)


def _velden(
    record: Part,
    gevuld: Sequence[VeldSpec],
    leeg: Sequence[VeldSpec],
    tonen: Tonen,
    boven: float = 8,
    eigen: Eigen = _GEEN,
) -> Iterator[Blok]:
    rij: list[VeldSpec] = []
    op_formulier = _formulierrijen(type(record))
    for spec in gevuld:
        waarde = getattr(record, spec.naam)
        naast = _naast(spec) and spec.naam not in eigen
        # what stands side by side on the form stays together, also where a field before it was left out
        samen = [s for s in gevuld if op_formulier[s.naam] == op_formulier[spec.naam] and s not in rij]
        nieuw = rij and op_formulier[rij[-1].naam] != op_formulier[spec.naam]
        erbij = sum(map(_breed, samen)) if nieuw else _breed(spec)
        if rij and (not naast or sum(map(_breed, rij)) + erbij > 12):
            yield _naast_elkaar(record, rij, tonen, boven)
            rij = []
        if naast:
            rij.append(spec)
        elif spec.naam in eigen:
            yield from eigen[spec.naam](waarde)
        elif spec.soort is Soort.RIJEN:
            yield from _tabel(spec, waarde, tonen)
        elif spec.soort is Soort.JANEE:
            yield _vraag(spec, waarde, tonen.zetter)
        else:
            tekst = waarde_tekst(spec, waarde, tonen)
            # no label that repeats the heading above it
            label = _label(spec) if spec.veld.label != spec.veld.groep else ""
            yield alinea(tekst, tonen.zetter, boven=boven, label=label)
    if rij:
        yield _naast_elkaar(record, rij, tonen, boven)
    if leeg:
        yield from _ontbrekend(leeg, tonen, boven=8)


def _naast(spec: VeldSpec) -> bool:
    return spec.soort not in (Soort.LANG, Soort.RIJEN, Soort.BIJLAGEN) and _breed(spec) < 12


def _formulierrijen(kind: type[Part]) -> dict[str, int]:
    """Return for each field the number of the row in which it stands on the form."""
    rijen: dict[str, int] = {}
    nummer, breed, groep = 0, 0, ""
    for spec in velden(kind):
        if not _naast(spec) or spec.veld.groep != groep or breed + _breed(spec) > 12:
            nummer, breed, groep = nummer + 1, 0, spec.veld.groep
        breed += _breed(spec) if _naast(spec) else 12
        rijen[spec.naam] = nummer
    return rijen


def _breed(spec: VeldSpec) -> int:
    return 6 if spec.soort is Soort.PERSONEN else spec.veld.breed


def _label(spec: VeldSpec) -> str:
    """A label as it reads on paper: 'Of: ' belongs to the form, where the other choice stands beside it."""
    label = spec.veld.label.removeprefix("Of: ")
    return label[:1].upper() + label[1:]


def _naast_elkaar(record: Part, rij: Sequence[VeldSpec], tonen: Tonen, boven: float) -> Strook:
    """Short fields side by side; a question by itself stands as every other question does."""
    if len(rij) == 1 and rij[0].soort is Soort.JANEE:
        return _vraag(rij[0], getattr(record, rij[0].naam), tonen.zetter)
    paren = [(_label(s), waarde_tekst(s, getattr(record, s.naam), tonen), _breed(s)) for s in rij]
    return rijtje(paren, tonen.zetter, boven=boven)


def valt_op(spec: VeldSpec) -> bool:
    """Whether it tells something that a field was left empty: not that nothing was attached or explained away.

    Where a reason must be given the check asks for it, so an empty one means that it did not apply.
    """
    return spec.soort is not Soort.BIJLAGEN and not _label(spec).startswith("Waarom")


def _ontbrekend(leeg: Sequence[VeldSpec], tonen: Tonen, boven: float, woord: str = "Niet ingevuld") -> Iterator[Blok]:
    verplicht = [s for s in leeg if tonen.concept and s.veld.verplicht]
    rest = [s for s in leeg if s not in verplicht and valt_op(s)]
    for begin, specs in (("Nog in te vullen", verplicht), (woord, rest)):
        if specs:
            labels = " · ".join(_label(s).rstrip("?:") for s in specs)
            stijl = KLEIN_VET if specs is verplicht else KLEIN
            regel = alinea(f"{begin}: {labels}", tonen.zetter, stijl, boven=boven)
            regel.sluit = True  # at the top of a page nobody knows what it belongs to
            yield regel


def _vraag(spec: VeldSpec, waarde: Any, zetter: Zetter) -> Strook:
    """A question over the full width: its answer stands at the end of the line, so a list of them can be scanned."""
    antwoord = BREEDTE - 22
    cellen = [
        Cel(0, [(LOPEND, zetter.regels(spec.veld.label, LOPEND, antwoord - GOOT))]),
        Cel(antwoord, [(VET, ["Ja" if waarde else "Nee"])]),
    ]
    return Strook(cellen, boven=2, lucht=4, onder=4, lijn=True)


def _tabel(spec: VeldSpec, rijen: Sequence[Part], tonen: Tonen) -> Iterator[Blok]:
    assert spec.rij is not None
    zetter = tonen.zetter
    alle = [s for s in velden(spec.rij) if not _kwam_later(s, rijen, tonen)]
    smal = [s for s in alle if s.veld.breed < 12 and s.soort is not Soort.RIJEN] or alle
    wijd = [s for s in alle if s not in smal]
    x: list[float] = []
    breedten: list[float] = []
    punt = 0.0
    totaal = sum(s.veld.breed for s in smal)
    for s in smal:
        x.append(punt)
        deel = (BREEDTE + GOOT) * s.veld.breed / totaal
        breedten.append(deel - GOOT)
        punt += deel
    koppen = [Cel(x[n] + 4, [(LABEL, zetter.regels(s.veld.label, LABEL, breedten[n] - 4))]) for n, s in enumerate(smal)]
    kop_strook = Strook(koppen, lucht=4, onder=4, vlak=VLAK, lijn=True, heel=True)
    stroken: list[Strook] = []
    for rij in rijen:
        cellen = [
            Cel(x[n] + 4, [(CEL, zetter.regels(_cel_tekst(s, rij, tonen), CEL, breedten[n] - 4))])
            for n, s in enumerate(smal)
        ]
        onder = [s for s in wijd if not is_leeg_waarde(getattr(rij, s.naam))]
        stroken.append(Strook(cellen, lucht=5, onder=5, lijn=not onder))
        for s in onder:
            tekst = f"{s.veld.label}: {_cel_tekst(s, rij, tonen)}"
            stroken.append(Strook([Cel(4, [(KLEIN, zetter.regels(tekst, KLEIN, BREEDTE - 8))])], onder=5, lijn=True))
    if spec.veld.label != spec.veld.groep:  # no label that repeats the heading above it
        yield alinea_label(spec.veld.label, zetter)
    yield Tabel(kop_strook, stroken, boven=4)


def alinea_label(label: str, zetter: Zetter) -> Strook:
    """Return a label by itself, kept with what follows."""
    return Strook([Cel(0, [(LABEL, zetter.regels(label, LABEL, BREEDTE))])], boven=8, plakt=True)


def _kwam_later(spec: VeldSpec, rijen: Sequence[Part], tonen: Tonen) -> bool:
    nieuw = tonen.schema is not None and spec.veld.sinds > tonen.schema
    return nieuw and all(is_leeg_waarde(getattr(rij, spec.naam)) for rij in rijen)


def _cel_tekst(spec: VeldSpec, rij: Part, tonen: Tonen) -> str:
    waarde = getattr(rij, spec.naam)
    return "–" if is_leeg_waarde(waarde) else waarde_tekst(spec, waarde, tonen)


def is_leeg_waarde(waarde: Any) -> bool:
    """Whether a value of a record is not filled in; False is an answer."""
    return waarde is None or waarde == () or (isinstance(waarde, str) and not waarde.strip())


def waarde_tekst(spec: VeldSpec, waarde: Any, tonen: Tonen) -> str:
    """Return a value as text: dates in words, choices by their labels, people as the rule for names allows."""
    match spec.soort:
        case Soort.JANEE:
            return "Ja" if waarde else "Nee"
        case Soort.DATUM:
            return datum_nl(waarde)
        case Soort.TIJD:
            return tijd_nl(waarde)
        case Soort.KEUZE:
            return str(waarde.label)
        case Soort.KEUZES:
            return "\n".join(f"• {keuze.label}" for keuze in waarde)
        case Soort.PERSOON:
            assert isinstance(waarde, Wie)
            return tonen.namen.met_hoedanigheid(waarde)
        case Soort.PERSONEN:
            return "\n".join(tonen.namen.met_hoedanigheid(wie) for wie in waarde)
        case Soort.BIJLAGEN:
            return "\n".join(bijlage_tekst(bijlage) for bijlage in waarde)
        case Soort.RIJEN:
            assert spec.rij is not None
            return "\n".join("; ".join(_cel_tekst(s, rij, tonen) for s in velden(spec.rij)) for rij in waarde)
        case Soort.LANG if spec.veld.namen:
            return tonen.namen.lopend(waarde)
        case Soort.TEKST | Soort.LANG:
            return tonen.namen.veld(waarde) if spec.veld.namen else str(waarde)


def bijlage_tekst(bijlage: Bijlage) -> str:
    """Return an attachment as a line: its name, kind and size."""
    return f"• {bijlage.naam} ({_MEDIA.get(bijlage.media, 'bestand')}, {_grootte(bijlage.bytes)})"


def _grootte(aantal: int) -> str:
    if aantal < 1_000_000:
        return f"{max(1, round(aantal / 1000))} kB"
    return f"{aantal / 1_000_000:.1f} MB".replace(".", ",")
