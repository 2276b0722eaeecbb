"""Names as varied as a Dutch school has them, put together at random; every person that comes of it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

Sekse = Literal["m", "v"]


def lijst(tekst: str) -> tuple[str, ...]:
    """Split a text at its commas."""
    return tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


def _achternamen(tekst: str) -> tuple[tuple[str, str], ...]:
    """Split 'van der|Wal, Bakker' into prefix and surname."""
    return tuple((voor, na) if streep else ("", voor) for voor, streep, na in (d.partition("|") for d in lijst(tekst)))


@dataclass(frozen=True, slots=True)
class Herkomst:
    """First names and surnames that are often heard together; `taal` is what may be spoken at home, '' for Dutch."""

    deel: int
    meisjes: tuple[str, ...]
    jongens: tuple[str, ...]
    achternamen: tuple[tuple[str, str], ...]
    taal: str = ""


HERKOMSTEN: tuple[Herkomst, ...] = (
    Herkomst(
        56,
        lijst(
            "Noor, Fenna, Saar, Zoë, Chloë, Evi, Lotte, Sanne, Juul, Pleun, Loïs, Renée, Maud, Isa, Roos, Floor, Tess,"
            "Fleur, Jip, Linde, Vera, Nora, Elin, Lynn, Mila, Yara, Liv, Puck, Noé, Hannah, Eline, Sofie, Merel, Anouk,"
            "Jasmijn, Veerle, Eefje, Guusje, Madelief, Nienke, Britt, Rosalie, Bente, Suus, Lieke, Philou, Fay, Lauren,"
            "Charlotte, Cato, Josephine, Amélie, Hélène, Bo, Quinty, Senna, Romy, Jolijn, Mirthe, Dieke, Elodie, Marit"
        ),
        lijst(
            "Daan, Sem, Finn, Levi, Luuk, Milan, Bram, Thijs, Mees, Guus, Gijs, Teun, Joep, Sepp, Ties, Floris, Siem,"
            "Hugo, Boaz, Stijn, Niek, Jurre, Koen, Tijn, Cas, Pepijn, Tobias, Mats, Lars, Jens, Morris, Otis, Abel,"
            "Ruben, Julian, Olivier, Noël, André, Raphaël, Jesse, Rover, Vos, Huub, Wout, Jelte, Krijn, Melle, Dex,"
            "Jax, Kyano, Damian, Pim, Sil, Quinten, Casper, Valentijn, Diederik, Wessel, Storm, Benjamin, Mika"
        ),
        _achternamen(
            "Bakker, Visser, Smit, Mulder, de|Groot, Bos, Vos, Peters, Hendriks, van|Leeuwen, Dekker, Brouwer, de|Wit,"
            "Dijkstra, de|Graaf, van der|Meer, van der|Linden, Kok, Jacobs, de|Haan, Vermeulen, Schouten,"
            "van|Beek, Willems, van|Vliet, van de|Ven, Hoekstra, Maas, Verhoeven, Koster, van|Dam, van der|Wal, Prins,"
            "Blom, Huisman, Postma, Kuipers, Veenstra, Kuiper, Groen, Koning, van|Dongen, van|Veen, Gerritsen, Verbeek,"
            "van der|Velde, Willemsen, van den|Broek, de|Lange, van|Wijk, Mol, Hermans, 't|Hart, op 't|Hof,"
            "van 't|Zand, ten|Brink, ter|Horst, te|Velde, uit den|Boogaard, von|Essen, du|Pon, de la|Rivière, Molenaar,"
            "Timmermans, Evers, Schipper, Kroon, Wolters, Ruiter, van|IJzendoorn, IJpma, Donkers, Zwaan, Spaan,"
            "Rietveld, Lammers, Kersten, Rombouts, Sanders, van der|Ploeg, Tak, Duinker, van|Oorschot, Eikelboom,"
            "Nijenhuis, Wessels, Klaassen, Boersma, Langendijk, Zonneveld, Kooiman, Bouwmeester, van|Schaik, Terpstra"
        ),
    ),
    Herkomst(
        7,
        lijst(
            "Siûn, Hiske, Wytske, Nynke, Sjoukje, Jildou, Famke, Tjitske, Baukje, Fardau, Ymkje, Renske, Anke, Durkje"
        ),
        lijst("Sjoerd, Jelmer, Wiebe, Douwe, Hidde, Sietse, Ydwer, Tjeerd, Bauke, Foppe, Gerlof, Rienk, Mient, Nanne"),
        _achternamen(
            "Sjoerdsma, Hoitinga, Dykstra, Wiersma, Haitsma, Bouma, Zijlstra, Tjeerdsma, Osinga, van der|Sluis, Ypma,"
            "Feenstra, Galama, Reitsma, Sikkema, Wielinga, Nauta, Tolsma, Algra, Hylkema, van der|Kooi"
        ),
    ),
    Herkomst(
        8,
        lijst("Özlem, Şeyma, Elif, Defne, Zeynep, Ayşe, Nisa, Ecrin, Azra, Hilal, Melek, Gül, Duru, İpek, Sude, Ümmü"),
        lijst("Yusuf, Emir, Ömer, Kerem, Çağan, Berat, Efe, Deniz, Mert, Ümit, Oğuz, Görkem, Batuhan, Tuğrul, Kaan"),
        _achternamen(
            "Yılmaz, Kaya, Demir, Çelik, Şahin, Öztürk, Aydın, Yıldız, Doğan, Koç, Güneş, Çetin, Erdoğdu, Bozkurt,"
            "Aslan, Polat, Karataş, Uçar, Tunç, Özkan, Avcı, İnce, Gündüz, Sarıkaya"
        ),
        "Turks",
    ),
    Herkomst(
        9,
        lijst(
            "Nour, Yasmina, Salma, Imane, Aya, Hajar, Inès, Rania, Soumaya, Nisrine, Ikram, Lina, Dounia, Assia, Hiba"
        ),
        lijst(
            "Yassin, Mohamed, Bilal, Ayoub, Ilias, Rayan, Soufiane, Zakaria, Hamza, Anouar, Ismaël, Adam, Nabil, Tarik"
        ),
        _achternamen(
            "El Idrissi, Ait Oufkir, Ben Haddou, El Amrani, Bouzid, Azzouzi, Chakir, El Khattabi, Oulad Ali, Benali,"
            "Haddadi, Mansouri, Tahiri, El Yaakoubi, Boukhari, Zerouali, Aarab, El Fassi, Lahlou, Ouali, Aït Baha"
        ),
        "Marokkaans-Arabisch",
    ),
    Herkomst(
        5,
        lijst(
            "Shanice, Romaisa, Naomi, Chayenne, Priya, Anjali, Jaylinn, Farisha, Maëlle, Shreya, Ruby, Divya, Xaviëra"
        ),
        lijst(
            "Jayden, Raoul, Dinesh, Giovanni, Rishi, Xavi, Jerrel, Vikash, Clyde, Amar, Kevin, Ravi, Gianluca, Dwayne"
        ),
        _achternamen(
            "Kartosen, Ramdin, Sewnath, Pinas, Landveld, Baldew, Jharap, Kromosoeto, Amatsoemarto, Doekhie, Wijngaarde,"
            "Tjon A Fat, Sordjo, Maduro, Croes, Martina, Girigoria, Ramlal, Chotkan, Biharie, Zeefuik"
        ),
    ),
    Herkomst(
        4,
        lijst("Łucja, Zofia, Maja, Hania, Oliwia, Pola, Zuzanna, Małgorzata, Kinga, Antonina, Jagoda, Bogna"),
        lijst("Łukasz, Kacper, Jakub, Stanisław, Michał, Wojciech, Antoni, Błażej, Paweł, Mikołaj, Igor, Ksawery"),
        _achternamen(
            "Kowalczyk, Wiśniewska, Wójcik, Kamińska, Zieliński, Dąbrowska, Mazur, Kaczmarek, Pawłowski, Król, Wróbel,"
            "Jabłoński, Żuk, Piątek, Głowacka, Świderski"
        ),
        "Pools",
    ),
    Herkomst(
        3,
        lijst(
            "Đurđica, Tijana, Ana, Nataša, Željka, Milica, Dunja, Jovana, Ivana, Anđela, Kristýna, Zdeňka, Ilona, Réka"
        ),
        lijst("Luka, Nikša, Đorđe, Stjepan, Goran, Željko, Vuk, Matěj, Ondřej, Zoltán, Bálint, Ștefan, Andrei, Miloš"),
        _achternamen(
            "Kiš, Horvat, Đorđević, Babić, Vuković, Perić, Novák, Dvořáková, Šimić, Kovačević, Nagy, Szőke, Țurcanu,"
            "Ionescu, Popović, Marušić"
        ),
        "Kroatisch",
    ),
    Herkomst(
        3,
        lijst("Linh, Mai, Thảo, Hương, Mei, Xiaoling, Yuna, Hana, An, Sakura, Trúc, Jing"),
        lijst("Minh, Tuấn, Bảo, Đức, Wei, Jun, Haruto, Khôi, Ming, Long, Phúc, Kenji"),
        _achternamen("Nguyễn, Trần, Lê, Phạm, Đặng, Vũ, Chen, Wang, Zhou, Liu, Hu, Tanaka, Lương, Bùi, Ng, Li"),
        "Vietnamees",
    ),
    Herkomst(
        3,
        lijst("Rimas, Layan, Sidra, Amira, Nermin, Zainab, Helin, Rojîn, Shahd, Mays, Ghazal, Lana"),
        lijst("Karam, Omar, Hadi, Jad, Kinan, Rêbîn, Majd, Azad, Yazan, Elias, Nawras, Dilşad"),
        _achternamen(
            "Al Hamwi, Al Masri, Haddad, Khalaf, Barzanî, Othman, Shaheen, Kassab, Al Jundi, Darwish, Rasho, Saleh"
        ),
        "Arabisch",
    ),
    Herkomst(
        2,
        lijst("Sofiia, Solomiya, Darya, Kateryna, Zlata, Yeva, Oksana, Myroslava"),
        lijst("Danylo, Maksym, Bohdan, Nazar, Oleksii, Tymofii, Marko, Yaroslav"),
        _achternamen("Shevchuk, Bondarenko, Koval, Tkachenko, Melnyk, Kravets, Savchuk, Hrytsenko, Zaitseva, Lysenko"),
        "Oekraïens",
    ),
    Herkomst(
        3,
        lijst("Selam, Eden, Hewan, Abena, Amina, Ifrah, Fatuma, Nyah, Adwoa, Luwam, Hodan, Zahra"),
        lijst("Natnael, Kofi, Yonas, Abdi, Kwame, Robel, Samatar, Filmon, Ayub, Kwasi, Mikal, Guled"),
        _achternamen(
            "Tesfay, Mensah, Gebremariam, Warsame, Osei, Haile, Abdulle, Boateng, Kidane, Hassan, Owusu, Berhe, Nuur"
        ),
        "Tigrinya",
    ),
    Herkomst(
        2,
        lijst("Inês, Beatriz, Lucía, Íris, Chiara, Conceição, Begoña, Aurélie, Noëlle, Ilenia"),
        lijst("João, Tiago, Iñaki, Matteo, Gonçalo, Álvaro, Rémy, Niccolò, Jérôme, Ángel"),
        _achternamen(
            "da|Silva, dos|Santos, Gonçalves, Muñoz, Ibáñez, Ferrari, D'Angelo, Peña, Simões, Lefèvre, Araújo"
        ),
        "Portugees",
    ),
)

_GEWICHTEN = tuple(h.deel for h in HERKOMSTEN)
_OUDER_M = lijst(
    "Jeroen, Mark, Bas, Erik, Sander, Wouter, Dennis, Martijn, Patrick, Rob, Michiel, Arjan, Frank, Maarten, Remco,"
    "Jan-Willem, Marco, Ronald, Vincent, Harm, Joost, Edwin, Richard, René, Stefan, Gerben, Niels, Klaas, Hans, Ewout"
)
_OUDER_V = lijst(
    "Marieke, Linda, Esther, Saskia, Miranda, Judith, Ilse, Wendy, Petra, Femke, Karin, Sandra, Annemiek, Monique,"
    "Anne-Fleur, Danique, Mirjam, Suzanne, Chantal, Yvonne, Ellen, Daniëlle, Francien, Marjolein, Inge, Carola, Josée"
)
_TWEEDE = lijst(
    "Maria, Johannes, Elisabeth, Willem, Anna, Cornelis, Sophia, Hendrik, Catharina, Jacob, Louise, Adriaan"
)


@dataclass(frozen=True, slots=True)
class Naam:
    """One invented name in the Dutch parts."""

    roepnaam: str
    voorvoegsel: str
    achternaam: str
    voornamen: str
    voorletters: str

    @property
    def volledig(self) -> str:
        """The name as it is spoken."""
        return " ".join(d for d in (self.roepnaam, self.voorvoegsel, self.achternaam) if d)


def kies_herkomst(rnd: Random) -> Herkomst:
    """Return one at random, as often as its share."""
    return rnd.choices(HERKOMSTEN, _GEWICHTEN)[0]


def kies(rnd: Random, uit: Sequence[str]) -> str:
    """Return one of a list; faster than `choice`, for the many times that it is asked."""
    return uit[int(rnd.random() * len(uit))]


def voornaam(rnd: Random, herkomst: Herkomst, sekse: Sekse) -> str:
    """Return the first name of a child."""
    return kies(rnd, herkomst.meisjes if sekse == "v" else herkomst.jongens)


def ouder_voornaam(rnd: Random, herkomst: Herkomst, sekse: Sekse) -> str:
    """Return the first name of a grown-up: of another generation where the family is Dutch by name."""
    if herkomst is HERKOMSTEN[0]:
        return kies(rnd, _OUDER_V if sekse == "v" else _OUDER_M)
    return voornaam(rnd, herkomst, sekse)


def naam(rnd: Random, roepnaam: str, achternaam: tuple[str, str]) -> Naam:
    """Return a whole name around a first name; some have a second one."""
    voornamen = f"{roepnaam} {kies(rnd, _TWEEDE)}" if rnd.random() < 0.3 else roepnaam
    letters = "".join(deel[0].upper() for deel in voornamen.replace("-", " ").split())
    return Naam(roepnaam, achternaam[0], achternaam[1], voornamen, letters[:6])
