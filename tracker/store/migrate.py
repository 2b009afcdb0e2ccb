"""Runs the migrations, with Alembic; loaded only where an older store, or a PostgreSQL one, needs them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from tracker.domain.errors import UnusableStore
from tracker.store.database import Database

_PACKAGE = Path(__file__).parents[1]


def migrations() -> Path:
    """The folder of the migrations: inside an installed package, else beside it in a checkout."""
    carried = _PACKAGE / "migrations"
    return carried if carried.is_dir() else _PACKAGE.parent / "migrations"


def configuration() -> Config:
    """How Alembic finds the migrations."""
    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    return config


def upgrade(database: Database, at: int) -> None:
    """Bring the schema to its newest revision, within the transaction that `database` is in.

    Args:
        database: an empty one, or a store of a revision that `require_known` lets pass.
        at: the moment to write beside what the migrations themselves enter in the journal.
    """
    config = configuration()
    with database.lend() as connection:
        config.attributes.update(connection=connection, at=at)
        command.upgrade(config, "head")


def require_known(database: Database, revision: str) -> None:
    """Refuse a store whose revision is none of this tracker's.

    Raises:
        UnusableStore: when it is not.
    """
    if not _knows(configuration(), revision):
        raise UnusableStore(f"{database.location} was made by a newer tracker (schema {revision}): upgrade tracker")


def _knows(config: Config, revision: str) -> bool:
    try:
        return ScriptDirectory.from_config(config).get_revision(revision) is not None
    except CommandError:
        return False
