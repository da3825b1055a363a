"""The log, with its seals and reviews."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import plans.models.guards
import plans.models.handelse


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_utskick_och_papper")]
    operations = [
        migrations.CreateModel(
            name="Handelse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True)),
                (
                    "xid",
                    plans.models.handelse.Xid8(db_default=models.Func(function="pg_current_xact_id"), editable=False),
                ),
                (
                    "namnd",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "uppdrag",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.uppdrag",
                    ),
                ),
                ("handelse", models.CharField(max_length=60)),
                (
                    "person_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("objekt", models.CharField(blank=True, max_length=60)),
                ("objekt_id", models.BigIntegerField(blank=True, null=True)),
                ("nekad", models.BooleanField(default=False)),
                ("varfor", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "händelse",
                "verbose_name_plural": "händelser",
                "ordering": ["pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["person_ids"], name="handelse_person_ids")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sigill",
            fields=[
                ("nummer", models.BigIntegerField(primary_key=True, serialize=False)),
                ("fran_xid", plans.models.handelse.Xid8()),
                ("till_xid", plans.models.handelse.Xid8()),
                ("antal", models.PositiveIntegerField()),
                ("summa", models.CharField(max_length=64)),
                ("kedja", models.CharField(max_length=64, unique=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "sigill",
                "verbose_name_plural": "sigill",
            },
        ),
        migrations.CreateModel(
            name="Undanhallen",
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
                    "handelse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="undanhallen", to="plans.handelse"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="undanhallna_rader", to="plans.person"
                    ),
                ),
                ("lagrum", models.CharField(max_length=100, verbose_name="lagrum")),
                ("skal", models.CharField(max_length=300, verbose_name="skäl")),
                (
                    "av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "undanhållen loggrad",
                "verbose_name_plural": "undanhållna loggrader",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="undanhallen_id_namnd"),
                    plans.models.guards.SameNamnd("person", name="undanhallen_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lagrum", ""), _negated=True), models.Q(("skal", ""), _negated=True)
                        ),
                        name="undanhallen_har_grund",
                    ),
                    models.UniqueConstraint(fields=("handelse", "person"), name="undanhallen_en_per_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loggranskning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="loggranskningar", to="plans.namnd"
                    ),
                ),
                ("manad", models.DateField(verbose_name="månad")),
                ("rader", models.PositiveIntegerField(verbose_name="rader i loggen")),
                (
                    "dragen_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("dragen_at", models.DateTimeField()),
                (
                    "signerad_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("signerad_at", models.DateTimeField(blank=True, null=True)),
                ("slutsats", models.TextField(blank=True, verbose_name="slutsats")),
            ],
            options={
                "verbose_name": "loggranskning",
                "verbose_name_plural": "loggranskningar",
                "ordering": ["-manad"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="loggranskning_id_namnd"),
                    models.UniqueConstraint(fields=("namnd", "manad"), name="loggranskning_en_per_manad"),
                    models.CheckConstraint(condition=models.Q(("manad__day", 1)), name="loggranskning_manadens_forsta"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signerad_at", None), ("signerad_av", None)),
                            models.Q(
                                ("signerad_at__isnull", False),
                                ("signerad_av__isnull", False),
                                models.Q(("slutsats", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="loggranskning_signerad_vem_nar_vad",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GranskadRad",
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
                        via="granskning",
                    ),
                ),
                (
                    "granskning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fynd", to="plans.loggranskning"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("person_id_sedd", models.BigIntegerField(blank=True, null=True)),
                (
                    "handelse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.handelse"
                    ),
                ),
                ("antal", models.PositiveIntegerField(default=1)),
                ("regler", models.JSONField(default=list)),
                (
                    "bedomning",
                    models.CharField(
                        blank=True, choices=[("behorig", "behörig åtkomst"), ("utreds", "ska utredas")], max_length=10
                    ),
                ),
                ("anteckning", models.CharField(blank=True, max_length=300, verbose_name="anteckning")),
                (
                    "bedomd_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bedomd_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "granskad rad",
                "verbose_name_plural": "granskade rader",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="granskadrad_id_namnd"),
                    plans.models.guards.SameNamnd("granskning", name="granskadrad_granskning_samma_namnd"),
                    models.UniqueConstraint(
                        fields=("granskning", "user", "person_id_sedd"),
                        name="granskad_rad_en_per_user_och_person",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bedomd_at", None), ("bedomd_av", None), ("bedomning", "")),
                            models.Q(
                                ("bedomd_at__isnull", False),
                                ("bedomd_av__isnull", False),
                                ("bedomning__in", ["behorig", "utreds"]),
                                models.Q(("bedomd_av", models.F("user")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="granskad_rad_bedoms_av_annan",
                    ),
                ],
            },
        ),
    ]
