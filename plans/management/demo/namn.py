"""Invented names: first names by sex and surnames, from the languages that are spoken in Swedish kommuner.

First name and surname are drawn apart, within one origin or across two, so that no combination is anybody's.
"""

import random

from plans.management.demo.tabell import KVINNA, MAN

# origin: (share, women's names of the old, of the young, men's of the old, of the young, surnames)
URSPRUNG: dict[str, tuple[int, str, str, str, str, str]] = {
    "svenska": (
        62,
        "Gun-Britt Maj-Lis Ulla Kerstin Birgit Ingegerd Siv Margareta Barbro Gunnel Anita Berit Lena Eva Agneta "
        "Marianne Britt-Marie Monika Annika Carina",
        "Ebba Wilma Tindra Elsa Saga Moa Tuva Signe Linnea Emelie Josefin Amanda Sofie Frida Malin Jenny Hanna Ida "
        "Matilda Cornelia Rebecka Elin Sanna Therese Ester Alice Maja Stina Lovisa Engla",
        "Sven-Olof Bengt-Åke Lennart Rune Stig Göran Kjell Arne Roland Tommy Leif Kent Bo Ingemar Hans-Erik Conny "
        "Torbjörn Börje Håkan Sten",
        "Melker Hugo Vidar Elliot Sixten Albin Viktor Kevin Jonathan Robin Tobias Linus Joakim Marcus Fredrik Simon "
        "Anton Jesper Pontus Isak Ludvig Filip Emil Casper Sebastian Oskar Nils Arvid Ville Rasmus",
        "Lagerqvist Stjernholm Åkerblad Brolund Fjällgren Hedmark Sandelius Rosenvik Lövdal Björkegren Ekmark Dahlryd "
        "Nordvall Strandqvist Wallerud Vinterås Bergsäter Öhrnell Kvistby Hallonlund Granholt Mosseby Sjöqvist "
        "Tallroth Lindhammar Åsberg Forsgård Kallmyr Ramnäs Silverdal Törnsten Alvebring Enbågen Rydhage Utterlind "
        "Videsjö Lyngholm Östmark Hjortsäter Klintebro",
    ),
    "finska": (
        6,
        "Aino Tuula Marjatta Ritva Eeva Kaisa",
        "Aino Helmi Venla Siiri Minttu",
        "Pentti Reijo Tauno Veikko Esko",
        "Eetu Onni Veeti Aleksi Niilo",
        "Salmivaara Koskenmaa Rantala-Niemi Lehtovuori Kivisalo Harjunpää Myllykangas",
    ),
    "samiska": (
        3,
        "Inga Biret Elle Ristin",
        "Sunná Máret Elle Biret Ánne",
        "Nils-Ánte Lars-Jon Heaika Per-Jonas",
        "Ánte Mihkkal Jovnna Ailo Niilas",
        "Sarrivuoma Labbavuoli Juuso-Vasara Gaelok Utsikuru Åhrvuoma",
    ),
    "arabiska": (
        7,
        "Samira Fatima Nadia Huda Amal",
        "Leila Yasmin Nour Rania Salma Mariam",
        "Khalid Mahmoud Samir Faisal Nabil",
        "Yousef Omar Karim Adam Zaid Hamza",
        "Al-Nahari Haddadin Khouriya Mansourat Saadallah Barakeh Tamimat",
    ),
    "somaliska": (
        4,
        "Halima Asha Khadra Sahra",
        "Hodan Ifrah Ayaan Naima Sagal",
        "Abdirashid Jama Warsame Farah",
        "Liban Guled Zakaria Ilyas Abdi",
        "Warsamali Duale-Nur Hersiye Gelleyo Abdulleh Roobledin",
    ),
    "persiska": (
        4,
        "Parvin Shahin Mahin Zohreh",
        "Nasrin Shirin Donya Parisa Yalda",
        "Bahram Hooshang Manouchehr Iraj",
        "Arash Kian Navid Sina Dara",
        "Moradzadeh Tehranchi Golestanpour Rahimian Sohrabkhani Parsafar",
    ),
    "kurdiska": (
        3,
        "Gulistan Zeyneb Xezal",
        "Rojin Berfin Avan Dilan Zilan",
        "Haci Sherko Kawa",
        "Rezan Azad Baran Diyar Serhat",
        "Demirhan Zagrosi Botanli Rojhat Serdemi Hewramin",
    ),
    "bosniska": (
        4,
        "Fikreta Senada Mirsada Hatidža",
        "Amina Lejla Emina Selma Ajla",
        "Nedžad Halid Muhamed Ismet",
        "Dragan Tarik Adnan Emir Haris",
        "Hadžibegić Karahodža Mujezinić Smajlagić Delalović Begović-Lind",
    ),
    "polska": (
        3,
        "Halina Bożena Grażyna Danuta",
        "Zuzanna Kinga Oliwia Agnieszka",
        "Zbigniew Tadeusz Ryszard Janusz",
        "Kacper Szymon Tomasz Igor",
        "Wiśniowska Zawadny Kowalczuk-Berg Brzezik Nowotarski Grabowiec",
    ),
    "tigrinska": (
        4,
        "Letebrhan Abrehet Tsehaitu",
        "Selam Feven Luwam Rahwa Bisrat",
        "Tesfay Habte Ghebre",
        "Natnael Yonas Amanuel Robel",
        "Tesfamikael Gebrezghi Habtemaryam Woldesus Kidaneab Berhaneselassie",
    ),
}
GATOR = (
    "Lingonstigen Kvarngatan Björkvägen Skolgatan Trastvägen Sjögatan Rallarvägen Smedjegatan Syrénvägen Åsgatan "
    "Tegelbruksvägen Liljestigen Hamnplan Ekbacken Norrallén Ugglevägen"
)


