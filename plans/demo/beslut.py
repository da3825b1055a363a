"""Typical wording of decisions on each insats: how much, and who carries it out. The utförare are invented."""

OMFATTNING = {
    1: ("Samtal en gång i månaden", "Kurator och arbetsterapeut vid behov"),
    2: ("52 timmar i veckan", "38 timmar i veckan", "96 timmar i veckan", "Dygnet runt, vaken natt"),
    3: ("12 timmar i månaden", "20 timmar i månaden", "8 timmar i månaden", "30 timmar i månaden"),
    4: ("Tre träffar i månaden", "Två träffar i månaden", "En träff i veckan", "Fyra träffar i månaden"),
    5: ("10 timmar i månaden", "24 timmar i månaden", "16 timmar i månaden"),
    6: ("Fyra dygn i månaden", "Två dygn i månaden", "Sex dygn i månaden och en vecka på sommaren"),
    7: ("Efter skoldagen och hela dagar på lov", "Före och efter skolan, måndag till fredag"),
    8: ("Bostad med särskild service", "Familjehem"),
    9: ("Gruppbostad", "Servicebostad", "Särskilt anpassad bostad"),
    10: ("Fem dagar i veckan", "Tre dagar i veckan", "Fyra förmiddagar i veckan", "Fyra dagar i veckan"),
}
UTFORARE = {
    1: ("Habiliteringen, Region Mälarbygden",),
    2: ("Kommunens assistans", "Assistans Eken AB", "Egen Regi Assistans"),
    3: ("Ledsagargruppen", "Fritid och ledsagning"),
    4: ("Kontaktpersonsgruppen",),
    5: ("Avlösargruppen",),
    6: ("Korttidshemmet Solvändan", "Korttidshemmet Lyan", "Lägergården Stora Näs"),
    7: ("Fritidsklubben Kompassen", "Fritidsklubben Ankaret"),
    8: ("Barnboendet Gläntan", "Familjehemsgruppen"),
    9: (
        "Gruppbostaden Rönnbacken",
        "Gruppbostaden Kvarnängen",
        "Gruppbostaden Bryggan",
        "Servicebostaden Torget",
        "Servicebostaden Linjalen",
        "Gruppbostaden Lärkan",
    ),
    10: (
        "Kafé Kringlan",
        "Trädgården",
        "Snickeriet Hyveln",
        "Mediegruppen",
        "Kontorsgruppen",
        "Secondhand Svängen",
        "Ateljén",
        "Hunddagiset Tassen",
        "Musikhuset",
        "Sinnenas hus",
    ),
}
TILL_SKAL = (
    "Studier på folkhögskola, behovet prövas efter kursen",
    "Ska flytta till egen bostad, behovet prövas då",
    "Behovet väntas bli ett annat när skolan slutar",
)
