


SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;


CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;


ALTER FUNCTION public._pgh_attach_context() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_046b7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_046b7() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_1a2fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_1a2fb() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_1fe9d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_1fe9d() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_2676e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_2676e() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_3f861() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_3f861() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_4ce9f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_4ce9f() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_542ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_542ee() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_5dced() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_5dced() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_5fb1b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_5fb1b() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_61a24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_61a24() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_69a09() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_69a09() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_6a5b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_6a5b3() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_8636c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_8636c() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_9dfcb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_9dfcb() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_a504a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_a504a() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_d63e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_d63e6() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_aldrig_tomd_e9381() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_aldrig_tomd_e9381() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_11adc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_11adc() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_2cc49() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_2cc49() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_37285() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_37285() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_4ed8b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_4ed8b() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_56fde() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_56fde() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_7d567() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_7d567() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_9f66d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_9f66d() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_a9252() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_a9252() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_c334b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_c334b() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_da487() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_da487() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_bara_tillagg_f89fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
                END;
            $$;


ALTER FUNCTION public.pgtrigger_bara_tillagg_f89fe() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_del_av_klar_version_1b13a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
                DECLARE parents bigint[];
                BEGIN
                    
                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_del_av_klar_version_1b13a() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_del_av_klar_version_2a751() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
                DECLARE parents bigint[];
                BEGIN
                    
                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_del_av_klar_version_2a751() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_del_av_klar_version_3fdcb() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
                DECLARE parents bigint[];
                BEGIN
                    
                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_del_av_klar_version_3fdcb() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_del_av_klar_version_5c12d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
                DECLARE parents bigint[];
                BEGIN
                    
                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_del_av_klar_version_5c12d() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_del_av_klar_version_5cb1d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
                DECLARE parents bigint[];
                BEGIN
                    
                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
                IF FOUND THEN RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_del_av_klar_version_5cb1d() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_delete_delete_74bb1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "namnd_id", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (OLD."avslutad", OLD."beslutad", OLD."beslutsnummer", OLD."created_at", OLD."delegat", OLD."id", OLD."lagrum", OLD."namnd_id", OLD."omfattning", OLD."overklagandehanvisning", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rev", OLD."till", OLD."till_skal", OLD."utfall", OLD."utforare", OLD."varning_skal", OLD."verkstalld"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_delete_delete_74bb1() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_delete_delete_74ede() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (OLD."aterkallad", OLD."bevaka_ratt", OLD."far_se_logg", OLD."foretradare_id", OLD."forvalta_egendom", OLD."fran", OLD."id", OLD."installning", OLD."installning_grund", OLD."jav", OLD."kontrollerad_at", OLD."kontrollerad_av_id", OLD."kontrolleras_igen", OLD."namnd_id", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rev", OLD."sorja_for_person", OLD."stangd_at", OLD."stangd_av_id", OLD."stangd_skal", OLD."till", OLD."typ", OLD."underlag", OLD."verifierad_at", OLD."verifierad_av_id"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_delete_delete_74ede() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_delete_delete_9b53d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_tilldelningevent" ("fran", "id", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (OLD."fran", OLD."id", OLD."namnd_id", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."roll", OLD."till", OLD."user_id"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_delete_delete_9b53d() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_delete_delete_dc8a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "enhet_id", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (OLD."adress", OLD."arendenummer", OLD."avliden", OLD."created_at", OLD."efternamn", OLD."enhet_id", OLD."epost", OLD."fodd", OLD."fornamn", OLD."id", OLD."kanal", OLD."kommunikation", OLD."konto_id", OLD."motesonskemal", OLD."namnd_id", OLD."personkrets", OLD."personnummer_index", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rev", OLD."skyddad", OLD."sorteringsnyckel", OLD."sprak", OLD."telefon", OLD."tilltalsnamn"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_delete_delete_dc8a7() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_insert_insert_48f3c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_tilldelningevent" ("fran", "id", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (NEW."fran", NEW."id", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."roll", NEW."till", NEW."user_id"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_insert_insert_48f3c() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_insert_insert_52714() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "enhet_id", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (NEW."adress", NEW."arendenummer", NEW."avliden", NEW."created_at", NEW."efternamn", NEW."enhet_id", NEW."epost", NEW."fodd", NEW."fornamn", NEW."id", NEW."kanal", NEW."kommunikation", NEW."konto_id", NEW."motesonskemal", NEW."namnd_id", NEW."personkrets", NEW."personnummer_index", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rev", NEW."skyddad", NEW."sorteringsnyckel", NEW."sprak", NEW."telefon", NEW."tilltalsnamn"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_insert_insert_52714() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_insert_insert_a7e31() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (NEW."aterkallad", NEW."bevaka_ratt", NEW."far_se_logg", NEW."foretradare_id", NEW."forvalta_egendom", NEW."fran", NEW."id", NEW."installning", NEW."installning_grund", NEW."jav", NEW."kontrollerad_at", NEW."kontrollerad_av_id", NEW."kontrolleras_igen", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rev", NEW."sorja_for_person", NEW."stangd_at", NEW."stangd_av_id", NEW."stangd_skal", NEW."till", NEW."typ", NEW."underlag", NEW."verifierad_at", NEW."verifierad_av_id"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_insert_insert_a7e31() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_insert_insert_c70bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "namnd_id", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (NEW."avslutad", NEW."beslutad", NEW."beslutsnummer", NEW."created_at", NEW."delegat", NEW."id", NEW."lagrum", NEW."namnd_id", NEW."omfattning", NEW."overklagandehanvisning", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rev", NEW."till", NEW."till_skal", NEW."utfall", NEW."utforare", NEW."varning_skal", NEW."verkstalld"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_insert_insert_c70bc() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_klar_version_aeb54() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    
                IF OLD.status = 'faststalld' THEN RAISE EXCEPTION 'a final plan version cannot be changed' USING ERRCODE = 'restrict_violation'; END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_klar_version_aeb54() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_samma_forfattare_d1511() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    
                IF (OLD.person_id, OLD.forfattare_id, OLD.slag, OLD.fraga)
                   IS DISTINCT FROM (NEW.person_id, NEW.forfattare_id, NEW.slag, NEW.fraga) THEN
                    RAISE EXCEPTION 'own words keep their author and place' USING ERRCODE = 'restrict_violation';
                END IF;
                RETURN NEW;
            
                END;
            $$;


ALTER FUNCTION public.pgtrigger_samma_forfattare_d1511() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_update_update_197bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_personevent" ("adress", "arendenummer", "avliden", "created_at", "efternamn", "enhet_id", "epost", "fodd", "fornamn", "id", "kanal", "kommunikation", "konto_id", "motesonskemal", "namnd_id", "personkrets", "personnummer_index", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "skyddad", "sorteringsnyckel", "sprak", "telefon", "tilltalsnamn") VALUES (NEW."adress", NEW."arendenummer", NEW."avliden", NEW."created_at", NEW."efternamn", NEW."enhet_id", NEW."epost", NEW."fodd", NEW."fornamn", NEW."id", NEW."kanal", NEW."kommunikation", NEW."konto_id", NEW."motesonskemal", NEW."namnd_id", NEW."personkrets", NEW."personnummer_index", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rev", NEW."skyddad", NEW."sorteringsnyckel", NEW."sprak", NEW."telefon", NEW."tilltalsnamn"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_update_update_197bc() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_update_update_2ca32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_foretradarskapevent" ("aterkallad", "bevaka_ratt", "far_se_logg", "foretradare_id", "forvalta_egendom", "fran", "id", "installning", "installning_grund", "jav", "kontrollerad_at", "kontrollerad_av_id", "kontrolleras_igen", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "sorja_for_person", "stangd_at", "stangd_av_id", "stangd_skal", "till", "typ", "underlag", "verifierad_at", "verifierad_av_id") VALUES (NEW."aterkallad", NEW."bevaka_ratt", NEW."far_se_logg", NEW."foretradare_id", NEW."forvalta_egendom", NEW."fran", NEW."id", NEW."installning", NEW."installning_grund", NEW."jav", NEW."kontrollerad_at", NEW."kontrollerad_av_id", NEW."kontrolleras_igen", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rev", NEW."sorja_for_person", NEW."stangd_at", NEW."stangd_av_id", NEW."stangd_skal", NEW."till", NEW."typ", NEW."underlag", NEW."verifierad_at", NEW."verifierad_av_id"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_update_update_2ca32() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_update_update_5fc09() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_insatsevent" ("avslutad", "beslutad", "beslutsnummer", "created_at", "delegat", "id", "lagrum", "namnd_id", "omfattning", "overklagandehanvisning", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rev", "till", "till_skal", "utfall", "utforare", "varning_skal", "verkstalld") VALUES (NEW."avslutad", NEW."beslutad", NEW."beslutsnummer", NEW."created_at", NEW."delegat", NEW."id", NEW."lagrum", NEW."namnd_id", NEW."omfattning", NEW."overklagandehanvisning", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rev", NEW."till", NEW."till_skal", NEW."utfall", NEW."utforare", NEW."varning_skal", NEW."verkstalld"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_update_update_5fc09() OWNER TO lss_owner;


CREATE FUNCTION public.pgtrigger_update_update_94317() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    INSERT INTO "plans_tilldelningevent" ("fran", "id", "namnd_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "till", "user_id") VALUES (NEW."fran", NEW."id", NEW."namnd_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."roll", NEW."till", NEW."user_id"); RETURN NULL;
                END;
            $$;


ALTER FUNCTION public.pgtrigger_update_update_94317() OWNER TO lss_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;


CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress OWNER TO lss_owner;


ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation OWNER TO lss_owner;


ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group OWNER TO lss_owner;


ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions OWNER TO lss_owner;


ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission OWNER TO lss_owner;


ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


ALTER TABLE public.cache OWNER TO lss_owner;


CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


ALTER TABLE public.django_admin_log OWNER TO lss_owner;


ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type OWNER TO lss_owner;


ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations OWNER TO lss_owner;


ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


ALTER TABLE public.django_session OWNER TO lss_owner;


CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator OWNER TO lss_owner;


ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);


ALTER TABLE public.pghistory_context OWNER TO lss_owner;


CREATE TABLE public.plans_atgard (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    spar uuid NOT NULL,
    ordning smallint NOT NULL,
    rev integer NOT NULL,
    ansvarig character varying(200) NOT NULL,
    fran date,
    lovat_till date,
    latt_mening character varying(120) NOT NULL,
    slag character varying(10) NOT NULL,
    text character varying(300) NOT NULL,
    kontakt character varying(200) NOT NULL,
    CONSTRAINT atgard_har_ansvarig CHECK ((NOT ((ansvarig)::text = ''::text))),
    CONSTRAINT atgard_slag CHECK (((slag)::text = ANY ((ARRAY['lofte'::character varying, 'andra'::character varying])::text[]))),
    CONSTRAINT plans_atgard_ordning_check CHECK ((ordning >= 0)),
    CONSTRAINT plans_atgard_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_atgard OWNER TO lss_owner;


ALTER TABLE public.plans_atgard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_atgard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_bedomning (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    slag character varying(10) NOT NULL,
    egen_ratt boolean,
    vardnadshavare_ser boolean,
    slutsats text NOT NULL,
    gjord_av_id bigint NOT NULL,
    gjord date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT bedomning_har_slutsats CHECK ((NOT (slutsats = ''::text))),
    CONSTRAINT bedomning_svarar_pa_sin_fraga CHECK ((((egen_ratt IS NULL) AND ((slag)::text = 'foretrada'::text) AND (vardnadshavare_ser IS NULL)) OR ((egen_ratt IS NOT NULL) AND ((slag)::text = 'formaga'::text) AND (vardnadshavare_ser IS NOT NULL))))
);


ALTER TABLE public.plans_bedomning OWNER TO lss_owner;


ALTER TABLE public.plans_bedomning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_bedomning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_begaran (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    slag character varying(10) NOT NULL,
    text text NOT NULL,
    inkom date NOT NULL,
    av character varying(200) NOT NULL,
    installning character varying(10) NOT NULL,
    installning_grund character varying(300) NOT NULL,
    registrerad_av_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    besvarad date,
    CONSTRAINT begaran_slag CHECK (((slag)::text = ANY ((ARRAY['plan'::character varying, 'genomgang'::character varying, 'insats'::character varying])::text[])))
);


ALTER TABLE public.plans_begaran OWNER TO lss_owner;


ALTER TABLE public.plans_begaran ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_begaran_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_delaktig (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    spar uuid NOT NULL,
    ordning smallint NOT NULL,
    rev integer NOT NULL,
    namn character varying(200) NOT NULL,
    som character varying(200) NOT NULL,
    ledde boolean NOT NULL,
    skrev boolean NOT NULL,
    CONSTRAINT plans_delaktig_ordning_check CHECK ((ordning >= 0)),
    CONSTRAINT plans_delaktig_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_delaktig OWNER TO lss_owner;


ALTER TABLE public.plans_delaktig ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_delaktig_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_delning (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    rev integer NOT NULL,
    innehall jsonb NOT NULL,
    delad_av_id bigint NOT NULL,
    delad date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT plans_delning_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_delning OWNER TO lss_owner;


ALTER TABLE public.plans_delning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_delning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_egetord (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    forfattare_id bigint NOT NULL,
    forfattare_som character varying(200) NOT NULL,
    slag character varying(20) NOT NULL,
    fraga character varying(10) NOT NULL,
    text text NOT NULL,
    nedtecknat boolean NOT NULL,
    bekraftat date,
    lasare character varying(12) NOT NULL,
    rev integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT eget_ord_bekraftat_nedtecknat CHECK (((bekraftat IS NULL) OR nedtecknat)),
    CONSTRAINT eget_ord_fraga_efter_slag CHECK (((((fraga)::text = ANY ((ARRAY['om_mig'::character varying, 'viktigt'::character varying, 'drommar'::character varying, 'nu'::character varying, 'vill'::character varying])::text[])) AND ((slag)::text = 'mina_ord'::text)) OR (((fraga)::text = ''::text) AND (NOT nedtecknat) AND ((slag)::text = 'sa_ser_jag_det'::text)))),
    CONSTRAINT eget_ord_lasare CHECK (((lasare)::text = ANY ((ARRAY['alla'::character varying, 'handlaggare'::character varying])::text[]))),
    CONSTRAINT plans_egetord_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_egetord OWNER TO lss_owner;


ALTER TABLE public.plans_egetord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_egetord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_enhet (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    namn character varying(200) NOT NULL
);


ALTER TABLE public.plans_enhet OWNER TO lss_owner;


ALTER TABLE public.plans_enhet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_enhet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_erbjudande (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    insats_id bigint,
    senast date NOT NULL,
    lamnat date,
    lamnat_hur character varying(10) NOT NULL,
    lamnat_av_id bigint,
    svar character varying(10) NOT NULL,
    svarade date,
    svar_av character varying(200) NOT NULL,
    svar_hur character varying(10) NOT NULL,
    fraga_igen date,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT erbjudande_lamnat_vem_nar_hur CHECK ((((lamnat IS NULL) AND (lamnat_av_id IS NULL) AND ((lamnat_hur)::text = ''::text)) OR ((lamnat IS NOT NULL) AND (lamnat_av_id IS NOT NULL) AND (NOT ((lamnat_hur)::text = ''::text))))),
    CONSTRAINT erbjudande_senare_fraga_igen CHECK (((NOT ((svar)::text = 'senare'::text)) OR (fraga_igen IS NOT NULL))),
    CONSTRAINT erbjudande_svar CHECK (((svar)::text = ANY ((ARRAY[''::character varying, 'ja'::character varying, 'nej'::character varying, 'senare'::character varying])::text[]))),
    CONSTRAINT erbjudande_svar_vem_nar_hur CHECK (((((svar)::text = ''::text) AND ((svar_av)::text = ''::text) AND ((svar_hur)::text = ''::text) AND (svarade IS NULL)) OR ((NOT ((svar)::text = ''::text)) AND (lamnat IS NOT NULL) AND (svarade IS NOT NULL) AND (NOT ((svar_av)::text = ''::text)) AND (NOT ((svar_hur)::text = ''::text)))))
);


ALTER TABLE public.plans_erbjudande OWNER TO lss_owner;


ALTER TABLE public.plans_erbjudande ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_erbjudande_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_foretradare (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    konto_id bigint,
    namn character varying(200) NOT NULL,
    personnummer bytea,
    personnummer_index bytea,
    kanal character varying(10) NOT NULL,
    epost character varying(254) NOT NULL,
    telefon character varying(40) NOT NULL,
    adress text NOT NULL,
    CONSTRAINT foretradare_kanal CHECK (((kanal)::text = ANY ((ARRAY['mejl'::character varying, 'sms'::character varying, 'brev'::character varying, 'telefon'::character varying])::text[]))),
    CONSTRAINT foretradare_mejl_kraver_epost CHECK (((NOT ((kanal)::text = 'mejl'::text)) OR (NOT ((epost)::text = ''::text))))
);


ALTER TABLE public.plans_foretradare OWNER TO lss_owner;


ALTER TABLE public.plans_foretradare ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_foretradare_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_foretradarskap (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    foretradare_id bigint NOT NULL,
    typ character varying(20) NOT NULL,
    bevaka_ratt boolean NOT NULL,
    forvalta_egendom boolean NOT NULL,
    sorja_for_person boolean NOT NULL,
    fran date NOT NULL,
    till date,
    underlag character varying(200) NOT NULL,
    verifierad_av_id bigint NOT NULL,
    verifierad_at timestamp with time zone NOT NULL,
    kontrollerad_av_id bigint,
    kontrollerad_at timestamp with time zone,
    kontrolleras_igen date,
    jav boolean NOT NULL,
    installning character varying(10) NOT NULL,
    installning_grund character varying(300) NOT NULL,
    far_se_logg boolean NOT NULL,
    aterkallad date,
    stangd_av_id bigint,
    stangd_at timestamp with time zone,
    stangd_skal character varying(300) NOT NULL,
    rev integer NOT NULL,
    CONSTRAINT plans_foretradarskap_rev_check CHECK ((rev >= 0)),
    CONSTRAINT skap_fran_fore_till CHECK (((till IS NULL) OR (till >= fran))),
    CONSTRAINT skap_fyra_ogon CHECK (((kontrollerad_av_id IS NULL) OR (NOT ((kontrollerad_av_id = verifierad_av_id) AND (kontrollerad_av_id IS NOT NULL))))),
    CONSTRAINT skap_kontrollerad_vem_och_nar CHECK ((((kontrollerad_at IS NULL) AND (kontrollerad_av_id IS NULL)) OR ((kontrollerad_at IS NOT NULL) AND (kontrollerad_av_id IS NOT NULL)))),
    CONSTRAINT skap_stangd_vem_nar_varfor CHECK ((((stangd_at IS NULL) AND (stangd_av_id IS NULL) AND ((stangd_skal)::text = ''::text)) OR ((stangd_at IS NOT NULL) AND (stangd_av_id IS NOT NULL) AND (NOT ((stangd_skal)::text = ''::text)))))
);


ALTER TABLE public.plans_foretradarskap OWNER TO lss_owner;


ALTER TABLE public.plans_foretradarskap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_foretradarskap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_foretradarskapevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    foretradare_id bigint NOT NULL,
    typ character varying(20) NOT NULL,
    bevaka_ratt boolean NOT NULL,
    forvalta_egendom boolean NOT NULL,
    sorja_for_person boolean NOT NULL,
    fran date NOT NULL,
    till date,
    underlag character varying(200) NOT NULL,
    verifierad_av_id bigint NOT NULL,
    verifierad_at timestamp with time zone NOT NULL,
    kontrollerad_av_id bigint,
    kontrollerad_at timestamp with time zone,
    kontrolleras_igen date,
    jav boolean NOT NULL,
    installning character varying(10) NOT NULL,
    installning_grund character varying(300) NOT NULL,
    far_se_logg boolean NOT NULL,
    aterkallad date,
    stangd_av_id bigint,
    stangd_at timestamp with time zone,
    stangd_skal character varying(300) NOT NULL,
    rev integer NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT plans_foretradarskapevent_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_foretradarskapevent OWNER TO lss_owner;


ALTER TABLE public.plans_foretradarskapevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_foretradarskapevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_frystord (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    slag character varying(20) NOT NULL,
    fraga character varying(10) NOT NULL,
    text text NOT NULL,
    skrivet_av character varying(200) NOT NULL,
    skrivet date NOT NULL,
    nedtecknat boolean NOT NULL,
    bekraftat date
);


ALTER TABLE public.plans_frystord OWNER TO lss_owner;


ALTER TABLE public.plans_frystord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_frystord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_granskadrad (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    granskning_id bigint NOT NULL,
    user_id bigint NOT NULL,
    person_id_sedd bigint,
    handelse_id bigint NOT NULL,
    antal integer NOT NULL,
    regler jsonb NOT NULL,
    bedomning character varying(10) NOT NULL,
    anteckning character varying(300) NOT NULL,
    bedomd_av_id bigint,
    bedomd_at timestamp with time zone,
    CONSTRAINT granskad_rad_bedoms_av_annan CHECK ((((bedomd_at IS NULL) AND (bedomd_av_id IS NULL) AND ((bedomning)::text = ''::text)) OR ((bedomd_at IS NOT NULL) AND (bedomd_av_id IS NOT NULL) AND ((bedomning)::text = ANY ((ARRAY['behorig'::character varying, 'utreds'::character varying])::text[])) AND (NOT ((bedomd_av_id = user_id) AND (bedomd_av_id IS NOT NULL)))))),
    CONSTRAINT plans_granskadrad_antal_check CHECK ((antal >= 0))
);


ALTER TABLE public.plans_granskadrad OWNER TO lss_owner;


ALTER TABLE public.plans_granskadrad ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_granskadrad_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_handelse (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    namnd_id bigint,
    user_id bigint,
    uppdrag_id bigint,
    handelse character varying(60) NOT NULL,
    person_ids bigint[] NOT NULL,
    objekt character varying(60) NOT NULL,
    objekt_id bigint,
    nekad boolean NOT NULL,
    varfor character varying(300) NOT NULL
);


ALTER TABLE public.plans_handelse OWNER TO lss_owner;


ALTER TABLE public.plans_handelse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_handelse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_inbjudan (
    id bigint NOT NULL,
    konto_id bigint NOT NULL,
    slag character varying(10) NOT NULL,
    kod_hash character varying(64) NOT NULL,
    skapad_av_id bigint NOT NULL,
    skapad_at timestamp with time zone NOT NULL,
    giltig_till timestamp with time zone NOT NULL,
    anvand_at timestamp with time zone,
    aterkallad_at timestamp with time zone,
    CONSTRAINT inbjudan_har_tid CHECK ((giltig_till > skapad_at)),
    CONSTRAINT inbjudan_slag CHECK (((slag)::text = ANY ((ARRAY['mote'::character varying, 'brev'::character varying])::text[])))
);


ALTER TABLE public.plans_inbjudan OWNER TO lss_owner;


ALTER TABLE public.plans_inbjudan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_inbjudan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_individuellplan (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    nasta_omprovning date,
    avslutad date,
    avslutad_av_id bigint,
    avslutad_skal character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    gallande_id bigint,
    CONSTRAINT plan_avslutad_vem_nar_varfor CHECK ((((avslutad IS NULL) AND (avslutad_av_id IS NULL) AND ((avslutad_skal)::text = ''::text)) OR ((avslutad IS NOT NULL) AND (avslutad_av_id IS NOT NULL) AND (NOT ((avslutad_skal)::text = ''::text))))),
    CONSTRAINT plan_gallande_har_omprovning CHECK ((((gallande_id IS NULL) AND (nasta_omprovning IS NULL)) OR ((gallande_id IS NOT NULL) AND (nasta_omprovning IS NOT NULL))))
);


ALTER TABLE public.plans_individuellplan OWNER TO lss_owner;


ALTER TABLE public.plans_individuellplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_individuellplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_inloggningstjanst (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    kod character varying(40) NOT NULL,
    namn character varying(60) NOT NULL,
    for_vem character varying(10) NOT NULL,
    protokoll character varying(10) NOT NULL,
    adress character varying(300) NOT NULL,
    klient_id character varying(200) NOT NULL,
    klient_hemlighet bytea,
    scope character varying(300) NOT NULL,
    entitet character varying(300) NOT NULL,
    inloggningsadress character varying(300) NOT NULL,
    certifikat text NOT NULL,
    claim character varying(200) NOT NULL,
    niva_claim character varying(200) NOT NULL,
    nivaer text NOT NULL,
    aktiv boolean NOT NULL,
    CONSTRAINT tjanst_eleg_har_niva CHECK (((NOT ((for_vem)::text = 'enskilda'::text)) OR (NOT (nivaer = ''::text)))),
    CONSTRAINT tjanst_for_vem CHECK (((for_vem)::text = ANY ((ARRAY['enskilda'::character varying, 'personal'::character varying])::text[]))),
    CONSTRAINT tjanst_oidc_har_utfardare CHECK (((NOT ((protokoll)::text = 'oidc'::text)) OR ((NOT ((adress)::text = ''::text)) AND (NOT ((klient_id)::text = ''::text))))),
    CONSTRAINT tjanst_protokoll CHECK (((protokoll)::text = ANY ((ARRAY['oidc'::character varying, 'saml'::character varying])::text[]))),
    CONSTRAINT tjanst_saml_har_utfardare CHECK (((NOT ((protokoll)::text = 'saml'::text)) OR ((NOT ((entitet)::text = ''::text)) AND (NOT ((inloggningsadress)::text = ''::text)) AND (NOT (certifikat = ''::text)))))
);


ALTER TABLE public.plans_inloggningstjanst OWNER TO lss_owner;


ALTER TABLE public.plans_inloggningstjanst ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_inloggningstjanst_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_insats (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    lagrum smallint NOT NULL,
    utfall character varying(10) NOT NULL,
    omfattning character varying(200) NOT NULL,
    beslutad date NOT NULL,
    beslutsnummer character varying(40) NOT NULL,
    delegat character varying(100) NOT NULL,
    overklagandehanvisning boolean NOT NULL,
    verkstalld date,
    utforare character varying(200) NOT NULL,
    till date,
    till_skal character varying(300) NOT NULL,
    varning_skal character varying(300) NOT NULL,
    avslutad date,
    rev integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT insats_avslag_verkstalls_ej CHECK (((verkstalld IS NULL) OR ((utfall)::text = ANY ((ARRAY['beviljad'::character varying, 'delvis'::character varying])::text[])))),
    CONSTRAINT insats_lagrum_1_till_10 CHECK (((lagrum >= 1) AND (lagrum <= 10))),
    CONSTRAINT insats_tidsgrans_har_skal CHECK ((((till IS NULL) AND ((till_skal)::text = ''::text)) OR ((till IS NOT NULL) AND (NOT ((till_skal)::text = ''::text))))),
    CONSTRAINT insats_till_efter CHECK (((till IS NULL) OR (till >= beslutad))),
    CONSTRAINT insats_utfall CHECK (((utfall)::text = ANY ((ARRAY['beviljad'::character varying, 'delvis'::character varying, 'avslag'::character varying])::text[]))),
    CONSTRAINT plans_insats_lagrum_check CHECK ((lagrum >= 0)),
    CONSTRAINT plans_insats_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_insats OWNER TO lss_owner;


ALTER TABLE public.plans_insats ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_insats_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_insatsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    person_id bigint NOT NULL,
    lagrum smallint NOT NULL,
    utfall character varying(10) NOT NULL,
    omfattning character varying(200) NOT NULL,
    beslutad date NOT NULL,
    beslutsnummer character varying(40) NOT NULL,
    delegat character varying(100) NOT NULL,
    overklagandehanvisning boolean NOT NULL,
    verkstalld date,
    utforare character varying(200) NOT NULL,
    till date,
    till_skal character varying(300) NOT NULL,
    varning_skal character varying(300) NOT NULL,
    avslutad date,
    rev integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT plans_insatsevent_lagrum_check CHECK ((lagrum >= 0)),
    CONSTRAINT plans_insatsevent_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_insatsevent OWNER TO lss_owner;


ALTER TABLE public.plans_insatsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_insatsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_kladd (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    plats character varying(300) NOT NULL,
    base_rev integer,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT plans_kladd_base_rev_check CHECK ((base_rev >= 0))
);


ALTER TABLE public.plans_kladd OWNER TO lss_owner;


ALTER TABLE public.plans_kladd ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_kladd_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_loggranskning (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    manad date NOT NULL,
    rader integer NOT NULL,
    dragen_av_id bigint NOT NULL,
    dragen_at timestamp with time zone NOT NULL,
    signerad_av_id bigint,
    signerad_at timestamp with time zone,
    slutsats text NOT NULL,
    CONSTRAINT loggranskning_manadens_forsta CHECK ((EXTRACT(day FROM manad) = (1)::numeric)),
    CONSTRAINT loggranskning_signerad_vem_nar_vad CHECK ((((signerad_at IS NULL) AND (signerad_av_id IS NULL)) OR ((signerad_at IS NOT NULL) AND (signerad_av_id IS NOT NULL) AND (NOT (slutsats = ''::text))))),
    CONSTRAINT plans_loggranskning_rader_check CHECK ((rader >= 0))
);


ALTER TABLE public.plans_loggranskning OWNER TO lss_owner;


ALTER TABLE public.plans_loggranskning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_loggranskning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_malsattning (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    spar uuid NOT NULL,
    ordning smallint NOT NULL,
    rev integer NOT NULL,
    text character varying(300) NOT NULL,
    latt_mening character varying(120) NOT NULL,
    sikt character varying(4) NOT NULL,
    delmal character varying(300) NOT NULL,
    livsomrade character varying(20) NOT NULL,
    CONSTRAINT plans_malsattning_ordning_check CHECK ((ordning >= 0)),
    CONSTRAINT plans_malsattning_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_malsattning OWNER TO lss_owner;


ALTER TABLE public.plans_malsattning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_malsattning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_mottagare (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    user_id bigint,
    foretradare_id bigint,
    person_id bigint,
    CONSTRAINT mottagare_en CHECK ((((foretradare_id IS NULL) AND (person_id IS NULL) AND (user_id IS NOT NULL)) OR ((foretradare_id IS NOT NULL) AND (person_id IS NULL) AND (user_id IS NULL)) OR ((foretradare_id IS NULL) AND (person_id IS NOT NULL) AND (user_id IS NULL))))
);


ALTER TABLE public.plans_mottagare OWNER TO lss_owner;


ALTER TABLE public.plans_mottagare ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_mottagare_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_namnd (
    id bigint NOT NULL,
    kommunkod character varying(4) NOT NULL,
    kommun character varying(100) NOT NULL,
    namn character varying(200) NOT NULL,
    region character varying(100) NOT NULL,
    telefon character varying(40) NOT NULL,
    erbjud_inom_dagar smallint NOT NULL,
    forsta_mote_inom_dagar smallint NOT NULL,
    galler_fore_kontroll boolean NOT NULL,
    kontrollera_inom_arbetsdagar smallint NOT NULL,
    infort date NOT NULL,
    inforande_manader smallint NOT NULL,
    CONSTRAINT plans_namnd_erbjud_inom_dagar_check CHECK ((erbjud_inom_dagar >= 0)),
    CONSTRAINT plans_namnd_forsta_mote_inom_dagar_check CHECK ((forsta_mote_inom_dagar >= 0)),
    CONSTRAINT plans_namnd_inforande_manader_check CHECK ((inforande_manader >= 0)),
    CONSTRAINT plans_namnd_kontrollera_inom_arbetsdagar_check CHECK ((kontrollera_inom_arbetsdagar >= 0))
);


ALTER TABLE public.plans_namnd OWNER TO lss_owner;


ALTER TABLE public.plans_namnd ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_namnd_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_nodatkomst (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    user_id bigint NOT NULL,
    person_id bigint NOT NULL,
    skal character varying(300) NOT NULL,
    fran date NOT NULL,
    till date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    granskad_av_id bigint,
    granskad_at timestamp with time zone,
    granskad_anteckning character varying(300) NOT NULL,
    CONSTRAINT nodatkomst_fran_fore_till CHECK ((till >= fran)),
    CONSTRAINT nodatkomst_granskas_av_annan CHECK ((((granskad_at IS NULL) AND (granskad_av_id IS NULL)) OR ((granskad_at IS NOT NULL) AND (granskad_av_id IS NOT NULL) AND (NOT ((granskad_av_id = user_id) AND (granskad_av_id IS NOT NULL)))))),
    CONSTRAINT nodatkomst_har_skal CHECK ((NOT ((skal)::text = ''::text)))
);


ALTER TABLE public.plans_nodatkomst OWNER TO lss_owner;


ALTER TABLE public.plans_nodatkomst ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_nodatkomst_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_paminnelse (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    mottagare_id bigint NOT NULL,
    slag character varying(30) NOT NULL,
    plan_id bigint NOT NULL,
    frist date NOT NULL,
    steg smallint NOT NULL,
    utskick_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL
);


ALTER TABLE public.plans_paminnelse OWNER TO lss_owner;


ALTER TABLE public.plans_paminnelse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_paminnelse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_person (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    enhet_id bigint NOT NULL,
    konto_id bigint,
    arendenummer character varying(20) NOT NULL,
    personnummer bytea NOT NULL,
    personnummer_index bytea NOT NULL,
    fodd date NOT NULL,
    fornamn character varying(100) NOT NULL,
    efternamn character varying(100) NOT NULL,
    tilltalsnamn character varying(100) NOT NULL,
    sorteringsnyckel character varying(210) NOT NULL COLLATE pg_catalog."C",
    personkrets smallint,
    kommunikation text NOT NULL,
    motesonskemal text NOT NULL,
    sprak character varying(100) NOT NULL,
    kanal character varying(10) NOT NULL,
    epost character varying(254) NOT NULL,
    telefon character varying(40) NOT NULL,
    adress text NOT NULL,
    skyddad boolean NOT NULL,
    avliden date,
    rev integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT person_kanal CHECK (((kanal)::text = ANY ((ARRAY['mejl'::character varying, 'sms'::character varying, 'brev'::character varying, 'telefon'::character varying])::text[]))),
    CONSTRAINT person_mejl_kraver_epost CHECK (((NOT ((kanal)::text = 'mejl'::text)) OR (NOT ((epost)::text = ''::text)))),
    CONSTRAINT person_personkrets_1_till_3 CHECK (((personkrets IS NULL) OR ((personkrets >= 1) AND (personkrets <= 3)))),
    CONSTRAINT plans_person_personkrets_check CHECK ((personkrets >= 0)),
    CONSTRAINT plans_person_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_person OWNER TO lss_owner;


ALTER TABLE public.plans_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_personevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    enhet_id bigint NOT NULL,
    konto_id bigint,
    arendenummer character varying(20) NOT NULL,
    personnummer_index bytea NOT NULL,
    fodd date NOT NULL,
    fornamn character varying(100) NOT NULL,
    efternamn character varying(100) NOT NULL,
    tilltalsnamn character varying(100) NOT NULL,
    sorteringsnyckel character varying(210) NOT NULL COLLATE pg_catalog."C",
    personkrets smallint,
    kommunikation text NOT NULL,
    motesonskemal text NOT NULL,
    sprak character varying(100) NOT NULL,
    kanal character varying(10) NOT NULL,
    epost character varying(254) NOT NULL,
    telefon character varying(40) NOT NULL,
    adress text NOT NULL,
    skyddad boolean NOT NULL,
    avliden date,
    rev integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT plans_personevent_personkrets_check CHECK ((personkrets >= 0)),
    CONSTRAINT plans_personevent_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_personevent OWNER TO lss_owner;


ALTER TABLE public.plans_personevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_personevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_planpdf (
    id bigint NOT NULL,
    status character varying(10) NOT NULL,
    forsok smallint NOT NULL,
    nasta_forsok_at timestamp with time zone,
    paborjad_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    klar_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    storlek integer NOT NULL,
    CONSTRAINT pdf_klar_har_summa CHECK (((NOT ((status)::text = 'klar'::text)) OR ((klar_at IS NOT NULL) AND (NOT ((sha256)::text = ''::text))))),
    CONSTRAINT pdf_status CHECK (((status)::text = ANY ((ARRAY['vantar'::character varying, 'arbetar'::character varying, 'klar'::character varying, 'fel'::character varying])::text[]))),
    CONSTRAINT plans_planpdf_forsok_check CHECK ((forsok >= 0)),
    CONSTRAINT plans_planpdf_storlek_check CHECK ((storlek >= 0))
);


ALTER TABLE public.plans_planpdf OWNER TO lss_owner;


ALTER TABLE public.plans_planpdf ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planpdf_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_planpdfinnehall (
    namnd_id bigint NOT NULL,
    pdf_id bigint NOT NULL,
    data bytea NOT NULL
);


ALTER TABLE public.plans_planpdfinnehall OWNER TO lss_owner;


CREATE TABLE public.plans_planrad (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    version_id bigint NOT NULL,
    spar uuid NOT NULL,
    ordning smallint NOT NULL,
    rev integer NOT NULL,
    ansvarig character varying(200) NOT NULL,
    fran date,
    lovat_till date,
    latt_mening character varying(120) NOT NULL,
    status character varying(10) NOT NULL,
    lagrum smallint,
    insats_id bigint,
    text character varying(300) NOT NULL,
    nar character varying(100) NOT NULL,
    CONSTRAINT planrad_beslutad_har_lagrum CHECK (((NOT ((status)::text = 'beslutad'::text)) OR (lagrum IS NOT NULL))),
    CONSTRAINT planrad_insats_ar_beslutad CHECK ((((status)::text = 'beslutad'::text) OR (insats_id IS NULL))),
    CONSTRAINT planrad_lagrum_1_till_10 CHECK (((lagrum IS NULL) OR ((lagrum >= 1) AND (lagrum <= 10)))),
    CONSTRAINT planrad_status CHECK (((status)::text = ANY ((ARRAY['beslutad'::character varying, 'planerad'::character varying, 'onskad'::character varying])::text[]))),
    CONSTRAINT plans_planrad_lagrum_check CHECK ((lagrum >= 0)),
    CONSTRAINT plans_planrad_ordning_check CHECK ((ordning >= 0)),
    CONSTRAINT plans_planrad_rev_check CHECK ((rev >= 0))
);


ALTER TABLE public.plans_planrad OWNER TO lss_owner;


ALTER TABLE public.plans_planrad ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planrad_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_plansvar (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    delning_id bigint NOT NULL,
    foretradarskap_id bigint,
    namn character varying(200) NOT NULL,
    som character varying(200) NOT NULL,
    svar character varying(16) NOT NULL,
    text text NOT NULL,
    hur character varying(10) NOT NULL,
    svarade date NOT NULL,
    registrerad_av_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT svar_giltigt CHECK (((svar)::text = ANY ((ARRAY['haller_med'::character varying, 'haller_inte_med'::character varying, 'prata'::character varying, 'vill_inte'::character varying])::text[])))
);


ALTER TABLE public.plans_plansvar OWNER TO lss_owner;


ALTER TABLE public.plans_plansvar ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plansvar_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_planversion (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    nummer integer NOT NULL,
    status character varying(12) NOT NULL,
    syfte text NOT NULL,
    nulage text NOT NULL,
    onskat_lage text NOT NULL,
    barnets_asikt text NOT NULL,
    barnets_basta text NOT NULL,
    ville_inte_skriva boolean NOT NULL,
    inga_andra boolean NOT NULL,
    samordnare character varying(200) NOT NULL,
    kopia_till text NOT NULL,
    samrad_datum date,
    samrad_hur character varying(12) NOT NULL,
    samrad_med character varying(300) NOT NULL,
    nasta_omprovning date,
    oforandrad boolean NOT NULL,
    rev integer NOT NULL,
    grund_rev integer NOT NULL,
    created_by_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    faststalld date,
    faststalld_av_id bigint,
    CONSTRAINT plans_planversion_grund_rev_check CHECK ((grund_rev >= 0)),
    CONSTRAINT plans_planversion_nummer_check CHECK ((nummer >= 0)),
    CONSTRAINT plans_planversion_rev_check CHECK ((rev >= 0)),
    CONSTRAINT version_faststalld_vem_nar_samrad CHECK ((((NOT ((status)::text = 'faststalld'::text)) AND (faststalld IS NULL) AND (faststalld_av_id IS NULL)) OR ((faststalld IS NOT NULL) AND (faststalld_av_id IS NOT NULL) AND (nasta_omprovning IS NOT NULL) AND (samrad_datum IS NOT NULL) AND ((status)::text = 'faststalld'::text)))),
    CONSTRAINT version_status CHECK (((status)::text = ANY ((ARRAY['utkast'::character varying, 'delad'::character varying, 'faststalld'::character varying])::text[])))
);


ALTER TABLE public.plans_planversion OWNER TO lss_owner;


ALTER TABLE public.plans_planversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_puls (
    namn character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.plans_puls OWNER TO lss_owner;


CREATE TABLE public.plans_sigill (
    nummer bigint NOT NULL,
    fran_xid xid8 NOT NULL,
    till_xid xid8 NOT NULL,
    antal integer NOT NULL,
    summa character varying(64) NOT NULL,
    kedja character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT plans_sigill_antal_check CHECK ((antal >= 0))
);


ALTER TABLE public.plans_sigill OWNER TO lss_owner;


CREATE TABLE public.plans_tilldelning (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    user_id bigint NOT NULL,
    person_id bigint NOT NULL,
    roll character varying(20) NOT NULL,
    fran date NOT NULL,
    till date,
    CONSTRAINT tilldelning_fran_fore_till CHECK (((till IS NULL) OR (till >= fran))),
    CONSTRAINT tilldelning_roll CHECK (((roll)::text = ANY ((ARRAY['ansvarig'::character varying, 'vikarie'::character varying, 'samordnare'::character varying])::text[])))
);


ALTER TABLE public.plans_tilldelning OWNER TO lss_owner;


ALTER TABLE public.plans_tilldelning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_tilldelning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_tilldelningevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    user_id bigint NOT NULL,
    person_id bigint NOT NULL,
    roll character varying(20) NOT NULL,
    fran date NOT NULL,
    till date,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL
);


ALTER TABLE public.plans_tilldelningevent OWNER TO lss_owner;


ALTER TABLE public.plans_tilldelningevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_tilldelningevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_undanhallen (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    handelse_id bigint NOT NULL,
    person_id bigint NOT NULL,
    lagrum character varying(100) NOT NULL,
    skal character varying(300) NOT NULL,
    av_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT undanhallen_har_grund CHECK (((NOT ((lagrum)::text = ''::text)) AND (NOT ((skal)::text = ''::text))))
);


ALTER TABLE public.plans_undanhallen OWNER TO lss_owner;


ALTER TABLE public.plans_undanhallen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_undanhallen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_uppdrag (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    enhet_id bigint NOT NULL,
    roll character varying(20) NOT NULL,
    fran date NOT NULL,
    till date,
    CONSTRAINT uppdrag_fran_fore_till CHECK (((till IS NULL) OR (till >= fran))),
    CONSTRAINT uppdrag_roll CHECK (((roll)::text = ANY ((ARRAY['handlaggare'::character varying, 'chef'::character varying, 'granskare'::character varying, 'registrator'::character varying])::text[])))
);


ALTER TABLE public.plans_uppdrag OWNER TO lss_owner;


ALTER TABLE public.plans_uppdrag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_uppdrag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_uppfoljning (
    id bigint NOT NULL,
    namnd_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    spar uuid NOT NULL,
    utfall character varying(10) NOT NULL,
    varfor character varying(300) NOT NULL,
    datum date NOT NULL,
    noterad_av_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT uppfoljning_blev_inte_varfor CHECK (((NOT ((utfall)::text = 'blev_inte'::text)) OR (NOT ((varfor)::text = ''::text)))),
    CONSTRAINT uppfoljning_utfall CHECK (((utfall)::text = ANY ((ARRAY['klart'::character varying, 'delvis'::character varying, 'blev_inte'::character varying])::text[])))
);


ALTER TABLE public.plans_uppfoljning OWNER TO lss_owner;


ALTER TABLE public.plans_uppfoljning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_uppfoljning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    namn character varying(200) NOT NULL,
    tjanst_id bigint,
    anstallnings_id character varying(200) NOT NULL,
    hemadress character varying(200) NOT NULL,
    visas_som_roll boolean NOT NULL,
    CONSTRAINT user_id_har_tjanst CHECK ((((anstallnings_id)::text = ''::text) OR (tjanst_id IS NOT NULL)))
);


ALTER TABLE public.plans_user OWNER TO lss_owner;


CREATE TABLE public.plans_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.plans_user_groups OWNER TO lss_owner;


ALTER TABLE public.plans_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.plans_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.plans_user_user_permissions OWNER TO lss_owner;


ALTER TABLE public.plans_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_utskick (
    id bigint NOT NULL,
    status character varying(10) NOT NULL,
    forsok smallint NOT NULL,
    nasta_forsok_at timestamp with time zone,
    paborjad_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    namnd_id bigint NOT NULL,
    mottagare_id bigint NOT NULL,
    slag character varying(30) NOT NULL,
    kanal character varying(10) NOT NULL,
    for_hand boolean NOT NULL,
    dag date NOT NULL,
    skickad_at timestamp with time zone,
    skickad_av_id bigint,
    CONSTRAINT plans_utskick_forsok_check CHECK ((forsok >= 0)),
    CONSTRAINT utskick_for_hand_mejlas_aldrig CHECK (((NOT for_hand) OR ((status)::text = ANY ((ARRAY['for_hand'::character varying, 'klar'::character varying, 'installt'::character varying])::text[])))),
    CONSTRAINT utskick_klart_har_tid CHECK (((NOT ((status)::text = 'klar'::text)) OR (skickad_at IS NOT NULL))),
    CONSTRAINT utskick_status CHECK (((status)::text = ANY ((ARRAY['vantar'::character varying, 'arbetar'::character varying, 'klar'::character varying, 'for_hand'::character varying, 'installt'::character varying, 'fel'::character varying])::text[])))
);


ALTER TABLE public.plans_utskick OWNER TO lss_owner;


ALTER TABLE public.plans_utskick ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_utskick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.socialaccount_socialaccount OWNER TO lss_owner;


ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);


ALTER TABLE public.socialaccount_socialapp OWNER TO lss_owner;


ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);


ALTER TABLE public.socialaccount_socialtoken OWNER TO lss_owner;


ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.usersessions_usersession OWNER TO lss_owner;


ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



COPY public.account_emailaddress (id, email, verified, "primary", user_id) FROM stdin;
\.



COPY public.account_emailconfirmation (id, created, sent, key, email_address_id) FROM stdin;
\.



COPY public.auth_group (id, name) FROM stdin;
\.



COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
\.



COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add log entry	3	add_logentry
2	Can change log entry	3	change_logentry
3	Can delete log entry	3	delete_logentry
4	Can view log entry	3	view_logentry
5	Can add permission	4	add_permission
6	Can change permission	4	change_permission
7	Can delete permission	4	delete_permission
8	Can view permission	4	view_permission
9	Can add group	5	add_group
10	Can change group	5	change_group
11	Can delete group	5	delete_group
12	Can view group	5	view_group
13	Can add content type	6	add_contenttype
14	Can change content type	6	change_contenttype
15	Can delete content type	6	delete_contenttype
16	Can view content type	6	view_contenttype
17	Can add session	7	add_session
18	Can change session	7	change_session
19	Can delete session	7	delete_session
20	Can view session	7	view_session
21	Can add email address	8	add_emailaddress
22	Can change email address	8	change_emailaddress
23	Can delete email address	8	delete_emailaddress
24	Can view email address	8	view_emailaddress
25	Can add email confirmation	9	add_emailconfirmation
26	Can change email confirmation	9	change_emailconfirmation
27	Can delete email confirmation	9	delete_emailconfirmation
28	Can view email confirmation	9	view_emailconfirmation
29	Can add social account	10	add_socialaccount
30	Can change social account	10	change_socialaccount
31	Can delete social account	10	delete_socialaccount
32	Can view social account	10	view_socialaccount
33	Can add social application	11	add_socialapp
34	Can change social application	11	change_socialapp
35	Can delete social application	11	delete_socialapp
36	Can view social application	11	view_socialapp
37	Can add social application token	12	add_socialtoken
38	Can change social application token	12	change_socialtoken
39	Can delete social application token	12	delete_socialtoken
40	Can view social application token	12	view_socialtoken
41	Can add authenticator	13	add_authenticator
42	Can change authenticator	13	change_authenticator
43	Can delete authenticator	13	delete_authenticator
44	Can view authenticator	13	view_authenticator
45	Can add user session	14	add_usersession
46	Can change user session	14	change_usersession
47	Can delete user session	14	delete_usersession
48	Can view user session	14	view_usersession
49	Can add context	15	add_context
50	Can change context	15	change_context
51	Can delete context	15	delete_context
52	Can view context	15	view_context
53	Can add events	1	add_events
54	Can change events	1	change_events
55	Can delete events	1	delete_events
56	Can view events	1	view_events
57	Can add middleware events	2	add_middlewareevents
58	Can change middleware events	2	change_middlewareevents
59	Can delete middleware events	2	delete_middlewareevents
60	Can view middleware events	2	view_middlewareevents
61	Can add nämnd	16	add_namnd
62	Can change nämnd	16	change_namnd
63	Can delete nämnd	16	delete_namnd
64	Can view nämnd	16	view_namnd
65	Can add enhet	17	add_enhet
66	Can change enhet	17	change_enhet
67	Can delete enhet	17	delete_enhet
68	Can view enhet	17	view_enhet
69	Can add inloggningstjänst	18	add_inloggningstjanst
70	Can change inloggningstjänst	18	change_inloggningstjanst
71	Can delete inloggningstjänst	18	delete_inloggningstjanst
72	Can view inloggningstjänst	18	view_inloggningstjanst
73	Can add inloggning	19	add_user
74	Can change inloggning	19	change_user
75	Can delete inloggning	19	delete_user
76	Can view inloggning	19	view_user
77	Can add uppdrag	20	add_uppdrag
78	Can change uppdrag	20	change_uppdrag
79	Can delete uppdrag	20	delete_uppdrag
80	Can view uppdrag	20	view_uppdrag
81	Can add inbjudan	21	add_inbjudan
82	Can change inbjudan	21	change_inbjudan
83	Can delete inbjudan	21	delete_inbjudan
84	Can view inbjudan	21	view_inbjudan
85	Can add kladd	22	add_kladd
86	Can change kladd	22	change_kladd
87	Can delete kladd	22	delete_kladd
88	Can view kladd	22	view_kladd
89	Can add person	23	add_person
90	Can change person	23	change_person
91	Can delete person	23	delete_person
92	Can view person	23	view_person
93	Can add person event	24	add_personevent
94	Can change person event	24	change_personevent
95	Can delete person event	24	delete_personevent
96	Can view person event	24	view_personevent
97	Can add tilldelning	25	add_tilldelning
98	Can change tilldelning	25	change_tilldelning
99	Can delete tilldelning	25	delete_tilldelning
100	Can view tilldelning	25	view_tilldelning
101	Can add tilldelning event	26	add_tilldelningevent
102	Can change tilldelning event	26	change_tilldelningevent
103	Can delete tilldelning event	26	delete_tilldelningevent
104	Can view tilldelning event	26	view_tilldelningevent
105	Can add företrädare	27	add_foretradare
106	Can change företrädare	27	change_foretradare
107	Can delete företrädare	27	delete_foretradare
108	Can view företrädare	27	view_foretradare
109	Can add företrädarskap	28	add_foretradarskap
110	Can change företrädarskap	28	change_foretradarskap
111	Can delete företrädarskap	28	delete_foretradarskap
112	Can view företrädarskap	28	view_foretradarskap
113	Can add foretradarskap event	29	add_foretradarskapevent
114	Can change foretradarskap event	29	change_foretradarskapevent
115	Can delete foretradarskap event	29	delete_foretradarskapevent
116	Can view foretradarskap event	29	view_foretradarskapevent
117	Can add bedömning	30	add_bedomning
118	Can change bedömning	30	change_bedomning
119	Can delete bedömning	30	delete_bedomning
120	Can view bedömning	30	view_bedomning
121	Can add nödåtkomst	31	add_nodatkomst
122	Can change nödåtkomst	31	change_nodatkomst
123	Can delete nödåtkomst	31	delete_nodatkomst
124	Can view nödåtkomst	31	view_nodatkomst
125	Can add insats	32	add_insats
126	Can change insats	32	change_insats
127	Can delete insats	32	delete_insats
128	Can view insats	32	view_insats
129	Can add insats event	33	add_insatsevent
130	Can change insats event	33	change_insatsevent
131	Can delete insats event	33	delete_insatsevent
132	Can view insats event	33	view_insatsevent
133	Can add begäran	34	add_begaran
134	Can change begäran	34	change_begaran
135	Can delete begäran	34	delete_begaran
136	Can view begäran	34	view_begaran
137	Can add erbjudande	35	add_erbjudande
138	Can change erbjudande	35	change_erbjudande
139	Can delete erbjudande	35	delete_erbjudande
140	Can view erbjudande	35	view_erbjudande
141	Can add eget ord	36	add_egetord
142	Can change eget ord	36	change_egetord
143	Can delete eget ord	36	delete_egetord
144	Can view eget ord	36	view_egetord
145	Can add individuell plan	37	add_individuellplan
146	Can change individuell plan	37	change_individuellplan
147	Can delete individuell plan	37	delete_individuellplan
148	Can view individuell plan	37	view_individuellplan
149	Can add planversion	38	add_planversion
150	Can change planversion	38	change_planversion
151	Can delete planversion	38	delete_planversion
152	Can view planversion	38	view_planversion
153	Can add delning	39	add_delning
154	Can change delning	39	change_delning
155	Can delete delning	39	delete_delning
156	Can view delning	39	view_delning
157	Can add svar på utkast	40	add_plansvar
158	Can change svar på utkast	40	change_plansvar
159	Can delete svar på utkast	40	delete_plansvar
160	Can view svar på utkast	40	view_plansvar
161	Can add uppföljning	41	add_uppfoljning
162	Can change uppföljning	41	change_uppfoljning
163	Can delete uppföljning	41	delete_uppfoljning
164	Can view uppföljning	41	view_uppfoljning
165	Can add mål	42	add_malsattning
166	Can change mål	42	change_malsattning
167	Can delete mål	42	delete_malsattning
168	Can view mål	42	view_malsattning
169	Can add insats i planen	43	add_planrad
170	Can change insats i planen	43	change_planrad
171	Can delete insats i planen	43	delete_planrad
172	Can view insats i planen	43	view_planrad
173	Can add åtgärd	44	add_atgard
174	Can change åtgärd	44	change_atgard
175	Can delete åtgärd	44	delete_atgard
176	Can view åtgärd	44	view_atgard
177	Can add delaktig	45	add_delaktig
178	Can change delaktig	45	change_delaktig
179	Can delete delaktig	45	delete_delaktig
180	Can view delaktig	45	view_delaktig
181	Can add fryst ord	46	add_frystord
182	Can change fryst ord	46	change_frystord
183	Can delete fryst ord	46	delete_frystord
184	Can view fryst ord	46	view_frystord
185	Can add pdf	47	add_planpdf
186	Can change pdf	47	change_planpdf
187	Can delete pdf	47	delete_planpdf
188	Can view pdf	47	view_planpdf
189	Can add plan pdf innehall	48	add_planpdfinnehall
190	Can change plan pdf innehall	48	change_planpdfinnehall
191	Can delete plan pdf innehall	48	delete_planpdfinnehall
192	Can view plan pdf innehall	48	view_planpdfinnehall
193	Can add mottagare	49	add_mottagare
194	Can change mottagare	49	change_mottagare
195	Can delete mottagare	49	delete_mottagare
196	Can view mottagare	49	view_mottagare
197	Can add utskick	50	add_utskick
198	Can change utskick	50	change_utskick
199	Can delete utskick	50	delete_utskick
200	Can view utskick	50	view_utskick
201	Can add påminnelse	51	add_paminnelse
202	Can change påminnelse	51	change_paminnelse
203	Can delete påminnelse	51	delete_paminnelse
204	Can view påminnelse	51	view_paminnelse
205	Can add puls	52	add_puls
206	Can change puls	52	change_puls
207	Can delete puls	52	delete_puls
208	Can view puls	52	view_puls
209	Can add händelse	53	add_handelse
210	Can change händelse	53	change_handelse
211	Can delete händelse	53	delete_handelse
212	Can view händelse	53	view_handelse
213	Can add sigill	54	add_sigill
214	Can change sigill	54	change_sigill
215	Can delete sigill	54	delete_sigill
216	Can view sigill	54	view_sigill
217	Can add undanhållen loggrad	55	add_undanhallen
218	Can change undanhållen loggrad	55	change_undanhallen
219	Can delete undanhållen loggrad	55	delete_undanhallen
220	Can view undanhållen loggrad	55	view_undanhallen
221	Can add loggranskning	56	add_loggranskning
222	Can change loggranskning	56	change_loggranskning
223	Can delete loggranskning	56	delete_loggranskning
224	Can view loggranskning	56	view_loggranskning
225	Can add granskad rad	57	add_granskadrad
226	Can change granskad rad	57	change_granskadrad
227	Can delete granskad rad	57	delete_granskadrad
228	Can view granskad rad	57	view_granskadrad
\.



COPY public.cache (cache_key, value, expires) FROM stdin;
\.



COPY public.django_admin_log (id, action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id) FROM stdin;
\.



COPY public.django_content_type (id, app_label, model) FROM stdin;
1	pghistory	events
2	pghistory	middlewareevents
3	admin	logentry
4	auth	permission
5	auth	group
6	contenttypes	contenttype
7	sessions	session
8	account	emailaddress
9	account	emailconfirmation
10	socialaccount	socialaccount
11	socialaccount	socialapp
12	socialaccount	socialtoken
13	mfa	authenticator
14	usersessions	usersession
15	pghistory	context
16	plans	namnd
17	plans	enhet
18	plans	inloggningstjanst
19	plans	user
20	plans	uppdrag
21	plans	inbjudan
22	plans	kladd
23	plans	person
24	plans	personevent
25	plans	tilldelning
26	plans	tilldelningevent
27	plans	foretradare
28	plans	foretradarskap
29	plans	foretradarskapevent
30	plans	bedomning
31	plans	nodatkomst
32	plans	insats
33	plans	insatsevent
34	plans	begaran
35	plans	erbjudande
36	plans	egetord
37	plans	individuellplan
38	plans	planversion
39	plans	delning
40	plans	plansvar
41	plans	uppfoljning
42	plans	malsattning
43	plans	planrad
44	plans	atgard
45	plans	delaktig
46	plans	frystord
47	plans	planpdf
48	plans	planpdfinnehall
49	plans	mottagare
50	plans	utskick
51	plans	paminnelse
52	plans	puls
53	plans	handelse
54	plans	sigill
55	plans	undanhallen
56	plans	loggranskning
57	plans	granskadrad
\.



COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	pghistory	0001_initial	2027-03-09 09:00:00+00
2	pghistory	0002_aggregateevent	2027-03-09 09:00:00+00
3	pghistory	0003_auto_20201023_1636	2027-03-09 09:00:00+00
4	pghistory	0004_auto_20220906_1625	2027-03-09 09:00:00+00
5	pghistory	0005_events_middlewareevents	2027-03-09 09:00:00+00
6	pghistory	0006_delete_aggregateevent	2027-03-09 09:00:00+00
7	pghistory	0007_auto_20250421_0444	2027-03-09 09:00:00+00
8	contenttypes	0001_initial	2027-03-09 09:00:00+00
9	contenttypes	0002_remove_content_type_name	2027-03-09 09:00:00+00
10	auth	0001_initial	2027-03-09 09:00:00+00
11	auth	0002_alter_permission_name_max_length	2027-03-09 09:00:00+00
12	auth	0003_alter_user_email_max_length	2027-03-09 09:00:00+00
13	auth	0004_alter_user_username_opts	2027-03-09 09:00:00+00
14	auth	0005_alter_user_last_login_null	2027-03-09 09:00:00+00
15	auth	0006_require_contenttypes_0002	2027-03-09 09:00:00+00
16	auth	0007_alter_validators_add_error_messages	2027-03-09 09:00:00+00
17	auth	0008_alter_user_username_max_length	2027-03-09 09:00:00+00
18	auth	0009_alter_user_last_name_max_length	2027-03-09 09:00:00+00
19	auth	0010_alter_group_name_max_length	2027-03-09 09:00:00+00
20	auth	0011_update_proxy_permissions	2027-03-09 09:00:00+00
21	auth	0012_alter_user_first_name_max_length	2027-03-09 09:00:00+00
22	plans	0001_namnder_och_inloggningar	2027-03-09 09:00:00+00
23	account	0001_initial	2027-03-09 09:00:00+00
24	account	0002_email_max_length	2027-03-09 09:00:00+00
25	account	0003_alter_emailaddress_create_unique_verified_email	2027-03-09 09:00:00+00
26	account	0004_alter_emailaddress_drop_unique_email	2027-03-09 09:00:00+00
27	account	0005_emailaddress_idx_upper_email	2027-03-09 09:00:00+00
28	account	0006_emailaddress_lower	2027-03-09 09:00:00+00
29	account	0007_emailaddress_idx_email	2027-03-09 09:00:00+00
30	account	0008_emailaddress_unique_primary_email_fixup	2027-03-09 09:00:00+00
31	account	0009_emailaddress_unique_primary_email	2027-03-09 09:00:00+00
32	admin	0001_initial	2027-03-09 09:00:00+00
33	admin	0002_logentry_remove_auto_add	2027-03-09 09:00:00+00
34	admin	0003_logentry_add_action_flag_choices	2027-03-09 09:00:00+00
35	mfa	0001_initial	2027-03-09 09:00:00+00
36	mfa	0002_authenticator_timestamps	2027-03-09 09:00:00+00
37	mfa	0003_authenticator_type_uniq	2027-03-09 09:00:00+00
38	plans	0002_personer	2027-03-09 09:00:00+00
39	plans	0003_insatser_och_ord	2027-03-09 09:00:00+00
40	plans	0004_planer	2027-03-09 09:00:00+00
41	plans	0005_utskick_och_papper	2027-03-09 09:00:00+00
42	plans	0006_logg	2027-03-09 09:00:00+00
43	plans	0007_vakter	2027-03-09 09:00:00+00
44	plans	0008_rattigheter	2027-03-09 09:00:00+00
45	sessions	0001_initial	2027-03-09 09:00:00+00
46	socialaccount	0001_initial	2027-03-09 09:00:00+00
47	socialaccount	0002_token_max_lengths	2027-03-09 09:00:00+00
48	socialaccount	0003_extra_data_default_dict	2027-03-09 09:00:00+00
49	socialaccount	0004_app_provider_id_settings	2027-03-09 09:00:00+00
50	socialaccount	0005_socialtoken_nullable_app	2027-03-09 09:00:00+00
51	socialaccount	0006_alter_socialaccount_extra_data	2027-03-09 09:00:00+00
52	usersessions	0001_initial	2027-03-09 09:00:00+00
\.



COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.



COPY public.mfa_authenticator (id, type, data, user_id, created_at, last_used_at) FROM stdin;
1	webauthn	{"name": "mote"}	11	2027-03-09 09:00:00+00	\N
2	webauthn	{"name": "mote"}	23	2027-03-09 09:00:00+00	\N
3	webauthn	{"name": "mote"}	22	2027-03-09 09:00:00+00	\N
\.



COPY public.pghistory_context (id, created_at, updated_at, metadata) FROM stdin;
\.



COPY public.plans_atgard (id, namnd_id, version_id, spar, ordning, rev, ansvarig, fran, lovat_till, latt_mening, slag, text, kontakt) FROM stdin;
1	1	1	e625dcbe-ef5b-4eff-9ee4-745c1c0c680b	0	1	Birgitta	\N	2027-03-09	Birgitta följer med.	lofte	Följer med till kören	
2	1	1	c4159f6b-8383-43dc-a523-812329b36a9a	1	1	Habiliteringen	\N	\N		andra	Provar ut en pratapp	
3	1	2	5e87d25c-0adb-4a22-8b42-f974d00491c4	0	1	Birgitta	\N	2027-03-09	Birgitta följer med.	lofte	Följer med till kören	
4	1	2	2c2e2cdc-5d6f-4ffb-8206-483d9fd229f8	1	1	Habiliteringen	\N	\N		andra	Provar ut en pratapp	
5	1	3	5e87d25c-0adb-4a22-8b42-f974d00491c4	0	1	Birgitta	\N	2027-03-09	Birgitta följer med.	lofte	Följer med till kören	
6	1	3	2c2e2cdc-5d6f-4ffb-8206-483d9fd229f8	1	1	Habiliteringen	\N	\N		andra	Provar ut en pratapp	
7	1	4	b4ea4d89-ceb7-4b5d-be6d-a5c57e30f0e5	0	1	Birgitta	\N	2027-03-09	Birgitta följer med.	lofte	Följer med till kören	
8	1	4	f9957c3d-6025-4a50-8231-acaab2188a8c	1	1	Habiliteringen	\N	\N		andra	Provar ut en pratapp	
\.



COPY public.plans_bedomning (id, namnd_id, person_id, slag, egen_ratt, vardnadshavare_ser, slutsats, gjord_av_id, gjord, created_at) FROM stdin;
1	1	3	foretrada	\N	\N	En god man söks till Yusuf	1	2027-03-09	2027-03-09 09:00:00+00
\.



COPY public.plans_begaran (id, namnd_id, person_id, slag, text, inkom, av, installning, installning_grund, registrerad_av_id, created_at, besvarad) FROM stdin;
2	1	1	insats	Alva vill sjunga	2027-03-09	Alva vill sjunga			1	2027-03-09 09:00:00+00	\N
1	1	1	plan	Alva vill sjunga	2027-03-09	Alva vill sjunga			1	2027-03-09 09:00:00+00	2027-03-09
4	1	3	insats	Yusuf vill sjunga	2027-03-09	Yusuf vill sjunga			1	2027-03-09 09:00:00+00	\N
3	1	3	plan	Yusuf vill sjunga	2027-03-09	Yusuf vill sjunga			1	2027-03-09 09:00:00+00	2027-03-09
5	1	2	plan	Dragan vill sjunga	2027-03-09	Dragan vill sjunga			3	2027-03-09 09:00:00+00	\N
6	1	2	insats	Dragan vill sjunga	2027-03-09	Dragan vill sjunga			3	2027-03-09 09:00:00+00	\N
\.



COPY public.plans_delaktig (id, namnd_id, version_id, spar, ordning, rev, namn, som, ledde, skrev) FROM stdin;
1	1	1	28a2e65a-09ee-4061-83f5-d76b0f349b48	0	1	Alva Nyström Keita		t	f
2	1	2	b6c18c70-90fc-429d-81ec-0f6022aa540b	0	1	Yusuf Abdirahman		t	f
3	1	3	b6c18c70-90fc-429d-81ec-0f6022aa540b	0	1	Yusuf Abdirahman		t	f
4	1	4	6b075c73-97b9-4f6f-9e36-50785875a310	0	1	Signe Hemlig		t	f
\.



COPY public.plans_delning (id, namnd_id, version_id, rev, innehall, delad_av_id, delad, created_at) FROM stdin;
1	1	1	6	{"mal": [{"pk": 1, "sikt": "kort", "spar": "77977a13-30c8-4f3f-866f-d0f312cfebf3", "text": "Jag vill sjunga med andra", "delmal": "", "ordning": 0, "sikt_text": "inom ett år", "livsomrade": "", "latt_mening": "Du ska sjunga.", "livsomrade_text": ""}], "ord": [{"slag": "mina_ord", "text": "Alva vill sjunga", "fraga": "viktigt", "rubrik": "Vad är viktigt för dig?", "skrivet": "2027-03-09", "bekraftat": null, "nedtecknat": true, "skrivet_av": "Ingrid Sandelin, handläggare"}, {"slag": "mina_ord", "text": "Alva vill sjunga", "fraga": "drommar", "rubrik": "Vad drömmer du om?", "skrivet": "2027-03-09", "bekraftat": null, "nedtecknat": false, "skrivet_av": "Alva Nyström Keita"}, {"slag": "sa_ser_jag_det", "text": "Alva vill sjunga", "fraga": "", "rubrik": "Så ser jag det", "skrivet": "2027-03-09", "bekraftat": null, "nedtecknat": false, "skrivet_av": "Birgitta, god man"}], "svar": [], "andra": [{"pk": 2, "fran": null, "slag": "andra", "spar": "c4159f6b-8383-43dc-a523-812329b36a9a", "text": "Provar ut en pratapp", "kontakt": "", "ordning": 1, "ansvarig": "Habiliteringen", "lovat_till": null, "latt_mening": ""}], "rader": [{"pk": 1, "nar": "Har inte börjat än", "fran": null, "namn": "Daglig verksamhet", "spar": "39acce08-5796-4a85-b93f-767d43ebe853", "text": "3 dagar i veckan", "lagrum": 10, "status": "beslutad", "ordning": 0, "ansvarig": "", "lovat_till": null, "latt_mening": "", "status_text": "beslutad"}], "syfte": "syfte", "loften": [{"pk": 1, "fran": null, "slag": "lofte", "spar": "e625dcbe-ef5b-4eff-9ee4-745c1c0c680b", "text": "Följer med till kören", "kontakt": "", "ordning": 0, "ansvarig": "Birgitta", "lovat_till": "2027-03-09", "latt_mening": "Birgitta följer med."}], "nulage": "nulage", "nummer": 1, "status": "delad", "delaktiga": [{"pk": 1, "som": "", "namn": "Alva Nyström Keita", "spar": "28a2e65a-09ee-4061-83f5-d76b0f349b48", "ledde": true, "skrev": false}], "faststalld": null, "inga_andra": false, "kopia_till": "kopia_till", "oforandrad": false, "samordnare": "samordnare", "samrad_hur": "", "samrad_med": "", "onskat_lage": "onskat_lage", "samrad_datum": null, "barnets_asikt": "", "barnets_basta": "", "nasta_omprovning": null, "ville_inte_skriva": false}	1	2027-03-09	2027-03-09 09:00:00+00
2	1	2	6	{"mal": [{"pk": 2, "sikt": "kort", "spar": "2c36b72c-5e9e-44af-bf4b-984db3c26ea9", "text": "Jag vill sjunga med andra", "delmal": "", "ordning": 0, "sikt_text": "inom ett år", "livsomrade": "", "latt_mening": "Du ska sjunga.", "livsomrade_text": ""}], "ord": [{"slag": "mina_ord", "text": "Yusuf vill sjunga", "fraga": "viktigt", "rubrik": "Vad är viktigt för dig?", "skrivet": "2027-03-09", "bekraftat": null, "nedtecknat": true, "skrivet_av": "Ingrid Sandelin, handläggare"}, {"slag": "sa_ser_jag_det", "text": "Yusuf vill sjunga", "fraga": "", "rubrik": "Så ser jag det", "skrivet": "2027-03-09", "bekraftat": null, "nedtecknat": false, "skrivet_av": "Hassan Abdirahman, vårdnadshavare"}], "svar": [], "andra": [{"pk": 4, "fran": null, "slag": "andra", "spar": "2c2e2cdc-5d6f-4ffb-8206-483d9fd229f8", "text": "Provar ut en pratapp", "kontakt": "", "ordning": 1, "ansvarig": "Habiliteringen", "lovat_till": null, "latt_mening": ""}], "rader": [{"pk": 2, "nar": "Har inte börjat än", "fran": null, "namn": "Daglig verksamhet", "spar": "5f53acd3-0d7f-4aac-ae79-2743ede2f274", "text": "3 dagar i veckan", "lagrum": 10, "status": "beslutad", "ordning": 0, "ansvarig": "", "lovat_till": null, "latt_mening": "", "status_text": "beslutad"}], "syfte": "syfte", "loften": [{"pk": 3, "fran": null, "slag": "lofte", "spar": "5e87d25c-0adb-4a22-8b42-f974d00491c4", "text": "Följer med till kören", "kontakt": "", "ordning": 0, "ansvarig": "Birgitta", "lovat_till": "2027-03-09", "latt_mening": "Birgitta följer med."}], "nulage": "nulage", "nummer": 1, "status": "delad", "delaktiga": [{"pk": 2, "som": "", "namn": "Yusuf Abdirahman", "spar": "b6c18c70-90fc-429d-81ec-0f6022aa540b", "ledde": true, "skrev": false}], "faststalld": null, "inga_andra": false, "kopia_till": "kopia_till", "oforandrad": false, "samordnare": "samordnare", "samrad_hur": "", "samrad_med": "", "onskat_lage": "onskat_lage", "samrad_datum": null, "barnets_asikt": "", "barnets_basta": "", "nasta_omprovning": null, "ville_inte_skriva": false}	1	2027-03-09	2027-03-09 09:00:00+00
\.



COPY public.plans_egetord (id, namnd_id, person_id, forfattare_id, forfattare_som, slag, fraga, text, nedtecknat, bekraftat, lasare, rev, updated_at) FROM stdin;
1	1	1	1	Ingrid Sandelin, handläggare	mina_ord	viktigt	Alva vill sjunga	t	\N	alla	1	2027-03-09 09:00:00+00
2	1	1	11	Birgitta, god man	sa_ser_jag_det		Alva vill sjunga	f	\N	alla	1	2027-03-09 09:00:00+00
3	1	1	24	Alva Nyström Keita	mina_ord	drommar	Alva vill sjunga	f	\N	alla	1	2027-03-09 09:00:00+00
4	1	3	1	Ingrid Sandelin, handläggare	mina_ord	viktigt	Yusuf vill sjunga	t	\N	alla	1	2027-03-09 09:00:00+00
5	1	3	23	Hassan Abdirahman, vårdnadshavare	sa_ser_jag_det		Yusuf vill sjunga	f	\N	alla	1	2027-03-09 09:00:00+00
6	1	2	3	Östen Grahn, handläggare	mina_ord	viktigt	Dragan vill sjunga	t	\N	alla	1	2027-03-09 09:00:00+00
7	1	2	22	Gunnar Rätt, god man	sa_ser_jag_det		Dragan vill sjunga	f	\N	alla	1	2027-03-09 09:00:00+00
8	1	2	25	Dragan Petrović	mina_ord	drommar	Dragan vill sjunga	f	\N	alla	1	2027-03-09 09:00:00+00
\.



COPY public.plans_enhet (id, namnd_id, namn) FROM stdin;
1	1	LSS vuxna
2	1	LSS barn
3	2	LSS
\.



COPY public.plans_erbjudande (id, namnd_id, person_id, insats_id, senast, lamnat, lamnat_hur, lamnat_av_id, svar, svarade, svar_av, svar_hur, fraga_igen, created_at) FROM stdin;
1	1	1	1	2027-03-23	2027-03-09	mote	1	ja	2027-03-09	Alva Nyström Keita	mote	\N	2027-03-09 09:00:00+00
2	1	3	2	2027-03-23	2027-03-09	mote	1	ja	2027-03-09	Yusuf Abdirahman	mote	\N	2027-03-09 09:00:00+00
3	1	2	3	2027-03-23	2027-03-09	mote	3		\N			\N	2027-03-09 09:00:00+00
4	1	4	4	2027-03-23	2027-03-09	mote	1	ja	2027-03-09	Signe Hemlig	mote	\N	2027-03-09 09:00:00+00
\.



COPY public.plans_foretradare (id, namnd_id, konto_id, namn, personnummer, personnummer_index, kanal, epost, telefon, adress) FROM stdin;
1	1	11	Birgitta	\N	\N	mejl	birgitta@example.se		
2	1	12	Slutat	\N	\N	mejl	slutat@example.se		
3	1	13	Kommande	\N	\N	mejl	kommande@example.se		
4	1	14	Egendom	\N	\N	mejl	egendom@example.se		
5	1	15	Stangd	\N	\N	mejl	stangd@example.se		
6	1	16	Nekad	\N	\N	mejl	nekad@example.se		
7	1	18	Javig	\N	\N	mejl	javig@example.se		
8	1	17	Avstangd	\N	\N	mejl	avstangd@example.se		
9	1	22	Gunnar Rätt	\N	\N	mejl	gunnar@example.se		
10	1	23	Hassan Abdirahman	\N	\N	mejl	pappa@example.se		
\.



COPY public.plans_foretradarskap (id, namnd_id, person_id, foretradare_id, typ, bevaka_ratt, forvalta_egendom, sorja_for_person, fran, till, underlag, verifierad_av_id, verifierad_at, kontrollerad_av_id, kontrollerad_at, kontrolleras_igen, jav, installning, installning_grund, far_se_logg, aterkallad, stangd_av_id, stangd_at, stangd_skal, rev) FROM stdin;
2	1	1	2	god_man	t	f	t	2026-12-09	2027-03-08	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1
3	1	1	3	god_man	t	f	t	2027-03-10	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1
4	1	1	4	god_man	f	t	f	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1
5	1	1	5	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	1	2027-03-01 00:00:00+00	Byte av god man	1
6	1	1	6	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f	nej		f	\N	\N	\N		1
7	1	1	7	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	t			f	\N	\N	\N		1
8	1	1	8	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1
1	1	1	1	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			t	\N	\N	\N		1
10	1	3	10	vardnadshavare	f	f	f	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			t	\N	\N	\N		1
9	1	2	9	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			t	\N	\N	\N		1
\.



COPY public.plans_foretradarskapevent (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, id, namnd_id, person_id, foretradare_id, typ, bevaka_ratt, forvalta_egendom, sorja_for_person, fran, till, underlag, verifierad_av_id, verifierad_at, kontrollerad_av_id, kontrollerad_at, kontrolleras_igen, jav, installning, installning_grund, far_se_logg, aterkallad, stangd_av_id, stangd_at, stangd_skal, rev, xid) FROM stdin;
10	2027-03-09 09:00:00+00	insert	10	\N	10	1	3	10	vardnadshavare	f	f	f	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
9	2027-03-09 09:00:00+00	insert	9	\N	9	1	2	9	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
8	2027-03-09 09:00:00+00	insert	8	\N	8	1	1	8	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
7	2027-03-09 09:00:00+00	insert	7	\N	7	1	1	7	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	t			f	\N	\N	\N		1	1003
6	2027-03-09 09:00:00+00	insert	6	\N	6	1	1	6	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f	nej		f	\N	\N	\N		1	1003
5	2027-03-09 09:00:00+00	insert	5	\N	5	1	1	5	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	1	2027-03-01 00:00:00+00	Byte av god man	1	1003
4	2027-03-09 09:00:00+00	insert	4	\N	4	1	1	4	god_man	f	t	f	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
3	2027-03-09 09:00:00+00	insert	3	\N	3	1	1	3	god_man	t	f	t	2027-03-10	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
2	2027-03-09 09:00:00+00	insert	2	\N	2	1	1	2	god_man	t	f	t	2026-12-09	2027-03-08	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
1	2027-03-09 09:00:00+00	insert	1	\N	1	1	1	1	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	2	2027-01-11 00:00:00+00	\N	f			f	\N	\N	\N		1	1003
11	2027-03-09 09:00:00+00	update	1	\N	1	1	1	1	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			f	\N	\N	\N		1	1004
12	2027-03-09 09:00:00+00	update	1	\N	1	1	1	1	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			t	\N	\N	\N		1	1008
13	2027-03-09 09:00:00+00	update	10	\N	10	1	3	10	vardnadshavare	f	f	f	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			f	\N	\N	\N		1	1029
14	2027-03-09 09:00:00+00	update	10	\N	10	1	3	10	vardnadshavare	f	f	f	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			t	\N	\N	\N		1	1033
15	2027-03-09 09:00:00+00	update	9	\N	9	1	2	9	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			f	\N	\N	\N		1	1051
16	2027-03-09 09:00:00+00	update	9	\N	9	1	2	9	god_man	t	f	t	2027-01-08	\N	Förordnande från överförmyndaren	1	2027-01-08 00:00:00+00	\N	\N	\N	f			t	\N	\N	\N		1	1055
\.



COPY public.plans_frystord (id, namnd_id, version_id, slag, fraga, text, skrivet_av, skrivet, nedtecknat, bekraftat) FROM stdin;
1	1	1	mina_ord	viktigt	Alva vill sjunga	Ingrid Sandelin, handläggare	2027-03-09	t	\N
2	1	1	mina_ord	drommar	Alva vill sjunga	Alva Nyström Keita	2027-03-09	f	\N
3	1	1	sa_ser_jag_det		Alva vill sjunga	Birgitta, god man	2027-03-09	f	\N
4	1	2	mina_ord	viktigt	Yusuf vill sjunga	Ingrid Sandelin, handläggare	2027-03-09	t	\N
5	1	2	sa_ser_jag_det		Yusuf vill sjunga	Hassan Abdirahman, vårdnadshavare	2027-03-09	f	\N
\.



COPY public.plans_granskadrad (id, namnd_id, granskning_id, user_id, person_id_sedd, handelse_id, antal, regler, bedomning, anteckning, bedomd_av_id, bedomd_at) FROM stdin;
1	1	1	1	1	22	1	["ingen_tilldelning"]	behorig	Eget ärende	5	2027-03-09 09:00:00+00
\.



COPY public.plans_handelse (id, at, xid, namnd_id, user_id, uppdrag_id, handelse, person_ids, objekt, objekt_id, nekad, varfor) FROM stdin;
1	2027-03-09 09:00:00+00	1005	1	1	1	insats.bevilja	{1}	insats	1	f	
2	2027-03-09 09:00:00+00	1006	1	1	1	begaran.ta_emot	{1}	begaran	1	f	
3	2027-03-09 09:00:00+00	1007	1	1	1	begaran.ta_emot	{1}	begaran	2	f	
4	2027-03-09 09:00:00+00	1008	1	1	1	foretradare.bedom_logg	{1}	foretradarskap	1	f	Bedömd
5	2027-03-09 09:00:00+00	1009	1	\N	\N	person.oppnad	{1}		\N	f	
6	2027-03-09 09:00:00+00	1010	1	1	1	ord.skriv	{1}	egetord	1	f	
7	2027-03-09 09:00:00+00	1011	1	11	\N	ord.skriv	{1}	egetord	2	f	
8	2027-03-09 09:00:00+00	1012	1	24	\N	ord.skriv	{1}	egetord	3	f	
9	2027-03-09 09:00:00+00	1013	1	1	1	erbjudande.lamna	{1}	erbjudande	1	f	
10	2027-03-09 09:00:00+00	1014	1	1	1	erbjudande.svara	{1}	erbjudande	1	f	
11	2027-03-09 09:00:00+00	1015	1	1	1	plan.borja	{1}	individuellplan	1	f	
12	2027-03-09 09:00:00+00	1016	1	1	1	plan.andra	{1}	malsattning	1	f	
13	2027-03-09 09:00:00+00	1017	1	1	1	plan.andra	{1}	atgard	1	f	
14	2027-03-09 09:00:00+00	1018	1	1	1	plan.andra	{1}	atgard	2	f	
15	2027-03-09 09:00:00+00	1019	1	1	1	plan.andra	{1}	delaktig	1	f	
16	2027-03-09 09:00:00+00	1020	1	1	1	plan.andra	{1}	planversion	1	f	
17	2027-03-09 09:00:00+00	1021	1	1	1	plan.dela	{1}	planversion	1	f	
18	2027-03-09 09:00:00+00	1022	1	11	\N	plan.svara	{1}	planversion	1	f	
19	2027-03-09 09:00:00+00	1023	1	1	1	plan.faststall	{1}	planversion	1	f	
20	2027-03-09 09:00:00+00	1024	1	1	1	plan.folj_upp	{1}	uppfoljning	1	f	
21	2027-03-09 09:00:00+00	1025	\N	\N	\N	utskick.planera	{1}		\N	f	
22	2027-02-10 09:00:00+00	1026	1	1	1	person.oppnad	{1}		\N	f	
23	2027-03-09 09:00:00+00	1027	1	5	5	loggranskning.dra	{1}	loggranskning	1	f	
24	2027-03-09 09:00:00+00	1028	1	5	5	loggranskning.bedom	{1}	granskadrad	1	f	
25	2027-03-09 09:00:00+00	1030	1	1	1	insats.bevilja	{3}	insats	2	f	
26	2027-03-09 09:00:00+00	1031	1	1	1	begaran.ta_emot	{3}	begaran	3	f	
27	2027-03-09 09:00:00+00	1032	1	1	1	begaran.ta_emot	{3}	begaran	4	f	
28	2027-03-09 09:00:00+00	1033	1	1	1	foretradare.bedom_logg	{3}	foretradarskap	10	f	Bedömd
29	2027-03-09 09:00:00+00	1034	1	\N	\N	person.oppnad	{3}		\N	f	
30	2027-03-09 09:00:00+00	1035	1	1	1	ord.skriv	{3}	egetord	4	f	
31	2027-03-09 09:00:00+00	1036	1	23	\N	ord.skriv	{3}	egetord	5	f	
32	2027-03-09 09:00:00+00	1037	1	1	1	erbjudande.lamna	{3}	erbjudande	2	f	
33	2027-03-09 09:00:00+00	1038	1	1	1	erbjudande.svara	{3}	erbjudande	2	f	
34	2027-03-09 09:00:00+00	1039	1	1	1	plan.borja	{3}	individuellplan	2	f	
35	2027-03-09 09:00:00+00	1040	1	1	1	plan.andra	{3}	malsattning	2	f	
36	2027-03-09 09:00:00+00	1041	1	1	1	plan.andra	{3}	atgard	3	f	
37	2027-03-09 09:00:00+00	1042	1	1	1	plan.andra	{3}	atgard	4	f	
38	2027-03-09 09:00:00+00	1043	1	1	1	plan.andra	{3}	delaktig	2	f	
39	2027-03-09 09:00:00+00	1044	1	1	1	plan.andra	{3}	planversion	2	f	
40	2027-03-09 09:00:00+00	1045	1	1	1	plan.dela	{3}	planversion	2	f	
41	2027-03-09 09:00:00+00	1046	1	23	\N	plan.svara	{3}	planversion	2	f	
42	2027-03-09 09:00:00+00	1047	1	1	1	plan.faststall	{3}	planversion	2	f	
43	2027-03-09 09:00:00+00	1048	1	1	1	plan.folj_upp	{3}	uppfoljning	2	f	
44	2027-03-09 09:00:00+00	1049	\N	\N	\N	utskick.planera	{3}		\N	f	
45	2027-03-09 09:00:00+00	1050	1	1	1	plan.omprova	{3}	planversion	3	f	
46	2027-03-09 09:00:00+00	1052	1	3	3	insats.bevilja	{2}	insats	3	f	
47	2027-03-09 09:00:00+00	1053	1	3	3	begaran.ta_emot	{2}	begaran	5	f	
48	2027-03-09 09:00:00+00	1054	1	3	3	begaran.ta_emot	{2}	begaran	6	f	
49	2027-03-09 09:00:00+00	1055	1	3	3	foretradare.bedom_logg	{2}	foretradarskap	9	f	Bedömd
50	2027-03-09 09:00:00+00	1056	1	\N	\N	person.oppnad	{2}		\N	f	
51	2027-03-09 09:00:00+00	1057	1	3	3	ord.skriv	{2}	egetord	6	f	
52	2027-03-09 09:00:00+00	1058	1	22	\N	ord.skriv	{2}	egetord	7	f	
53	2027-03-09 09:00:00+00	1059	1	25	\N	ord.skriv	{2}	egetord	8	f	
54	2027-03-09 09:00:00+00	1060	1	3	3	erbjudande.lamna	{2}	erbjudande	3	f	
55	2027-03-09 09:00:00+00	1061	1	1	1	insats.bevilja	{4}	insats	4	f	
56	2027-03-09 09:00:00+00	1062	1	1	1	erbjudande.lamna	{4}	erbjudande	4	f	
57	2027-03-09 09:00:00+00	1063	1	1	1	erbjudande.svara	{4}	erbjudande	4	f	
58	2027-03-09 09:00:00+00	1064	1	1	1	plan.borja	{4}	individuellplan	3	f	
59	2027-03-09 09:00:00+00	1065	1	1	1	plan.andra	{4}	malsattning	4	f	
60	2027-03-09 09:00:00+00	1066	1	1	1	plan.andra	{4}	atgard	7	f	
61	2027-03-09 09:00:00+00	1067	1	1	1	plan.andra	{4}	atgard	8	f	
62	2027-03-09 09:00:00+00	1068	1	1	1	plan.andra	{4}	delaktig	4	f	
63	2027-03-09 09:00:00+00	1069	1	1	1	bedomning.gor	{3}	bedomning	1	f	
64	2027-03-09 09:00:00+00	1070	1	1	1	logg.undanhall	{1}	handelse	5	f	21 kap. 3 § OSL
\.



COPY public.plans_inbjudan (id, konto_id, slag, kod_hash, skapad_av_id, skapad_at, giltig_till, anvand_at, aterkallad_at) FROM stdin;
1	11	brev	0000000000000000000000000000000000000000000000000000000000000001	1	2027-03-09 09:00:00+00	2027-04-08 09:00:00+00	\N	\N
2	23	brev	0000000000000000000000000000000000000000000000000000000000000003	1	2027-03-09 09:00:00+00	2027-04-08 09:00:00+00	\N	\N
3	22	brev	0000000000000000000000000000000000000000000000000000000000000002	3	2027-03-09 09:00:00+00	2027-04-08 09:00:00+00	\N	\N
\.



COPY public.plans_individuellplan (id, namnd_id, person_id, nasta_omprovning, avslutad, avslutad_av_id, avslutad_skal, created_at, gallande_id) FROM stdin;
1	1	1	2027-03-09	\N	\N		2027-03-09 09:00:00+00	1
2	1	3	2027-03-09	\N	\N		2027-03-09 09:00:00+00	2
3	1	4	\N	\N	\N		2027-03-09 09:00:00+00	\N
\.



COPY public.plans_inloggningstjanst (id, namnd_id, kod, namn, for_vem, protokoll, adress, klient_id, klient_hemlighet, scope, entitet, inloggningsadress, certifikat, claim, niva_claim, nivaer, aktiv) FROM stdin;
1	1	eleg	E-legitimation	enskilda	oidc	https://op.example.se	plan	\\x01668c29a757d2a4956cc51e532ee7b6f98a9727f22164837625b8c67fd3ef830b7cd13f777dae5575c0	openid				https://id.oidc.se/claim/personalIdentityNumber	acr	loa3	t
\.



COPY public.plans_insats (id, namnd_id, person_id, lagrum, utfall, omfattning, beslutad, beslutsnummer, delegat, overklagandehanvisning, verkstalld, utforare, till, till_skal, varning_skal, avslutad, rev, created_at) FROM stdin;
1	1	1	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		2028-03-08	Skäl		\N	1	2027-03-09 09:00:00+00
2	1	3	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		2028-03-08	Skäl		\N	1	2027-03-09 09:00:00+00
3	1	2	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		2028-03-08	Skäl		\N	1	2027-03-09 09:00:00+00
4	1	4	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		\N			\N	1	2027-03-09 09:00:00+00
\.



COPY public.plans_insatsevent (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, id, namnd_id, person_id, lagrum, utfall, omfattning, beslutad, beslutsnummer, delegat, overklagandehanvisning, verkstalld, utforare, till, till_skal, varning_skal, avslutad, rev, created_at, xid) FROM stdin;
1	2027-03-09 09:00:00+00	insert	1	\N	1	1	1	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		2028-03-08	Skäl		\N	1	2027-03-09 09:00:00+00	1005
2	2027-03-09 09:00:00+00	insert	2	\N	2	1	3	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		2028-03-08	Skäl		\N	1	2027-03-09 09:00:00+00	1030
3	2027-03-09 09:00:00+00	insert	3	\N	3	1	2	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		2028-03-08	Skäl		\N	1	2027-03-09 09:00:00+00	1052
4	2027-03-09 09:00:00+00	insert	4	\N	4	1	4	10	beviljad	3 dagar i veckan	2027-03-09			f	\N		\N			\N	1	2027-03-09 09:00:00+00	1061
\.



COPY public.plans_kladd (id, user_id, plats, base_rev, data, at) FROM stdin;
1	1	/personer/ny/	\N	{"fornamn": ["Bo"]}	2027-03-09 09:00:00+00
\.



COPY public.plans_loggranskning (id, namnd_id, manad, rader, dragen_av_id, dragen_at, signerad_av_id, signerad_at, slutsats) FROM stdin;
1	1	2027-02-01	1	5	2027-03-09 09:00:00+00	\N	\N	
\.



COPY public.plans_malsattning (id, namnd_id, version_id, spar, ordning, rev, text, latt_mening, sikt, delmal, livsomrade) FROM stdin;
1	1	1	77977a13-30c8-4f3f-866f-d0f312cfebf3	0	1	Jag vill sjunga med andra	Du ska sjunga.	kort		
2	1	2	2c36b72c-5e9e-44af-bf4b-984db3c26ea9	0	1	Jag vill sjunga med andra	Du ska sjunga.	kort		
3	1	3	2c36b72c-5e9e-44af-bf4b-984db3c26ea9	0	1	Jag vill sjunga med andra	Du ska sjunga.	kort		
4	1	4	ba75e831-5086-45f0-a3c6-dae80f45884d	0	1	Jag vill sjunga med andra	Du ska sjunga.	kort		
\.



COPY public.plans_mottagare (id, namnd_id, user_id, foretradare_id, person_id) FROM stdin;
1	1	1	\N	\N
2	1	\N	1	\N
3	1	\N	\N	1
5	1	\N	10	\N
6	1	\N	\N	3
\.



COPY public.plans_namnd (id, kommunkod, kommun, namn, region, telefon, erbjud_inom_dagar, forsta_mote_inom_dagar, galler_fore_kontroll, kontrollera_inom_arbetsdagar, infort, inforande_manader) FROM stdin;
1	9901	Björkdala kommun	Nämnden för funktionsstöd	Region Mälarbygden	010-555 01 00	14	30	t	5	2026-12-09	12
2	9902	Ekhamra kommun	Nämnden för funktionsstöd	Region Mälarbygden	010-555 01 00	14	30	t	5	2026-12-09	12
\.



COPY public.plans_nodatkomst (id, namnd_id, user_id, person_id, skal, fran, till, created_at, granskad_av_id, granskad_at, granskad_anteckning) FROM stdin;
1	1	8	1	Familjen ringer	2027-03-09	2027-03-09	2027-03-09 09:00:00+00	\N	\N	
2	1	9	1	Familjen ringer	2027-03-08	2027-03-08	2027-03-09 09:00:00+00	\N	\N	
3	1	1	3	Familjen ringer om kvällen	2027-03-08	2027-03-08	2027-03-09 09:00:00+00	\N	\N	
4	1	3	2	Familjen ringer om kvällen	2027-03-08	2027-03-08	2027-03-09 09:00:00+00	\N	\N	
\.



COPY public.plans_paminnelse (id, namnd_id, mottagare_id, slag, plan_id, frist, steg, utskick_id, created_at) FROM stdin;
1	1	1	genomgang	1	2027-03-09	0	1	2027-03-09 09:00:00+00
2	1	2	genomgang	1	2027-03-09	0	2	2027-03-09 09:00:00+00
3	1	3	genomgang	1	2027-03-09	0	3	2027-03-09 09:00:00+00
4	1	1	genomgang	2	2027-03-09	0	1	2027-03-09 09:00:00+00
5	1	5	genomgang	2	2027-03-09	0	5	2027-03-09 09:00:00+00
6	1	6	genomgang	2	2027-03-09	0	6	2027-03-09 09:00:00+00
\.



COPY public.plans_person (id, namnd_id, enhet_id, konto_id, arendenummer, personnummer, personnummer_index, fodd, fornamn, efternamn, tilltalsnamn, sorteringsnyckel, personkrets, kommunikation, motesonskemal, sprak, kanal, epost, telefon, adress, skyddad, avliden, rev, created_at) FROM stdin;
1	1	1	24	2027-0001	\\x01d3704792b17e570850accb6d0501ea48b5b62cb6198830187b064350c0e1eb1d027f31161e3dd90b	\\xe4c344ece6a4bb4af1a48006c3e0e6b1a3494b341a73ec6b729ec1df9b832b95	1960-01-18	Alva	Nyström Keita	Alva	nystr}m keitaalva	1		Korta meningar och bilder.		brev				f	\N	1	2027-03-09 09:00:00+00
2	1	2	25	2027-0002	\\x016c29897bb8cafd93270fcc030ff4bcd78b1f28edbf951ef3322a19f075e56d3e3b3967b355243bb0	\\x4e4be4d0030fdf7a6a2bebff1a8f6973b1a77064d77c6d05bde2d8b5c16242a1	1960-03-18	Dragan	Petrović	Dragan	petrovicdragan	1				brev				f	\N	1	2027-03-09 09:00:00+00
3	1	1	\N	2027-0003	\\x0180dac23407ad6b7659d235d0186058ef03503068db68b26edc20f5d3cc5b5f472fbb29da386387a6	\\xa5b061ba914465aebe9d288620205082dfbb7d3ee7fb9b98a1abbb59d8ceb960	2013-01-06	Yusuf	Abdirahman	Yusuf	abdirahmanyusuf	1				brev				f	\N	1	2027-03-09 09:00:00+00
4	1	1	\N	2027-0004	\\x013a9ac57d77b8d6d205980b4787c6c50db04052374e72ad36082521b0a7c09828f68456642f046219	\\xf000e27c3801fbb113aeb369f1e62c7ff4edd567864848a4330d7e3951ca7b7e	1961-06-14	Signe	Hemlig	Signe	hemligsigne	1				brev				t	\N	1	2027-03-09 09:00:00+00
5	2	3	\N	2027-0005	\\x01c5f949a783b684cfefcd04290e319439f05e5f4f4b33ff49cdf78a0c5ebd77b07b52186595fa8fce	\\xe4c344ece6a4bb4af1a48006c3e0e6b1a3494b341a73ec6b729ec1df9b832b95	1960-01-18	Alva	Annorstädes	Alva	annorst|desalva	1				brev				f	\N	1	2027-03-09 09:00:00+00
\.



COPY public.plans_personevent (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, id, namnd_id, enhet_id, konto_id, arendenummer, personnummer_index, fodd, fornamn, efternamn, tilltalsnamn, sorteringsnyckel, personkrets, kommunikation, motesonskemal, sprak, kanal, epost, telefon, adress, skyddad, avliden, rev, created_at, xid) FROM stdin;
5	2027-03-09 09:00:00+00	insert	5	\N	5	2	3	\N	2027-0005	\\xe4c344ece6a4bb4af1a48006c3e0e6b1a3494b341a73ec6b729ec1df9b832b95	1960-01-18	Alva	Annorstädes	Alva	annorst|desalva	1				brev				f	\N	1	2027-03-09 09:00:00+00	1001
4	2027-03-09 09:00:00+00	insert	4	\N	4	1	1	\N	2027-0004	\\xf000e27c3801fbb113aeb369f1e62c7ff4edd567864848a4330d7e3951ca7b7e	1961-06-14	Signe	Hemlig	Signe	hemligsigne	1				brev				t	\N	1	2027-03-09 09:00:00+00	1001
3	2027-03-09 09:00:00+00	insert	3	\N	3	1	1	\N	2027-0003	\\xa5b061ba914465aebe9d288620205082dfbb7d3ee7fb9b98a1abbb59d8ceb960	2013-01-06	Yusuf	Abdirahman	Yusuf	abdirahmanyusuf	1				brev				f	\N	1	2027-03-09 09:00:00+00	1001
2	2027-03-09 09:00:00+00	insert	2	\N	2	1	2	25	2027-0002	\\x4e4be4d0030fdf7a6a2bebff1a8f6973b1a77064d77c6d05bde2d8b5c16242a1	1960-03-18	Dragan	Petrović	Dragan	petrovicdragan	1				brev				f	\N	1	2027-03-09 09:00:00+00	1001
1	2027-03-09 09:00:00+00	insert	1	\N	1	1	1	24	2027-0001	\\xe4c344ece6a4bb4af1a48006c3e0e6b1a3494b341a73ec6b729ec1df9b832b95	1960-01-18	Alva	Nyström Keita	Alva	nystr}m keitaalva	1		Korta meningar och bilder.		brev				f	\N	1	2027-03-09 09:00:00+00	1001
\.



COPY public.plans_planpdf (id, status, forsok, nasta_forsok_at, paborjad_at, created_at, namnd_id, version_id, klar_at, sha256, storlek) FROM stdin;
1	klar	0	\N	\N	2027-03-09 09:00:00+00	1	1	2027-03-09 09:00:00+00	0000000000000000000000000000000000000000000000000000000000000000	8
2	klar	0	\N	\N	2027-03-09 09:00:00+00	1	2	2027-03-09 09:00:00+00	0000000000000000000000000000000000000000000000000000000000000000	8
\.



COPY public.plans_planpdfinnehall (namnd_id, pdf_id, data) FROM stdin;
1	1	\\x255044462d312e37
1	2	\\x255044462d312e37
\.



COPY public.plans_planrad (id, namnd_id, version_id, spar, ordning, rev, ansvarig, fran, lovat_till, latt_mening, status, lagrum, insats_id, text, nar) FROM stdin;
1	1	1	39acce08-5796-4a85-b93f-767d43ebe853	0	1		\N	\N		beslutad	10	1	3 dagar i veckan	Har inte börjat än
2	1	2	5f53acd3-0d7f-4aac-ae79-2743ede2f274	0	1		\N	\N		beslutad	10	2	3 dagar i veckan	Har inte börjat än
3	1	3	5f53acd3-0d7f-4aac-ae79-2743ede2f274	0	1		\N	\N		beslutad	10	2	3 dagar i veckan	Har inte börjat än
4	1	4	b0003b95-07c2-4901-a3d0-533c01064c22	0	1		\N	\N		beslutad	10	4	3 dagar i veckan	Har inte börjat än
\.



COPY public.plans_plansvar (id, namnd_id, delning_id, foretradarskap_id, namn, som, svar, text, hur, svarade, registrerad_av_id, created_at) FROM stdin;
1	1	1	1	Birgitta	god man	haller_inte_med	Alva vill sjunga	portalen	2027-03-09	11	2027-03-09 09:00:00+00
2	1	2	10	Hassan Abdirahman	vårdnadshavare	haller_inte_med	Yusuf vill sjunga	portalen	2027-03-09	23	2027-03-09 09:00:00+00
\.



COPY public.plans_planversion (id, namnd_id, plan_id, nummer, status, syfte, nulage, onskat_lage, barnets_asikt, barnets_basta, ville_inte_skriva, inga_andra, samordnare, kopia_till, samrad_datum, samrad_hur, samrad_med, nasta_omprovning, oforandrad, rev, grund_rev, created_by_id, created_at, faststalld, faststalld_av_id) FROM stdin;
1	1	1	1	faststalld	syfte	nulage	onskat_lage			f	f	samordnare	kopia_till	2027-03-09	mote	Alva vill sjunga	2028-03-09	f	6	2	1	2027-03-09 09:00:00+00	2027-03-09	1
2	1	2	1	faststalld	syfte	nulage	onskat_lage			f	f	samordnare	kopia_till	2027-03-09	mote	Yusuf vill sjunga	2028-03-09	f	6	2	1	2027-03-09 09:00:00+00	2027-03-09	1
3	1	2	2	utkast	syfte	nulage	onskat_lage			f	f	samordnare	kopia_till	\N			\N	f	1	1	1	2027-03-09 09:00:00+00	\N	\N
4	1	3	1	utkast						f	f	Ingrid Sandelin		\N			\N	f	5	1	1	2027-03-09 09:00:00+00	\N	\N
\.



COPY public.plans_puls (namn, at) FROM stdin;
arbetare	2027-03-09 09:00:00+00
\.



COPY public.plans_sigill (nummer, fran_xid, till_xid, antal, summa, kedja, at) FROM stdin;
1	0	1000	0	0000000000000000000000000000000000000000000000000000000000000000	1111111111111111111111111111111111111111111111111111111111111111	2027-03-09 09:00:00+00
\.



COPY public.plans_tilldelning (id, namnd_id, user_id, person_id, roll, fran, till) FROM stdin;
1	1	1	1	ansvarig	2027-03-09	\N
2	1	3	2	ansvarig	2027-03-09	\N
3	1	1	3	ansvarig	2027-03-09	\N
4	1	1	4	ansvarig	2027-03-09	\N
5	2	4	5	ansvarig	2027-03-09	\N
\.



COPY public.plans_tilldelningevent (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, id, namnd_id, user_id, person_id, roll, fran, till, xid) FROM stdin;
5	2027-03-09 09:00:00+00	insert	5	\N	5	2	4	5	ansvarig	2027-03-09	\N	1002
4	2027-03-09 09:00:00+00	insert	4	\N	4	1	1	4	ansvarig	2027-03-09	\N	1002
3	2027-03-09 09:00:00+00	insert	3	\N	3	1	1	3	ansvarig	2027-03-09	\N	1002
2	2027-03-09 09:00:00+00	insert	2	\N	2	1	3	2	ansvarig	2027-03-09	\N	1002
1	2027-03-09 09:00:00+00	insert	1	\N	1	1	1	1	ansvarig	2027-03-09	\N	1002
\.



COPY public.plans_undanhallen (id, namnd_id, handelse_id, person_id, lagrum, skal, av_id, created_at) FROM stdin;
1	1	5	1	21 kap. 3 § OSL	Hot	1	2027-03-09 09:00:00+00
2	1	21	1	21 kap. 3 § OSL	Hot	1	2027-03-09 09:00:00+00
\.



COPY public.plans_uppdrag (id, user_id, enhet_id, roll, fran, till) FROM stdin;
1	1	1	handlaggare	2026-03-09	\N
2	2	1	handlaggare	2026-03-09	\N
3	3	2	handlaggare	2026-03-09	\N
4	4	3	handlaggare	2026-03-09	\N
5	5	1	chef	2026-03-09	\N
6	6	1	granskare	2026-03-09	\N
7	7	1	registrator	2026-03-09	\N
8	8	2	handlaggare	2026-03-09	\N
9	9	2	handlaggare	2026-03-09	\N
\.



COPY public.plans_uppfoljning (id, namnd_id, plan_id, spar, utfall, varfor, datum, noterad_av_id, created_at) FROM stdin;
1	1	1	e625dcbe-ef5b-4eff-9ee4-745c1c0c680b	blev_inte	Alva vill sjunga	2027-03-09	1	2027-03-09 09:00:00+00
2	1	2	5e87d25c-0adb-4a22-8b42-f974d00491c4	blev_inte	Yusuf vill sjunga	2027-03-09	1	2027-03-09 09:00:00+00
\.



COPY public.plans_user (id, password, last_login, is_superuser, username, email, is_staff, is_active, date_joined, namn, tjanst_id, anstallnings_id, hemadress, visas_som_roll) FROM stdin;
1	!	\N	f	ingrid	ingrid@example.se	f	t	2027-03-09 09:00:00+00	Ingrid Sandelin	\N			f
2	!	\N	f	kerstin		f	t	2027-03-09 09:00:00+00	Kerstin Wall	\N			f
3	!	\N	f	osten		f	t	2027-03-09 09:00:00+00	Östen Grahn	\N			f
4	!	\N	f	nadia		f	t	2027-03-09 09:00:00+00	Nadia Lind	\N			f
5	!	\N	f	carin		f	t	2027-03-09 09:00:00+00	Carin Ekblad	\N			f
6	!	\N	f	greta		f	t	2027-03-09 09:00:00+00	Greta Moe	\N			f
7	!	\N	f	rut		f	t	2027-03-09 09:00:00+00	Rut Rask	\N			f
8	!	\N	f	nodoppnat		f	t	2027-03-09 09:00:00+00	Nils Öppnat	\N			f
9	!	\N	f	nodigar		f	t	2027-03-09 09:00:00+00	Nina Igår	\N			f
10	!	\N	t	admin		t	t	2027-03-09 09:00:00+00	Admin	\N			f
11	!	\N	f	birgitta		f	t	2027-03-09 09:00:00+00	Birgitta	\N			f
12	!	\N	f	slutat		f	t	2027-03-09 09:00:00+00	Slutat	\N			f
13	!	\N	f	kommande		f	t	2027-03-09 09:00:00+00	Kommande	\N			f
14	!	\N	f	egendom		f	t	2027-03-09 09:00:00+00	Egendom	\N			f
15	!	\N	f	stangd		f	t	2027-03-09 09:00:00+00	Stangd	\N			f
16	!	\N	f	nekad		f	t	2027-03-09 09:00:00+00	Nekad	\N			f
17	!	\N	f	avstangd		f	f	2027-03-09 09:00:00+00	Avstangd	\N			f
18	!	\N	f	javig		f	t	2027-03-09 09:00:00+00	Javig	\N			f
19	!	\N	f	mor_stangd		f	t	2027-03-09 09:00:00+00	Mor Stangd	\N			f
20	!	\N	f	mamma		f	t	2027-03-09 09:00:00+00	Aminata Keita	\N			f
21	!	\N	f	ingen		f	t	2027-03-09 09:00:00+00	Ingen	\N			f
22	!	\N	f	gunnar		f	t	2027-03-09 09:00:00+00	Gunnar Rätt	\N			f
23	!	\N	f	pappa		f	t	2027-03-09 09:00:00+00	Hassan Abdirahman	\N			f
24	!	\N	f	alva		f	t	2027-03-09 09:00:00+00	Alva Nyström Keita	\N			f
25	!	\N	f	dragan		f	t	2027-03-09 09:00:00+00	Dragan Petrović	\N			f
\.



COPY public.plans_user_groups (id, user_id, group_id) FROM stdin;
\.



COPY public.plans_user_user_permissions (id, user_id, permission_id) FROM stdin;
\.



COPY public.plans_utskick (id, status, forsok, nasta_forsok_at, paborjad_at, created_at, namnd_id, mottagare_id, slag, kanal, for_hand, dag, skickad_at, skickad_av_id) FROM stdin;
1	vantar	0	\N	\N	2027-03-09 09:00:00+00	1	1	genomgang	mejl	f	2027-03-09	\N	\N
2	vantar	0	\N	\N	2027-03-09 09:00:00+00	1	2	genomgang	mejl	f	2027-03-09	\N	\N
3	for_hand	0	\N	\N	2027-03-09 09:00:00+00	1	3	genomgang	brev	t	2027-03-09	\N	\N
5	vantar	0	\N	\N	2027-03-09 09:00:00+00	1	5	genomgang	mejl	f	2027-03-09	\N	\N
6	for_hand	0	\N	\N	2027-03-09 09:00:00+00	1	6	genomgang	brev	t	2027-03-09	\N	\N
\.



COPY public.socialaccount_socialaccount (id, provider, uid, last_login, date_joined, extra_data, user_id) FROM stdin;
\.



COPY public.socialaccount_socialapp (id, provider, name, client_id, secret, key, provider_id, settings) FROM stdin;
\.



COPY public.socialaccount_socialtoken (id, token, token_secret, expires_at, account_id, app_id) FROM stdin;
\.



COPY public.usersessions_usersession (id, created_at, ip, last_seen_at, session_key, user_agent, data, user_id) FROM stdin;
\.



SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);



SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_permission_id_seq', 228, true);



SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);



SELECT pg_catalog.setval('public.django_content_type_id_seq', 57, true);



SELECT pg_catalog.setval('public.django_migrations_id_seq', 52, true);



SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 3, true);