class Namnvaljare:
    """Draws names with the seed; the same full name never twice."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.tagna: set[str] = set()

    def ursprung(self) -> str:
        """An origin, by its share."""
        return self.rng.choices(list(URSPRUNG), [row[0] for row in URSPRUNG.values()])[0]

    def fornamn(self, kon: str, fodd_ar: int, ursprung: str) -> str:
        """A first name that fits sex and generation."""
        _, gamla_k, unga_k, gamla_m, unga_m, _ = URSPRUNG[ursprung]
        names = {(KVINNA, True): gamla_k, (KVINNA, False): unga_k, (MAN, True): gamla_m, (MAN, False): unga_m}
        return self.rng.choice(names[kon, fodd_ar < 1974].split())

    def efternamn(self, ursprung: str) -> str:
        """A surname; now and then a Swedish one too, by marriage."""
        first = self.rng.choice(URSPRUNG[ursprung][5].split())
        if self.rng.random() < 0.08 and "-" not in first:
            second = self.rng.choice(URSPRUNG["svenska"][5].split())
            return f"{first} {second}" if second != first else first
        return first

    def namn(self, kon: str, fodd_ar: int, efternamn: str = "", ursprung: str = "") -> tuple[str, str]:
        """First and last name that nobody in this nämnd has yet."""
        ursprung = ursprung or self.ursprung()
        for _ in range(200):
            pair = self.fornamn(kon, fodd_ar, ursprung), efternamn or self.efternamn(ursprung)
            if " ".join(pair) not in self.tagna:
                break
        else:  # all drawn: a second first name makes it new
            pair = f"{pair[0]} {self.fornamn(kon, fodd_ar, 'svenska')}", pair[1]
        self.tagna.add(" ".join(pair))
        return pair

    def adress(self, ort: str) -> str:
        """An invented street, with the postcode of no place."""
        street = self.rng.choice(GATOR.split())
        return f"{street} {self.rng.randint(1, 48)}\n999 {self.rng.randint(10, 99)} {ort}"

    def telefon(self) -> str:
        """A number from the series that PTS keeps free for books and films."""
        return f"070-174 06 {self.rng.randint(5, 99):02d}"
