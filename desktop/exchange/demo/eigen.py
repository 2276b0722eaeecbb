"""What the invented school makes of the plan: its people and methods, own words at pages, own organisations."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.demo.opbouw import Demoschool
from desktop.models.core import Ids
from desktop.models.opslag import Append
from desktop.models.schoolplan import Eigentekst, Schoolplan
from desktop.models.sociale_kaart import Groep, KaartOrganisatie, VoorRol

ADVISEUR = "Aukje Terwijn"
"""The aandachtsfunctionaris of a linked school: who advises at a case, while the IB carries it out."""

_PLAN = {
    "indirecte_af": "Lotte Verweij, bij Stichting Wilgenrijk, 0000-100210",
    "externe_vp_ouders": "Bureau Luisterlicht, 0000-100220",
    "externe_vp_personeel": "Bureau Luisterlicht, 0000-100221",
    "coordinator": "Douwe Hoogland",
    "directeur_bestuurder": "Ria Oldenkamp",
    "werkgroepen": "Werkgroep sociale veiligheid: een leerkracht van elke bouw, de intern begeleider en de directeur.",
    "gekoppelde_scholen": f"OBS De Kreekhof (aandachtsfunctionaris: {ADVISEUR})\nCBS Het Anker (Brecht van Sluis)",
    "sel_methode": "Samen op Weg naar Buiten",
    "rs_methode": "Van Top tot Teen en Terug",
    "monitor_veiligheid": "Wilgenmeter Veiligheid",
    "monitor_sel": "Wilgenmeter Groei",
    "groepen_veiligheid": "6, 7 en 8",
    "maand_veiligheid": "november",
    "groepen_sel": "7 en 8",
    "maanden_gesprekken": "oktober, februari en juni",
    "ouderportaal": "Wilgenpost",
    "leerlingsysteem": "ParnasSys",
    "gmr_statuut": "https://wilgenrijk.example/gmr",
    "klachtenregeling": "https://wilgenrijk.example/klachten",
    "pestprotocol": "In de map Veiligheid op de teamkamer",
    "schorsen_verwijderen": "https://wilgenrijk.example/schorsen",
    "klokkenluidersregeling": "https://wilgenrijk.example/misstanden",
    "schoolgids": "https://wilgenboog.example/schoolgids",
}

_TEKSTEN = {
    "leerkracht-signaleren": (
        "Elke donderdag om 15.15 uur loopt de intern begeleider langs alle groepen. Heb je iets gezien, dan kun je het"
        " dan kort vertellen. Is het dringend? Wacht niet op donderdag.\n\nDe pleinwacht heeft een schriftje in de"
        " jaszak. Wat daarin staat, gaat dezelfde dag naar de eigen leerkracht."
    ),
    "ouders": (
        "De deur staat op maandag en woensdag tot 8.45 uur open voor een kort gesprek. Voor iets wat meer tijd vraagt,"
        " maken we liever een afspraak via Wilgenpost.\n\nIn de hal ligt een map met folders in zes talen."
    ),
    "protocol-rouw": (
        "In de kast van de teamkamer staat een koffer met kaarsen, prentenboeken en een gedenkboek. De sleutel hangt"
        " bij de administratie.\n\nDe directeur belt het gezin. De leerkracht vertelt het in de eigen groep, samen met"
        " een collega."
    ),
}

_KAART: tuple[dict[str, object], ...] = (
    {
        "naam": "Buurtteam Wilgenveen",
        "voor": "Hulp aan huis voor gezinnen in de wijk: opvoeden, geld en wonen. De school mag meebellen.",
        "groep": Groep.HULP,
        "telefoon": "0000-200300",
        "uren": "ma-do 08:30-17:00, vr 08:30-12:30",
        "mail": "post@buurtteam-wilgenveen.example",
        "site": "https://buurtteam-wilgenveen.example",
        "rollen": (VoorRol.OUDERS, VoorRol.LEERKRACHT, VoorRol.IB),
    },
    {
        "naam": "Speelgroep De Wilgentak",
        "voor": "Woensdagmiddag voor kinderen van gescheiden ouders, in de speelzaal van de bibliotheek.",
        "groep": Groep.PRATEN,
        "telefoon": "0000-200310",
        "uren": "wo 13:00-17:00",
        "gratis": True,
        "site": "https://wilgentak.example",
        "rollen": (VoorRol.LEERLING, VoorRol.OUDERS, VoorRol.IB),
    },
)


def eigen_plan(school: Demoschool, ids: Ids) -> Iterator[Append]:
    """Yield the school's own part of the plan; who is on the team is named as the team is."""
    team = [m for _, m in school.medewerkers]
    vertrouwd = [m.titel() for m in team if "vertrouwenspersoon" in m.functie]
    plan = Schoolplan(
        directeur=school.directeur.naam,
        ib=school.ib.naam,
        aandachtsfunctionaris=school.ib.naam,
        interne_vp=vertrouwd[0] if vertrouwd else "",
        pestcoordinator=next((m.titel() for m in team if m.rollen == ("LRK",)), ""),
        **_PLAN,
    )
    yield Append(ids.new(), plan, None)
    for pagina, tekst in _TEKSTEN.items():
        yield Append(ids.new(), Eigentekst(pagina=pagina, tekst=tekst), None)
    for velden in _KAART:
        yield Append(ids.new(), KaartOrganisatie.model_validate(velden), None)