SELECT pg_catalog.setval('public.plans_atgard_id_seq', 8, true);



SELECT pg_catalog.setval('public.plans_bedomning_id_seq', 1, true);



SELECT pg_catalog.setval('public.plans_begaran_id_seq', 6, true);



SELECT pg_catalog.setval('public.plans_delaktig_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_delning_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_egetord_id_seq', 8, true);



SELECT pg_catalog.setval('public.plans_enhet_id_seq', 3, true);



SELECT pg_catalog.setval('public.plans_erbjudande_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_foretradare_id_seq', 10, true);



SELECT pg_catalog.setval('public.plans_foretradarskap_id_seq', 10, true);



SELECT pg_catalog.setval('public.plans_foretradarskapevent_pgh_id_seq', 16, true);



SELECT pg_catalog.setval('public.plans_frystord_id_seq', 5, true);



SELECT pg_catalog.setval('public.plans_granskadrad_id_seq', 1, true);



SELECT pg_catalog.setval('public.plans_handelse_id_seq', 64, true);



SELECT pg_catalog.setval('public.plans_inbjudan_id_seq', 3, true);



SELECT pg_catalog.setval('public.plans_individuellplan_id_seq', 3, true);



SELECT pg_catalog.setval('public.plans_inloggningstjanst_id_seq', 1, true);



