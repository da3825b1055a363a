"""The doors, the log and who may: tables for log-in, assessments, seals and reviews; personnummer encrypted at rest."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import plans.models.handelse
import plans.models.kryptering
from plans.models import kryptering
from django.conf import settings
from django.db import migrations, models


def kryptera(apps, schema_editor):
    """Each number that stood in clear, encrypted and indexed."""
    person = apps.get_model("plans", "Person")
    for row in person.objects.iterator(chunk_size=1000):
        row.personnummer = row.personnummer_klartext
        row.save(update_fields=["personnummer", "personnummer_index"])


def dekryptera(apps, schema_editor):
    """Back to clear text."""
    person = apps.get_model("plans", "Person")
    for row in person.objects.iterator(chunk_size=1000):
        row.personnummer_klartext = row.personnummer
        row.save(update_fields=["personnummer_klartext"])


def person_falt(add, name, field):
    """Add or alter a field of Person."""
    return add(model_name="person", name=name, field=field)


PERSONNUMMER_KRYPTERAS = [
    migrations.RenameField(model_name="person", old_name="personnummer", new_name="personnummer_klartext"),
    person_falt(
        migrations.AlterField, "personnummer_klartext", models.CharField("personnummer", max_length=12, default="")
    ),
    person_falt(migrations.AddField, "personnummer", kryptering.KrypteradText("personnummer", null=True)),
    person_falt(migrations.AddField, "personnummer_index", kryptering.BlintIndex("personnummer", null=True)),
    migrations.RunPython(kryptera, dekryptera),
    person_falt(migrations.AlterField, "personnummer", kryptering.KrypteradText("personnummer")),
    person_falt(migrations.AlterField, "personnummer_index", kryptering.BlintIndex("personnummer")),
    migrations.RemoveField(model_name="person", name="personnummer_klartext"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("plans", "0002_vakter"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bedomning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("gjord", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "bedömning",
                "verbose_name_plural": "bedömningar",
            },
        ),
        migrations.CreateModel(
            name="ForetradarskapEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
                ("verifierad_at", models.DateTimeField()),
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
                ("stangd_at", models.DateTimeField(blank=True, null=True)),
                ("stangd_skal", models.CharField(blank=True, max_length=300, verbose_name="skäl")),
                ("rev", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GranskadRad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person_id_sedd", models.BigIntegerField(blank=True, null=True)),
                ("antal", models.PositiveIntegerField(default=1)),
                ("regler", models.JSONField(default=list)),
                (
                    "bedomning",
                    models.CharField(
                        blank=True, choices=[("behorig", "behörig åtkomst"), ("utreds", "ska utredas")], max_length=10
                    ),
                ),
                ("anteckning", models.CharField(blank=True, max_length=300, verbose_name="anteckning")),
                ("bedomd_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "granskad rad",
                "verbose_name_plural": "granskade rader",
            },
        ),
        migrations.CreateModel(
            name="Inbjudan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slag",
                    models.CharField(
                        choices=[("mote", "QR-kod på ett möte"), ("brev", "kod i ett brev")], max_length=10
                    ),
                ),
                ("kod_hash", models.CharField(max_length=64, unique=True)),
                ("skapad_at", models.DateTimeField()),
                ("giltig_till", models.DateTimeField()),
                ("anvand_at", models.DateTimeField(blank=True, null=True)),
                ("aterkallad_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "inbjudan",
                "verbose_name_plural": "inbjudningar",
            },
        ),
        migrations.CreateModel(
            name="Inloggningstjanst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "adress",
                    models.URLField(
                        help_text="Utfärdarens adress, där /.well-known/openid-configuration finns.",
                        max_length=300,
                        verbose_name="adress",
                    ),
                ),
                ("klient_id", models.CharField(max_length=200, verbose_name="klientens id")),
                (
                    "klient_hemlighet",
                    plans.models.kryptering.KrypteradText(blank=True, null=True, verbose_name="klientens hemlighet"),
                ),
                (
                    "claim",
                    models.CharField(
                        default="https://id.oidc.se/claim/personalIdentityNumber",
                        max_length=200,
                        verbose_name="claim som säger vem det är",
                    ),
                ),
                (
                    "niva_claim",
                    models.CharField(default="acr", max_length=200, verbose_name="claim som säger tillitsnivån"),
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
            },
        ),
        migrations.CreateModel(
            name="InsatsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
            name="Kladd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plats", models.CharField(max_length=300)),
                ("base_rev", models.PositiveIntegerField(blank=True, null=True)),
                ("data", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "kladd",
                "verbose_name_plural": "kladdar",
            },
        ),
        migrations.CreateModel(
            name="Logggranskning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("manad", models.DateField(verbose_name="månad")),
                ("rader", models.PositiveIntegerField(verbose_name="rader i loggen")),
                ("dragen_at", models.DateTimeField()),
                ("signerad_at", models.DateTimeField(blank=True, null=True)),
                ("slutsats", models.TextField(blank=True, verbose_name="slutsats")),
            ],
            options={
                "verbose_name": "logggranskning",
                "verbose_name_plural": "logggranskningar",
                "ordering": ["-manad"],
            },
        ),
        migrations.CreateModel(
            name="Nodatkomst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("skal", models.CharField(max_length=300, verbose_name="skäl")),
                ("fran", models.DateField()),
                ("till", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("granskad_at", models.DateTimeField(blank=True, null=True)),
                ("granskad_anteckning", models.CharField(blank=True, max_length=300, verbose_name="anteckning")),
            ],
            options={
                "verbose_name": "nödåtkomst",
                "verbose_name_plural": "nödåtkomster",
            },
        ),
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
            name="TilldelningEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
            name="Undanhallen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lagrum", models.CharField(max_length=100, verbose_name="lagrum")),
                ("skal", models.CharField(max_length=300, verbose_name="skäl")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "undanhållen loggrad",
                "verbose_name_plural": "undanhållna loggrader",
            },
        ),
        migrations.RemoveConstraint(
            model_name="person",
            name="person_unik_i_namnd",
        ),
        migrations.RemoveConstraint(
            model_name="person",
            name="person_tolv_siffror",
        ),
        migrations.AddField(
            model_name="begaran",
            name="installning",
            field=models.CharField(
                blank=True,
                choices=[("ja", "ja"), ("nej", "nej"), ("kan_inte", "kan inte inhämtas")],
                max_length=10,
                verbose_name="personens egen inställning",
            ),
        ),
        migrations.AddField(
            model_name="begaran",
            name="installning_grund",
            field=models.CharField(blank=True, max_length=300, verbose_name="hur det är känt"),
        ),
        migrations.AddField(
            model_name="foretradare",
            name="personnummer",
            field=plans.models.kryptering.KrypteradText(blank=True, null=True, verbose_name="personnummer"),
        ),
        migrations.AddField(
            model_name="foretradare",
            name="personnummer_index",
            field=plans.models.kryptering.BlintIndex("personnummer", null=True),
        ),
        migrations.AddField(
            model_name="foretradarskap",
            name="aterkallad",
            field=models.DateField(blank=True, null=True, verbose_name="återkallad"),
        ),
        migrations.AddField(
            model_name="foretradarskap",
            name="far_se_logg",
            field=models.BooleanField(default=False, verbose_name="får se vem som har tittat"),
        ),
        migrations.AddField(
            model_name="foretradarskap",
            name="installning_grund",
            field=models.CharField(blank=True, max_length=300, verbose_name="hur det är känt"),
        ),
        migrations.AddField(
            model_name="namnd",
            name="galler_fore_kontroll",
            field=models.BooleanField(
                default=True,
                help_text="Annars gäller den först när en kollega har kontrollerat den. En stängning gäller alltid genast.",
                verbose_name="en registrerad rätt gäller genast",
            ),
        ),
        migrations.AddField(
            model_name="namnd",
            name="kontrollera_inom_arbetsdagar",
            field=models.PositiveSmallIntegerField(
                default=5, verbose_name="en kollega kontrollerar inom (arbetsdagar)"
            ),
        ),
        *PERSONNUMMER_KRYPTERAS,
        migrations.AddField(
            model_name="user",
            name="anstallnings_id",
            field=models.CharField(
                blank=True,
                help_text="Det id som kommunens inloggning ger och som aldrig ändras. Aldrig en e-postadress.",
                max_length=200,
                verbose_name="anställnings-id",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="hemadress",
            field=models.CharField(
                blank=True,
                help_text="Används bara när loggen granskas: samma adress som personen.",
                max_length=200,
                verbose_name="hemadress",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="visas_som_roll",
            field=models.BooleanField(
                default=False,
                help_text="I stället för namn, när personal är hotad (OSL 21:3).",
                verbose_name="visas som roll och enhet",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foretradarskap",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (NEW."aterkallad", NEW."bevaka_ratt", NEW."far_se_logg", NEW."foretradare_id", NEW."forvalta_egendom", NEW."fran", NEW."id", NEW."installning", NEW."installning_grund", NEW."jav", NEW."kontrollerad_at", NEW."kontrollerad_av_id", NEW."kontrolleras_igen", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rev", NEW."sorja_for_person", NEW."stangd_at", NEW."stangd_av_id", NEW."stangd_skal", NEW."till", NEW."typ", NEW."underlag", NEW."verifierad_at", NEW."verifierad_av_id"); RETURN NULL;',
                    hash="1d35dc9edb0b1bc376e1f315554b933850511b0a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a7e31",
                    table="plans_foretradarskap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foretradarskap",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (NEW."aterkallad", NEW."bevaka_ratt", NEW."far_se_logg", NEW."foretradare_id", NEW."forvalta_egendom", NEW."fran", NEW."id", NEW."installning", NEW."installning_grund", NEW."jav", NEW."kontrollerad_at", NEW."kontrollerad_av_id", NEW."kontrolleras_igen", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rev", NEW."sorja_for_person", NEW."stangd_at", NEW."stangd_av_id", NEW."stangd_skal", NEW."till", NEW."typ", NEW."underlag", NEW."verifierad_at", NEW."verifierad_av_id"); RETURN NULL;',
                    hash="7f442750644b02927cbe9cb512681f9c6807d156",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ca32",
                    table="plans_foretradarskap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="foretradarskap",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (OLD."aterkallad", OLD."bevaka_ratt", OLD."far_se_logg", OLD."foretradare_id", OLD."forvalta_egendom", OLD."fran", OLD."id", OLD."installning", OLD."installning_grund", OLD."jav", OLD."kontrollerad_at", OLD."kontrollerad_av_id", OLD."kontrolleras_igen", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rev", OLD."sorja_for_person", OLD."stangd_at", OLD."stangd_av_id", OLD."stangd_skal", OLD."till", OLD."typ", OLD."underlag", OLD."verifierad_at", OLD."verifierad_av_id"); RETURN NULL;',
                    hash="3984f745534854d78a4e5a2e877bf9396399aae0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74ede",
                    table="plans_foretradarskap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="insats",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (NEW."avslutad", NEW."beslutad", NEW."beslutsnummer", NEW."created_at", NEW."delegat", NEW."id", NEW."lagrum", NEW."omfattning", NEW."overklagandehanvisning", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rev", NEW."till", NEW."till_skal", NEW."utfall", NEW."utforare", NEW."varning_skal", NEW."verkstalld"); RETURN NULL;',
                    hash="b65034caee1aad2d92ada2e2ab219f6b31b1255a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c70bc",
                    table="plans_insats",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="insats",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (NEW."avslutad", NEW."beslutad", NEW."beslutsnummer", NEW."created_at", NEW."delegat", NEW."id", NEW."lagrum", NEW."omfattning", NEW."overklagandehanvisning", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rev", NEW."till", NEW."till_skal", NEW."utfall", NEW."utforare", NEW."varning_skal", NEW."verkstalld"); RETURN NULL;',
                    hash="ae879a26bb17276b6e808cefcbd0e51b4f83d727",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5fc09",
                    table="plans_insats",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="insats",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (OLD."avslutad", OLD."beslutad", OLD."beslutsnummer", OLD."created_at", OLD."delegat", OLD."id", OLD."lagrum", OLD."omfattning", OLD."overklagandehanvisning", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rev", OLD."till", OLD."till_skal", OLD."utfall", OLD."utforare", OLD."varning_skal", OLD."verkstalld"); RETURN NULL;',
                    hash="bf753851b2a16f08846566622ce75775a909f525",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74bb1",
                    table="plans_insats",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (NEW."adress", NEW."arendenummer", NEW."avliden", NEW."created_at", NEW."efternamn", NEW."epost", NEW."fodd", NEW."fornamn", NEW."id", NEW."kanal", NEW."kommunikation", NEW."konto_id", NEW."motesonskemal", NEW."namnd_id", NEW."personkrets", NEW."personnummer_index", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rev", NEW."skyddad", NEW."sorteringsnyckel", NEW."sprak", NEW."telefon", NEW."tilltalsnamn"); RETURN NULL;',
                    hash="71294a87d5edbafe260a599a57292928e12a8986",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52714",
                    table="plans_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."adress" IS DISTINCT FROM (NEW."adress") OR OLD."arendenummer" IS DISTINCT FROM (NEW."arendenummer") OR OLD."avliden" IS DISTINCT FROM (NEW."avliden") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."efternamn" IS DISTINCT FROM (NEW."efternamn") OR OLD."epost" IS DISTINCT FROM (NEW."epost") OR OLD."fodd" IS DISTINCT FROM (NEW."fodd") OR OLD."fornamn" IS DISTINCT FROM (NEW."fornamn") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kanal" IS DISTINCT FROM (NEW."kanal") OR OLD."kommunikation" IS DISTINCT FROM (NEW."kommunikation") OR OLD."konto_id" IS DISTINCT FROM (NEW."konto_id") OR OLD."motesonskemal" IS DISTINCT FROM (NEW."motesonskemal") OR OLD."namnd_id" IS DISTINCT FROM (NEW."namnd_id") OR OLD."personkrets" IS DISTINCT FROM (NEW."personkrets") OR OLD."personnummer_index" IS DISTINCT FROM (NEW."personnummer_index") OR OLD."rev" IS DISTINCT FROM (NEW."rev") OR OLD."skyddad" IS DISTINCT FROM (NEW."skyddad") OR OLD."sorteringsnyckel" IS DISTINCT FROM (NEW."sorteringsnyckel") OR OLD."sprak" IS DISTINCT FROM (NEW."sprak") OR OLD."telefon" IS DISTINCT FROM (NEW."telefon") OR OLD."tilltalsnamn" IS DISTINCT FROM (NEW."tilltalsnamn"))',
                    func='INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (NEW."adress", NEW."arendenummer", NEW."avliden", NEW."created_at", NEW."efternamn", NEW."epost", NEW."fodd", NEW."fornamn", NEW."id", NEW."kanal", NEW."kommunikation", NEW."konto_id", NEW."motesonskemal", NEW."namnd_id", NEW."personkrets", NEW."personnummer_index", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rev", NEW."skyddad", NEW."sorteringsnyckel", NEW."sprak", NEW."telefon", NEW."tilltalsnamn"); RETURN NULL;',
                    hash="148205aea3eb2b17fd7fc79be9ca1a4a831e6923",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_197bc",
                    table="plans_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (OLD."adress", OLD."arendenummer", OLD."avliden", OLD."created_at", OLD."efternamn", OLD."epost", OLD."fodd", OLD."fornamn", OLD."id", OLD."kanal", OLD."kommunikation", OLD."konto_id", OLD."motesonskemal", OLD."namnd_id", OLD."personkrets", OLD."personnummer_index", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rev", OLD."skyddad", OLD."sorteringsnyckel", OLD."sprak", OLD."telefon", OLD."tilltalsnamn"); RETURN NULL;',
                    hash="8e831325ed674842866fa164a93bb2bdf619ba60",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc8a7",
                    table="plans_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tilldelning",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_tilldelningevent" ("fran", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (NEW."fran", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roll", NEW."till", NEW."user_id"); RETURN NULL;',
                    hash="62da16d5d95d2c9b54ed82fa8107d487a3d66fa6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_48f3c",
                    table="plans_tilldelning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tilldelning",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_tilldelningevent" ("fran", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (NEW."fran", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roll", NEW."till", NEW."user_id"); RETURN NULL;',
                    hash="b459b952ff8bad284945e9064d9e92d0c1d489e2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94317",
                    table="plans_tilldelning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tilldelning",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_tilldelningevent" ("fran", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (OLD."fran", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."roll", OLD."till", OLD."user_id"); RETURN NULL;',
                    hash="da2909d4f217351d7db6ea4e7863c5ac64211c3d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9b53d",
                    table="plans_tilldelning",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="foretradare",
            constraint=models.UniqueConstraint(fields=("namnd", "personnummer_index"), name="foretradare_unik_i_namnd"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("namnd", "personnummer_index"), name="person_unik_i_namnd"),
        ),
        migrations.AddField(
            model_name="bedomning",
            name="gjord_av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="bedomning",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bedomningar", to="plans.person"
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="foretradare",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.foretradare",
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="kontrollerad_av",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.person",
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.foretradarskap",
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="stangd_av",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="foretradarskapevent",
            name="verifierad_av",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="granskadrad",
            name="bedomd_av",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="granskadrad",
            name="handelse",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.handelse"),
        ),
        migrations.AddField(
            model_name="granskadrad",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="inbjudan",
            name="konto",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="inbjudningar", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="inbjudan",
            name="skapad_av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="inloggningstjanst",
            name="namnd",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tjanster",
                to="plans.namnd",
                verbose_name="nämnd",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="tjanst",
            field=models.ForeignKey(
                blank=True,
                limit_choices_to={"for_vem": "personal"},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="anvandare",
                to="plans.inloggningstjanst",
                verbose_name="inloggningstjänst",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                condition=models.Q(("anstallnings_id", ""), _negated=True),
                fields=("tjanst", "anstallnings_id"),
                name="user_ett_id_per_tjanst",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("anstallnings_id", ""), ("tjanst__isnull", False), _connector="OR"),
                name="user_id_har_tjanst",
            ),
        ),
        migrations.AddField(
            model_name="insatsevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.person",
            ),
        ),
        migrations.AddField(
            model_name="insatsevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="insatsevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.insats",
            ),
        ),
        migrations.AddField(
            model_name="kladd",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="kladdar", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="logggranskning",
            name="dragen_av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="logggranskning",
            name="namnd",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="logggranskningar", to="plans.namnd"
            ),
        ),
        migrations.AddField(
            model_name="logggranskning",
            name="signerad_av",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="granskadrad",
            name="granskning",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="fynd", to="plans.logggranskning"
            ),
        ),
        migrations.AddField(
            model_name="nodatkomst",
            name="granskad_av",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="nodatkomst",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="nodatkomster", to="plans.person"
            ),
        ),
        migrations.AddField(
            model_name="nodatkomst",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="nodatkomster", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="konto",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="namnd",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.namnd",
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.person",
            ),
        ),
        migrations.AddField(
            model_name="tilldelningevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.person",
            ),
        ),
        migrations.AddField(
            model_name="tilldelningevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="tilldelningevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.tilldelning",
            ),
        ),
        migrations.AddField(
            model_name="tilldelningevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="undanhallen",
            name="av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="undanhallen",
            name="handelse",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="undanhallen", to="plans.handelse"
            ),
        ),
        migrations.AddConstraint(
            model_name="bedomning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("egen_ratt", None), ("slag", "foretrada"), ("vardnadshavare_ser", None)),
                    models.Q(("egen_ratt__isnull", False), ("slag", "formaga"), ("vardnadshavare_ser__isnull", False)),
                    _connector="OR",
                ),
                name="bedomning_svarar_pa_sin_fraga",
            ),
        ),
        migrations.AddConstraint(
            model_name="bedomning",
            constraint=models.CheckConstraint(
                condition=models.Q(("slutsats", ""), _negated=True), name="bedomning_har_slutsats"
            ),
        ),
        migrations.AddConstraint(
            model_name="inbjudan",
            constraint=models.CheckConstraint(condition=models.Q(("slag__in", ["mote", "brev"])), name="inbjudan_slag"),
        ),
        migrations.AddConstraint(
            model_name="inbjudan",
            constraint=models.CheckConstraint(
                condition=models.Q(("giltig_till__gt", models.F("skapad_at"))), name="inbjudan_har_tid"
            ),
        ),
        migrations.AddConstraint(
            model_name="inloggningstjanst",
            constraint=models.CheckConstraint(
                condition=models.Q(("for_vem__in", ["enskilda", "personal"])), name="tjanst_for_vem"
            ),
        ),
        migrations.AddConstraint(
            model_name="inloggningstjanst",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("for_vem", "enskilda"), _negated=True),
                    models.Q(("nivaer", ""), _negated=True),
                    _connector="OR",
                ),
                name="tjanst_eleg_har_niva",
            ),
        ),
        migrations.AddConstraint(
            model_name="kladd",
            constraint=models.UniqueConstraint(fields=("user", "plats"), name="kladd_en_per_plats"),
        ),
        migrations.AddConstraint(
            model_name="logggranskning",
            constraint=models.UniqueConstraint(fields=("namnd", "manad"), name="logggranskning_en_per_manad"),
        ),
        migrations.AddConstraint(
            model_name="logggranskning",
            constraint=models.CheckConstraint(
                condition=models.Q(("manad__day", 1)), name="logggranskning_manadens_forsta"
            ),
        ),
        migrations.AddConstraint(
            model_name="logggranskning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signerad_at", None), ("signerad_av", None)),
                    models.Q(
                        ("signerad_at__isnull", False),
                        ("signerad_av__isnull", False),
                        models.Q(("slutsats", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="logggranskning_signerad_vem_nar_vad",
            ),
        ),
        migrations.AddConstraint(
            model_name="granskadrad",
            constraint=models.UniqueConstraint(
                fields=("granskning", "user", "person_id_sedd"),
                name="granskad_rad_en_per_user_och_person",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="granskadrad",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="nodatkomst",
            constraint=models.CheckConstraint(
                condition=models.Q(("till__gte", models.F("fran"))), name="nodatkomst_fran_fore_till"
            ),
        ),
        migrations.AddConstraint(
            model_name="nodatkomst",
            constraint=models.CheckConstraint(
                condition=models.Q(("skal", ""), _negated=True), name="nodatkomst_har_skal"
            ),
        ),
        migrations.AddConstraint(
            model_name="nodatkomst",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="undanhallen",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("lagrum", ""), _negated=True), models.Q(("skal", ""), _negated=True)),
                name="undanhallen_har_grund",
            ),
        ),
    ]
