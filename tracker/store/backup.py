"""Backups: a store written whole into a SQLite file of its own, and brought back, into either kind of database."""

import os
from datetime import datetime
from glob import escape
from pathlib import Path

from tracker.domain.errors import TrackerError, WrongUse
from tracker.store import journal
from tracker.store.database import Database, connect
from tracker.store.evidence_folder import EvidenceFolder
from tracker.store.locate import sqlite_path
from tracker.store.moments import microseconds, moment
from tracker.store.placing import put_in_place
from tracker.store.sqlite import SqliteDatabase, empty_log
from tracker.store.sqlite_schema import HEAD
from tracker.store.verifying import Verdict, verify, verify_within


def back_up(database: Database, path: Path, at: int, *, replace: bool = False) -> Verdict:
    """Write the store into a SQLite file, as it stands at one moment while others go on writing.

    The file is there whole, read again and found to be what the store is, or it is not there at all. A store whose
    journal has faults is written with them: they are evidence too.

    Args:
        database: the store, of the newest schema.
        path: the file to be written.
        at: this moment.
        replace: whether a file that is there may be replaced.

    Returns:
        What the journal in the backup shows.

    Raises:
        WrongUse: when the file is there and may not be replaced, or its folder is not.
        TrackerError: when it cannot be written, or what was written is not what the store holds.
    """
    if _is_there(path) and not replace:
        raise WrongUse(f"{path} is there already: give another name, or --replace to write over it")
    with put_in_place(path) as part:
        if isinstance(database, SqliteDatabase):
            database.copy_to(part)
        else:
            from tracker.store.copying import copy  # noqa: PLC0415 - SQLAlchemy, loaded only where it is needed

            with SqliteDatabase(part) as target, database.snapshot(), target.transaction():
                target.make(at)
                copy(database, target)
        _require_sound(part, path)
        with SqliteDatabase(part) as written:
            found = verify(written)
        # The store may have grown meanwhile, but an entry that it once had it has still.
        if found.head is not None and journal.find(database, found.head.hash) != found.head:
            raise TrackerError(f"{path} was not written: it is not what {database.location} holds; try again")
    return found


def restore(path: Path, location: str, *, at: datetime, replace: bool = False) -> Path | None:
    """Bring a backup back as the store at a location.

    Args:
        path: the backup; it stays as it is.
        location: where the store shall be: a SQLite file, or an empty PostgreSQL database.
        at: this moment, in any time zone.
        replace: whether a SQLite store that is there may be replaced; it is kept beside the new one.

    Returns:
        Where the store that was replaced is kept; None where none was.

    Raises:
        WrongUse: when there is no such backup, or a store is there and may not be replaced.
        TrackerError: when it cannot be written, or what was written is not sound.
    """
    if not path.is_file():
        raise WrongUse(f"there is no backup {path}: give the file that tracker backup wrote")
    target, now = sqlite_path(location), microseconds(at)
    with SqliteDatabase(path) as backup:
        revision = backup.revision()
        if revision is None:
            raise WrongUse(f"{path} is empty: give the file that tracker backup wrote")
        if revision != HEAD:
            from tracker.store.migrate import require_known  # noqa: PLC0415 - Alembic, as above

            require_known(backup, revision)
        if target is None:
            _restore_into_postgresql(backup, revision, location, now)
            return None
        return _restore_file(backup, target, now, replace=replace)


def keep_before_upgrade(database: SqliteDatabase, revision: str) -> Path:
    """A copy of a store beside it, made before it is upgraded from a revision; the result is where."""
    path = database.path
    kept = _free(path.with_name(f"{path.stem}-before-upgrade-from-{revision}{path.suffix}"))
    with put_in_place(kept) as part:
        database.copy_to(part)
        _require_sound(part, kept)
    return kept


def _restore_file(backup: SqliteDatabase, target: Path, at: int, *, replace: bool) -> Path | None:
    there = _is_there(target)
    if there and not replace:
        raise WrongUse(
            f"there is a store at {target} already: give another place with --db, or --replace to replace it"
        )
    aside = None
    with put_in_place(target) as part:
        backup.copy_to(part)
        _require_sound(part, target)
        if there:
            _forget_killed(target)
            aside = _free(target.with_name(f"{target.stem}-replaced-{moment(at):%Y%m%dT%H%M%SZ}{target.suffix}"))
            _set_aside(target, aside)
    return aside


def _set_aside(target: Path, aside: Path) -> None:
    """Keep a store under another name too, with its files of evidence; whoever has it open goes on writing there.

    Killed between any two of these steps, the store is under its own name as it was: its log is empty before it goes,
    lest the next store be read with it.
    """
    try:
        empty_log(target)
        os.link(target, aside)
        EvidenceFolder(target).share_with(EvidenceFolder(aside))
        for suffix in _LOGS:
            log = _beside(target, suffix)
            if log.exists():
                log.replace(_beside(aside, suffix))
    except OSError as error:
        raise TrackerError(f"{target} cannot be kept as {aside} ({error.strerror}): nothing was restored") from error


def _forget_killed(target: Path) -> None:
    """Take away the other name that a restore gave a store before it was killed: written to under both, it would break.

    Its files of evidence are left: they are the same ones too, but break nothing.
    """
    for aside in target.parent.glob(f"{escape(target.stem)}-replaced-*{escape(target.suffix)}"):
        if aside.samefile(target):
            for left in (aside, *(_beside(aside, suffix) for suffix in _LOGS)):
                left.unlink(missing_ok=True)


def _beside(store: Path, suffix: str) -> Path:
    return store.with_name(f"{store.name}{suffix}")


_LOGS = ("-wal", "-shm")


def _restore_into_postgresql(backup: SqliteDatabase, revision: str, location: str, at: int) -> None:
    from tracker.store.copying import copy  # noqa: PLC0415 - SQLAlchemy, loaded only where it is needed

    if revision != HEAD:
        raise WrongUse(f"{backup.location} is of an older schema: upgrade it with tracker doctor --db, then restore it")
    with connect(location) as target:
        if target.revision() is not None:
            raise WrongUse(f"{target.location} holds a store already, which is never replaced: give an empty database")
        with backup.snapshot(), target.transaction():
            target.make(at)
            copy(backup, target)
            if verify_within(target) != verify_within(backup):
                raise TrackerError(
                    f"nothing was restored: {target.location} would not hold what {backup.location} does"
                )


def _require_sound(part: Path, path: Path) -> None:
    """Refuse to put a file in place whose pages or references are broken."""
    with SqliteDatabase(part) as written:
        faults = written.faults()
    if faults:
        raise TrackerError(f"{path} was not written: what it would hold is damaged ({faults[0]}): see tracker doctor")


def _is_there(path: Path) -> bool:
    """Whether a file with something in it is there."""
    try:
        return path.exists() and path.stat().st_size > 0
    except OSError as error:
        raise WrongUse(f"{path} cannot be reached ({error.strerror}): give another place") from error


def _free(path: Path) -> Path:
    """A name that is not taken, as near as can be to the one wished for."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
