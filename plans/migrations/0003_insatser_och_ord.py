"""Decisions, offers, requests and own words."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import plans.models.guards


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_personer")]
    operations = [
        migrations.CreateModel(
            name="Insats",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                        via="person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="insatser", to="plans.person"
                    ),
                ),
                (
                    "lagrum",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rådgivning och annat personligt stöd"),
                            (2, "Personlig assistans"),
                            (3, "Ledsagarservice"),
                            (4, "Kontaktperson"),
                            (5, "Avlösarservice i hemmet"),
                            (6, "Korttidsvistelse utanför det egna hemmet"),
                            (7, "Korttidstillsyn för skolungdom över 12 år"),
                            (8, "Boende i familjehem eller bostad med särskild service för barn eller ungdomar"),
                            (9, "Bostad med särskild service för vuxna"),
                            (10, "Daglig verksamhet"),
                        ],
                        verbose_name="insats",
                    ),
                ),
                (
                    "utfall",
                    models.CharField(
                        choices=[("beviljad", "beviljad"), ("delvis", "delvis beviljad"), ("avslag", "avslag")],
                        default="beviljad",
                        max_length=10,
                        verbose_name="utfall",
                    ),
                ),
                ("omfattning", models.CharField(blank=True, max_length=200, verbose_name="omfattning")),
                ("beslutad", models.DateField(verbose_name="beslutsdatum")),
                ("beslutsnummer", models.CharField(blank=True, max_length=40, verbose_name="beslutets nummer")),
                ("delegat", models.CharField(blank=True, max_length=100, verbose_name="beslutad av")),
                (
                    "overklagandehanvisning",
                    models.BooleanField(default=False, verbose_name="överklagandehänvisning är lämnad"),
                ),
                ("verkstalld", models.DateField(blank=True, null=True, verbose_name="verkställd")),
                ("utforare", models.CharField(blank=True, max_length=200, verbose_name="utförare")),
                ("till", models.DateField(blank=True, null=True, verbose_name="tidsbegränsad till")),
                ("till_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl för tidsbegränsning")),
                ("varning_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl trots varning")),
                ("avslutad", models.DateField(blank=True, null=True, verbose_name="avslutad")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "insats",
                "verbose_name_plural": "insatser",
                "ordering": ["lagrum", "beslutad", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="insats_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="insats_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("lagrum__range", (1, 10))), name="insats_lagrum_1_till_10"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("utfall__in", ["beviljad", "delvis", "avslag"])), name="insats_utfall"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("till", None), ("till_skal", "")),
                            models.Q(("till__isnull", False), models.Q(("till_skal", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="insats_tidsgrans_har_skal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("till", None), ("till__gte", models.F("beslutad")), _connector="OR"),
                        name="insats_till_efter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verkstalld", None), ("utfall__in", ["beviljad", "delvis"]), _connector="OR"
                        ),
                        name="insats_avslag_verkstalls_ej",
                    ),
                ],
                "indexes": [models.Index(fields=["person", "lagrum"], name="insats_per_person")],
            },
        ),
        migrations.CreateModel(
            name="InsatsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="plans.insats",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.namnd",
                        via="person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.person",
                    ),
                ),
                (
                    "lagrum",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rådgivning och annat personligt stöd"),
                            (2, "Personlig assistans"),
                            (3, "Ledsagarservice"),
                            (4, "Kontaktperson"),
                            (5, "Avlösarservice i hemmet"),
                            (6, "Korttidsvistelse utanför det egna hemmet"),
                            (7, "Korttidstillsyn för skolungdom över 12 år"),
                            (8, "Boende i familjehem eller bostad med särskild service för barn eller ungdomar"),
                            (9, "Bostad med särskild service för vuxna"),
                            (10, "Daglig verksamhet"),
                        ],
                        verbose_name="insats",
                    ),
                ),
                (
                    "utfall",
                    models.CharField(
                        choices=[("beviljad", "beviljad"), ("delvis", "delvis beviljad"), ("avslag", "avslag")],
                        default="beviljad",
                        max_length=10,
                        verbose_name="utfall",
                    ),
                ),
                ("omfattning", models.CharField(blank=True, max_length=200, verbose_name="omfattning")),
                ("beslutad", models.DateField(verbose_name="beslutsdatum")),
                ("beslutsnummer", models.CharField(blank=True, max_length=40, verbose_name="beslutets nummer")),
                ("delegat", models.CharField(blank=True, max_length=100, verbose_name="beslutad av")),
                (
                    "overklagandehanvisning",
                    models.BooleanField(default=False, verbose_name="överklagandehänvisning är lämnad"),
                ),
                ("verkstalld", models.DateField(blank=True, null=True, verbose_name="verkställd")),
                ("utforare", models.CharField(blank=True, max_length=200, verbose_name="utförare")),
                ("till", models.DateField(blank=True, null=True, verbose_name="tidsbegränsad till")),
                ("till_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl för tidsbegränsning")),
                ("varning_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl trots varning")),
                ("avslutad", models.DateField(blank=True, null=True, verbose_name="avslutad")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Begaran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                        via="person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="begaran", to="plans.person"
                    ),
                ),
                (
                    "slag",
                    models.CharField(
                        choices=[
                            ("plan", "individuell plan"),
                            ("genomgang", "genomgång av planen"),
                            ("insats", "insats"),
                        ],
                        max_length=10,
                        verbose_name="vad",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="med egna ord")),
                ("inkom", models.DateField(verbose_name="inkom")),
                ("av", models.CharField(max_length=200, verbose_name="av")),
                (
                    "installning",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "ja"), ("nej", "nej"), ("kan_inte", "kan inte inhämtas")],
                        max_length=10,
                        verbose_name="personens egen inställning",
                    ),
                ),
                ("installning_grund", models.CharField(blank=True, max_length=300, verbose_name="hur det är känt")),
                (
                    "registrerad_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("besvarad", models.DateField(blank=True, null=True, verbose_name="besvarad")),
            ],
            options={
                "verbose_name": "begäran",
                "verbose_name_plural": "begäranden",
                "ordering": ["-inkom", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="begaran_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="begaran_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("slag__in", ["plan", "genomgang", "insats"])), name="begaran_slag"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Erbjudande",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                        via="person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="erbjudanden", to="plans.person"
                    ),
                ),
                (
                    "insats",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erbjudanden",
                        to="plans.insats",
                    ),
                ),
                ("senast", models.DateField(verbose_name="ska lämnas senast")),
                ("lamnat", models.DateField(blank=True, null=True, verbose_name="lämnat")),
                (
                    "lamnat_hur",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mote", "på ett möte"),
                            ("telefon", "på telefon"),
                            ("brev", "med brev"),
                            ("portalen", "i portalen"),
                        ],
                        max_length=10,
                        verbose_name="hur",
                    ),
                ),
                (
                    "lamnat_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "svar",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "ja"), ("nej", "nej"), ("senare", "vill vänta")],
                        max_length=10,
                        verbose_name="svar",
                    ),
                ),
                ("svarade", models.DateField(blank=True, null=True, verbose_name="svarade")),
                ("svar_av", models.CharField(blank=True, max_length=200, verbose_name="vem svarade")),
                (
                    "svar_hur",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mote", "på ett möte"),
                            ("telefon", "på telefon"),
                            ("brev", "med brev"),
                            ("portalen", "i portalen"),
                        ],
                        max_length=10,
                        verbose_name="hur",
                    ),
                ),
                ("fraga_igen", models.DateField(blank=True, null=True, verbose_name="fråga igen")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "erbjudande",
                "verbose_name_plural": "erbjudanden",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="erbjudande_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="erbjudande_person_samma_namnd"),
                    plans.models.guards.SameNamnd("insats", name="erbjudande_insats_samma_namnd"),
                    models.UniqueConstraint(
                        condition=models.Q(("svar", "")), fields=("person",), name="erbjudande_ett_oppet_per_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lamnat", None), ("lamnat_av", None), ("lamnat_hur", "")),
                            models.Q(
                                ("lamnat__isnull", False),
                                ("lamnat_av__isnull", False),
                                models.Q(("lamnat_hur", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="erbjudande_lamnat_vem_nar_hur",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("svar", ""), ("svar_av", ""), ("svar_hur", ""), ("svarade", None)),
                            models.Q(
                                models.Q(("svar", ""), _negated=True),
                                ("lamnat__isnull", False),
                                ("svarade__isnull", False),
                                models.Q(("svar_av", ""), _negated=True),
                                models.Q(("svar_hur", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="erbjudande_svar_vem_nar_hur",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("svar__in", ["", "ja", "nej", "senare"])), name="erbjudande_svar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("svar", "senare"), _negated=True), ("fraga_igen__isnull", False), _connector="OR"
                        ),
                        name="erbjudande_senare_fraga_igen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EgetOrd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                        via="person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="egna_ord", to="plans.person"
                    ),
                ),
                (
                    "forfattare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("forfattare_som", models.CharField(max_length=200, verbose_name="skrivet av")),
                (
                    "slag",
                    models.CharField(
                        choices=[("mina_ord", "Mina ord"), ("sa_ser_jag_det", "Så ser jag det")], max_length=20
                    ),
                ),
                (
                    "fraga",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("om_mig", "Vem är du?"),
                            ("viktigt", "Vad är viktigt för dig?"),
                            ("drommar", "Vad drömmer du om?"),
                            ("nu", "Hur är det nu?"),
                            ("vill", "Hur vill du ha det?"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                ("nedtecknat", models.BooleanField(default=False, verbose_name="nedskrivet som personen sa det")),
                (
                    "bekraftat",
                    models.DateField(blank=True, null=True, verbose_name="personen har sagt att det stämmer"),
                ),
                (
                    "lasare",
                    models.CharField(
                        choices=[("alla", "alla som läser planen"), ("handlaggare", "bara handläggaren")],
                        default="alla",
                        max_length=12,
                        verbose_name="vem får läsa",
                    ),
                ),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "eget ord",
                "verbose_name_plural": "egna ord",
                "ordering": ["person", "slag", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="egetord_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="egetord_person_samma_namnd"),
                    models.UniqueConstraint(
                        fields=("person", "forfattare", "slag", "fraga"), name="eget_ord_en_rad_per_fraga"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("fraga__in", ["om_mig", "viktigt", "drommar", "nu", "vill"]), ("slag", "mina_ord")
                            ),
                            models.Q(("fraga", ""), ("nedtecknat", False), ("slag", "sa_ser_jag_det")),
                            _connector="OR",
                        ),
                        name="eget_ord_fraga_efter_slag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bekraftat", None), ("nedtecknat", True), _connector="OR"),
                        name="eget_ord_bekraftat_nedtecknat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lasare__in", ["alla", "handlaggare"])), name="eget_ord_lasare"
                    ),
                ],
            },
        ),
    ]
