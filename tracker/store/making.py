"""Makes a new store with what is known from the start, and brings an older one up to date."""

from pathlib import Path

from tracker.domain.errors import WrongUse
from tracker.domain.indicator import KNOWN_INDICATORS, Indicator
from tracker.domain.place import KNOWN_PLACES
from tracker.domain.source import KNOWN_SOURCES
from tracker.store.catalogue import Catalogue
from tracker.store.database import Database
from tracker.store.journal import TRACKER, entered
from tracker.store.sqlite import SqliteDatabase
from tracker.store.sqlite_schema import HEAD


def make_or_upgrade(database: Database, at: int) -> Path | None:
    """Leave a store of the newest schema in the database: all of it, or what was there before.

    Returns:
        Where a SQLite store of an older schema, as it was, is kept; None where none was upgraded.

    Raises:
        UnusableStore: when the store is of a revision that this tracker does not know.
    """
    revision = database.revision()
    if revision == HEAD:
        return None
    if revision is not None:
        from tracker.store.migrate import require_known  # noqa: PLC0415 - Alembic, loaded only where it is needed

        require_known(database, revision)
    with database.transaction():
        # Asked again: another process may have been quicker.
        revision = database.revision()
        if revision is None:
            database.make(at)
            fill(database, at)
        elif revision != HEAD:
            return _upgrade(database, revision, at)
    return None


def _upgrade(database: Database, revision: str, at: int) -> Path | None:
    from tracker.store.backup import keep_before_upgrade  # noqa: PLC0415 - needed for an upgrade only
    from tracker.store.migrate import upgrade  # noqa: PLC0415 - Alembic, as above

    kept = keep_before_upgrade(database, revision) if isinstance(database, SqliteDatabase) else None
    upgrade(database, at)
    return kept


def add_indicator(database: Database, indicator: Indicator, at: int) -> None:
    """Add an indicator that is not there yet.

    Raises:
        WrongUse: when its name is taken or either text is empty.
    """
    taken = {name: definition for _, name, definition in database.rows("indicators")}
    if indicator.name in taken:
        raise WrongUse(f"there is an indicator {indicator.name!r} already: {taken[indicator.name]}")
    if not (indicator.name.strip() and indicator.definition.strip()):
        raise WrongUse("an indicator needs a name and a definition that says who is counted: give both")
    database.insert("indicator", [(len(taken) + 1, indicator.name, indicator.definition, at)])


def fill(database: Database, at: int) -> None:
    """Add what the domain knows from the start to a store just made."""
    with entered(database, TRACKER, at):
        for indicator in KNOWN_INDICATORS:
            add_indicator(database, indicator, at)
        catalogue = Catalogue(database, at)
        for source in KNOWN_SOURCES:
            catalogue.sources.make(source)
        for place in KNOWN_PLACES:
            catalogue.places.make(place)
