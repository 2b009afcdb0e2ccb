-- Three roles for a shared store in PostgreSQL: psql -f roles.sql DATABASE, run by an administrator who may create
-- roles, in a database where tracker has made its store. Run it again after each upgrade of the store.
--
--   tracker_reader    asks: SELECT, nothing else
--   tracker_recorder  adds: SELECT and INSERT everywhere, and UPDATE of closed_at where versions are closed
--   tracker_keeper    owns the tables: makes, upgrades and restores the store
--
-- A recorder owns nothing, so the triggers that keep the history stand between them and every row that is there. A
-- keeper could drop the triggers; so could any superuser. What they cannot do is keep a head that was printed
-- elsewhere: tracker verify --head finds it out.
--
-- People get a role with: GRANT tracker_recorder TO ann;

DO $$
DECLARE
    store text := current_schema();
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['tracker_reader', 'tracker_recorder', 'tracker_keeper'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', store, name);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
    END LOOP;
    EXECUTE format('GRANT CREATE ON SCHEMA %I TO tracker_keeper', store);

    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = store LOOP
        EXECUTE format('ALTER TABLE %I.%I OWNER TO tracker_keeper', store, name);
        EXECUTE format('REVOKE ALL ON %I.%I FROM PUBLIC, tracker_reader, tracker_recorder', store, name);
        EXECUTE format('GRANT SELECT ON %I.%I TO tracker_reader, tracker_recorder', store, name);
        IF name <> 'tracker_version' THEN
            EXECUTE format('GRANT INSERT ON %I.%I TO tracker_recorder', store, name);
        END IF;
        IF EXISTS (
            SELECT 1 FROM information_schema.columns
            WHERE table_schema = store AND table_name = name AND column_name = 'closed_at'
        ) THEN
            EXECUTE format('GRANT UPDATE (closed_at) ON %I.%I TO tracker_recorder', store, name);
        END IF;
    END LOOP;
    EXECUTE format('ALTER FUNCTION %I.tracker_refuse() OWNER TO tracker_keeper', store);
END
$$;
