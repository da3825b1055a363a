"""Triggers made from the models: guards that bind every writer, and triggers that record every change."""

import pgtrigger.compiler
from django.db import migrations

import plans.models.guards


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_logg")]
    operations = [
        plans.models.guards.AddGuard(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "enhet_id", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (OLD."adress", OLD."arendenummer", OLD."avliden", OLD."created_at", OLD."efternamn", OLD."enhet_id", OLD."epost", OLD."fodd", OLD."fornamn", OLD."id", OLD."kanal", OLD."kommunikation", OLD."konto_id", OLD."motesonskemal", OLD."namnd_id", OLD."personkrets", OLD."personnummer_index", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rev", OLD."skyddad", OLD."sorteringsnyckel", OLD."sprak", OLD."telefon", OLD."tilltalsnamn"); RETURN NULL;',
                    hash="9a90d58a5bf0dc4ceec57857cbcc9f9c2262f423",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc8a7",
                    table="plans_person",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "enhet_id", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (NEW."adress", NEW."arendenummer", NEW."avliden", NEW."created_at", NEW."efternamn", NEW."enhet_id", NEW."epost", NEW."fodd", NEW."fornamn", NEW."id", NEW."kanal", NEW."kommunikation", NEW."konto_id", NEW."motesonskemal", NEW."namnd_id", NEW."personkrets", NEW."personnummer_index", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rev", NEW."skyddad", NEW."sorteringsnyckel", NEW."sprak", NEW."telefon", NEW."tilltalsnamn"); RETURN NULL;',
                    hash="27eaa687b78abe21f19ee4e7dfe0ecbc79f3a5f4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52714",
                    table="plans_person",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=plans.models.guards.GuardSql(
                    condition='WHEN (OLD."adress" IS DISTINCT FROM (NEW."adress") OR OLD."arendenummer" IS DISTINCT FROM (NEW."arendenummer") OR OLD."avliden" IS DISTINCT FROM (NEW."avliden") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."efternamn" IS DISTINCT FROM (NEW."efternamn") OR OLD."enhet_id" IS DISTINCT FROM (NEW."enhet_id") OR OLD."epost" IS DISTINCT FROM (NEW."epost") OR OLD."fodd" IS DISTINCT FROM (NEW."fodd") OR OLD."fornamn" IS DISTINCT FROM (NEW."fornamn") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kanal" IS DISTINCT FROM (NEW."kanal") OR OLD."kommunikation" IS DISTINCT FROM (NEW."kommunikation") OR OLD."konto_id" IS DISTINCT FROM (NEW."konto_id") OR OLD."motesonskemal" IS DISTINCT FROM (NEW."motesonskemal") OR OLD."namnd_id" IS DISTINCT FROM (NEW."namnd_id") OR OLD."personkrets" IS DISTINCT FROM (NEW."personkrets") OR OLD."personnummer_index" IS DISTINCT FROM (NEW."personnummer_index") OR OLD."rev" IS DISTINCT FROM (NEW."rev") OR OLD."skyddad" IS DISTINCT FROM (NEW."skyddad") OR OLD."sorteringsnyckel" IS DISTINCT FROM (NEW."sorteringsnyckel") OR OLD."sprak" IS DISTINCT FROM (NEW."sprak") OR OLD."telefon" IS DISTINCT FROM (NEW."telefon") OR OLD."tilltalsnamn" IS DISTINCT FROM (NEW."tilltalsnamn"))',
                    func='INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "enhet_id", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (NEW."adress", NEW."arendenummer", NEW."avliden", NEW."created_at", NEW."efternamn", NEW."enhet_id", NEW."epost", NEW."fodd", NEW."fornamn", NEW."id", NEW."kanal", NEW."kommunikation", NEW."konto_id", NEW."motesonskemal", NEW."namnd_id", NEW."personkrets", NEW."personnummer_index", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rev", NEW."skyddad", NEW."sorteringsnyckel", NEW."sprak", NEW."telefon", NEW."tilltalsnamn"); RETURN NULL;',
                    hash="4c603e6a1b60d653161c1ccecb28ab19dfaba8cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_197bc",
                    table="plans_person",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="208842151216e7db8a18c0f71eb41f5c1469ad2b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_2676e",
                    table="plans_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="a0e4be7b207b11e63b28d3adf36ab6374e45070e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_a9252",
                    table="plans_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="tilldelning",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_tilldelningevent" ("fran", "id", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (OLD."fran", OLD."id", OLD."namnd_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."roll", OLD."till", OLD."user_id"); RETURN NULL;',
                    hash="90f692d9b2d6ecba06b726bb334fb7d85c9089eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9b53d",
                    table="plans_tilldelning",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="tilldelning",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_tilldelningevent" ("fran", "id", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (NEW."fran", NEW."id", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roll", NEW."till", NEW."user_id"); RETURN NULL;',
                    hash="08f037c70105b93e06cd5694e3148c8a83a94d15",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_48f3c",
                    table="plans_tilldelning",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="tilldelning",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=plans.models.guards.GuardSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_tilldelningevent" ("fran", "id", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (NEW."fran", NEW."id", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roll", NEW."till", NEW."user_id"); RETURN NULL;',
                    hash="c1a6857bc85361244fb4adfb6dc1242a15e17405",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94317",
                    table="plans_tilldelning",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="tilldelningevent",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="804936c982184b04c28a7cc36622256bb11c8a69",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_69a09",
                    table="plans_tilldelningevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="tilldelningevent",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="708d34306bdad6790b152e4cba84fe2c11460f6d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_11adc",
                    table="plans_tilldelningevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="foretradarskap",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (OLD."aterkallad", OLD."bevaka_ratt", OLD."far_se_logg", OLD."foretradare_id", OLD."forvalta_egendom", OLD."fran", OLD."id", OLD."installning", OLD."installning_grund", OLD."jav", OLD."kontrollerad_at", OLD."kontrollerad_av_id", OLD."kontrolleras_igen", OLD."namnd_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rev", OLD."sorja_for_person", OLD."stangd_at", OLD."stangd_av_id", OLD."stangd_skal", OLD."till", OLD."typ", OLD."underlag", OLD."verifierad_at", OLD."verifierad_av_id"); RETURN NULL;',
                    hash="b334660f1b743855ca4f950da0f1242ea260e6c1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74ede",
                    table="plans_foretradarskap",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="foretradarskap",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (NEW."aterkallad", NEW."bevaka_ratt", NEW."far_se_logg", NEW."foretradare_id", NEW."forvalta_egendom", NEW."fran", NEW."id", NEW."installning", NEW."installning_grund", NEW."jav", NEW."kontrollerad_at", NEW."kontrollerad_av_id", NEW."kontrolleras_igen", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rev", NEW."sorja_for_person", NEW."stangd_at", NEW."stangd_av_id", NEW."stangd_skal", NEW."till", NEW."typ", NEW."underlag", NEW."verifierad_at", NEW."verifierad_av_id"); RETURN NULL;',
                    hash="f06dd0e1df5261db91def0f043c68ab99f4ec32e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a7e31",
                    table="plans_foretradarskap",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="foretradarskap",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=plans.models.guards.GuardSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (NEW."aterkallad", NEW."bevaka_ratt", NEW."far_se_logg", NEW."foretradare_id", NEW."forvalta_egendom", NEW."fran", NEW."id", NEW."installning", NEW."installning_grund", NEW."jav", NEW."kontrollerad_at", NEW."kontrollerad_av_id", NEW."kontrolleras_igen", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rev", NEW."sorja_for_person", NEW."stangd_at", NEW."stangd_av_id", NEW."stangd_skal", NEW."till", NEW."typ", NEW."underlag", NEW."verifierad_at", NEW."verifierad_av_id"); RETURN NULL;',
                    hash="b6e0b9799c260624903b23f799e5fb8c0d10a7de",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ca32",
                    table="plans_foretradarskap",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="foretradarskapevent",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="74f0cc4fd9a766d95ee9c86f5e82cd922d1703b7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_046b7",
                    table="plans_foretradarskapevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="foretradarskapevent",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="01f8c2d4ba1ccd41c3d6e7bc8ed44580cf3ede97",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_2cc49",
                    table="plans_foretradarskapevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="bedomning",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="859fb262efc4ad5d30cf9f71724265329d97dd25",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_8636c",
                    table="plans_bedomning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="bedomning",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="535e233c10d0184405557d0483fe96ffac80d7fa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_da487",
                    table="plans_bedomning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="insats",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "namnd_id", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (OLD."avslutad", OLD."beslutad", OLD."beslutsnummer", OLD."created_at", OLD."delegat", OLD."id", OLD."lagrum", OLD."namnd_id", OLD."omfattning", OLD."overklagandehanvisning", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rev", OLD."till", OLD."till_skal", OLD."utfall", OLD."utforare", OLD."varning_skal", OLD."verkstalld"); RETURN NULL;',
                    hash="e57b29caecb3843971a99536fdaa8e7097ddd135",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74bb1",
                    table="plans_insats",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="insats",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=plans.models.guards.GuardSql(
                    func='INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "namnd_id", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (NEW."avslutad", NEW."beslutad", NEW."beslutsnummer", NEW."created_at", NEW."delegat", NEW."id", NEW."lagrum", NEW."namnd_id", NEW."omfattning", NEW."overklagandehanvisning", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rev", NEW."till", NEW."till_skal", NEW."utfall", NEW."utforare", NEW."varning_skal", NEW."verkstalld"); RETURN NULL;',
                    hash="12ad1ecc0a97f5d3904b8a38b0dbb613156ccf48",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c70bc",
                    table="plans_insats",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="insats",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=plans.models.guards.GuardSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "namnd_id", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (NEW."avslutad", NEW."beslutad", NEW."beslutsnummer", NEW."created_at", NEW."delegat", NEW."id", NEW."lagrum", NEW."namnd_id", NEW."omfattning", NEW."overklagandehanvisning", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rev", NEW."till", NEW."till_skal", NEW."utfall", NEW."utforare", NEW."varning_skal", NEW."verkstalld"); RETURN NULL;',
                    hash="f0a64b5f9984268ca0b745cc1b2c984ffb0e5ad9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5fc09",
                    table="plans_insats",
                    when="AFTER",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="insatsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="717e8145a9dcf3dae40a9ee83962ba51a490f466",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_4ce9f",
                    table="plans_insatsevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="insatsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="6fd8917cabe1b88a75f3180c3aac1b5e7fc94606",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_9f66d",
                    table="plans_insatsevent",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="egetord",
            trigger=pgtrigger.compiler.Trigger(
                name="samma_forfattare",
                sql=plans.models.guards.GuardSql(
                    func="\n                IF (OLD.person_id, OLD.forfattare_id, OLD.slag, OLD.fraga)\n                   IS DISTINCT FROM (NEW.person_id, NEW.forfattare_id, NEW.slag, NEW.fraga) THEN\n                    RAISE EXCEPTION 'own words keep their author and place' USING ERRCODE = 'restrict_violation';\n                END IF;\n                RETURN NEW;\n            ",
                    hash="ad98835a24f5abc8be410e056501091bc7cf33d1",
                    operation="UPDATE",
                    pgid="pgtrigger_samma_forfattare_d1511",
                    table="plans_egetord",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="45044082e78aba24db9c03d34d36a96b12d40a35",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_5fb1b",
                    table="plans_planversion",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="klar_version",
                sql=plans.models.guards.GuardSql(
                    func="\n                IF OLD.status = 'faststalld' THEN RAISE EXCEPTION 'a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;\n                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n            ",
                    hash="7741459e47133ae8f5e25bbeac7e52deeca8809d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_klar_version_aeb54",
                    table="plans_planversion",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="delning",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="87b5ea454a897f3d4906b869fbaaff849e45f6f8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_3f861",
                    table="plans_delning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="delning",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="a341bd559ac4e8a3f8a5a4ce35df6ae7e08c0bce",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_4ed8b",
                    table="plans_delning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="plansvar",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="ce8103beece4b0e345b1a1b9453716cb6a13bcf7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_d63e6",
                    table="plans_plansvar",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="plansvar",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="3a3957b81479cf3bf1507257189a5f51760974bd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_7d567",
                    table="plans_plansvar",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="uppfoljning",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="190f62854306ad21a6fac9743e7c22d9124ab6b0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_5dced",
                    table="plans_uppfoljning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="uppfoljning",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="db8085b56140099decd9f9a0124b94126753e3d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_37285",
                    table="plans_uppfoljning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="malsattning",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="39049dae7696c29897cf60df658a381239a2773d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_9dfcb",
                    table="plans_malsattning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="malsattning",
            trigger=pgtrigger.compiler.Trigger(
                name="del_av_klar_version",
                sql=plans.models.guards.DefinerSql(
                    declare="DECLARE parents bigint[];",
                    func="\n                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]\n                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;\n                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';\n                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;\n                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n            ",
                    hash="933528bffb16e650eaff0ae9d7482b39df289853",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_del_av_klar_version_2a751",
                    table="plans_malsattning",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="planrad",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="6efbe6c25020621a70e3388ad8cde7a5c5cc1a30",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_1fe9d",
                    table="plans_planrad",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="planrad",
            trigger=pgtrigger.compiler.Trigger(
                name="del_av_klar_version",
                sql=plans.models.guards.DefinerSql(
                    declare="DECLARE parents bigint[];",
                    func="\n                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]\n                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;\n                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';\n                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;\n                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n            ",
                    hash="23153275d3d04d88ff47fafb58d41d3b9b934152",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_del_av_klar_version_5c12d",
                    table="plans_planrad",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="atgard",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="8d06ecd19913e0b4d3cdbeea2eff9249dd03c6c8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_a504a",
                    table="plans_atgard",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="atgard",
            trigger=pgtrigger.compiler.Trigger(
                name="del_av_klar_version",
                sql=plans.models.guards.DefinerSql(
                    declare="DECLARE parents bigint[];",
                    func="\n                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]\n                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;\n                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';\n                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;\n                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n            ",
                    hash="820e17d7140c6eb41271067b2ab59b5b5ba42b1e",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_del_av_klar_version_5cb1d",
                    table="plans_atgard",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="delaktig",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="4cb4b549f8703852d95b15f5413a72ae0c5c8f1d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_1a2fb",
                    table="plans_delaktig",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="delaktig",
            trigger=pgtrigger.compiler.Trigger(
                name="del_av_klar_version",
                sql=plans.models.guards.DefinerSql(
                    declare="DECLARE parents bigint[];",
                    func="\n                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]\n                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;\n                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';\n                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;\n                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n            ",
                    hash="ad4094ca7d1e7e496a4ef1e443576cd99c3a844c",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_del_av_klar_version_3fdcb",
                    table="plans_delaktig",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="frystord",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="8c0686b131308abded03e9e3c98b6014a4922f34",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_61a24",
                    table="plans_frystord",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="frystord",
            trigger=pgtrigger.compiler.Trigger(
                name="del_av_klar_version",
                sql=plans.models.guards.DefinerSql(
                    declare="DECLARE parents bigint[];",
                    func="\n                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]\n                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;\n                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';\n                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;\n                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n            ",
                    hash="7ab8557793a224f2d3dd718a733f08b51cce4728",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_del_av_klar_version_1b13a",
                    table="plans_frystord",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="handelse",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="fc6f96554d2fe87aaba8aba7e662060418e3e67e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_e9381",
                    table="plans_handelse",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="handelse",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="9e6d273de35366cc793ffb88d01ccaf4dadd8c85",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_56fde",
                    table="plans_handelse",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="sigill",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="c296898d6cf49b62ed8b1188b7755d4a09143592",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_542ee",
                    table="plans_sigill",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="sigill",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="5af8222e0e2527fcf4ab72f5d561da7bbf8b703e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_f89fe",
                    table="plans_sigill",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="undanhallen",
            trigger=pgtrigger.compiler.Trigger(
                name="aldrig_tomd",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="3054204a09897d6a71b3eacc14f6d41892148511",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_aldrig_tomd_6a5b3",
                    table="plans_undanhallen",
                    when="BEFORE",
                ),
            ),
        ),
        plans.models.guards.AddGuard(
            model_name="undanhallen",
            trigger=pgtrigger.compiler.Trigger(
                name="bara_tillagg",
                sql=plans.models.guards.GuardSql(
                    func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="cac23c6a4c233757c8ca2258c546c8c1377407aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_bara_tillagg_c334b",
                    table="plans_undanhallen",
                    when="BEFORE",
                ),
            ),
        ),
    ]
