"""Nämnder with their enheter, providers, logins and appointments."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import plans.models.kryptering


class Migration(migrations.Migration):
    initial = True
    dependencies = [("auth", "0012_alter_user_first_name_max_length"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [
        migrations.CreateModel(
            name="Namnd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kommunkod",
                    models.CharField(
                        max_length=4,
                        validators=[
                            django.core.validators.RegexValidator("^\\d{2,4}$", "Skriv kommunkoden med siffror.")
                        ],
                        verbose_name="kommunkod",
                    ),
                ),
                ("kommun", models.CharField(max_length=100, verbose_name="kommun")),
                ("namn", models.CharField(max_length=200, verbose_name="nämndens namn")),
                ("region", models.CharField(blank=True, max_length=100, verbose_name="region")),
                (
                    "telefon",
                    models.CharField(
                        blank=True, help_text="Visas för dem som behöver hjälp.", max_length=40, verbose_name="telefon"
                    ),
                ),
                (
                    "erbjud_inom_dagar",
                    models.PositiveSmallIntegerField(
                        default=14, help_text="Räknas från beslutet.", verbose_name="erbjud plan inom (dagar)"
                    ),
                ),
                (
                    "forsta_mote_inom_dagar",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="Räknas från ett ja eller en begäran.",
                        verbose_name="första mötet inom (dagar)",
                    ),
                ),
                (
                    "galler_fore_kontroll",
                    models.BooleanField(
                        default=True,
                        help_text="Annars gäller den först när en kollega har kontrollerat den. En stängning gäller alltid genast.",
                        verbose_name="en registrerad rätt gäller genast",
                    ),
                ),
                (
                    "kontrollera_inom_arbetsdagar",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="en kollega kontrollerar inom (arbetsdagar)"
                    ),
                ),
                (
                    "infort",
                    models.DateField(
                        help_text="Beslut från tiden före hamnar i införandekön och räknas inte som försenade.",
                        verbose_name="portalen infördes",
                    ),
                ),
                (
                    "inforande_manader",
                    models.PositiveSmallIntegerField(default=12, verbose_name="införandekön töms på (månader)"),
                ),
            ],
            options={
                "verbose_name": "nämnd",
                "verbose_name_plural": "nämnder",
                "ordering": ["kommun", "namn"],
                "constraints": [models.UniqueConstraint(fields=("kommunkod", "namn"), name="namnd_unik")],
            },
        ),
        migrations.CreateModel(
            name="Enhet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enheter",
                        to="plans.namnd",
                        verbose_name="nämnd",
                    ),
                ),
                ("namn", models.CharField(max_length=200, verbose_name="namn")),
            ],
            options={
                "verbose_name": "enhet",
                "verbose_name_plural": "enheter",
                "ordering": ["namn"],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "namnd"), name="enhet_id_namnd"),
                    models.UniqueConstraint(fields=("namnd", "namn"), name="enhet_unik"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inloggningstjanst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "namnd",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tjanster",
                        to="plans.namnd",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "kod",
                    models.SlugField(
                        max_length=40,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]+$", "Skriv koden med små bokstäver a–z, siffror och bindestreck."
                            )
                        ],
                        verbose_name="kod i adressen",
                    ),
                ),
                (
                    "namn",
                    models.CharField(help_text="Till exempel BankID.", max_length=60, verbose_name="namn på knappen"),
                ),
                (
                    "for_vem",
                    models.CharField(
                        choices=[
                            ("enskilda", "personer och företrädare (e-legitimation)"),
                            ("personal", "personal (kommunens egen inloggning)"),
                        ],
                        max_length=10,
                        verbose_name="för vem",
                    ),
                ),
                (
                    "protokoll",
                    models.CharField(
                        choices=[("oidc", "OpenID Connect"), ("saml", "SAML 2.0")],
                        default="oidc",
                        help_text="Vad utfärdaren talar. Fyll sedan i den del nedan som hör till.",
                        max_length=10,
                        verbose_name="protokoll",
                    ),
                ),
                (
                    "adress",
                    models.URLField(
                        blank=True,
                        help_text="Utfärdarens adress, där /.well-known/openid-configuration finns.",
                        max_length=300,
                        verbose_name="adress",
                    ),
                ),
                ("klient_id", models.CharField(blank=True, max_length=200, verbose_name="klientens id")),
                (
                    "klient_hemlighet",
                    plans.models.kryptering.KrypteradText(blank=True, null=True, verbose_name="klientens hemlighet"),
                ),
                (
                    "scope",
                    models.CharField(
                        default="openid",
                        help_text="Vad vi ber om, enligt utfärdaren. Till exempel openid https://id.oidc.se/scope/naturalPersonNumber.",
                        max_length=300,
                        verbose_name="scope",
                    ),
                ),
                (
                    "entitet",
                    models.CharField(
                        blank=True,
                        help_text="Precis som det står i utfärdarens metadata.",
                        max_length=300,
                        verbose_name="utfärdarens entityID",
                    ),
                ),
                (
                    "inloggningsadress",
                    models.URLField(
                        blank=True,
                        help_text="SingleSignOnService med bindningen HTTP-Redirect, i utfärdarens metadata.",
                        max_length=300,
                        verbose_name="inloggningsadress",
                    ),
                ),
                (
                    "certifikat",
                    models.TextField(
                        blank=True,
                        help_text="Det som utfärdaren signerar med, från BEGIN CERTIFICATE till END CERTIFICATE. Lägg det nya efter det gamla när utfärdaren ska byta, och ta bort det gamla efteråt.",
                        verbose_name="utfärdarens certifikat",
                    ),
                ),
                (
                    "claim",
                    models.CharField(
                        default="https://id.oidc.se/claim/personalIdentityNumber",
                        help_text="I SAML attributets Name, till exempel urn:oid:1.2.752.29.4.13.",
                        max_length=200,
                        verbose_name="claim eller attribut som säger vem det är",
                    ),
                ),
                (
                    "niva_claim",
                    models.CharField(
                        default="acr",
                        help_text="Gäller OpenID Connect. I SAML står nivån alltid i AuthnContextClassRef.",
                        max_length=200,
                        verbose_name="claim som säger tillitsnivån",
                    ),
                ),
                (
                    "nivaer",
                    models.TextField(
                        blank=True,
                        help_text="En på varje rad, till exempel http://id.elegnamnden.se/loa/1.0/loa3. Krävs för e-legitimation.",
                        verbose_name="godkända nivåer",
                    ),
                ),
                ("aktiv", models.BooleanField(default=True, verbose_name="kan användas")),
            ],
            options={
                "verbose_name": "inloggningstjänst",
                "verbose_name_plural": "inloggningstjänster",
                "ordering": ["namnd", "for_vem", "namn"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("for_vem__in", ["enskilda", "personal"])), name="tjanst_for_vem"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("for_vem", "enskilda"), _negated=True),
                            models.Q(("nivaer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="tjanst_eleg_har_niva",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("protokoll__in", ["oidc", "saml"])), name="tjanst_protokoll"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("protokoll", "oidc"), _negated=True),
                            models.Q(
                                models.Q(("adress", ""), _negated=True), models.Q(("klient_id", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="tjanst_oidc_har_utfardare",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("protokoll", "saml"), _negated=True),
                            models.Q(
                                models.Q(("entitet", ""), _negated=True),
                                models.Q(("inloggningsadress", ""), _negated=True),
                                models.Q(("certifikat", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="tjanst_saml_har_utfardare",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("namn", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "tjanst",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"for_vem": "personal"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anvandare",
                        to="plans.inloggningstjanst",
                        verbose_name="inloggningstjänst",
                    ),
                ),
                (
                    "anstallnings_id",
                    models.CharField(
                        blank=True,
                        help_text="Det id som kommunens inloggning ger och som aldrig ändras. Aldrig en e-postadress.",
                        max_length=200,
                        verbose_name="anställnings-id",
                    ),
                ),
                (
                    "hemadress",
                    models.CharField(
                        blank=True,
                        help_text="Används bara när loggen granskas: samma adress som personen.",
                        max_length=200,
                        verbose_name="hemadress",
                    ),
                ),
                (
                    "visas_som_roll",
                    models.BooleanField(
                        default=False,
                        help_text="I stället för namn, när personal är hotad (OSL 21:3).",
                        verbose_name="visas som roll och enhet",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "inloggning",
                "verbose_name_plural": "inloggningar",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("anstallnings_id", ""), _negated=True),
                        fields=("tjanst", "anstallnings_id"),
                        name="user_ett_id_per_tjanst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("anstallnings_id", ""), ("tjanst__isnull", False), _connector="OR"),
                        name="user_id_har_tjanst",
                    ),
                ],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Uppdrag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uppdrag",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="inloggning",
                    ),
                ),
                (
                    "enhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uppdrag",
                        to="plans.enhet",
                        verbose_name="enhet",
                    ),
                ),
                (
                    "roll",
                    models.CharField(
                        choices=[
                            ("handlaggare", "handläggare"),
                            ("chef", "chef"),
                            ("granskare", "granskare"),
                            ("registrator", "registrator"),
                        ],
                        max_length=20,
                        verbose_name="roll",
                    ),
                ),
                ("fran", models.DateField(verbose_name="från")),
                ("till", models.DateField(blank=True, null=True, verbose_name="till och med")),
            ],
            options={
                "verbose_name": "uppdrag",
                "verbose_name_plural": "uppdrag",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("till", None), ("till__gte", models.F("fran")), _connector="OR"),
                        name="uppdrag_fran_fore_till",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("roll__in", ["handlaggare", "chef", "granskare", "registrator"])),
                        name="uppdrag_roll",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inbjudan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inbjudningar",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "slag",
                    models.CharField(
                        choices=[("mote", "QR-kod på ett möte"), ("brev", "kod i ett brev")], max_length=10
                    ),
                ),
                ("kod_hash", models.CharField(max_length=64, unique=True)),
                (
                    "skapad_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("skapad_at", models.DateTimeField()),
                ("giltig_till", models.DateTimeField()),
                ("anvand_at", models.DateTimeField(blank=True, null=True)),
                ("aterkallad_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "inbjudan",
                "verbose_name_plural": "inbjudningar",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("slag__in", ["mote", "brev"])), name="inbjudan_slag"),
                    models.CheckConstraint(
                        condition=models.Q(("giltig_till__gt", models.F("skapad_at"))), name="inbjudan_har_tid"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kladd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="kladdar", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("plats", models.CharField(max_length=300)),
                ("base_rev", models.PositiveIntegerField(blank=True, null=True)),
                ("data", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "kladd",
                "verbose_name_plural": "kladdar",
                "constraints": [models.UniqueConstraint(fields=("user", "plats"), name="kladd_en_per_plats")],
            },
        ),
    ]
