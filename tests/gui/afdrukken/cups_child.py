"""Prints a PDF on the printer of a print server: argv is the printer and the file. A process of its own."""

# The CUPS library remembers its server for the life of a process, so no other test may meet this one's.

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from desktop.services.lanes import ThreadLane
from desktop.views.afdrukken.afdruk import Afdruk, kan_tweezijdig, maak_printer, printers
from desktop.views.work import Work


def main(naam: str, bestand: str) -> int:
    """Print with the lanes as the program has them; 0 when the job was handed over."""
    app = QApplication(sys.argv)
    namen, standaard = printers()
    print("printers", *namen, "standaard", standaard, "tweezijdig", kan_tweezijdig(naam))
    fouten: list[BaseException] = []
    kluis, werk = ThreadLane("kluis"), ThreadLane("werk")
    work = Work(kluis, werk, fouten.append)
    ouder, lus = QObject(), QEventLoop()
    afdruk = Afdruk(work, maak_printer(naam, tweezijdig=True), Path(bestand).read_bytes(), ouder)
    afdruk.voortgang.connect(lambda n, totaal: print("pagina", n, totaal))
    afdruk.klaar.connect(lus.quit)
    afdruk.mislukt.connect(lambda fout: (fouten.append(fout), lus.quit()))
    afdruk.begin()
    lus.exec()
    werk.close()
    kluis.close()
    app.processEvents()
    print("fouten", fouten)
    return 1 if fouten else 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
