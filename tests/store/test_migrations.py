"""The migrations make what the models say, on both databases, and can be taken back."""

import re
import shutil
from pathlib import Path

import pytest
from alembic import config
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from tests.conftest import STARTED
from tests.factory import figure, moment
from tests.store import raw
from tests.store.histories import fill
from tracker.domain.decision import Decision, DecisionKind
from tracker.domain.errors import UnusableStore
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.store import making, migrate
from tracker.store.database import Database, connect
from tracker.store.ledger import open_store
from tracker.store.schema import VERSION_TABLE, metadata
from tracker.store.sqlite_schema import HEAD

ROOT = Path(__file__).parents[2]


def alembic(*words: str) -> None:
    """Run Alembic as a developer would."""
    config.main(["-c", str(ROOT / "alembic.ini"), *words])


def checks(location: str) -> dict[str, set[str]]:
    """The named rules that each table has in the database."""
    with connect(location) as database, database.lend() as connection:
        inspector = inspect(connection)
        return {
            table: {str(rule["name"]) for rule in inspector.get_check_constraints(table)} for table in metadata.tables
        }


def test_the_known_head_is_the_newest_migration() -> None:
    """What plain commands compare with is what Alembic would upgrade to."""
    assert ScriptDirectory.from_config(migrate.configuration()).get_current_head() == HEAD


def test_the_models_are_what_the_migrations_make(location: str) -> None:
    """Tables, columns, types, keys and indexes are the same, and so are the named rules."""
    with connect(location) as database, database.lend() as connection:
        options = {"compare_type": True, "version_table": VERSION_TABLE}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)

    assert [] == differences
    modelled = {
        name: {str(rule.name) for rule in table.constraints if rule.__visit_name__.endswith("check_constraint")}
        for name, table in metadata.tables.items()
    }
    assert modelled == checks(location)


def test_every_rule_has_a_name_of_ours() -> None:
    """No constraint is left to be named by the database."""
    names = [str(constraint.name) for table in metadata.tables.values() for constraint in table.constraints]

    assert [] == [name for name in names if not re.match(r"(pk|fk|uq|ck)_", name)]


def test_the_schema_goes_down_and_up_again(empty_location: str) -> None:
    """Every migration can be taken back, and a store can be made again in what is left."""
    with open_store(empty_location, at=STARTED) as store:
        store.record([figure()], at=STARTED)

    for words in (("downgrade", "base"), ("upgrade", "head"), ("downgrade", "base")):
        alembic("-x", f"db={empty_location}", *words)

    with open_store(empty_location, at=STARTED) as store:
        assert HEAD == store.schema()
        assert list(KNOWN_INDICATORS) == store.indicators()
        assert [] == store.figures()


def test_alembic_finds_the_store_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without -x it takes TRACKER_DB, as tracker does, and the store it makes is a whole one."""
    path = tmp_path / "new.db"
    monkeypatch.setenv("TRACKER_DB", str(path))

    alembic("upgrade", "head")

    with open_store(str(path), at=STARTED) as store:
        assert HEAD == store.schema()
        assert list(KNOWN_INDICATORS) == store.indicators()


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Migrations with one more at the end, as a later tracker has them."""
    folder = Path(shutil.copytree(ROOT / "migrations", tmp_path / "migrations"))
    (folder / "versions" / "29991231_2359_later.py").write_text(
        f"""
import sqlalchemy as sa
from alembic import op
revision = "29991231_2359"
down_revision = "{HEAD}"
def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer))
"""
    )
    monkeypatch.setattr(migrate, "migrations", lambda: folder)
    monkeypatch.setattr(making, "HEAD", "29991231_2359")
    return "29991231_2359"


def test_an_older_store_is_upgraded_when_it_is_opened(location: str, next_revision: str) -> None:
    """Nothing in it is lost, and nothing needs to be asked for."""
    raw.run(location, "INSERT INTO source (id, name, recorded_at) VALUES (99, 'From before', 0)")

    with open_store(location, at=STARTED) as store:
        assert next_revision == store.schema()
        assert [(0,)] == raw.run(location, "SELECT count(*) FROM later")
    raw.run(location, "DROP TABLE later")
    raw.run(location, f"UPDATE {VERSION_TABLE} SET version_num = '{HEAD}'")  # noqa: S608 - a table of ours


def test_a_store_of_the_first_schema_is_upgraded_with_its_figures(empty_location: str) -> None:
    """What it holds is there as before, decisions can be made in it, and the way back keeps the figures too."""
    with open_store(empty_location, at=STARTED) as store:
        store.record([figure(value="+7"), figure(value="+8")], at=STARTED)
        store.retract(2, because="not a count", at=STARTED)
        before = store.figures(with_retracted=True)
    alembic("-x", f"db={empty_location}", "downgrade", "20261123_0051")
    with connect(empty_location) as database:
        assert "20261123_0051" == database.revision()

    with open_store(empty_location, at=STARTED) as store:
        assert HEAD == store.schema()
        assert before == store.figures(with_retracted=True)
        decision = Decision(DecisionKind.SAME, frozenset({1, 2}), "one bus", STARTED)
        store.decide(decision)
        assert [decision] == store.decisions()


