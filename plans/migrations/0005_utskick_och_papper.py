"""Jobs that wait for a worker, such as PDFs and messages, and the pulse of each process."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import plans.models.guards


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_planer")]
    operations = [
        migrations.CreateModel(
            name="PlanPdf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("vantar", "väntar"),
                            ("arbetar", "arbetar"),
                            ("klar", "klar"),
                            ("for_hand", "ges för hand"),
                            ("installt", "inställt"),
                            ("fel", "fel"),
                        ],
                        default="vantar",
                        max_length=10,
                    ),
                ),
                ("forsok", models.PositiveSmallIntegerField(default=0)),
                ("nasta_forsok_at", models.DateTimeField(blank=True, null=True)),
                ("paborjad_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pdf", to="plans.planversion"
                    ),
                ),
                ("klar_at", models.DateTimeField(blank=True, null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("storlek", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "pdf",
                "verbose_name_plural": "pdf:er",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="planpdf_id_namnd"),
                    plans.models.guards.SameNamnd("version", name="planpdf_version_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["vantar", "arbetar", "klar", "fel"])), name="pdf_status"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "klar"), _negated=True),
                            models.Q(("klar_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="pdf_klar_har_summa",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["vantar", "arbetar"])),
                        fields=["created_at"],
                        name="pdf_att_gora",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanPdfInnehall",
            fields=[
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                        via="pdf",
                    ),
                ),
                (
                    "pdf",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="innehall",
                        serialize=False,
                        to="plans.planpdf",
                    ),
                ),
                ("data", models.BinaryField()),
            ],
            options={
                "constraints": [plans.models.guards.SameNamnd("pdf", name="planpdfinnehall_pdf_samma_namnd")],
            },
        ),
        migrations.CreateModel(
            name="Mottagare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.namnd"),
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
                    "foretradare",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.foretradare",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "mottagare",
                "verbose_name_plural": "mottagare",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="mottagare_id_namnd"),
                    plans.models.guards.SameNamnd("foretradare", name="mottagare_foretradare_samma_namnd"),
                    plans.models.guards.SameNamnd("person", name="mottagare_person_samma_namnd"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("foretradare", None), ("person", None), ("user__isnull", False)),
                            models.Q(("foretradare__isnull", False), ("person", None), ("user", None)),
                            models.Q(("foretradare", None), ("person__isnull", False), ("user", None)),
                            _connector="OR",
                        ),
                        name="mottagare_en",
                    ),
                    models.UniqueConstraint(
                        fields=("namnd", "user", "foretradare", "person"), name="mottagare_unik", nulls_distinct=False
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Utskick",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("vantar", "väntar"),
                            ("arbetar", "arbetar"),
                            ("klar", "klar"),
                            ("for_hand", "ges för hand"),
                            ("installt", "inställt"),
                            ("fel", "fel"),
                        ],
                        default="vantar",
                        max_length=10,
                    ),
                ),
                ("forsok", models.PositiveSmallIntegerField(default=0)),
                ("nasta_forsok_at", models.DateTimeField(blank=True, null=True)),
                ("paborjad_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "namnd",
                    plans.models.guards.NamndVia(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.namnd",
                        via="mottagare",
                    ),
                ),
                (
                    "mottagare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="utskick", to="plans.mottagare"
                    ),
                ),
                ("slag", models.CharField(max_length=30)),
                (
                    "kanal",
                    models.CharField(
                        choices=[("mejl", "mejl"), ("sms", "sms"), ("brev", "brev"), ("telefon", "telefon")],
                        max_length=10,
                    ),
                ),
                ("for_hand", models.BooleanField(default=False, verbose_name="ges för hand")),
                ("dag", models.DateField()),
                ("skickad_at", models.DateTimeField(blank=True, null=True)),
                (
                    "skickad_av",
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
                "verbose_name": "utskick",
                "verbose_name_plural": "utskick",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="utskick_id_namnd"),
                    plans.models.guards.SameNamnd("mottagare", name="utskick_mottagare_samma_namnd"),
                    models.UniqueConstraint(
                        fields=("mottagare", "slag", "kanal", "for_hand", "dag"),
                        name="utskick_ett_per_mottagare_slag_dag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("for_hand", False), ("status__in", ["for_hand", "klar", "installt"]), _connector="OR"
                        ),
                        name="utskick_for_hand_mejlas_aldrig",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["vantar", "arbetar", "klar", "for_hand", "installt", "fel"])
                        ),
                        name="utskick_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "klar"), _negated=True), ("skickad_at__isnull", False), _connector="OR"
                        ),
                        name="utskick_klart_har_tid",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["vantar", "arbetar"])),
                        fields=["created_at"],
                        name="utskick_att_gora",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Paminnelse",
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
                    "mottagare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paminnelser", to="plans.mottagare"
                    ),
                ),
                ("slag", models.CharField(max_length=30)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paminnelser",
                        to="plans.individuellplan",
                    ),
                ),
                ("frist", models.DateField()),
                ("steg", models.SmallIntegerField()),
                (
                    "utskick",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paminnelser", to="plans.utskick"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "påminnelse",
                "verbose_name_plural": "påminnelser",
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="paminnelse_id_namnd"),
                    plans.models.guards.SameNamnd("plan", name="paminnelse_plan_samma_namnd"),
                    plans.models.guards.SameNamnd("mottagare", name="paminnelse_mottagare_samma_namnd"),
                    plans.models.guards.SameNamnd("utskick", name="paminnelse_utskick_samma_namnd"),
                    models.UniqueConstraint(
                        fields=("slag", "plan", "frist", "steg", "mottagare"),
                        name="paminnelse_en_per_steg_och_mottagare",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Puls",
            fields=[
                ("namn", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
