"""Plans: their versions with all parts, sharings, answers and outcomes."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import plans.models.guards


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_insatser_och_ord")]
    operations = [
        migrations.CreateModel(
            name="IndividuellPlan",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="planer", to="plans.person"
                    ),
                ),
                (
                    "nasta_omprovning",
                    models.DateField(blank=True, null=True, verbose_name="nästa årliga genomgång senast"),
                ),
                ("avslutad", models.DateField(blank=True, null=True, verbose_name="avslutad")),
                (
                    "avslutad_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "avslutad_skal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("egen_onskan", "personens egen önskan"),
                            ("ingen_insats", "ingen insats kvar"),
                            ("flyttat", "personen har flyttat"),
                            ("avliden", "personen har avlidit"),
                        ],
                        max_length=20,
                        verbose_name="skäl",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "individuell plan",
                "verbose_name_plural": "individuella planer",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="individuellplan_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="individuellplan_person_samma_namnd"),
                    models.UniqueConstraint(
                        condition=models.Q(("avslutad", None)), fields=("person",), name="plan_en_oppen_per_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("avslutad", None), ("avslutad_av", None), ("avslutad_skal", "")),
                            models.Q(
                                ("avslutad__isnull", False),
                                ("avslutad_av__isnull", False),
                                models.Q(("avslutad_skal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="plan_avslutad_vem_nar_varfor",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("avslutad", None), ("nasta_omprovning__isnull", False)),
                        fields=["nasta_omprovning"],
                        name="plan_nasta_omprovning",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
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
                        via="plan",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versioner",
                        to="plans.individuellplan",
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[("utkast", "utkast"), ("delad", "delat utkast"), ("faststalld", "klar")],
                        default="utkast",
                        max_length=12,
                    ),
                ),
                ("syfte", models.TextField(blank=True, verbose_name="planens syfte")),
                ("nulage", models.TextField(blank=True, verbose_name="så är det nu")),
                ("onskat_lage", models.TextField(blank=True, verbose_name="så vill personen ha det")),
                ("barnets_asikt", models.TextField(blank=True, verbose_name="barnets egen åsikt")),
                ("barnets_basta", models.TextField(blank=True, verbose_name="barnets bästa")),
                (
                    "ville_inte_skriva",
                    models.BooleanField(default=False, verbose_name="personen ville inte skriva egna ord"),
                ),
                ("inga_andra", models.BooleanField(default=False, verbose_name="ingen annan gör något")),
                ("samordnare", models.CharField(blank=True, max_length=200, verbose_name="samordnare")),
                ("kopia_till", models.TextField(blank=True, verbose_name="de här får en kopia")),
                ("samrad_datum", models.DateField(blank=True, null=True, verbose_name="kom överens den")),
                (
                    "samrad_hur",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mote", "på ett möte"),
                            ("hembesok", "hemma hos personen"),
                            ("telefon", "på telefon eller video"),
                            ("portalen", "i portalen"),
                        ],
                        max_length=12,
                        verbose_name="hur",
                    ),
                ),
                ("samrad_med", models.CharField(blank=True, max_length=300, verbose_name="med vem")),
                (
                    "nasta_omprovning",
                    models.DateField(blank=True, null=True, verbose_name="nästa årliga genomgång senast"),
                ),
                ("oforandrad", models.BooleanField(default=False, verbose_name="genomgången ändrade inget")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("grund_rev", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("faststalld", models.DateField(blank=True, null=True, verbose_name="klar")),
                (
                    "faststalld_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "planversion",
                "verbose_name_plural": "planversioner",
                "ordering": ["plan", "nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="planversion_id_namnd"),
                    plans.models.guards.SameNamnd("plan", name="planversion_plan_samma_namnd"),
                    models.UniqueConstraint(fields=("plan", "nummer"), name="version_unikt_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["utkast", "delad"])),
                        fields=("plan",),
                        name="version_ett_utkast_per_plan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["utkast", "delad", "faststalld"])), name="version_status"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "faststalld"), _negated=True),
                                ("faststalld", None),
                                ("faststalld_av", None),
                            ),
                            models.Q(
                                ("faststalld__isnull", False),
                                ("faststalld_av__isnull", False),
                                ("nasta_omprovning__isnull", False),
                                ("samrad_datum__isnull", False),
                                ("status", "faststalld"),
                            ),
                            _connector="OR",
                        ),
                        name="version_faststalld_vem_nar_samrad",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="individuellplan",
            name="gallande",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="galler_i",
                to="plans.planversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="individuellplan",
            constraint=plans.models.guards.SameNamnd("gallande", name="individuellplan_gallande_samma_namnd"),
        ),
        migrations.AddConstraint(
            model_name="individuellplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gallande", None), ("nasta_omprovning", None)),
                    models.Q(("gallande__isnull", False), ("nasta_omprovning__isnull", False)),
                    _connector="OR",
                ),
                name="plan_gallande_har_omprovning",
            ),
        ),
        migrations.CreateModel(
            name="Delning",
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
                        via="version",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delningar", to="plans.planversion"
                    ),
                ),
                ("rev", models.PositiveIntegerField()),
                ("innehall", models.JSONField()),
                (
                    "delad_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("delad", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "delning",
                "verbose_name_plural": "delningar",
                "ordering": ["version", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="delning_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="delning_version_samma_namnd"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanSvar",
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
                        via="delning",
                    ),
                ),
                (
                    "delning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="svar", to="plans.delning"
                    ),
                ),
                (
                    "foretradarskap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.foretradarskap",
                    ),
                ),
                ("namn", models.CharField(max_length=200)),
                ("som", models.CharField(max_length=200)),
                (
                    "svar",
                    models.CharField(
                        choices=[
                            ("haller_med", "håller med"),
                            ("haller_inte_med", "håller inte med"),
                            ("prata", "vill prata först"),
                            ("vill_inte", "vill inte ha planen"),
                        ],
                        max_length=16,
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="med egna ord")),
                (
                    "hur",
                    models.CharField(
                        choices=[
                            ("portalen", "i portalen"),
                            ("mote", "på ett möte"),
                            ("telefon", "på telefon"),
                            ("papper", "på papper"),
                        ],
                        max_length=10,
                    ),
                ),
                ("svarade", models.DateField()),
                (
                    "registrerad_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "svar på utkast",
                "verbose_name_plural": "svar på utkast",
                "ordering": ["delning", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="plansvar_id_namnd"),
                    plans.models.guards.SameNamnd("delning", name="plansvar_delning_samma_namnd"),
                    plans.models.guards.SameNamnd("foretradarskap", name="plansvar_foretradarskap_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("svar__in", ["haller_med", "haller_inte_med", "prata", "vill_inte"])),
                        name="svar_giltigt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uppfoljning",
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
                        via="plan",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uppfoljningar",
                        to="plans.individuellplan",
                    ),
                ),
                ("spar", models.UUIDField()),
                (
                    "utfall",
                    models.CharField(
                        choices=[("klart", "klart"), ("delvis", "delvis"), ("blev_inte", "blev inte")],
                        max_length=10,
                        verbose_name="hur gick det",
                    ),
                ),
                ("varfor", models.CharField(blank=True, max_length=300, verbose_name="vad hände")),
                ("datum", models.DateField()),
                (
                    "noterad_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "uppföljning",
                "verbose_name_plural": "uppföljningar",
                "ordering": ["plan", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="uppfoljning_id_namnd"),
                    plans.models.guards.SameNamnd("plan", name="uppfoljning_plan_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("utfall__in", ["klart", "delvis", "blev_inte"])), name="uppfoljning_utfall"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("utfall", "blev_inte"), _negated=True),
                            models.Q(("varfor", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="uppfoljning_blev_inte_varfor",
                    ),
                ],
                "indexes": [models.Index(fields=["plan", "spar"], name="uppfoljning_per_spar")],
            },
        ),
        migrations.CreateModel(
            name="Malsattning",
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
                        via="version",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="plans.planversion",
                    ),
                ),
                ("spar", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("ordning", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("text", models.CharField(max_length=300, verbose_name="målet")),
                ("latt_mening", models.CharField(blank=True, max_length=120, verbose_name="en lätt mening")),
                (
                    "sikt",
                    models.CharField(
                        choices=[("kort", "inom ett år"), ("lang", "längre fram")],
                        default="kort",
                        max_length=4,
                        verbose_name="när",
                    ),
                ),
                ("delmal", models.CharField(blank=True, max_length=300, verbose_name="delmål")),
                (
                    "livsomrade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("larande", "Lärande"),
                            ("krav", "Allmänna uppgifter och krav"),
                            ("kommunikation", "Kommunikation"),
                            ("forflyttning", "Förflyttning"),
                            ("vard", "Personlig vård"),
                            ("hemliv", "Hemliv"),
                            ("relationer", "Relationer"),
                            ("arbete", "Utbildning, arbete, ekonomi"),
                            ("samhalle", "Samhällsgemenskap"),
                            ("trygghet", "Trygghet"),
                            ("narstaende", "Stöd från närstående"),
                        ],
                        max_length=20,
                        verbose_name="livsområde",
                    ),
                ),
            ],
            options={
                "verbose_name": "mål",
                "verbose_name_plural": "mål",
                "ordering": ["version", "ordning", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="malsattning_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="malsattning_version_samma_namnd"),
                    models.UniqueConstraint(fields=("version", "spar"), name="malsattning_spar_unikt"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanRad",
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
                        via="version",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="plans.planversion",
                    ),
                ),
                ("spar", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("ordning", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("ansvarig", models.CharField(blank=True, max_length=200, verbose_name="vem ser till att det händer")),
                ("fran", models.DateField(blank=True, null=True, verbose_name="från")),
                ("lovat_till", models.DateField(blank=True, null=True, verbose_name="lovat till")),
                ("latt_mening", models.CharField(blank=True, max_length=120, verbose_name="en lätt mening")),
                (
                    "status",
                    models.CharField(
                        choices=[("beslutad", "beslutad"), ("planerad", "planerad"), ("onskad", "önskad")],
                        max_length=10,
                        verbose_name="läge",
                    ),
                ),
                (
                    "lagrum",
                    models.PositiveSmallIntegerField(
                        blank=True,
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
                        null=True,
                        verbose_name="insats",
                    ),
                ),
                (
                    "insats",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planrader",
                        to="plans.insats",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="vad")),
                ("nar", models.CharField(blank=True, max_length=100, verbose_name="när")),
            ],
            options={
                "verbose_name": "insats i planen",
                "verbose_name_plural": "insatser i planen",
                "ordering": ["version", "ordning", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="planrad_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="planrad_version_samma_namnd"),
                    models.UniqueConstraint(fields=("version", "spar"), name="planrad_spar_unikt"),
                    plans.models.guards.SameNamnd("insats", name="planrad_insats_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["beslutad", "planerad", "onskad"])), name="planrad_status"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "beslutad"), ("insats", None), _connector="OR"),
                        name="planrad_insats_ar_beslutad",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "beslutad"), _negated=True), ("lagrum__isnull", False), _connector="OR"
                        ),
                        name="planrad_beslutad_har_lagrum",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lagrum", None), ("lagrum__range", (1, 10)), _connector="OR"),
                        name="planrad_lagrum_1_till_10",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Atgard",
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
                        via="version",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="plans.planversion",
                    ),
                ),
                ("spar", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("ordning", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("ansvarig", models.CharField(blank=True, max_length=200, verbose_name="vem ser till att det händer")),
                ("fran", models.DateField(blank=True, null=True, verbose_name="från")),
                ("lovat_till", models.DateField(blank=True, null=True, verbose_name="lovat till")),
                ("latt_mening", models.CharField(blank=True, max_length=120, verbose_name="en lätt mening")),
                ("slag", models.CharField(choices=[("lofte", "löfte"), ("andra", "åtgärd av andra")], max_length=10)),
                ("text", models.CharField(max_length=300, verbose_name="vad")),
                ("kontakt", models.CharField(blank=True, max_length=200, verbose_name="kontakt")),
            ],
            options={
                "verbose_name": "åtgärd",
                "verbose_name_plural": "åtgärder",
                "ordering": ["version", "ordning", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="atgard_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="atgard_version_samma_namnd"),
                    models.UniqueConstraint(fields=("version", "spar"), name="atgard_spar_unikt"),
                    models.CheckConstraint(condition=models.Q(("slag__in", ["lofte", "andra"])), name="atgard_slag"),
                    models.CheckConstraint(
                        condition=models.Q(("ansvarig", ""), _negated=True), name="atgard_har_ansvarig"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delaktig",
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
                        via="version",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="plans.planversion",
                    ),
                ),
                ("spar", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("ordning", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("namn", models.CharField(max_length=200, verbose_name="namn")),
                ("som", models.CharField(blank=True, max_length=200, verbose_name="som")),
                ("ledde", models.BooleanField(default=False, verbose_name="ledde mötet")),
                ("skrev", models.BooleanField(default=False, verbose_name="skrev planen")),
            ],
            options={
                "verbose_name": "delaktig",
                "verbose_name_plural": "delaktiga",
                "ordering": ["version", "ordning", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="delaktig_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="delaktig_version_samma_namnd"),
                    models.UniqueConstraint(fields=("version", "spar"), name="delaktig_spar_unikt"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FrystOrd",
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
                        via="version",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="frysta_ord", to="plans.planversion"
                    ),
                ),
                ("slag", models.CharField(max_length=20)),
                ("fraga", models.CharField(blank=True, max_length=10)),
                ("text", models.TextField()),
                ("skrivet_av", models.CharField(max_length=200)),
                ("skrivet", models.DateField()),
                ("nedtecknat", models.BooleanField(default=False)),
                ("bekraftat", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "fryst ord",
                "verbose_name_plural": "frysta ord",
                "ordering": ["version", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="frystord_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="frystord_version_samma_namnd"),
                ],
            },
        ),
    ]