SELECT pg_catalog.setval('public.plans_insats_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_insatsevent_pgh_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_kladd_id_seq', 1, true);



SELECT pg_catalog.setval('public.plans_loggranskning_id_seq', 1, true);



SELECT pg_catalog.setval('public.plans_malsattning_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_mottagare_id_seq', 6, true);



SELECT pg_catalog.setval('public.plans_namnd_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_nodatkomst_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_paminnelse_id_seq', 6, true);



SELECT pg_catalog.setval('public.plans_person_id_seq', 5, true);



SELECT pg_catalog.setval('public.plans_personevent_pgh_id_seq', 5, true);



SELECT pg_catalog.setval('public.plans_planpdf_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_planrad_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_plansvar_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_planversion_id_seq', 4, true);



SELECT pg_catalog.setval('public.plans_tilldelning_id_seq', 5, true);



SELECT pg_catalog.setval('public.plans_tilldelningevent_pgh_id_seq', 5, true);



SELECT pg_catalog.setval('public.plans_undanhallen_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_uppdrag_id_seq', 9, true);



SELECT pg_catalog.setval('public.plans_uppfoljning_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_user_groups_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_user_id_seq', 25, true);



SELECT pg_catalog.setval('public.plans_user_user_permissions_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_utskick_id_seq', 6, true);



SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);



SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);



SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);



SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_atgard
    ADD CONSTRAINT atgard_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_atgard
    ADD CONSTRAINT atgard_spar_unikt UNIQUE (version_id, spar);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_bedomning
    ADD CONSTRAINT bedomning_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_begaran
    ADD CONSTRAINT begaran_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);



ALTER TABLE ONLY public.plans_delaktig
    ADD CONSTRAINT delaktig_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_delaktig
    ADD CONSTRAINT delaktig_spar_unikt UNIQUE (version_id, spar);



ALTER TABLE ONLY public.plans_delning
    ADD CONSTRAINT delning_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);



ALTER TABLE ONLY public.plans_egetord
    ADD CONSTRAINT eget_ord_en_rad_per_fraga UNIQUE (person_id, forfattare_id, slag, fraga);



ALTER TABLE ONLY public.plans_egetord
    ADD CONSTRAINT egetord_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_enhet
    ADD CONSTRAINT enhet_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_enhet
    ADD CONSTRAINT enhet_unik UNIQUE (namnd_id, namn);



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT erbjudande_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_foretradare
    ADD CONSTRAINT foretradare_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_foretradare
    ADD CONSTRAINT foretradare_konto_unikt_i_namnd UNIQUE (namnd_id, konto_id);



ALTER TABLE ONLY public.plans_foretradare
    ADD CONSTRAINT foretradare_unik_i_namnd UNIQUE (namnd_id, personnummer_index);



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT foretradarskap_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_frystord
    ADD CONSTRAINT frystord_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT granskad_rad_en_per_user_och_person UNIQUE NULLS NOT DISTINCT (granskning_id, user_id, person_id_sedd);



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT granskadrad_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT individuellplan_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_insats
    ADD CONSTRAINT insats_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_kladd
    ADD CONSTRAINT kladd_en_per_plats UNIQUE (user_id, plats);



