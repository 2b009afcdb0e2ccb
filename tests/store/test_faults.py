"""What goes wrong around a SQLite file is made to go wrong for real, and said in one line."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import STARTED
from tests.factory import figure
from tests.store import raw
from tracker.domain.errors import TrackerError, UnusableStore
from tracker.store import sqlite
from tracker.store.ledger import open_store

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user whom the modes of files bind; root becomes nobody for the while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared(store_path: Path) -> Iterator[Path]:
    """A store with one figure, in a folder that any user may enter and read, but not write."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
    folder = Path(tempfile.mkdtemp(prefix="tracker-tests-"))
    path = Path(shutil.copy(store_path, folder / "tracker.db"))
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o700)
    shutil.rmtree(folder)


def said(kind: type[TrackerError], doing: Callable[[], object]) -> str:
    """The one line that `doing` fails with."""
    with pytest.raises(TrackerError) as caught:
        doing()
    assert kind is type(caught.value)
    assert 1 == len(str(caught.value).splitlines())
    return str(caught.value)


def read(path: Path) -> list[str]:
    """The values of all figures."""
    with open_store(str(path), at=STARTED) as store:
        return [each.value for each in store.figures()]


def write(path: Path) -> None:
    """Record one more figure."""
    with open_store(str(path), at=STARTED) as store:
        store.record([figure(value="2")], at=STARTED)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """It is named, and left as it was."""
    path = tmp_path / "figures.csv"
    path.write_text("indicator,value\n" * 100)

    assert f"{path} is not a store of tracker: give another place with --db" == said(UnusableStore, lambda: read(path))
    assert "indicator,value\n" * 100 == path.read_text()


