"""The roles of a shared store, on a real server: who may do what, whatever they type."""

import contextlib
from collections.abc import Iterator
from importlib.resources import files

import psycopg
import pytest

from tests.conftest import STARTED
from tests.factory import figure, moment
from tests.store import raw
from tests.store.histories import fill
from tracker.domain.errors import UnusableStore
from tracker.domain.indicator import Indicator
from tracker.store.ledger import open_store
from tracker.store.schema import VERSION_TABLE, metadata

ROLES = (files("tracker.store") / "roles.sql").read_text(encoding="utf-8")
AT = moment("2024-05-01")
TABLES = [*metadata.tables, VERSION_TABLE]


PEOPLE = {"reader": "rita", "recorder": "rob", "keeper": "kim"}


@pytest.fixture(scope="module")
def users(postgresql_server: str) -> Iterator[dict[str, str]]:
    """The URL of a user of each role, and of the administrator, on one store that has rows in every table."""
    administrator, database = postgresql_server.format("postgres"), postgresql_server.format("roles")
    with psycopg.connect(administrator, autocommit=True) as server:
        server.execute("CREATE DATABASE roles")
    with open_store(database, at=STARTED) as store:
        fill(store)
    raw.run(database, ROLES)
    for role, name in PEOPLE.items():
        raw.run(database, f"CREATE ROLE {name} LOGIN IN ROLE tracker_{role}")
    urls = {role: database.replace("postgres:@", f"{name}:@") for role, name in PEOPLE.items()}
    yield urls | {"administrator": database}
    with psycopg.connect(administrator, autocommit=True) as server:
        server.execute("DROP DATABASE roles WITH (FORCE)")
        for role, name in PEOPLE.items():
            server.execute(f"DROP ROLE {name}".encode())
            server.execute(f"DROP ROLE tracker_{role}".encode())


def refused(url: str, sql: str) -> None:
    """Check that the server refuses a statement, and that nothing of it stays."""
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.RaiseException)):
        raw.run(url, sql)


def test_a_recorder_does_all_that_recording_needs(users: dict[str, str]) -> None:
    """Every kind of change, with its entry in the journal; the journal fits."""
    with open_store(users["recorder"], at=AT, author="Rob") as store:
        store.add_indicator(Indicator("moved", "Children moved."), at=AT)
        store.record([figure(value="77", source="New"), figure(value="78")], at=AT)
        store.correct(2, figure(value="79"), because="misread", at=AT)
        store.end_waiver("dispute-0123", because="why", author="Rob", at=AT)

        assert () == store.verify().faults
        assert "Rob" in store.authors(2)


@pytest.mark.parametrize("role", ["reader", "recorder"])
@pytest.mark.parametrize("table", TABLES)
def test_neither_reader_nor_recorder_can_alter_history(users: dict[str, str], role: str, table: str) -> None:
    """No row is changed or deleted, no table emptied or dropped, no trigger switched off, no rule lifted."""
    column = "version_num" if table == VERSION_TABLE else next(iter(metadata.tables[table].columns)).name
    before = raw.run(users["keeper"], f"SELECT count(*) FROM {table}")  # noqa: S608 - a table of ours
    for sql in (
        f"DELETE FROM {table}",  # noqa: S608 - as above
        f"UPDATE {table} SET {column} = {column}",  # noqa: S608 - as above
        f"TRUNCATE {table} CASCADE",
        f"ALTER TABLE {table} DISABLE TRIGGER ALL",
        f"DROP TABLE {table} CASCADE",
        f"ALTER TABLE {table} ADD COLUMN extra text",
        f"CREATE TRIGGER mine BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION tracker_refuse()",
        f"CREATE RULE mine AS ON INSERT TO {table} DO INSTEAD NOTHING",
        f"GRANT DELETE ON {table} TO tracker_{role}",
    ):
        if sql.startswith("GRANT"):
            # PostgreSQL only warns of this one.
            with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
                raw.run(users[role], sql)
            refused(users[role], f"DELETE FROM {table}")  # noqa: S608 - as above
        else:
            refused(users[role], sql)
    assert before == raw.run(users["keeper"], f"SELECT count(*) FROM {table}")  # noqa: S608 - as above


@pytest.mark.parametrize("role", ["reader", "recorder"])
@pytest.mark.parametrize(
    "sql",
    [
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION tracker_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TABLE mine (x integer)",
        "SET ROLE tracker_keeper",
        "GRANT tracker_keeper TO tracker_recorder",
    ],
)
def test_neither_can_get_round_the_triggers(users: dict[str, str], role: str, sql: str) -> None:
    """Not by the settings, nor by another function, nor by another role."""
    refused(users[role], sql)


def test_a_recorder_closes_versions_and_changes_nothing_else(users: dict[str, str]) -> None:
    """Once closed, a version stays so; and a closing that no version follows is found."""
    raw.run(users["recorder"], "UPDATE figure SET closed_at = recorded_at WHERE entry = 3")

    refused(users["recorder"], "UPDATE figure SET closed_at = NULL WHERE entry = 3")
    refused(users["recorder"], "UPDATE figure SET closed_at = recorded_at, note = 'x' WHERE entry = 5")
    with open_store(users["reader"], at=AT) as store:
        assert ["figure 3, version 1, (row 3 of figure) is closed, but no version follows it"] == list(
            store.verify().faults
        )
    raw.force(users["administrator"], "UPDATE figure SET closed_at = NULL WHERE entry = 3")


def test_a_reader_reads_and_verifies_and_writes_nothing(users: dict[str, str]) -> None:
    """All questions are answered; recording is refused in words."""
    with open_store(users["reader"], at=AT) as store:
        assert store.figures()
        assert store.log(5)
        assert () == store.verify().faults
        with pytest.raises(UnusableStore, match="is read-only for this user, nothing was recorded"):
            store.record([figure(value="77")], at=AT)
    for table in TABLES:
        refused(users["reader"], f"INSERT INTO {table} SELECT * FROM {table}")  # noqa: S608 - as above


def test_a_keeper_upgrades_the_store(users: dict[str, str]) -> None:
    """Down and up again, as the migrations do it; the roles are then set anew."""
    from tests.store.test_migrations import alembic  # noqa: PLC0415 - a helper of one other test

    alembic("-x", f"db={users['keeper']}", "downgrade", "20261123_0145")
    with open_store(users["keeper"], at=AT) as store:
        assert () == store.verify().faults
        assert store.figures()
    raw.run(users["administrator"], ROLES)
    with open_store(users["recorder"], at=AT, author="Rob") as store:
        store.record([figure(value="77")], at=AT)
        assert () == store.verify().faults
