"""What the rail and the account's menu lead to: only pages that this version has."""

from __future__ import annotations

from desktop.views.navigatie import MenuActie, RailItem

RAIL = (
    RailItem("home", "Home", "house"),
    RailItem("leerlingen", "Leerlingen", "graduation-cap"),
    RailItem("gesprekken", "Gesprekken", "chats-circle"),
    RailItem("agenda", "Agenda", "calendar-check"),
    RailItem("calamiteiten", "Calamiteit", "siren"),
    RailItem("schooljaar", "Schooljaar", "chart-pie-slice"),
    RailItem("meldcode", "Meldcode", "shield-warning"),
    RailItem("incidenten", "Incidenten", "warning-octagon"),
    RailItem("plan", "Plan", "book-bookmark"),
    RailItem("handleiding", "Handleiding", "book-open"),
    RailItem("instellingen", "Instellingen", "gear-six"),
)

RAIL_PLAN = (
    RailItem("home", "Home", "house"),
    RailItem("plan", "Plan", "book-bookmark"),
    RailItem("meldcode", "Meldcode", "shield-warning"),
    RailItem("sociale-kaart", "Sociale kaart", "map-trifold"),
    RailItem("handleiding", "Handleiding", "book-open"),
)
"""What can be read without a vault."""

ACCOUNT_ACTIES = (
    MenuActie("vergrendel", "Vergrendel of wissel van account", "lock-simple"),
    MenuActie("wachtwoordzin", "Wachtwoordzin wijzigen", "key"),
    MenuActie("accounts", "Accounts", "users"),
    MenuActie("reservekopie", "Reservekopie maken", "floppy-disk"),
    MenuActie("handleiding", "Handleiding", "question", streep=True),
    MenuActie("over", "Over Vangnet", "info"),
)