def test_a_sqlite_that_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named before anything is made."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 37, 2))

    with pytest.raises(UnusableStore, match=r"3\.38\.0 or newer"):
        open_store(str(tmp_path / "new.db"), at=STARTED)
    assert [] == list(tmp_path.iterdir())


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """It is not upgraded, not filled, and not switched to another kind of journal."""
    path = tmp_path / "other.db"
    raw.run(str(path), "CREATE TABLE theirs (x)")
    before = path.read_bytes()

    assert "is a database, but not a store of tracker" in said(UnusableStore, lambda: read(path))
    assert before == path.read_bytes()


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    """The message offers a file in it."""
    assert f"is a folder: give a file in it, such as {tmp_path / 'tracker.db'}" in said(
        UnusableStore, lambda: read(tmp_path)
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It is not made silently: the path may be mistyped."""
    path = tmp_path / "none" / "tracker.db"

    assert f"there is no folder {path.parent}: create it" in said(UnusableStore, lambda: read(path))
    assert not path.parent.exists()


def test_a_file_that_may_not_be_read(shared: Path) -> None:
    """Whoever may not read it is told so."""
    shared.chmod(0)

    with without_rights():
        assert f"{shared} cannot be opened: make it and its folder readable" in said(
            UnusableStore, lambda: read(shared)
        )


def test_a_folder_that_may_not_be_entered(shared: Path) -> None:
    """The system's own word for it is passed on."""
    shared.parent.chmod(0)

    with without_rights():
        assert "cannot be reached (Permission denied)" in said(UnusableStore, lambda: read(shared))


def test_a_new_store_where_nothing_may_be_written(shared: Path) -> None:
    """Making one there fails in words."""
    with without_rights():
        assert "new.db cannot be opened: make it and its folder" in said(
            UnusableStore, lambda: read(shared.with_name("new.db"))
        )


def test_a_store_in_a_read_only_folder_can_be_read(shared: Path) -> None:
    """Only writing is refused."""
    with without_rights():
        assert ["1"] == read(shared)
        assert f"{shared} is read-only, nothing was recorded" in said(UnusableStore, lambda: write(shared))


def test_a_read_only_file_can_be_read(shared: Path) -> None:
    """Only writing is refused, also where SQLite may keep its log beside it."""
    shared.parent.chmod(0o777)

    with without_rights():
        assert ["1"] == read(shared)
        assert f"{shared} is read-only, nothing was recorded" in said(UnusableStore, lambda: write(shared))


def test_a_store_with_an_unread_log_in_a_read_only_folder(store_path: Path, shared: Path) -> None:
    """What the log holds would be missed, so nothing is read rather than something old."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="2")], at=STARTED)
        shared.parent.chmod(0o777)
        for name in ("tracker.db", "tracker.db-wal"):
            shared.with_name(name).unlink(missing_ok=True)
            shutil.copy(store_path.with_name(name), shared.with_name(name))
            shared.with_name(name).chmod(0o444)
        shared.parent.chmod(0o555)

    with without_rights():
        assert str(shared) in said(UnusableStore, lambda: read(shared))


def test_a_locked_store(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After waiting in vain the message says so; reading goes on meanwhile."""
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(store_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    message = said(TrackerError, lambda: write(store_path))

    assert f"{store_path} is locked by another program: let it finish, then try again" == message
    assert [] == read(store_path)
    other.close()


def test_a_store_that_may_grow_no_more(store_path: Path) -> None:
    """A full database keeps what it has and takes nothing of the run that did not fit."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
        store._database._connection.execute("PRAGMA max_page_count = 60")  # type: ignore[attr-defined] # as SQLite

        message = said(
            TrackerError, lambda: store.record((figure(value=str(n), quote="x" * 500) for n in range(2000)), at=STARTED)
        )

        assert f"there is no room left for {store_path}, nothing was recorded: free some, then try again" == message
        assert ["1"] == [each.value for each in store.figures()]
        store.record([figure(value="2")], at=STARTED)
    assert ["1", "2"] == read(store_path)


def test_a_disk_that_takes_no_more(store_path: Path) -> None:
    """A write that the system refuses half-way leaves the store whole, without any figure of that run."""
    script = """
import resource, sys
from tests.factory import figure, moment
from tracker.domain.errors import TrackerError
from tracker.store.ledger import open_store
with open_store(sys.argv[1], at=moment("2024-01-01")) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        store.record((figure(value=str(n), quote="x" * 500) for n in range(2000)), at=moment("2024-01-01"))
    except TrackerError as error:
        print(error)
"""

    ran = subprocess.run([sys.executable, "-c", script, store_path], capture_output=True, text=True, check=True)

    assert f"{store_path} could not be read or written (disk I/O error), nothing was recorded" in ran.stdout
    assert [] == read(store_path)


@pytest.mark.parametrize("damage", ["header", "pages", "tail"])
def test_a_damaged_store(store_path: Path, damage: str) -> None:
    """Damage is said as such, whichever page it hit, and what to do about it."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record((figure(value=str(number)) for number in range(500)), at=STARTED)
    content = bytearray(store_path.read_bytes())
    match damage:
        case "header":
            content[100:4000] = b"\xa5" * 3900
        case "pages":
            content[4096:] = b"\xa5" * len(content[4096:])
        case "tail":
            del content[len(content) // 2 :]
    store_path.write_bytes(content)

    message = said(TrackerError, lambda: read(store_path))

    assert f"{store_path} is damaged" in message
    assert "put a sound copy in its place" in message


def test_doctors_questions(store_path: Path) -> None:
    """A store in order has no faults; a reference to nothing is one, in words."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure()], at=STARTED)
        assert [] == store.faults()
        assert (str(store_path), f"SQLite {sqlite3.sqlite_version}") == (store.location, store.product)
    raw.run(
        str(store_path),
        "INSERT INTO place_alias (id, folded, name, place_id, recorded_at) VALUES (999, 'x', 'x', 999, 0)",
    )

    with open_store(str(store_path), at=STARTED) as store:
        assert ["row 999 of place_alias refers to a missing place"] == store.faults()