JOURNAL = "20261123_0330"
REVISIONS = [
    one.revision
    for one in ScriptDirectory.from_config(migrate.configuration()).walk_revisions()
    if one.revision < JOURNAL
]


def test_a_store_with_a_journal_keeps_it(empty_location: str) -> None:
    """What the tables that are new to it say is entered from then on."""
    with open_store(empty_location, at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
        head = store.head()
    alembic("-x", f"db={empty_location}", "downgrade", JOURNAL)

    with open_store(empty_location, at=STARTED) as store:
        assert (HEAD, head) == (store.schema(), store.head())
        store.correct(1, figure(value="1", in_archive=True), because="archived", at=STARTED)
        assert "figure_archive" == store.log(1)[0].about
        assert () == store.verify().faults


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_store_of_any_revision_is_upgraded_with_what_it_holds(empty_location: str, revision: str) -> None:
    """Every table that was there then keeps its rows, and the journal enters them as found at the upgrade."""
    with open_store(empty_location, at=STARTED) as store:
        fill(store)
    alembic("-x", f"db={empty_location}", "downgrade", revision)
    with connect(empty_location) as database, database.lend() as connection:
        tables = set(inspect(connection).get_table_names()) - {VERSION_TABLE}
    before = {table: raw.run(empty_location, f"SELECT * FROM {table}") for table in tables}  # noqa: S608 - names of ours - ours

    later = moment("2024-06-01")
    with open_store(empty_location, at=later, author="Ann") as store:
        assert HEAD == store.schema()
        assert before == {table: raw.run(empty_location, f"SELECT * FROM {table}") for table in tables}  # noqa: S608 - names of ours
        assert () == store.verify().faults
        assert {("tracker, found at the upgrade", later)} == {(one.author, one.recorded_at) for one in store.log(9999)}
        store.record([figure(value="99")], at=later)
        assert () == store.verify().faults
        assert "Ann" == store.log(1)[0].author


def test_a_sqlite_store_is_backed_up_before_it_is_upgraded(store_path: Path) -> None:
    """Beside it, as it was; never over a backup that is there already."""
    for value in ("1", "2"):
        with open_store(str(store_path), at=STARTED) as store:
            assert store.kept is None
            store.record([figure(value=value)], at=STARTED)
        alembic("-x", f"db={store_path}", "downgrade", "20261123_0145")
        open_store(str(store_path), at=STARTED).close()

    folder = store_path.parent
    kept = ["tracker-before-upgrade-from-20261123_0145-2.db", "tracker-before-upgrade-from-20261123_0145.db"]
    assert [*kept, "tracker.db"] == sorted(each.name for each in folder.iterdir())
    for number, name in ((2, kept[0]), (1, kept[1])):
        with connect(str(folder / name)) as database:
            assert "20261123_0145" == database.revision()
        assert [(number,)] == raw.run(str(folder / name), "SELECT count(*) FROM figure")


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of a migration is kept or nothing of it; the backup is there either way."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure()], at=STARTED)
    alembic("-x", f"db={store_path}", "downgrade", "20261123_0145")

    def upgrade(database: Database, at: int) -> None:
        upgraded(database, at)
        raise KeyError("in the middle")

    upgraded = migrate.upgrade
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "upgrade", upgrade)
        with pytest.raises(KeyError):
            open_store(str(store_path), at=STARTED)

    with connect(str(store_path)) as database:
        assert "20261123_0145" == database.revision()
    assert [] == raw.run(str(store_path), "SELECT name FROM sqlite_master WHERE name = 'journal'")
    assert list(store_path.parent.glob("tracker-before-upgrade-*"))


def test_a_store_of_a_newer_tracker_is_left_alone(location: str) -> None:
    """The message says what to do; nothing is read or written."""
    raw.run(location, f"UPDATE {VERSION_TABLE} SET version_num = 'from the future'")  # noqa: S608 - as above

    with pytest.raises(UnusableStore, match=r"was made by a newer tracker \(schema from the future\): upgrade tracker"):
        open_store(location, at=STARTED)
    raw.run(location, f"UPDATE {VERSION_TABLE} SET version_num = '{HEAD}'")  # noqa: S608 - as above


def test_the_file_of_a_newer_store_is_not_touched(store_path: Path) -> None:
    """Not a byte of it, and nothing is put beside it, backups included."""
    raw.run(str(store_path), f"UPDATE {VERSION_TABLE} SET version_num = 'from the future'")  # noqa: S608 - as above
    before = store_path.read_bytes()

    with pytest.raises(UnusableStore):
        open_store(str(store_path), at=STARTED)

    assert before == store_path.read_bytes()
    assert [store_path] == list(store_path.parent.iterdir())


def test_migrations_are_found_in_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel carries them inside the package; a checkout has them beside it."""
    assert ROOT / "migrations" == migrate.migrations()

    (tmp_path / "migrations").mkdir()
    monkeypatch.setattr(migrate, "_PACKAGE", tmp_path)
    assert tmp_path / "migrations" == migrate.migrations()