ALTER TABLE ONLY public.plans_loggranskning
    ADD CONSTRAINT loggranskning_en_per_manad UNIQUE (namnd_id, manad);



ALTER TABLE ONLY public.plans_loggranskning
    ADD CONSTRAINT loggranskning_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_malsattning
    ADD CONSTRAINT malsattning_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_malsattning
    ADD CONSTRAINT malsattning_spar_unikt UNIQUE (version_id, spar);



ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT mottagare_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT mottagare_unik UNIQUE NULLS NOT DISTINCT (namnd_id, user_id, foretradare_id, person_id);



ALTER TABLE ONLY public.plans_namnd
    ADD CONSTRAINT namnd_unik UNIQUE (kommunkod, namn);



ALTER TABLE ONLY public.plans_nodatkomst
    ADD CONSTRAINT nodatkomst_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT paminnelse_en_per_steg_och_mottagare UNIQUE (slag, plan_id, frist, steg, mottagare_id);



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT paminnelse_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT person_arendenummer_unikt UNIQUE (namnd_id, arendenummer);



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT person_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT person_unik_i_namnd UNIQUE (namnd_id, personnummer_index);



ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_planpdf
    ADD CONSTRAINT planpdf_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT planrad_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT planrad_spar_unikt UNIQUE (version_id, spar);



