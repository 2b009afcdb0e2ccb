"""Where the store is: what was given, else TRACKER_DB, else the user's data folder."""

import re
from collections.abc import Mapping
from pathlib import Path

from tracker.domain.errors import UnusableStore, WrongUse

_URL = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_SQLITE = frozenset({"sqlite", "sqlite+pysqlite"})
_POSTGRESQL = frozenset({"postgresql", "postgresql+psycopg"})


def locate(given: str | None, environ: Mapping[str, str]) -> str:
    """The location of the store: a path, or a URL of a SQLite file or a PostgreSQL database.

    The default folder is created when it is missing.

    Args:
        given: what the user named with --db; None or empty when nothing was named.
        environ: the environment, of which TRACKER_DB is read.

    Raises:
        WrongUse: when the location is a URL of another kind of database, or of none that is kept.
        UnusableStore: when the default folder cannot be created.
    """
    location = given or environ.get("TRACKER_DB")
    if location:
        sqlite_path(location)
        return location
    from platformdirs import user_data_path  # noqa: PLC0415 - loaded only where nothing else says where

    folder = user_data_path("tracker", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableStore(f"{folder} cannot be created ({error.strerror}): give another place with --db") from error
    return str(folder / "tracker.db")


def sqlite_path(location: str) -> Path | None:
    """The path of the SQLite file that a location names; None for a PostgreSQL database.

    Raises:
        WrongUse: when it names neither.
    """
    url = _URL.match(location)
    if url is None:
        path = location
    elif url[1].lower() in _POSTGRESQL:
        return None
    elif url[1].lower() in _SQLITE:
        path = location[url.end() :].removeprefix("/")
        if "?" in path:
            raise WrongUse(f"{location}: a SQLite URL takes no options; write sqlite:///path/to/tracker.db")
    else:
        raise WrongUse(f"no store can be kept at {url[0]}...: give a path, sqlite:///PATH or postgresql://...")
    if path in ("", ":memory:"):
        raise WrongUse(f"the location {location} names no file, so nothing would be kept: give a path")
    return Path(path)
