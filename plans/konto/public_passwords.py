"""The demo logins whose passwords are public, by user name.

plans.demo gives the passwords to invented people; plans/checks.py reports an error in production if one of them works.
"""

PUBLIC_PASSWORDS = {
    "handlaggare": "hav-sten-bjork-24",
    "handlaggare2": "regn-lava-kastanj-61",
    "godman": "mossa-fyr-linne-83",
    "vardnadshavare": "snack-vind-saffran-37",
    "enskild": "spar-lykta-hallon-52",
    "chef": "torn-ull-havre-46",
    "granskare": "fors-ugn-kardemumma-73",
    "registrator": "kvarn-is-lingon-58",
    "admin": "nyckel-bark-tranbar-79",
}
