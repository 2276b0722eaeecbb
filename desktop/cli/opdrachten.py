"""The commands: arguments in, passphrase asked, text out. Exit 0 done, 1 refused or found wrong, 2 wrong use."""

from __future__ import annotations

import argparse
import getpass
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.models.errors import UserError
from desktop.models.kinds import KINDS
from desktop.models.rechten import Rol
from desktop.models.uitnodiging import Uitnodiging
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.edexml import Deel, Voorstel
from desktop.services.fouten import beschrijf
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.systeem import SysteemKlok, Uuid7

_APPARAAT = UUID(int=0x0000_0000_0000_7000_8000_0000_0000_0001)
"""The command line counts as one device of its own in every vault."""


def run(argv: Sequence[str]) -> int:
    """Run one command. Returns the exit code; says what is wrong in a Dutch sentence on standard error."""
    _buizen_in_utf8()
    parser = _parser()
    try:
        args = parser.parse_args(list(argv))
    except SystemExit as stop:
        return int(stop.code or 0) and 2
    try:
        doe: Callable[[argparse.Namespace], int] = args.doe
        return doe(args)
    except UserError as error:
        print(str(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # who reads our output (head, less) has seen enough; Python would complain once more while it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        # Python's own account of a bug quotes what it was about
        print(f"Er ging iets mis in het programma.\n{beschrijf(error)}", file=sys.stderr)
        return 1


def _buizen_in_utf8() -> None:
    """Read and write UTF-8 where no person types or reads.

    Windows would take its own code page for that: a passphrase with an ë would come in as another one, and a name such
    as Ağaç could not be written at all. Its console does well by itself.
    """
    for stroom, codering, fouten in (
        (sys.stdin, "utf-8-sig", "strict"),
        (sys.stdout, "utf-8", "backslashreplace"),
        (sys.stderr, "utf-8", "backslashreplace"),
    ):
        if isinstance(stroom, io.TextIOWrapper) and not stroom.isatty():
            stroom.reconfigure(encoding=codering, errors=fouten)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vangnet", description="Vangnet op de opdrachtregel, voor beheer en tests.")
    parser.add_argument("--version", action="version", version=f"vangnet {_versie()}")
    subs = parser.add_subparsers(required=True, metavar="OPDRACHT")

    kluis = subs.add_parser("kluis", help="een kluis maken, controleren, kopiëren of terugzetten")
    k = kluis.add_subparsers(required=True, metavar="WAT")
    nieuw = _sub(k, "nieuw", _nieuw, "maak een lege kluis; drukt de herstelcode af")
    nieuw.add_argument("map", type=Path)
    nieuw.add_argument("--school", default="School", help="naam van de school")
    nieuw.add_argument("--brin", default="")
    nieuw.add_argument("--naam", default="Beheerder", help="naam van het eerste account")
    nieuw.add_argument(
        "--rol", choices=[r.value for r in (Rol.IB, Rol.DIRECTEUR, Rol.VERTROUWENSPERSOON)], default=Rol.DIRECTEUR.value
    )
    demo = _sub(k, "demo", _demo, "maak een kluis met een verzonnen school", vraagt=False)
    demo.add_argument("map", type=Path)
    demo.add_argument("--leerlingen", type=_aantal, default=200)
    demo.add_argument("--records", type=_aantal, default=600)
    demo.add_argument("--seed", type=int, default=1)
    controleer = _sub(k, "controleer", _controleer, "controleer de hele kluis")
    controleer.add_argument("map", type=Path)
    controleer.add_argument("--json", action="store_true")
    kopie = _sub(k, "backup", _backup, "maak een versleutelde reservekopie")
    kopie.add_argument("map", type=Path)
    kopie.add_argument("bestand", type=Path)
    herstel = _sub(k, "herstel", _herstel, "zet een reservekopie terug in een nieuwe map")
    herstel.add_argument("bestand", type=Path)
    herstel.add_argument("map", type=Path)

    edexml = _sub(subs, "edexml", _edexml, "vergelijk een EDEXML-bestand met de kluis, of lees het in")
    edexml.add_argument("map", type=Path)
    edexml.add_argument("bestand", type=Path)
    edexml.add_argument("--toepassen", action="store_true", help="lees in; zonder dit wordt alleen vergeleken")
    edexml.add_argument("--json", action="store_true")
    lijst = _sub(subs, "lijst", _lijst, "toon alle records van een soort")
    lijst.add_argument("map", type=Path)
    lijst.add_argument("soort", choices=sorted(KINDS))
    lijst.add_argument("--json", action="store_true")
    zoek = _sub(subs, "zoek", _zoek, "zoek in de hele kluis")
    zoek.add_argument("map", type=Path)
    zoek.add_argument("woorden", nargs="+")
    zoek.add_argument("--json", action="store_true")
    pdf = _sub(subs, "pdf", _pdf, "maak de PDF van een stuk: een verslag, een brief, iets uit een dossier")
    pdf.add_argument("map", type=Path)
    pdf.add_argument("record", type=_uuid)
    pdf.add_argument("bestand", type=Path)
    inhoud = _sub(subs, "inhoud", _inhoud, "controleer een map met eigen inhoud van het plan", vraagt=False)
    inhoud.add_argument("map", type=Path)
    return parser


def _sub(
    subs: argparse._SubParsersAction[argparse.ArgumentParser],
    naam: str,
    doe: Callable[[argparse.Namespace], int],
    hulp: str,
    *,
    vraagt: bool = True,
) -> argparse.ArgumentParser:
    parser = subs.add_parser(naam, help=hulp, description=hulp)
    parser.set_defaults(doe=doe)
    if vraagt:
        parser.add_argument("--stdin", action="store_true", help="lees de wachtwoordzin van de eerste regel invoer")
        parser.add_argument("--account", type=int, default=1, help="het hoeveelste account (1 is het eerste)")
    return parser


def _aantal(tekst: str) -> int:
    getal = int(tekst)
    if getal < 0:
        raise argparse.ArgumentTypeError("moet 0 of meer zijn")
    return getal


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("is geen recordnummer; 'vangnet lijst' toont ze") from None


def _versie() -> str:
    try:
        return version("vangnet")
    except PackageNotFoundError:
        return "(niet geïnstalleerd)"


def _wachtwoordzin(args: argparse.Namespace) -> str:
    if args.stdin:
        try:
            return sys.stdin.readline().rstrip("\r\n")
        except UnicodeDecodeError:
            raise UserError(
                "De wachtwoordzin kwam niet goed binnen.", "Geef de invoer door in UTF-8, of typ hem zonder --stdin."
            ) from None
    return getpass.getpass("Wachtwoordzin: ")


def _kluizen() -> Kluizen:
    return Kluizen(SysteemKlok(), Uuid7(), _APPARAAT, "opdrachtregel")


@contextmanager
def _open(args: argparse.Namespace) -> Iterator[Diensten]:
    kluizen = _kluizen()
    slot = kluizen.slot(kluizen.header(args.map), args.account)
    kluis = kluizen.ontgrendel(args.map, slot, _wachtwoordzin(args))
    try:
        yield _diensten(kluizen, kluis)
    finally:
        kluis.sluit()


def _diensten(kluizen: Kluizen, kluis: OpenKluis) -> Diensten:
    session = kluizen.sessie(kluis)
    return diensten(session, Beheer(session, kluis))


def _nieuw(args: argparse.Namespace) -> int:
    zin = _wachtwoordzin(args)
    school = {"naam": args.school, "brin": args.brin}
    kluis, code = _kluizen().nieuw(args.map, school, args.naam, Rol.van(args.rol), zin)
    kluis.sluit()
    print(f"Kluis gemaakt: {args.map}")
    print(f"herstelcode: {code}")
    return 0


def _demo(args: argparse.Namespace) -> int:
    from desktop.services.demo import maak_demo

    kluis, zin = maak_demo(_kluizen(), SysteemKlok(), Uuid7(), args.map, args.leerlingen, args.records, args.seed)
    kluis.sluit()
    print(f"Demokluis gemaakt: {args.map}")
    print(f"wachtwoordzin: {zin}")
    return 0


def _controleer(args: argparse.Namespace) -> int:
    with _open(args) as d:
        rapport = d.beheer.controleer()
    if args.json:
        bevindingen = [{"code": f.code, "zin": f.zin} for f in rapport.findings]
        print(json.dumps({"aantallen": rapport.counts, "bevindingen": bevindingen, "keten": rapport.head.hex()}))
    else:
        for naam, aantal in rapport.counts.items():
            print(f"{naam}: {aantal}")
        for bevinding in rapport.findings:
            print(f"{bevinding.code}: {bevinding.zin}")
        print("In orde." if not rapport.findings else f"{len(rapport.findings)} bevinding(en).")
    return 1 if rapport.findings else 0


def _backup(args: argparse.Namespace) -> int:
    with _open(args) as d:
        bon = d.beheer.backup(args.bestand, lambda: True)
    print(f"Reservekopie gemaakt en gecontroleerd: {args.bestand}")
    print(f"sha256: {bon.sha256}")
    return 0


def _herstel(args: argparse.Namespace) -> int:
    from desktop.services.herstel import zet_terug

    rapport = zet_terug(_kluizen(), args.bestand, args.map, args.account, _wachtwoordzin(args))
    print(f"Teruggezet in {args.map}: {rapport.counts['stukken']} stukken, gecontroleerd.")
    return 0


def _inhoud(args: argparse.Namespace) -> int:
    from desktop.services.inhoud import keur

    keuring = keur(args.map)
    for fout in keuring.fouten:
        print(fout)
    if keuring.inhoud is not None:
        print(f"In orde: {keuring.paginas} pagina's en {keuring.organisaties} organisaties.")
    return 1 if keuring.fouten else 0


def _edexml(args: argparse.Namespace) -> int:
    with _open(args) as d:
        voorstel = d.edexml.vergelijk(d.edexml.lees(args.bestand))
        samen = _samenvatting(voorstel)
        if args.json:
            print(json.dumps(samen))
        else:
            for naam, aantal in samen.items():
                print(f"{naam}: {aantal}")
            for regel in (*voorstel.waarschuwingen, *(o.zin for o in voorstel.onleesbaar)):
                print(f"let op: {regel}", file=sys.stderr)
        if args.toepassen:
            print(f"toegepast: {d.edexml.pas_toe(voorstel)}", file=sys.stderr if args.json else sys.stdout)
    return 0


def _samenvatting(voorstel: Voorstel) -> dict[str, int]:
    delen: dict[str, Deel[Any]] = {
        "groepen": voorstel.groepen,
        "leerlingen": voorstel.leerlingen,
        "medewerkers": voorstel.medewerkers,
    }
    samen = {"onleesbaar": len(voorstel.onleesbaar)}
    for naam, deel in delen.items():
        samen[f"{naam}_nieuw"] = len(deel.nieuw)
        samen[f"{naam}_gewijzigd"] = len(deel.gewijzigd)
        samen[f"{naam}_vertrokken"] = len(deel.vertrokken)
        samen[f"{naam}_ongewijzigd"] = deel.ongewijzigd
    return samen


def _lijst(args: argparse.Namespace) -> int:
    with _open(args) as d:
        rijen = d.zoeken.alles(args.soort)
        if args.json:
            velden = [
                {"record": str(r.record), "titel": r.title, "datum": r.event_at[:10], "status": r.state} for r in rijen
            ]
            print(json.dumps(velden, ensure_ascii=False))
        else:
            for rij in rijen:
                print(f"{rij.record}  {rij.event_at[:10]:10}  {rij.state:12}  {rij.title}")
    return 0


def _zoek(args: argparse.Namespace) -> int:
    with _open(args) as d:
        treffers = d.zoeken.zoek(" ".join(args.woorden))
    if args.json:
        print(
            json.dumps(
                [{"record": str(h.row.record), "soort": h.row.kind, "titel": h.row.title} for h in treffers],
                ensure_ascii=False,
            )
        )
    else:
        for hit in treffers:
            print(f"{hit.row.record}  {hit.row.kind:16}  {hit.row.title}")
    return 0 if treffers else 1


def _pdf(args: argparse.Namespace) -> int:
    with _open(args) as d:
        stuk = d.open_stuk(args.record)
        if stuk.stored is None:
            raise UserError("Dit is nog een concept dat niet bewaard is.", "Bewaar het eerst in het programma.")
        d.documenten.noteer(args.record, "geexporteerd")
        if stuk.kind is Uitnodiging:
            brieven = d.documenten.brieven(stuk.stored)
            gemaakt = d.documenten.bundel([(brief, 1) for brief in brieven], tweezijdig=False)
        else:
            gemaakt = d.documenten.maak(d.documenten.opdracht(stuk.stored))
        d.documenten.schrijf(args.bestand, gemaakt.pdf)
    print(f"{args.bestand}: {gemaakt.paginas} pagina('s)")
    if gemaakt.ontbrekend:
        print(
            f"let op: {len(gemaakt.ontbrekend)} teken(s) heeft de letter niet; ze staan er als code.", file=sys.stderr
        )
    return 0