ALTER TABLE ONLY public.plans_atgard
    ADD CONSTRAINT plans_atgard_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_bedomning
    ADD CONSTRAINT plans_bedomning_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_begaran
    ADD CONSTRAINT plans_begaran_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_delaktig
    ADD CONSTRAINT plans_delaktig_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_delning
    ADD CONSTRAINT plans_delning_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_egetord
    ADD CONSTRAINT plans_egetord_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_enhet
    ADD CONSTRAINT plans_enhet_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT plans_erbjudande_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_foretradare
    ADD CONSTRAINT plans_foretradare_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT plans_foretradarskap_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_foretradarskapevent
    ADD CONSTRAINT plans_foretradarskapevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.plans_frystord
    ADD CONSTRAINT plans_frystord_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT plans_granskadrad_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_handelse
    ADD CONSTRAINT plans_handelse_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_inbjudan
    ADD CONSTRAINT plans_inbjudan_kod_hash_key UNIQUE (kod_hash);



ALTER TABLE ONLY public.plans_inbjudan
    ADD CONSTRAINT plans_inbjudan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT plans_individuellplan_gallande_id_key UNIQUE (gallande_id);



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT plans_individuellplan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_inloggningstjanst
    ADD CONSTRAINT plans_inloggningstjanst_kod_key UNIQUE (kod);



ALTER TABLE ONLY public.plans_inloggningstjanst
    ADD CONSTRAINT plans_inloggningstjanst_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_insats
    ADD CONSTRAINT plans_insats_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_insatsevent
    ADD CONSTRAINT plans_insatsevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.plans_kladd
    ADD CONSTRAINT plans_kladd_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_loggranskning
    ADD CONSTRAINT plans_loggranskning_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_malsattning
    ADD CONSTRAINT plans_malsattning_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT plans_mottagare_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_namnd
    ADD CONSTRAINT plans_namnd_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_nodatkomst
    ADD CONSTRAINT plans_nodatkomst_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT plans_paminnelse_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT plans_person_konto_id_key UNIQUE (konto_id);



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT plans_person_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_personevent
    ADD CONSTRAINT plans_personevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.plans_planpdf
    ADD CONSTRAINT plans_planpdf_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_planpdf
    ADD CONSTRAINT plans_planpdf_version_id_key UNIQUE (version_id);



ALTER TABLE ONLY public.plans_planpdfinnehall
    ADD CONSTRAINT plans_planpdfinnehall_pkey PRIMARY KEY (pdf_id);



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT plans_planrad_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plans_plansvar_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_puls
    ADD CONSTRAINT plans_puls_pkey PRIMARY KEY (namn);



ALTER TABLE ONLY public.plans_sigill
    ADD CONSTRAINT plans_sigill_kedja_key UNIQUE (kedja);



ALTER TABLE ONLY public.plans_sigill
    ADD CONSTRAINT plans_sigill_pkey PRIMARY KEY (nummer);



ALTER TABLE ONLY public.plans_tilldelning
    ADD CONSTRAINT plans_tilldelning_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_tilldelningevent
    ADD CONSTRAINT plans_tilldelningevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT plans_undanhallen_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_uppdrag
    ADD CONSTRAINT plans_uppdrag_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_uppfoljning
    ADD CONSTRAINT plans_uppfoljning_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_user_groups
    ADD CONSTRAINT plans_user_groups_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_user_groups
    ADD CONSTRAINT plans_user_groups_user_id_group_id_81ef6ef2_uniq UNIQUE (user_id, group_id);



ALTER TABLE ONLY public.plans_user
    ADD CONSTRAINT plans_user_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_user_user_permissions
    ADD CONSTRAINT plans_user_user_permissions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_user_user_permissions
    ADD CONSTRAINT plans_user_user_permissions_user_id_permission_id_7a37c077_uniq UNIQUE (user_id, permission_id);



ALTER TABLE ONLY public.plans_user
    ADD CONSTRAINT plans_user_username_key UNIQUE (username);



ALTER TABLE ONLY public.plans_utskick
    ADD CONSTRAINT plans_utskick_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plansvar_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT planversion_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);



ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_tilldelning
    ADD CONSTRAINT tilldelning_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT undanhallen_en_per_person UNIQUE (handelse_id, person_id);



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT undanhallen_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_uppfoljning
    ADD CONSTRAINT uppfoljning_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);



ALTER TABLE ONLY public.plans_utskick
    ADD CONSTRAINT utskick_ett_per_mottagare_slag_dag UNIQUE (mottagare_id, slag, kanal, for_hand, dag);



ALTER TABLE ONLY public.plans_utskick
    ADD CONSTRAINT utskick_id_namnd UNIQUE (id, namnd_id);



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT version_unikt_nummer UNIQUE (plan_id, nummer);



CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);



CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);



CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);



CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);



CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);



CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);



CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);



CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);



CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);



CREATE INDEX cache_expires ON public.cache USING btree (expires);



CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);



CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);



CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);



CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);



CREATE UNIQUE INDEX erbjudande_ett_oppet_per_person ON public.plans_erbjudande USING btree (person_id) WHERE ((svar)::text = ''::text);



CREATE INDEX foretradarskapevent_xid ON public.plans_foretradarskapevent USING btree (xid);



CREATE INDEX handelse_person_ids ON public.plans_handelse USING gin (person_ids);



CREATE INDEX handelse_xid ON public.plans_handelse USING btree (xid);



CREATE INDEX insats_per_person ON public.plans_insats USING btree (person_id, lagrum);



CREATE INDEX insatsevent_xid ON public.plans_insatsevent USING btree (xid);



CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);



CREATE INDEX pdf_att_gora ON public.plans_planpdf USING btree (created_at) WHERE ((status)::text = ANY ((ARRAY['vantar'::character varying, 'arbetar'::character varying])::text[]));



CREATE INDEX person_namnordning ON public.plans_person USING btree (namnd_id, sorteringsnyckel);



CREATE INDEX personevent_xid ON public.plans_personevent USING btree (xid);



CREATE UNIQUE INDEX plan_en_oppen_per_person ON public.plans_individuellplan USING btree (person_id) WHERE (avslutad IS NULL);



CREATE INDEX plan_nasta_omprovning ON public.plans_individuellplan USING btree (nasta_omprovning) WHERE ((avslutad IS NULL) AND (nasta_omprovning IS NOT NULL));



CREATE INDEX plans_atgard_version_id_8037a141 ON public.plans_atgard USING btree (version_id);



CREATE INDEX plans_bedomning_gjord_av_id_9f274693 ON public.plans_bedomning USING btree (gjord_av_id);



CREATE INDEX plans_bedomning_person_id_d418ff8f ON public.plans_bedomning USING btree (person_id);



CREATE INDEX plans_begaran_person_id_caf266b2 ON public.plans_begaran USING btree (person_id);



CREATE INDEX plans_begaran_registrerad_av_id_13ede627 ON public.plans_begaran USING btree (registrerad_av_id);



CREATE INDEX plans_delaktig_version_id_2f423da8 ON public.plans_delaktig USING btree (version_id);



CREATE INDEX plans_delning_delad_av_id_105c4a15 ON public.plans_delning USING btree (delad_av_id);



CREATE INDEX plans_delning_version_id_daf169fa ON public.plans_delning USING btree (version_id);



CREATE INDEX plans_egetord_forfattare_id_5d82edaf ON public.plans_egetord USING btree (forfattare_id);



CREATE INDEX plans_egetord_person_id_8fa2f53e ON public.plans_egetord USING btree (person_id);



CREATE INDEX plans_enhet_namnd_id_7b82ecf4 ON public.plans_enhet USING btree (namnd_id);



CREATE INDEX plans_erbjudande_insats_id_821d8d6d ON public.plans_erbjudande USING btree (insats_id);



CREATE INDEX plans_erbjudande_lamnat_av_id_e9fe6386 ON public.plans_erbjudande USING btree (lamnat_av_id);



CREATE INDEX plans_erbjudande_person_id_73491638 ON public.plans_erbjudande USING btree (person_id);



CREATE INDEX plans_foretradare_konto_id_efc6c4c1 ON public.plans_foretradare USING btree (konto_id);



CREATE INDEX plans_foretradare_namnd_id_ffec61a3 ON public.plans_foretradare USING btree (namnd_id);



CREATE INDEX plans_foretradarskap_foretradare_id_16bdb824 ON public.plans_foretradarskap USING btree (foretradare_id);



CREATE INDEX plans_foretradarskap_kontrollerad_av_id_1d24c46c ON public.plans_foretradarskap USING btree (kontrollerad_av_id);



CREATE INDEX plans_foretradarskap_person_id_9d0749b5 ON public.plans_foretradarskap USING btree (person_id);



CREATE INDEX plans_foretradarskap_stangd_av_id_04f95061 ON public.plans_foretradarskap USING btree (stangd_av_id);



CREATE INDEX plans_foretradarskap_verifierad_av_id_40ffbbb3 ON public.plans_foretradarskap USING btree (verifierad_av_id);



CREATE INDEX plans_foretradarskapevent_foretradare_id_63499a4e ON public.plans_foretradarskapevent USING btree (foretradare_id);



CREATE INDEX plans_foretradarskapevent_kontrollerad_av_id_d9db28d8 ON public.plans_foretradarskapevent USING btree (kontrollerad_av_id);



CREATE INDEX plans_foretradarskapevent_person_id_c3a27de9 ON public.plans_foretradarskapevent USING btree (person_id);



CREATE INDEX plans_foretradarskapevent_pgh_context_id_9e49b6a0 ON public.plans_foretradarskapevent USING btree (pgh_context_id);



CREATE INDEX plans_foretradarskapevent_pgh_obj_id_71ad163d ON public.plans_foretradarskapevent USING btree (pgh_obj_id);



