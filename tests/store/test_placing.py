"""A file is written whole beside its place; killing the writer is tried in tests/cli/test_killed.py."""

from pathlib import Path

import pytest

from tracker.domain.errors import TrackerError, WrongUse
from tracker.store.placing import put_in_place


def test_a_file_is_put_in_place_when_it_is_whole(tmp_path: Path) -> None:
    """Until then what was there is there; nothing else stays behind."""
    path = tmp_path / "copy.db"
    path.write_text("old")

    with put_in_place(path) as part:
        part.write_text("new")
        part.with_name("copy.db-wal").write_text("log")
        assert "old" == path.read_text()

    assert "new" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    """As if it had not been tried."""
    with pytest.raises(KeyError), put_in_place(tmp_path / "copy.db"):
        raise KeyError("in the middle")

    assert [] == list(tmp_path.iterdir())


def test_two_runs_do_not_clear_each_other_away(tmp_path: Path) -> None:
    """What a killed run left is cleared away, what another is writing is not; the last to end is the one that stays."""
    path = tmp_path / "copy.db"
    left = tmp_path / ".copy.db.killed.part"
    left.mkdir()
    (left / "copy.db").write_text("half")

    with put_in_place(path) as first:
        first.write_text("first")
        with put_in_place(path) as second:
            second.write_text("second")
        assert "second" == path.read_text()

    assert "first" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A folder that is not there, and a file where one should be."""
    with pytest.raises(WrongUse, match="there is no folder"), put_in_place(tmp_path / "none" / "copy.db"):
        pass
    (tmp_path / "file").touch()
    with pytest.raises(TrackerError, match="cannot be written"), put_in_place(tmp_path / "file" / "copy.db"):
        pass
