"""A store written whole into a file, brought back, and carried from one kind of database to the other."""

import shutil
import sqlite3
import tempfile
import threading
from pathlib import Path

import pytest

from tests.conftest import STARTED
from tests.factory import figure, moment
from tests.store import raw
from tests.store.histories import fill
from tests.store.test_faults import without_rights
from tracker.domain.errors import TrackerError, WrongUse
from tracker.store.backup import restore
from tracker.store.ledger import Store, open_store
from tracker.store.schema import metadata
from tracker.store.sqlite import SqliteDatabase

AT = moment("2024-05-01")


def whole(location: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, and the bytes of evidence, wherever they lie."""
    rows = {
        table: sorted(raw.run(location, f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - a table of ours
        for table in metadata.tables
        if table != "evidence"
    }
    kept = raw.run(location, "SELECT id, sha256, name, recorded_at FROM evidence ORDER BY id")
    with open_store(location, at=STARTED) as store:
        return {**rows, "evidence": [(*row, store.evidence(row[1]).content) for row in kept]}


def values(path: Path) -> list[str]:
    """The values of all figures."""
    with open_store(str(path), at=STARTED) as store:
        return [each.value for each in store.figures()]


def test_a_backup_holds_every_row(store: Store, location: str, tmp_path: Path) -> None:
    """Closed versions, documents and the journal too, from either kind of database; nothing else is left behind."""
    fill(store)
    folder = tmp_path / "backups"
    folder.mkdir()

    verdict = store.back_up(folder / "copy.db", at=AT)

    assert (store.head(), ()) == (verdict.head, verdict.faults)
    assert whole(location) == whole(str(folder / "copy.db"))
    assert ["copy.db"] == [each.name for each in folder.iterdir()]
    with open_store(str(folder / "copy.db"), at=AT) as copy:
        copy.record([figure(value="99")], at=AT)
        assert () == copy.verify().faults


@pytest.mark.parametrize("taken", ["backup", "store"])
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_evidence_comes_back_with_the_store(
    request: pytest.FixtureRequest, store_path: Path, tmp_path: Path, taken: str, kind: str
) -> None:
    """Out of the one file of a backup, or from a store with its folder; the store restored needs neither."""
    backup, elsewhere = tmp_path / "backup.db", str(tmp_path / "elsewhere.db")
    if kind == "postgresql":
        elsewhere = request.getfixturevalue("postgresql_empty")
    with open_store(str(store_path), at=STARTED) as store:
        kept, lost = (store.keep_evidence("page.html", content, at=AT) for content in (b"<p>388</p>", b"<p>7</p>"))
        file = store.evidence_file(lost)
        assert file is not None
        file.unlink()
        store.back_up(backup, at=AT)

    restore(backup if taken == "backup" else store_path, elsewhere, at=AT)
    shutil.rmtree(store_path.with_name("tracker.db.evidence"))

    with open_store(elsewhere, at=AT) as restored:
        assert b"<p>388</p>" == restored.evidence(kept).content
        (fault,) = restored.evidence_faults()
        assert lost in fault
        assert () == restored.verify().faults
        with pytest.raises(raw.Refused, match="UPDATE of evidence refused"):
            raw.run(elsewhere, "UPDATE evidence SET content = content")


def test_a_store_that_is_replaced_keeps_its_evidence(store_path: Path, tmp_path: Path) -> None:
    """The folder goes with it; the store restored has its own."""
    with open_store(str(store_path), at=STARTED) as store:
        first = store.keep_evidence("page.html", b"<p>388</p>", at=AT)
        store.back_up(tmp_path / "backup.db", at=AT)
        second = store.keep_evidence("page.html", b"<p>7</p>", at=AT)

    aside = restore(tmp_path / "backup.db", str(store_path), at=AT, replace=True)

    for path, digests in ((aside, [first, second]), (store_path, [first])):
        with open_store(str(path), at=AT) as store:
            assert len(digests) == store.counts().evidence
            assert [] == store.evidence_faults()


def test_a_store_goes_to_postgresql_and_back(store_path: Path, postgresql_empty: str, tmp_path: Path) -> None:
    """Row for row, under all rules of the database that takes it, with the same head; and it can be written on."""
    with open_store(str(store_path), at=STARTED, author="Ann") as store:
        fill(store)
        store.back_up(tmp_path / "there.db", at=AT)

    assert restore(tmp_path / "there.db", postgresql_empty, at=AT) is None

    assert whole(str(store_path)) == whole(postgresql_empty)
    with open_store(postgresql_empty, at=AT, author="Ben") as shared:
        assert () == shared.verify().faults
        shared.correct(2, figure(value="7"), because="misread", at=AT)
        assert ["Ann", "Ben"] == shared.authors(2)
        shared.back_up(tmp_path / "back.db", at=AT)
    assert whole(postgresql_empty) == whole(str(tmp_path / "back.db"))
    with pytest.raises(WrongUse, match="holds a store already, which is never replaced: give an empty database"):
        restore(tmp_path / "there.db", postgresql_empty, at=AT, replace=True)


def test_a_backup_is_of_one_moment_while_others_write(store_path: Path, tmp_path: Path) -> None:
    """Whatever is written meanwhile is in it whole or not at all, and the writer never waits in vain."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record((figure(value=str(number), quote="x" * 300) for number in range(3000)), at=STARTED)
    going, written = threading.Event(), []

    def write() -> None:
        with open_store(str(store_path), at=STARTED) as store:
            for number in range(10_000, 11_000):
                store.record([figure(value=str(number)), figure(value=f"+{number}")], at=STARTED)
                written.append(number)
                if going.is_set():
                    return

    writer = threading.Thread(target=write)
    writer.start()
    with open_store(str(store_path), at=STARTED) as store:
        for name in ("one.db", "two.db", "three.db"):
            verdict = store.back_up(tmp_path / name, at=AT)
            assert () == verdict.faults
    going.set()
    writer.join()

    assert written
    assert 0 == len(values(tmp_path / "three.db")) % 2


def test_a_file_that_is_there_is_not_written_over(store: Store, tmp_path: Path) -> None:
    """Unless told to; then it is replaced at one stroke."""
    path = tmp_path / "copy.db"
    path.write_text("precious")

    with pytest.raises(WrongUse, match=f"{path} is there already: give another name, or --replace"):
        store.back_up(path, at=AT)
    assert "precious" == path.read_text()

    store.back_up(path, at=AT, replace=True)
    assert [] == values(path)


def test_a_backup_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    """No folder, or a folder that takes nothing: one line, and no half a file."""
    with pytest.raises(WrongUse, match="there is no folder"):
        store.back_up(tmp_path / "none" / "copy.db", at=AT)

    folder = Path(tempfile.mkdtemp(prefix="tracker-tests-"))
    for mode, words in ((0o555, "copy.db cannot be written .Permission denied."), (0, "copy.db cannot be reached")):
        folder.chmod(mode)
        with without_rights(), pytest.raises(TrackerError, match=words):
            store.back_up(folder / "copy.db", at=AT)
    folder.chmod(0o755)
    assert [] == list(folder.iterdir())
    folder.rmdir()


def test_a_backup_that_is_not_what_the_store_is_is_not_kept(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is read again: another store, or one with broken pages, is refused."""
    other = tmp_path / "other.db"
    with open_store(str(other), at=AT) as store:
        store.record([figure()], at=AT)
    copy_to = SqliteDatabase.copy_to
    with open_store(str(store_path), at=STARTED) as store:
        with monkeypatch.context() as patched:
            patched.setattr(SqliteDatabase, "copy_to", lambda _, path: path.write_bytes(other.read_bytes()))
            with pytest.raises(TrackerError, match=r"was not written: it is not what .* holds"):
                store.back_up(tmp_path / "copy.db", at=AT)

        def damage(database: SqliteDatabase, path: Path) -> None:
            copy_to(database, path)
            raw.force(
                str(path),
                "INSERT INTO place_alias (id, folded, name, place_id, recorded_at) VALUES (999,'x','x',999,0)",
            )

        with monkeypatch.context() as patched:
            patched.setattr(SqliteDatabase, "copy_to", damage)
            with pytest.raises(TrackerError, match=r"what it would hold is damaged .row 999 of place_alias"):
                store.back_up(tmp_path / "copy.db", at=AT)
    assert not list(tmp_path.glob("*copy.db*"))
    assert not list(tmp_path.glob(".*"))


def test_a_store_with_faults_is_backed_up_with_them(store_path: Path, tmp_path: Path, postgresql_empty: str) -> None:
    """They are evidence too; the verdict says so, and restoring changes nothing of it."""
    with open_store(str(store_path), at=STARTED) as store:
        fill(store)
    raw.force(str(store_path), "UPDATE figure SET note = 'forged' WHERE entry = 2")

    with open_store(str(store_path), at=STARTED) as store:
        verdict = store.back_up(tmp_path / "copy.db", at=AT)

    assert 1 == len(verdict.faults)
    restore(tmp_path / "copy.db", postgresql_empty, at=AT)
    with open_store(postgresql_empty, at=AT) as shared:
        assert verdict == shared.verify()


def test_a_restored_store_is_the_one_that_was_backed_up(store_path: Path, tmp_path: Path) -> None:
    """The backup stays as it is and can be used again."""
    with open_store(str(store_path), at=STARTED) as store:
        fill(store)
        store.back_up(tmp_path / "copy.db", at=AT)
    before = (tmp_path / "copy.db").read_bytes()

    assert restore(tmp_path / "copy.db", str(tmp_path / "again.db"), at=AT) is None

    assert whole(str(store_path)) == whole(str(tmp_path / "again.db"))
    assert before == (tmp_path / "copy.db").read_bytes()


def test_a_store_is_replaced_only_when_told_and_kept_even_then(store_path: Path, tmp_path: Path) -> None:
    """What was there is beside the new one, whole, its unread log included."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
        store.back_up(tmp_path / "copy.db", at=AT)
    with open_store(str(store_path), at=STARTED) as still_open:
        still_open.record([figure(value="2")], at=STARTED)
        with pytest.raises(WrongUse, match=r"there is a store at .* already: .*--replace"):
            restore(tmp_path / "copy.db", str(store_path), at=AT)
        kept = restore(tmp_path / "copy.db", str(store_path), at=AT, replace=True)

    assert kept == tmp_path / "tracker-replaced-20240501T000000Z.db"
    assert ["1"] == values(store_path)
    assert ["1", "2"] == values(kept)


def test_a_damaged_store_can_be_replaced(store_path: Path, tmp_path: Path) -> None:
    """Which is what backups are for."""
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
        store.back_up(tmp_path / "copy.db", at=AT)
    store_path.write_bytes(b"nothing that SQLite knows" * 1000)

    restore(tmp_path / "copy.db", str(store_path), at=AT, replace=True)

    assert ["1"] == values(store_path)


@pytest.mark.parametrize("kind", ["missing", "empty", "foreign", "damaged"])
def test_what_is_no_backup_is_not_restored(store_path: Path, tmp_path: Path, kind: str) -> None:
    """It is named, and the store stays."""
    path = tmp_path / "copy.db"
    match kind:
        case "empty":
            path.touch()
        case "foreign":
            raw.run(str(path), "CREATE TABLE theirs (x)")
        case "damaged":
            with open_store(str(path), at=STARTED) as store:
                store.record((figure(value=str(number)) for number in range(500)), at=STARTED)
            content = path.read_bytes()
            path.write_bytes(content[: len(content) // 2 // 4096 * 4096])
    before = store_path.read_bytes()

    with pytest.raises(TrackerError, match=r"copy.db|tracker.db was not written"):
        restore(path, str(store_path), at=AT, replace=True)

    assert before == store_path.read_bytes()
    assert not list(tmp_path.glob(".*.part*"))


def test_the_backup_of_an_older_store_can_be_restored(store_path: Path, tmp_path: Path, postgresql_empty: str) -> None:
    """As a file at once, upgraded when it is next opened; into PostgreSQL only after that."""
    from tests.store.test_migrations import alembic  # noqa: PLC0415 - a helper of one other test

    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
    alembic("-x", f"db={store_path}", "downgrade", "20261123_0145")
    connection = sqlite3.connect(store_path)
    connection.execute(f"VACUUM INTO '{tmp_path / 'old.db'}'")
    connection.close()

    with pytest.raises(WrongUse, match="is of an older schema: upgrade it with tracker doctor"):
        restore(tmp_path / "old.db", postgresql_empty, at=AT)
    restore(tmp_path / "old.db", str(tmp_path / "again.db"), at=AT)

    assert ["1"] == values(tmp_path / "again.db")


def test_the_other_name_that_a_killed_restore_left_is_taken_away(store_path: Path, tmp_path: Path) -> None:
    """Two names of one file, written to under both, would break it; a store set aside before is another file."""
    earlier, killed = (tmp_path / f"tracker-replaced-2024040{day}T000000Z.db" for day in (1, 2))
    with open_store(str(store_path), at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
        store.back_up(tmp_path / "copy.db", at=AT)
    shutil.copy(store_path, earlier)
    killed.hardlink_to(store_path)

    kept = restore(tmp_path / "copy.db", str(store_path), at=AT, replace=True)

    assert kept is not None
    assert {earlier, kept} == set(tmp_path.glob("tracker-replaced-*.db"))
