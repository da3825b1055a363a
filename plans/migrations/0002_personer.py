"""Persons, the staff who have their cases, and those who act for them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import plans.models.guards
import plans.models.kryptering


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_namnder_och_inloggningar")]
    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="personer", to="plans.namnd"
                    ),
                ),
                (
                    "enhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personer",
                        to="plans.enhet",
                        verbose_name="enhet",
                    ),
                ),
                (
                    "konto",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="person",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("arendenummer", models.CharField(max_length=20, verbose_name="ärendenummer")),
                ("personnummer", plans.models.kryptering.KrypteradText(blank=True, verbose_name="personnummer")),
                ("personnummer_index", plans.models.kryptering.BlintIndex("personnummer")),
                ("fodd", models.DateField(verbose_name="född")),
                ("fornamn", models.CharField(max_length=100, verbose_name="förnamn")),
                ("efternamn", models.CharField(max_length=100, verbose_name="efternamn")),
                ("tilltalsnamn", models.CharField(max_length=100, verbose_name="tilltalsnamn")),
                ("sorteringsnyckel", models.CharField(db_collation="C", editable=False, max_length=210)),
                ("personkrets", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="personkrets")),
                ("kommunikation", models.TextField(blank=True, verbose_name="så kommunicerar personen")),
                ("motesonskemal", models.TextField(blank=True, verbose_name="så vill personen ha det på möten")),
                ("sprak", models.CharField(blank=True, max_length=100, verbose_name="språk, tecken eller tolk")),
                (
                    "kanal",
                    models.CharField(
                        choices=[("mejl", "mejl"), ("sms", "sms"), ("brev", "brev"), ("telefon", "telefon")],
                        default="brev",
                        max_length=10,
                        verbose_name="nås med",
                    ),
                ),
                ("epost", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("telefon", models.CharField(blank=True, max_length=40, verbose_name="telefon")),
                ("adress", models.TextField(blank=True, verbose_name="adress")),
                ("skyddad", models.BooleanField(default=False, verbose_name="skyddade personuppgifter")),
                ("avliden", models.DateField(blank=True, null=True, verbose_name="avliden")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "personer",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="person_id_namnd"),
                    plans.models.guards.SameNamnd("enhet", name="person_enhet_samma_namnd"),
                    models.UniqueConstraint(fields=("namnd", "personnummer_index"), name="person_unik_i_namnd"),
                    models.UniqueConstraint(fields=("namnd", "arendenummer"), name="person_arendenummer_unikt"),
                    models.CheckConstraint(
                        condition=models.Q(("personkrets", None), ("personkrets__range", (1, 3)), _connector="OR"),
                        name="person_personkrets_1_till_3",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kanal__in", ["mejl", "sms", "brev", "telefon"])), name="person_kanal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kanal", "mejl"), _negated=True),
                            models.Q(("epost", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="person_mejl_kraver_epost",
                    ),
                ],
                "indexes": [models.Index(fields=["namnd", "sorteringsnyckel"], name="person_namnordning")],
            },
        ),
        migrations.CreateModel(
            name="PersonEvent",
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
                        to="plans.person",
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
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.namnd",
                    ),
                ),
                (
                    "enhet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.enhet",
                        verbose_name="enhet",
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("arendenummer", models.CharField(max_length=20, verbose_name="ärendenummer")),
                ("personnummer_index", plans.models.kryptering.BlintIndex("personnummer")),
                ("fodd", models.DateField(verbose_name="född")),
                ("fornamn", models.CharField(max_length=100, verbose_name="förnamn")),
                ("efternamn", models.CharField(max_length=100, verbose_name="efternamn")),
                ("tilltalsnamn", models.CharField(max_length=100, verbose_name="tilltalsnamn")),
                ("sorteringsnyckel", models.CharField(db_collation="C", editable=False, max_length=210)),
                ("personkrets", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="personkrets")),
                ("kommunikation", models.TextField(blank=True, verbose_name="så kommunicerar personen")),
                ("motesonskemal", models.TextField(blank=True, verbose_name="så vill personen ha det på möten")),
                ("sprak", models.CharField(blank=True, max_length=100, verbose_name="språk, tecken eller tolk")),
                (
                    "kanal",
                    models.CharField(
                        choices=[("mejl", "mejl"), ("sms", "sms"), ("brev", "brev"), ("telefon", "telefon")],
                        default="brev",
                        max_length=10,
                        verbose_name="nås med",
                    ),
                ),
                ("epost", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("telefon", models.CharField(blank=True, max_length=40, verbose_name="telefon")),
                ("adress", models.TextField(blank=True, verbose_name="adress")),
                ("skyddad", models.BooleanField(default=False, verbose_name="skyddade personuppgifter")),
                ("avliden", models.DateField(blank=True, null=True, verbose_name="avliden")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Tilldelning",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tilldelningar",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tilldelningar", to="plans.person"
                    ),
                ),
                (
                    "roll",
                    models.CharField(
                        choices=[
                            ("ansvarig", "ansvarig handläggare"),
                            ("vikarie", "vikarie"),
                            ("samordnare", "samordnare (14 § LSS)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("fran", models.DateField(verbose_name="från")),
                ("till", models.DateField(blank=True, null=True, verbose_name="till och med")),
            ],
            options={
                "verbose_name": "tilldelning",
                "verbose_name_plural": "tilldelningar",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="tilldelning_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="tilldelning_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("till", None), ("till__gte", models.F("fran")), _connector="OR"),
                        name="tilldelning_fran_fore_till",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("roll__in", ["ansvarig", "vikarie", "samordnare"])), name="tilldelning_roll"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("till", None), models.Q(("roll", "vikarie"), _negated=True)),
                        fields=("person", "roll"),
                        name="tilldelning_en_oppen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TilldelningEvent",
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
                        to="plans.tilldelning",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "roll",
                    models.CharField(
                        choices=[
                            ("ansvarig", "ansvarig handläggare"),
                            ("vikarie", "vikarie"),
                            ("samordnare", "samordnare (14 § LSS)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("fran", models.DateField(verbose_name="från")),
                ("till", models.DateField(blank=True, null=True, verbose_name="till och med")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Foretradare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="foretradare", to="plans.namnd"
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="foretradare",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("namn", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "personnummer",
                    plans.models.kryptering.KrypteradText(blank=True, null=True, verbose_name="personnummer"),
                ),
                ("personnummer_index", plans.models.kryptering.BlintIndex("personnummer", null=True)),
                (
                    "kanal",
                    models.CharField(
                        choices=[("mejl", "mejl"), ("sms", "sms"), ("brev", "brev"), ("telefon", "telefon")],
                        default="brev",
                        max_length=10,
                        verbose_name="nås med",
                    ),
                ),
                ("epost", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("telefon", models.CharField(blank=True, max_length=40, verbose_name="telefon")),
                ("adress", models.TextField(blank=True, verbose_name="adress")),
            ],
            options={
                "verbose_name": "företrädare",
                "verbose_name_plural": "företrädare",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="foretradare_id_namnd"),
                    models.UniqueConstraint(fields=("namnd", "konto"), name="foretradare_konto_unikt_i_namnd"),
                    models.UniqueConstraint(fields=("namnd", "personnummer_index"), name="foretradare_unik_i_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("kanal__in", ["mejl", "sms", "brev", "telefon"])), name="foretradare_kanal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kanal", "mejl"), _negated=True),
                            models.Q(("epost", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="foretradare_mejl_kraver_epost",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Foretradarskap",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="foretradarskap", to="plans.person"
                    ),
                ),
                (
                    "foretradare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="skap", to="plans.foretradare"
                    ),
                ),
                (
                    "typ",
                    models.CharField(
                        choices=[
                            ("vardnadshavare", "vårdnadshavare"),
                            ("god_man", "god man"),
                            ("forvaltare", "förvaltare"),
                            ("formyndare", "förmyndare"),
                            ("framtidsfullmakt", "framtidsfullmaktshavare"),
                            ("ombud", "ombud eller biträde"),
                        ],
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("bevaka_ratt", models.BooleanField(default=False, verbose_name="bevaka rätt")),
                ("forvalta_egendom", models.BooleanField(default=False, verbose_name="förvalta egendom")),
                ("sorja_for_person", models.BooleanField(default=False, verbose_name="sörja för person")),
                ("fran", models.DateField(verbose_name="från")),
                ("till", models.DateField(blank=True, null=True, verbose_name="till och med")),
                ("underlag", models.CharField(max_length=200, verbose_name="underlag")),
                (
                    "verifierad_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("verifierad_at", models.DateTimeField()),
                (
                    "kontrollerad_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("kontrollerad_at", models.DateTimeField(blank=True, null=True)),
                ("kontrolleras_igen", models.DateField(blank=True, null=True, verbose_name="kontrolleras igen")),
                ("jav", models.BooleanField(default=False, verbose_name="jäv")),
                (
                    "installning",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "ja"), ("nej", "nej"), ("kan_inte", "kan inte inhämtas")],
                        max_length=10,
                        verbose_name="personens inställning",
                    ),
                ),
                ("installning_grund", models.CharField(blank=True, max_length=300, verbose_name="hur det är känt")),
                ("far_se_logg", models.BooleanField(default=False, verbose_name="får se vem som har tittat")),
                ("aterkallad", models.DateField(blank=True, null=True, verbose_name="återkallad")),
                (
                    "stangd_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("stangd_at", models.DateTimeField(blank=True, null=True)),
                ("stangd_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "företrädarskap",
                "verbose_name_plural": "företrädarskap",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="foretradarskap_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="foretradarskap_person_samma_namnd"),
                    plans.models.guards.SameNamnd("foretradare", name="foretradarskap_foretradare_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("till", None), ("till__gte", models.F("fran")), _connector="OR"),
                        name="skap_fran_fore_till",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kontrollerad_at", None), ("kontrollerad_av", None)),
                            models.Q(("kontrollerad_at__isnull", False), ("kontrollerad_av__isnull", False)),
                            _connector="OR",
                        ),
                        name="skap_kontrollerad_vem_och_nar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stangd_at", None), ("stangd_av", None), ("stangd_skal", "")),
                            models.Q(
                                ("stangd_at__isnull", False),
                                ("stangd_av__isnull", False),
                                models.Q(("stangd_skal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="skap_stangd_vem_nar_varfor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kontrollerad_av", None),
                            models.Q(("kontrollerad_av", models.F("verifierad_av")), _negated=True),
                            _connector="OR",
                        ),
                        name="skap_fyra_ogon",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ForetradarskapEvent",
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
                        to="plans.foretradarskap",
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
                    "foretradare",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.foretradare",
                    ),
                ),
                (
                    "typ",
                    models.CharField(
                        choices=[
                            ("vardnadshavare", "vårdnadshavare"),
                            ("god_man", "god man"),
                            ("forvaltare", "förvaltare"),
                            ("formyndare", "förmyndare"),
                            ("framtidsfullmakt", "framtidsfullmaktshavare"),
                            ("ombud", "ombud eller biträde"),
                        ],
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("bevaka_ratt", models.BooleanField(default=False, verbose_name="bevaka rätt")),
                ("forvalta_egendom", models.BooleanField(default=False, verbose_name="förvalta egendom")),
                ("sorja_for_person", models.BooleanField(default=False, verbose_name="sörja för person")),
                ("fran", models.DateField(verbose_name="från")),
                ("till", models.DateField(blank=True, null=True, verbose_name="till och med")),
                ("underlag", models.CharField(max_length=200, verbose_name="underlag")),
                (
                    "verifierad_av",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("verifierad_at", models.DateTimeField()),
                (
                    "kontrollerad_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("kontrollerad_at", models.DateTimeField(blank=True, null=True)),
                ("kontrolleras_igen", models.DateField(blank=True, null=True, verbose_name="kontrolleras igen")),
                ("jav", models.BooleanField(default=False, verbose_name="jäv")),
                (
                    "installning",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "ja"), ("nej", "nej"), ("kan_inte", "kan inte inhämtas")],
                        max_length=10,
                        verbose_name="personens inställning",
                    ),
                ),
                ("installning_grund", models.CharField(blank=True, max_length=300, verbose_name="hur det är känt")),
                ("far_se_logg", models.BooleanField(default=False, verbose_name="får se vem som har tittat")),
                ("aterkallad", models.DateField(blank=True, null=True, verbose_name="återkallad")),
                (
                    "stangd_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("stangd_at", models.DateTimeField(blank=True, null=True)),
                ("stangd_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Bedomning",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="bedomningar", to="plans.person"
                    ),
                ),
                (
                    "slag",
                    models.CharField(
                        choices=[("formaga", "förmåga inför 15 år"), ("foretrada", "vem som ska företräda efter 18")],
                        max_length=10,
                    ),
                ),
                (
                    "egen_ratt",
                    models.BooleanField(blank=True, null=True, verbose_name="personen kan föra sin egen talan"),
                ),
                (
                    "vardnadshavare_ser",
                    models.BooleanField(blank=True, null=True, verbose_name="vårdnadshavarna får fortsätta se planen"),
                ),
                ("slutsats", models.TextField(verbose_name="vad ni kom fram till, och varför")),
                (
                    "gjord_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("gjord", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "bedömning",
                "verbose_name_plural": "bedömningar",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="bedomning_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="bedomning_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("egen_ratt", None), ("slag", "foretrada"), ("vardnadshavare_ser", None)),
                            models.Q(
                                ("egen_ratt__isnull", False), ("slag", "formaga"), ("vardnadshavare_ser__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="bedomning_svarar_pa_sin_fraga",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slutsats", ""), _negated=True), name="bedomning_har_slutsats"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nodatkomst",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nodatkomster",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="nodatkomster", to="plans.person"
                    ),
                ),
                ("skal", models.CharField(max_length=300, verbose_name="skäl")),
                ("fran", models.DateField()),
                ("till", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "granskad_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("granskad_at", models.DateTimeField(blank=True, null=True)),
                ("granskad_anteckning", models.CharField(blank=True, max_length=300, verbose_name="anteckning")),
            ],
            options={
                "verbose_name": "nödåtkomst",
                "verbose_name_plural": "nödåtkomster",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="nodatkomst_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="nodatkomst_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("till__gte", models.F("fran"))), name="nodatkomst_fran_fore_till"
                    ),
                    models.CheckConstraint(condition=models.Q(("skal", ""), _negated=True), name="nodatkomst_har_skal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("granskad_at", None), ("granskad_av", None)),
                            models.Q(
                                ("granskad_at__isnull", False),
                                ("granskad_av__isnull", False),
                                models.Q(("granskad_av", models.F("user")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nodatkomst_granskas_av_annan",
                    ),
                ],
            },
        ),
    ]