CREATE INDEX plans_foretradarskapevent_stangd_av_id_35b5d905 ON public.plans_foretradarskapevent USING btree (stangd_av_id);



CREATE INDEX plans_foretradarskapevent_verifierad_av_id_7877611b ON public.plans_foretradarskapevent USING btree (verifierad_av_id);



CREATE INDEX plans_frystord_version_id_2f0aa186 ON public.plans_frystord USING btree (version_id);



CREATE INDEX plans_granskadrad_bedomd_av_id_3e01d8a2 ON public.plans_granskadrad USING btree (bedomd_av_id);



CREATE INDEX plans_granskadrad_granskning_id_6bdcf7ba ON public.plans_granskadrad USING btree (granskning_id);



CREATE INDEX plans_granskadrad_handelse_id_bd6768d9 ON public.plans_granskadrad USING btree (handelse_id);



CREATE INDEX plans_granskadrad_user_id_5344d952 ON public.plans_granskadrad USING btree (user_id);



CREATE INDEX plans_handelse_at_004d6f8a ON public.plans_handelse USING btree (at);



CREATE INDEX plans_handelse_namnd_id_50654d75 ON public.plans_handelse USING btree (namnd_id);



CREATE INDEX plans_handelse_uppdrag_id_0fb15447 ON public.plans_handelse USING btree (uppdrag_id);



CREATE INDEX plans_handelse_user_id_c09be21c ON public.plans_handelse USING btree (user_id);



CREATE INDEX plans_inbjudan_kod_hash_6f4bb7b6_like ON public.plans_inbjudan USING btree (kod_hash varchar_pattern_ops);



CREATE INDEX plans_inbjudan_konto_id_76aa8ced ON public.plans_inbjudan USING btree (konto_id);



CREATE INDEX plans_inbjudan_skapad_av_id_d54d21eb ON public.plans_inbjudan USING btree (skapad_av_id);



CREATE INDEX plans_individuellplan_avslutad_av_id_8f2d681b ON public.plans_individuellplan USING btree (avslutad_av_id);



CREATE INDEX plans_individuellplan_person_id_c03819ec ON public.plans_individuellplan USING btree (person_id);



CREATE INDEX plans_inloggningstjanst_kod_669aabd1_like ON public.plans_inloggningstjanst USING btree (kod varchar_pattern_ops);



CREATE INDEX plans_inloggningstjanst_namnd_id_cf0cc7c1 ON public.plans_inloggningstjanst USING btree (namnd_id);



CREATE INDEX plans_insats_person_id_2f09a1ff ON public.plans_insats USING btree (person_id);



CREATE INDEX plans_insatsevent_person_id_1ce57d04 ON public.plans_insatsevent USING btree (person_id);



CREATE INDEX plans_insatsevent_pgh_context_id_af17f205 ON public.plans_insatsevent USING btree (pgh_context_id);



CREATE INDEX plans_insatsevent_pgh_obj_id_7c78b7c2 ON public.plans_insatsevent USING btree (pgh_obj_id);



CREATE INDEX plans_kladd_user_id_31cbc24c ON public.plans_kladd USING btree (user_id);



CREATE INDEX plans_loggranskning_dragen_av_id_fc5c483c ON public.plans_loggranskning USING btree (dragen_av_id);



CREATE INDEX plans_loggranskning_namnd_id_9e2596ab ON public.plans_loggranskning USING btree (namnd_id);



CREATE INDEX plans_loggranskning_signerad_av_id_3a814248 ON public.plans_loggranskning USING btree (signerad_av_id);



CREATE INDEX plans_malsattning_version_id_c7994860 ON public.plans_malsattning USING btree (version_id);



CREATE INDEX plans_mottagare_foretradare_id_680693dd ON public.plans_mottagare USING btree (foretradare_id);



CREATE INDEX plans_mottagare_namnd_id_8f55fe72 ON public.plans_mottagare USING btree (namnd_id);



CREATE INDEX plans_mottagare_person_id_32ccf7e3 ON public.plans_mottagare USING btree (person_id);



CREATE INDEX plans_mottagare_user_id_097db05a ON public.plans_mottagare USING btree (user_id);



CREATE INDEX plans_nodatkomst_granskad_av_id_6669ce24 ON public.plans_nodatkomst USING btree (granskad_av_id);



CREATE INDEX plans_nodatkomst_person_id_69eea893 ON public.plans_nodatkomst USING btree (person_id);



CREATE INDEX plans_nodatkomst_user_id_8c2d807a ON public.plans_nodatkomst USING btree (user_id);



CREATE INDEX plans_paminnelse_mottagare_id_4bd48ba3 ON public.plans_paminnelse USING btree (mottagare_id);



CREATE INDEX plans_paminnelse_plan_id_d4e0bec3 ON public.plans_paminnelse USING btree (plan_id);



CREATE INDEX plans_paminnelse_utskick_id_998464c2 ON public.plans_paminnelse USING btree (utskick_id);



CREATE INDEX plans_person_enhet_id_2e277369 ON public.plans_person USING btree (enhet_id);



CREATE INDEX plans_person_namnd_id_5e783512 ON public.plans_person USING btree (namnd_id);



CREATE INDEX plans_personevent_enhet_id_3670a330 ON public.plans_personevent USING btree (enhet_id);



CREATE INDEX plans_personevent_konto_id_6d1a9177 ON public.plans_personevent USING btree (konto_id);



CREATE INDEX plans_personevent_namnd_id_66992c6b ON public.plans_personevent USING btree (namnd_id);



CREATE INDEX plans_personevent_pgh_context_id_1e482615 ON public.plans_personevent USING btree (pgh_context_id);



CREATE INDEX plans_personevent_pgh_obj_id_bb1eba85 ON public.plans_personevent USING btree (pgh_obj_id);



CREATE INDEX plans_planrad_insats_id_b7ca32b9 ON public.plans_planrad USING btree (insats_id);



CREATE INDEX plans_planrad_version_id_6e4c88d6 ON public.plans_planrad USING btree (version_id);



CREATE INDEX plans_plansvar_delning_id_83e95850 ON public.plans_plansvar USING btree (delning_id);



CREATE INDEX plans_plansvar_foretradarskap_id_f56ff992 ON public.plans_plansvar USING btree (foretradarskap_id);



CREATE INDEX plans_plansvar_registrerad_av_id_a906a7d7 ON public.plans_plansvar USING btree (registrerad_av_id);



CREATE INDEX plans_planversion_created_by_id_c6511654 ON public.plans_planversion USING btree (created_by_id);



CREATE INDEX plans_planversion_faststalld_av_id_e090f2e0 ON public.plans_planversion USING btree (faststalld_av_id);



CREATE INDEX plans_planversion_plan_id_dcdb03c5 ON public.plans_planversion USING btree (plan_id);



CREATE INDEX plans_puls_namn_236f2c63_like ON public.plans_puls USING btree (namn varchar_pattern_ops);



CREATE INDEX plans_sigill_kedja_520f8375_like ON public.plans_sigill USING btree (kedja varchar_pattern_ops);



CREATE INDEX plans_tilldelning_person_id_3349b23e ON public.plans_tilldelning USING btree (person_id);



CREATE INDEX plans_tilldelning_user_id_27e4ed89 ON public.plans_tilldelning USING btree (user_id);



CREATE INDEX plans_tilldelningevent_person_id_7de5414c ON public.plans_tilldelningevent USING btree (person_id);



CREATE INDEX plans_tilldelningevent_pgh_context_id_bea9ffa9 ON public.plans_tilldelningevent USING btree (pgh_context_id);



CREATE INDEX plans_tilldelningevent_pgh_obj_id_9e6fea06 ON public.plans_tilldelningevent USING btree (pgh_obj_id);



CREATE INDEX plans_tilldelningevent_user_id_5d6b256b ON public.plans_tilldelningevent USING btree (user_id);



CREATE INDEX plans_undanhallen_av_id_39906fc4 ON public.plans_undanhallen USING btree (av_id);



CREATE INDEX plans_undanhallen_handelse_id_952a1aa8 ON public.plans_undanhallen USING btree (handelse_id);



CREATE INDEX plans_undanhallen_person_id_86675eb7 ON public.plans_undanhallen USING btree (person_id);



CREATE INDEX plans_uppdrag_enhet_id_e2db7f69 ON public.plans_uppdrag USING btree (enhet_id);



CREATE INDEX plans_uppdrag_user_id_a85dec05 ON public.plans_uppdrag USING btree (user_id);



CREATE INDEX plans_uppfoljning_noterad_av_id_fe4d391c ON public.plans_uppfoljning USING btree (noterad_av_id);



CREATE INDEX plans_uppfoljning_plan_id_0f6fdfcc ON public.plans_uppfoljning USING btree (plan_id);



CREATE INDEX plans_user_groups_group_id_37c00690 ON public.plans_user_groups USING btree (group_id);



CREATE INDEX plans_user_groups_user_id_832e4350 ON public.plans_user_groups USING btree (user_id);



CREATE INDEX plans_user_tjanst_id_b91bb8f5 ON public.plans_user USING btree (tjanst_id);



CREATE INDEX plans_user_user_permissions_permission_id_e99f4345 ON public.plans_user_user_permissions USING btree (permission_id);



CREATE INDEX plans_user_user_permissions_user_id_8ef15846 ON public.plans_user_user_permissions USING btree (user_id);



CREATE INDEX plans_user_username_54f5a89f_like ON public.plans_user USING btree (username varchar_pattern_ops);



CREATE INDEX plans_utskick_mottagare_id_b7a2d859 ON public.plans_utskick USING btree (mottagare_id);



CREATE INDEX plans_utskick_skickad_av_id_24f55515 ON public.plans_utskick USING btree (skickad_av_id);



CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);



CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);



CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);



CREATE UNIQUE INDEX tilldelning_en_oppen ON public.plans_tilldelning USING btree (person_id, roll) WHERE ((till IS NULL) AND (NOT ((roll)::text = 'vikarie'::text)));



CREATE INDEX tilldelningevent_xid ON public.plans_tilldelningevent USING btree (xid);



CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));



CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";



CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;



CREATE INDEX uppfoljning_per_spar ON public.plans_uppfoljning USING btree (plan_id, spar);



CREATE UNIQUE INDEX user_ett_id_per_tjanst ON public.plans_user USING btree (tjanst_id, anstallnings_id) WHERE (NOT ((anstallnings_id)::text = ''::text));



CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);



CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);



CREATE INDEX utskick_att_gora ON public.plans_utskick USING btree (created_at) WHERE ((status)::text = ANY ((ARRAY['vantar'::character varying, 'arbetar'::character varying])::text[]));



CREATE UNIQUE INDEX version_ett_utkast_per_plan ON public.plans_planversion USING btree (plan_id) WHERE ((status)::text = ANY ((ARRAY['utkast'::character varying, 'delad'::character varying])::text[]));



CREATE TRIGGER pgtrigger_aldrig_tomd_046b7 BEFORE TRUNCATE ON public.plans_foretradarskapevent FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_046b7();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_046b7 ON public.plans_foretradarskapevent IS '74f0cc4fd9a766d95ee9c86f5e82cd922d1703b7';



CREATE TRIGGER pgtrigger_aldrig_tomd_1a2fb BEFORE TRUNCATE ON public.plans_delaktig FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_1a2fb();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_1a2fb ON public.plans_delaktig IS '4cb4b549f8703852d95b15f5413a72ae0c5c8f1d';



CREATE TRIGGER pgtrigger_aldrig_tomd_1fe9d BEFORE TRUNCATE ON public.plans_planrad FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_1fe9d();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_1fe9d ON public.plans_planrad IS '6efbe6c25020621a70e3388ad8cde7a5c5cc1a30';



CREATE TRIGGER pgtrigger_aldrig_tomd_2676e BEFORE TRUNCATE ON public.plans_personevent FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_2676e();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_2676e ON public.plans_personevent IS '208842151216e7db8a18c0f71eb41f5c1469ad2b';



CREATE TRIGGER pgtrigger_aldrig_tomd_3f861 BEFORE TRUNCATE ON public.plans_delning FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_3f861();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_3f861 ON public.plans_delning IS '87b5ea454a897f3d4906b869fbaaff849e45f6f8';



CREATE TRIGGER pgtrigger_aldrig_tomd_4ce9f BEFORE TRUNCATE ON public.plans_insatsevent FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_4ce9f();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_4ce9f ON public.plans_insatsevent IS '717e8145a9dcf3dae40a9ee83962ba51a490f466';



CREATE TRIGGER pgtrigger_aldrig_tomd_542ee BEFORE TRUNCATE ON public.plans_sigill FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_542ee();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_542ee ON public.plans_sigill IS 'c296898d6cf49b62ed8b1188b7755d4a09143592';



CREATE TRIGGER pgtrigger_aldrig_tomd_5dced BEFORE TRUNCATE ON public.plans_uppfoljning FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_5dced();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_5dced ON public.plans_uppfoljning IS '190f62854306ad21a6fac9743e7c22d9124ab6b0';



CREATE TRIGGER pgtrigger_aldrig_tomd_5fb1b BEFORE TRUNCATE ON public.plans_planversion FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_5fb1b();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_5fb1b ON public.plans_planversion IS '45044082e78aba24db9c03d34d36a96b12d40a35';



CREATE TRIGGER pgtrigger_aldrig_tomd_61a24 BEFORE TRUNCATE ON public.plans_frystord FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_61a24();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_61a24 ON public.plans_frystord IS '8c0686b131308abded03e9e3c98b6014a4922f34';



CREATE TRIGGER pgtrigger_aldrig_tomd_69a09 BEFORE TRUNCATE ON public.plans_tilldelningevent FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_69a09();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_69a09 ON public.plans_tilldelningevent IS '804936c982184b04c28a7cc36622256bb11c8a69';



CREATE TRIGGER pgtrigger_aldrig_tomd_6a5b3 BEFORE TRUNCATE ON public.plans_undanhallen FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_6a5b3();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_6a5b3 ON public.plans_undanhallen IS '3054204a09897d6a71b3eacc14f6d41892148511';



CREATE TRIGGER pgtrigger_aldrig_tomd_8636c BEFORE TRUNCATE ON public.plans_bedomning FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_8636c();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_8636c ON public.plans_bedomning IS '859fb262efc4ad5d30cf9f71724265329d97dd25';



CREATE TRIGGER pgtrigger_aldrig_tomd_9dfcb BEFORE TRUNCATE ON public.plans_malsattning FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_9dfcb();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_9dfcb ON public.plans_malsattning IS '39049dae7696c29897cf60df658a381239a2773d';



CREATE TRIGGER pgtrigger_aldrig_tomd_a504a BEFORE TRUNCATE ON public.plans_atgard FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_a504a();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_a504a ON public.plans_atgard IS '8d06ecd19913e0b4d3cdbeea2eff9249dd03c6c8';



CREATE TRIGGER pgtrigger_aldrig_tomd_d63e6 BEFORE TRUNCATE ON public.plans_plansvar FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_d63e6();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_d63e6 ON public.plans_plansvar IS 'ce8103beece4b0e345b1a1b9453716cb6a13bcf7';



CREATE TRIGGER pgtrigger_aldrig_tomd_e9381 BEFORE TRUNCATE ON public.plans_handelse FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_aldrig_tomd_e9381();



COMMENT ON TRIGGER pgtrigger_aldrig_tomd_e9381 ON public.plans_handelse IS 'fc6f96554d2fe87aaba8aba7e662060418e3e67e';



CREATE TRIGGER pgtrigger_bara_tillagg_11adc BEFORE DELETE OR UPDATE ON public.plans_tilldelningevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_11adc();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_11adc ON public.plans_tilldelningevent IS '708d34306bdad6790b152e4cba84fe2c11460f6d';



CREATE TRIGGER pgtrigger_bara_tillagg_2cc49 BEFORE DELETE OR UPDATE ON public.plans_foretradarskapevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_2cc49();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_2cc49 ON public.plans_foretradarskapevent IS '01f8c2d4ba1ccd41c3d6e7bc8ed44580cf3ede97';



CREATE TRIGGER pgtrigger_bara_tillagg_37285 BEFORE DELETE OR UPDATE ON public.plans_uppfoljning FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_37285();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_37285 ON public.plans_uppfoljning IS 'db8085b56140099decd9f9a0124b94126753e3d5';



CREATE TRIGGER pgtrigger_bara_tillagg_4ed8b BEFORE DELETE OR UPDATE ON public.plans_delning FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_4ed8b();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_4ed8b ON public.plans_delning IS 'a341bd559ac4e8a3f8a5a4ce35df6ae7e08c0bce';



CREATE TRIGGER pgtrigger_bara_tillagg_56fde BEFORE DELETE OR UPDATE ON public.plans_handelse FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_56fde();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_56fde ON public.plans_handelse IS '9e6d273de35366cc793ffb88d01ccaf4dadd8c85';



CREATE TRIGGER pgtrigger_bara_tillagg_7d567 BEFORE DELETE OR UPDATE ON public.plans_plansvar FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_7d567();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_7d567 ON public.plans_plansvar IS '3a3957b81479cf3bf1507257189a5f51760974bd';



CREATE TRIGGER pgtrigger_bara_tillagg_9f66d BEFORE DELETE OR UPDATE ON public.plans_insatsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_9f66d();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_9f66d ON public.plans_insatsevent IS '6fd8917cabe1b88a75f3180c3aac1b5e7fc94606';



CREATE TRIGGER pgtrigger_bara_tillagg_a9252 BEFORE DELETE OR UPDATE ON public.plans_personevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_a9252();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_a9252 ON public.plans_personevent IS 'a0e4be7b207b11e63b28d3adf36ab6374e45070e';



CREATE TRIGGER pgtrigger_bara_tillagg_c334b BEFORE DELETE OR UPDATE ON public.plans_undanhallen FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_c334b();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_c334b ON public.plans_undanhallen IS 'cac23c6a4c233757c8ca2258c546c8c1377407aa';



CREATE TRIGGER pgtrigger_bara_tillagg_da487 BEFORE DELETE OR UPDATE ON public.plans_bedomning FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_da487();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_da487 ON public.plans_bedomning IS '535e233c10d0184405557d0483fe96ffac80d7fa';



CREATE TRIGGER pgtrigger_bara_tillagg_f89fe BEFORE DELETE OR UPDATE ON public.plans_sigill FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_bara_tillagg_f89fe();



COMMENT ON TRIGGER pgtrigger_bara_tillagg_f89fe ON public.plans_sigill IS '5af8222e0e2527fcf4ab72f5d561da7bbf8b703e';



CREATE TRIGGER pgtrigger_del_av_klar_version_1b13a BEFORE INSERT OR DELETE OR UPDATE ON public.plans_frystord FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_del_av_klar_version_1b13a();



COMMENT ON TRIGGER pgtrigger_del_av_klar_version_1b13a ON public.plans_frystord IS '7ab8557793a224f2d3dd718a733f08b51cce4728';



CREATE TRIGGER pgtrigger_del_av_klar_version_2a751 BEFORE INSERT OR DELETE OR UPDATE ON public.plans_malsattning FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_del_av_klar_version_2a751();



COMMENT ON TRIGGER pgtrigger_del_av_klar_version_2a751 ON public.plans_malsattning IS '933528bffb16e650eaff0ae9d7482b39df289853';



CREATE TRIGGER pgtrigger_del_av_klar_version_3fdcb BEFORE INSERT OR DELETE OR UPDATE ON public.plans_delaktig FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_del_av_klar_version_3fdcb();



COMMENT ON TRIGGER pgtrigger_del_av_klar_version_3fdcb ON public.plans_delaktig IS 'ad4094ca7d1e7e496a4ef1e443576cd99c3a844c';



CREATE TRIGGER pgtrigger_del_av_klar_version_5c12d BEFORE INSERT OR DELETE OR UPDATE ON public.plans_planrad FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_del_av_klar_version_5c12d();



COMMENT ON TRIGGER pgtrigger_del_av_klar_version_5c12d ON public.plans_planrad IS '23153275d3d04d88ff47fafb58d41d3b9b934152';



CREATE TRIGGER pgtrigger_del_av_klar_version_5cb1d BEFORE INSERT OR DELETE OR UPDATE ON public.plans_atgard FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_del_av_klar_version_5cb1d();



COMMENT ON TRIGGER pgtrigger_del_av_klar_version_5cb1d ON public.plans_atgard IS '820e17d7140c6eb41271067b2ab59b5b5ba42b1e';



CREATE TRIGGER pgtrigger_delete_delete_74bb1 AFTER DELETE ON public.plans_insats FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_74bb1();



COMMENT ON TRIGGER pgtrigger_delete_delete_74bb1 ON public.plans_insats IS 'e57b29caecb3843971a99536fdaa8e7097ddd135';



CREATE TRIGGER pgtrigger_delete_delete_74ede AFTER DELETE ON public.plans_foretradarskap FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_74ede();



COMMENT ON TRIGGER pgtrigger_delete_delete_74ede ON public.plans_foretradarskap IS 'b334660f1b743855ca4f950da0f1242ea260e6c1';



CREATE TRIGGER pgtrigger_delete_delete_9b53d AFTER DELETE ON public.plans_tilldelning FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9b53d();



COMMENT ON TRIGGER pgtrigger_delete_delete_9b53d ON public.plans_tilldelning IS '90f692d9b2d6ecba06b726bb334fb7d85c9089eb';



