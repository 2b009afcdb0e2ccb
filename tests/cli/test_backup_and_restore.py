"""`tracker backup` and `tracker restore`: the store, whole, in a file of its own, and back."""

from pathlib import Path

from tests.cli.conftest import Tracker
from tests.cli.test_log_and_verify import forge
from tests.store.test_migrations import alembic


def test_a_backup_comes_back(reading: Tracker, tmp_path: Path) -> None:
    """What was recorded since is set aside, not lost; nothing is written over untold."""
    head = reading("log -n 1 --json").json[0]
    assert f"Wrote copy.db: {head['entry']} entries, head {head['hash']}\n" == reading("backup copy.db").out
    assert 2 == reading("backup copy.db").code
    assert 0 == reading("backup copy.db --replace").code
    reading("add returned 401 --source A --as-of 2024-05-01")

    assert (2, True) == ((refused := reading("restore copy.db")).code, "--replace to replace it" in refused.err)
    outcome = reading("restore copy.db --replace")

    assert f"{head['entry']} entries, head {head['hash']}" in outcome.out
    assert 3 == len(reading("list --json").json)
    (kept,) = tmp_path.glob("figures-replaced-*.db")
    assert f"the store that was there is kept in {kept}" in outcome.err
    assert 4 == len(reading(f"list --json --db {kept.name}").json)


def test_a_store_goes_to_postgresql_and_back(reading: Tracker, postgresql_empty: str) -> None:
    """The same figures, the same head; the URL stands where a path would."""
    head = reading("log -n 1 --json").json[0]["hash"]
    reading("backup copy.db")

    assert head in reading(f"restore copy.db --db '{postgresql_empty}'").out
    assert reading("list --json").json == reading(f"list --json --db '{postgresql_empty}'").json
    assert head in reading(f"backup back.db --db '{postgresql_empty}'").out
    assert 0 == reading(f"verify --db back.db --head {head}").code


def test_faults_are_said_in_backing_up_and_restoring(reading: Tracker, tmp_path: Path) -> None:
    """Both are done all the same, with exit code 1: a store with faults is evidence too."""
    forge(tmp_path / "figures.db")

    for line in ("backup copy.db", "restore copy.db --db again.db"):
        outcome = reading(line)
        assert 1 == outcome.code
        assert "the journal has faults" in outcome.err
        assert "figure 2, version 1," in outcome.err


def test_an_upgrade_says_where_the_store_is_kept_as_it_was(reading: Tracker, tmp_path: Path) -> None:
    """On stderr, once."""
    alembic("-x", f"db={tmp_path / 'figures.db'}", "downgrade", "20261123_0145")

    first, second = reading("list"), reading("list")

    assert f"as it was, it is kept in {tmp_path / 'figures-before-upgrade-from-20261123_0145.db'}" in first.err
    assert "kept" not in second.err
    assert first.out == second.out