CREATE TRIGGER pgtrigger_delete_delete_dc8a7 AFTER DELETE ON public.plans_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dc8a7();



COMMENT ON TRIGGER pgtrigger_delete_delete_dc8a7 ON public.plans_person IS '9a90d58a5bf0dc4ceec57857cbcc9f9c2262f423';



CREATE TRIGGER pgtrigger_insert_insert_48f3c AFTER INSERT ON public.plans_tilldelning FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_48f3c();



COMMENT ON TRIGGER pgtrigger_insert_insert_48f3c ON public.plans_tilldelning IS '08f037c70105b93e06cd5694e3148c8a83a94d15';



CREATE TRIGGER pgtrigger_insert_insert_52714 AFTER INSERT ON public.plans_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_52714();



COMMENT ON TRIGGER pgtrigger_insert_insert_52714 ON public.plans_person IS '27eaa687b78abe21f19ee4e7dfe0ecbc79f3a5f4';



CREATE TRIGGER pgtrigger_insert_insert_a7e31 AFTER INSERT ON public.plans_foretradarskap FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a7e31();



COMMENT ON TRIGGER pgtrigger_insert_insert_a7e31 ON public.plans_foretradarskap IS 'f06dd0e1df5261db91def0f043c68ab99f4ec32e';



CREATE TRIGGER pgtrigger_insert_insert_c70bc AFTER INSERT ON public.plans_insats FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c70bc();



COMMENT ON TRIGGER pgtrigger_insert_insert_c70bc ON public.plans_insats IS '12ad1ecc0a97f5d3904b8a38b0dbb613156ccf48';



CREATE TRIGGER pgtrigger_klar_version_aeb54 BEFORE DELETE OR UPDATE ON public.plans_planversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_klar_version_aeb54();



COMMENT ON TRIGGER pgtrigger_klar_version_aeb54 ON public.plans_planversion IS '7741459e47133ae8f5e25bbeac7e52deeca8809d';



CREATE TRIGGER pgtrigger_samma_forfattare_d1511 BEFORE UPDATE ON public.plans_egetord FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_samma_forfattare_d1511();



COMMENT ON TRIGGER pgtrigger_samma_forfattare_d1511 ON public.plans_egetord IS 'ad98835a24f5abc8be410e056501091bc7cf33d1';



CREATE TRIGGER pgtrigger_update_update_197bc AFTER UPDATE ON public.plans_person FOR EACH ROW WHEN (((old.adress IS DISTINCT FROM new.adress) OR ((old.arendenummer)::text IS DISTINCT FROM (new.arendenummer)::text) OR (old.avliden IS DISTINCT FROM new.avliden) OR (old.created_at IS DISTINCT FROM new.created_at) OR ((old.efternamn)::text IS DISTINCT FROM (new.efternamn)::text) OR (old.enhet_id IS DISTINCT FROM new.enhet_id) OR ((old.epost)::text IS DISTINCT FROM (new.epost)::text) OR (old.fodd IS DISTINCT FROM new.fodd) OR ((old.fornamn)::text IS DISTINCT FROM (new.fornamn)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.kanal)::text IS DISTINCT FROM (new.kanal)::text) OR (old.kommunikation IS DISTINCT FROM new.kommunikation) OR (old.konto_id IS DISTINCT FROM new.konto_id) OR (old.motesonskemal IS DISTINCT FROM new.motesonskemal) OR (old.namnd_id IS DISTINCT FROM new.namnd_id) OR (old.personkrets IS DISTINCT FROM new.personkrets) OR (old.personnummer_index IS DISTINCT FROM new.personnummer_index) OR (old.rev IS DISTINCT FROM new.rev) OR (old.skyddad IS DISTINCT FROM new.skyddad) OR ((old.sorteringsnyckel)::text IS DISTINCT FROM (new.sorteringsnyckel)::text) OR ((old.sprak)::text IS DISTINCT FROM (new.sprak)::text) OR ((old.telefon)::text IS DISTINCT FROM (new.telefon)::text) OR ((old.tilltalsnamn)::text IS DISTINCT FROM (new.tilltalsnamn)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_197bc();



COMMENT ON TRIGGER pgtrigger_update_update_197bc ON public.plans_person IS '4c603e6a1b60d653161c1ccecb28ab19dfaba8cf';



CREATE TRIGGER pgtrigger_update_update_2ca32 AFTER UPDATE ON public.plans_foretradarskap FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2ca32();



COMMENT ON TRIGGER pgtrigger_update_update_2ca32 ON public.plans_foretradarskap IS 'b6e0b9799c260624903b23f799e5fb8c0d10a7de';



CREATE TRIGGER pgtrigger_update_update_5fc09 AFTER UPDATE ON public.plans_insats FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5fc09();



COMMENT ON TRIGGER pgtrigger_update_update_5fc09 ON public.plans_insats IS 'f0a64b5f9984268ca0b745cc1b2c984ffb0e5ad9';



CREATE TRIGGER pgtrigger_update_update_94317 AFTER UPDATE ON public.plans_tilldelning FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_94317();



COMMENT ON TRIGGER pgtrigger_update_update_94317 ON public.plans_tilldelning IS 'c1a6857bc85361244fb4adfb6dc1242a15e17405';



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_atgard
    ADD CONSTRAINT atgard_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_bedomning
    ADD CONSTRAINT bedomning_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_begaran
    ADD CONSTRAINT begaran_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_delaktig
    ADD CONSTRAINT delaktig_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.plans_delning
    ADD CONSTRAINT delning_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_egetord
    ADD CONSTRAINT egetord_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT erbjudande_insats_samma_namnd FOREIGN KEY (insats_id, namnd_id) REFERENCES public.plans_insats(id, namnd_id);



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT erbjudande_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT foretradarskap_foretradare_samma_namnd FOREIGN KEY (foretradare_id, namnd_id) REFERENCES public.plans_foretradare(id, namnd_id);



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT foretradarskap_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_frystord
    ADD CONSTRAINT frystord_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT granskadrad_granskning_samma_namnd FOREIGN KEY (granskning_id, namnd_id) REFERENCES public.plans_loggranskning(id, namnd_id);



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT individuellplan_gallande_samma_namnd FOREIGN KEY (gallande_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT individuellplan_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_insats
    ADD CONSTRAINT insats_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_malsattning
    ADD CONSTRAINT malsattning_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT mottagare_foretradare_samma_namnd FOREIGN KEY (foretradare_id, namnd_id) REFERENCES public.plans_foretradare(id, namnd_id);



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT mottagare_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_nodatkomst
    ADD CONSTRAINT nodatkomst_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT paminnelse_mottagare_samma_namnd FOREIGN KEY (mottagare_id, namnd_id) REFERENCES public.plans_mottagare(id, namnd_id);



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT paminnelse_plan_samma_namnd FOREIGN KEY (plan_id, namnd_id) REFERENCES public.plans_individuellplan(id, namnd_id);



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT paminnelse_utskick_samma_namnd FOREIGN KEY (utskick_id, namnd_id) REFERENCES public.plans_utskick(id, namnd_id);



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT person_enhet_samma_namnd FOREIGN KEY (enhet_id, namnd_id) REFERENCES public.plans_enhet(id, namnd_id);



ALTER TABLE ONLY public.plans_planpdf
    ADD CONSTRAINT planpdf_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.plans_planpdfinnehall
    ADD CONSTRAINT planpdfinnehall_pdf_samma_namnd FOREIGN KEY (pdf_id, namnd_id) REFERENCES public.plans_planpdf(id, namnd_id);



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT planrad_insats_samma_namnd FOREIGN KEY (insats_id, namnd_id) REFERENCES public.plans_insats(id, namnd_id);



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT planrad_version_samma_namnd FOREIGN KEY (version_id, namnd_id) REFERENCES public.plans_planversion(id, namnd_id);



ALTER TABLE ONLY public.plans_atgard
    ADD CONSTRAINT plans_atgard_version_id_8037a141_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_bedomning
    ADD CONSTRAINT plans_bedomning_gjord_av_id_9f274693_fk_plans_user_id FOREIGN KEY (gjord_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_bedomning
    ADD CONSTRAINT plans_bedomning_person_id_d418ff8f_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_begaran
    ADD CONSTRAINT plans_begaran_person_id_caf266b2_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_begaran
    ADD CONSTRAINT plans_begaran_registrerad_av_id_13ede627_fk_plans_user_id FOREIGN KEY (registrerad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_delaktig
    ADD CONSTRAINT plans_delaktig_version_id_2f423da8_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_delning
    ADD CONSTRAINT plans_delning_delad_av_id_105c4a15_fk_plans_user_id FOREIGN KEY (delad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_delning
    ADD CONSTRAINT plans_delning_version_id_daf169fa_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_egetord
    ADD CONSTRAINT plans_egetord_forfattare_id_5d82edaf_fk_plans_user_id FOREIGN KEY (forfattare_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_egetord
    ADD CONSTRAINT plans_egetord_person_id_8fa2f53e_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_enhet
    ADD CONSTRAINT plans_enhet_namnd_id_7b82ecf4_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT plans_erbjudande_insats_id_821d8d6d_fk_plans_insats_id FOREIGN KEY (insats_id) REFERENCES public.plans_insats(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT plans_erbjudande_lamnat_av_id_e9fe6386_fk_plans_user_id FOREIGN KEY (lamnat_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_erbjudande
    ADD CONSTRAINT plans_erbjudande_person_id_73491638_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradare
    ADD CONSTRAINT plans_foretradare_konto_id_efc6c4c1_fk_plans_user_id FOREIGN KEY (konto_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradare
    ADD CONSTRAINT plans_foretradare_namnd_id_ffec61a3_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT plans_foretradarskap_foretradare_id_16bdb824_fk_plans_for FOREIGN KEY (foretradare_id) REFERENCES public.plans_foretradare(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT plans_foretradarskap_kontrollerad_av_id_1d24c46c_fk_plans_use FOREIGN KEY (kontrollerad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT plans_foretradarskap_person_id_9d0749b5_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT plans_foretradarskap_stangd_av_id_04f95061_fk_plans_user_id FOREIGN KEY (stangd_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_foretradarskap
    ADD CONSTRAINT plans_foretradarskap_verifierad_av_id_40ffbbb3_fk_plans_user_id FOREIGN KEY (verifierad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_frystord
    ADD CONSTRAINT plans_frystord_version_id_2f0aa186_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT plans_granskadrad_bedomd_av_id_3e01d8a2_fk_plans_user_id FOREIGN KEY (bedomd_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT plans_granskadrad_granskning_id_6bdcf7ba_fk_plans_log FOREIGN KEY (granskning_id) REFERENCES public.plans_loggranskning(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT plans_granskadrad_handelse_id_bd6768d9_fk_plans_handelse_id FOREIGN KEY (handelse_id) REFERENCES public.plans_handelse(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_granskadrad
    ADD CONSTRAINT plans_granskadrad_user_id_5344d952_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handelse
    ADD CONSTRAINT plans_handelse_namnd_id_50654d75_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handelse
    ADD CONSTRAINT plans_handelse_uppdrag_id_0fb15447_fk_plans_uppdrag_id FOREIGN KEY (uppdrag_id) REFERENCES public.plans_uppdrag(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handelse
    ADD CONSTRAINT plans_handelse_user_id_c09be21c_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_inbjudan
    ADD CONSTRAINT plans_inbjudan_konto_id_76aa8ced_fk_plans_user_id FOREIGN KEY (konto_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_inbjudan
    ADD CONSTRAINT plans_inbjudan_skapad_av_id_d54d21eb_fk_plans_user_id FOREIGN KEY (skapad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT plans_individuellpla_gallande_id_a48ba982_fk_plans_pla FOREIGN KEY (gallande_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT plans_individuellplan_avslutad_av_id_8f2d681b_fk_plans_user_id FOREIGN KEY (avslutad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_individuellplan
    ADD CONSTRAINT plans_individuellplan_person_id_c03819ec_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_inloggningstjanst
    ADD CONSTRAINT plans_inloggningstjanst_namnd_id_cf0cc7c1_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_insats
    ADD CONSTRAINT plans_insats_person_id_2f09a1ff_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_kladd
    ADD CONSTRAINT plans_kladd_user_id_31cbc24c_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_loggranskning
    ADD CONSTRAINT plans_loggranskning_dragen_av_id_fc5c483c_fk_plans_user_id FOREIGN KEY (dragen_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_loggranskning
    ADD CONSTRAINT plans_loggranskning_namnd_id_9e2596ab_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_loggranskning
    ADD CONSTRAINT plans_loggranskning_signerad_av_id_3a814248_fk_plans_user_id FOREIGN KEY (signerad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_malsattning
    ADD CONSTRAINT plans_malsattning_version_id_c7994860_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT plans_mottagare_foretradare_id_680693dd_fk_plans_foretradare_id FOREIGN KEY (foretradare_id) REFERENCES public.plans_foretradare(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT plans_mottagare_namnd_id_8f55fe72_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT plans_mottagare_person_id_32ccf7e3_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_mottagare
    ADD CONSTRAINT plans_mottagare_user_id_097db05a_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_nodatkomst
    ADD CONSTRAINT plans_nodatkomst_granskad_av_id_6669ce24_fk_plans_user_id FOREIGN KEY (granskad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_nodatkomst
    ADD CONSTRAINT plans_nodatkomst_person_id_69eea893_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_nodatkomst
    ADD CONSTRAINT plans_nodatkomst_user_id_8c2d807a_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT plans_paminnelse_mottagare_id_4bd48ba3_fk_plans_mottagare_id FOREIGN KEY (mottagare_id) REFERENCES public.plans_mottagare(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT plans_paminnelse_plan_id_d4e0bec3_fk_plans_individuellplan_id FOREIGN KEY (plan_id) REFERENCES public.plans_individuellplan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_paminnelse
    ADD CONSTRAINT plans_paminnelse_utskick_id_998464c2_fk_plans_utskick_id FOREIGN KEY (utskick_id) REFERENCES public.plans_utskick(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT plans_person_enhet_id_2e277369_fk_plans_enhet_id FOREIGN KEY (enhet_id) REFERENCES public.plans_enhet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT plans_person_konto_id_259ce141_fk_plans_user_id FOREIGN KEY (konto_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_person
    ADD CONSTRAINT plans_person_namnd_id_5e783512_fk_plans_namnd_id FOREIGN KEY (namnd_id) REFERENCES public.plans_namnd(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planpdf
    ADD CONSTRAINT plans_planpdf_version_id_12fda9c8_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planpdfinnehall
    ADD CONSTRAINT plans_planpdfinnehall_pdf_id_72e0f650_fk_plans_planpdf_id FOREIGN KEY (pdf_id) REFERENCES public.plans_planpdf(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT plans_planrad_insats_id_b7ca32b9_fk_plans_insats_id FOREIGN KEY (insats_id) REFERENCES public.plans_insats(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planrad
    ADD CONSTRAINT plans_planrad_version_id_6e4c88d6_fk_plans_planversion_id FOREIGN KEY (version_id) REFERENCES public.plans_planversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plans_plansvar_delning_id_83e95850_fk_plans_delning_id FOREIGN KEY (delning_id) REFERENCES public.plans_delning(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plans_plansvar_foretradarskap_id_f56ff992_fk_plans_for FOREIGN KEY (foretradarskap_id) REFERENCES public.plans_foretradarskap(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plans_plansvar_registrerad_av_id_a906a7d7_fk_plans_user_id FOREIGN KEY (registrerad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_created_by_id_c6511654_fk_plans_user_id FOREIGN KEY (created_by_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_faststalld_av_id_e090f2e0_fk_plans_user_id FOREIGN KEY (faststalld_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_plan_id_dcdb03c5_fk_plans_individuellplan_id FOREIGN KEY (plan_id) REFERENCES public.plans_individuellplan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_tilldelning
    ADD CONSTRAINT plans_tilldelning_person_id_3349b23e_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_tilldelning
    ADD CONSTRAINT plans_tilldelning_user_id_27e4ed89_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT plans_undanhallen_av_id_39906fc4_fk_plans_user_id FOREIGN KEY (av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT plans_undanhallen_handelse_id_952a1aa8_fk_plans_handelse_id FOREIGN KEY (handelse_id) REFERENCES public.plans_handelse(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT plans_undanhallen_person_id_86675eb7_fk_plans_person_id FOREIGN KEY (person_id) REFERENCES public.plans_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_uppdrag
    ADD CONSTRAINT plans_uppdrag_enhet_id_e2db7f69_fk_plans_enhet_id FOREIGN KEY (enhet_id) REFERENCES public.plans_enhet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_uppdrag
    ADD CONSTRAINT plans_uppdrag_user_id_a85dec05_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_uppfoljning
    ADD CONSTRAINT plans_uppfoljning_noterad_av_id_fe4d391c_fk_plans_user_id FOREIGN KEY (noterad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_uppfoljning
    ADD CONSTRAINT plans_uppfoljning_plan_id_0f6fdfcc_fk_plans_individuellplan_id FOREIGN KEY (plan_id) REFERENCES public.plans_individuellplan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_user_groups
    ADD CONSTRAINT plans_user_groups_group_id_37c00690_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_user_groups
    ADD CONSTRAINT plans_user_groups_user_id_832e4350_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_user
    ADD CONSTRAINT plans_user_tjanst_id_b91bb8f5_fk_plans_inloggningstjanst_id FOREIGN KEY (tjanst_id) REFERENCES public.plans_inloggningstjanst(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_user_user_permissions
    ADD CONSTRAINT plans_user_user_perm_permission_id_e99f4345_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_user_user_permissions
    ADD CONSTRAINT plans_user_user_permissions_user_id_8ef15846_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_utskick
    ADD CONSTRAINT plans_utskick_mottagare_id_b7a2d859_fk_plans_mottagare_id FOREIGN KEY (mottagare_id) REFERENCES public.plans_mottagare(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_utskick
    ADD CONSTRAINT plans_utskick_skickad_av_id_24f55515_fk_plans_user_id FOREIGN KEY (skickad_av_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plansvar_delning_samma_namnd FOREIGN KEY (delning_id, namnd_id) REFERENCES public.plans_delning(id, namnd_id);



ALTER TABLE ONLY public.plans_plansvar
    ADD CONSTRAINT plansvar_foretradarskap_samma_namnd FOREIGN KEY (foretradarskap_id, namnd_id) REFERENCES public.plans_foretradarskap(id, namnd_id);



ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT planversion_plan_samma_namnd FOREIGN KEY (plan_id, namnd_id) REFERENCES public.plans_individuellplan(id, namnd_id);



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_user_id_8146e70c_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_tilldelning
    ADD CONSTRAINT tilldelning_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_undanhallen
    ADD CONSTRAINT undanhallen_person_samma_namnd FOREIGN KEY (person_id, namnd_id) REFERENCES public.plans_person(id, namnd_id);



ALTER TABLE ONLY public.plans_uppfoljning
    ADD CONSTRAINT uppfoljning_plan_samma_namnd FOREIGN KEY (plan_id, namnd_id) REFERENCES public.plans_individuellplan(id, namnd_id);



ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_plans_user_id FOREIGN KEY (user_id) REFERENCES public.plans_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_utskick
    ADD CONSTRAINT utskick_mottagare_samma_namnd FOREIGN KEY (mottagare_id, namnd_id) REFERENCES public.plans_mottagare(id, namnd_id);



GRANT USAGE ON SCHEMA public TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cache TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_admin_log TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.django_admin_log_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pghistory_context TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_atgard TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_atgard_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_bedomning TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_bedomning_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_begaran TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_begaran_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_delaktig TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_delaktig_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_delning TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_delning_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_egetord TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_egetord_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_enhet TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_enhet_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_erbjudande TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_erbjudande_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_foretradare TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_foretradare_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_foretradarskap TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_foretradarskap_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_foretradarskapevent TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_foretradarskapevent_pgh_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_frystord TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_frystord_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_granskadrad TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_granskadrad_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_handelse TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_handelse_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_inbjudan TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_inbjudan_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_individuellplan TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_individuellplan_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_inloggningstjanst TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_inloggningstjanst_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_insats TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_insats_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_insatsevent TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_insatsevent_pgh_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_kladd TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_kladd_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_loggranskning TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_loggranskning_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_malsattning TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_malsattning_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_mottagare TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_mottagare_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_namnd TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_namnd_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_nodatkomst TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_nodatkomst_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_paminnelse TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_paminnelse_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_person TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_person_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_personevent TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_personevent_pgh_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_planpdf TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_planpdf_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_planpdfinnehall TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_planrad TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_planrad_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_plansvar TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_plansvar_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_planversion TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_planversion_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_puls TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_sigill TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_tilldelning TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_tilldelning_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_tilldelningevent TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_tilldelningevent_pgh_id_seq TO lss_app;



GRANT SELECT,INSERT ON TABLE public.plans_undanhallen TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_undanhallen_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_uppdrag TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_uppdrag_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_uppfoljning TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_uppfoljning_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_user TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_user_groups TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_user_groups_id_seq TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_user_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_user_user_permissions TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_user_user_permissions_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_utskick TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.plans_utskick_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialapp TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO lss_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO lss_app;



GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO lss_app;



ALTER DEFAULT PRIVILEGES FOR ROLE lss_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO lss_app;



ALTER DEFAULT PRIVILEGES FOR ROLE lss_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO lss_app;




