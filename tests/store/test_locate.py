from pathlib import Path

import pytest

from tracker.domain.errors import UnusableStore, WrongUse
from tracker.store.locate import locate, sqlite_path


def test_what_is_given_comes_first() -> None:
    """Then TRACKER_DB; an empty text is as good as none."""
    assert "a.db" == locate("a.db", {"TRACKER_DB": "b.db"})
    assert "b.db" == locate(None, {"TRACKER_DB": "b.db"})
    assert "b.db" == locate("", {"TRACKER_DB": "b.db"})


def test_else_it_is_in_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is made; an empty TRACKER_DB is as good as none."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    location = locate(None, {"TRACKER_DB": ""})

    assert str(tmp_path / "data" / "tracker" / "tracker.db") == location
    assert Path(location).parent.is_dir()


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the way out: another place."""
    (tmp_path / "data").write_text("a file")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    with pytest.raises(UnusableStore, match=r"data/tracker cannot be created \(.*\): give another place with --db"):
        locate(None, {})


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("store.db", "store.db"),
        ("/var/lib/store.db", "/var/lib/store.db"),
        ("sqlite:///store.db", "store.db"),
        ("sqlite:////var/lib/store.db", "/var/lib/store.db"),
        ("SQLite+pysqlite:///a b%20c.db", "a b%20c.db"),
    ],
)
def test_a_file_is_named_by_path_or_url(location: str, path: str) -> None:
    """A URL with three slashes is relative, with four absolute, and nothing in it is decoded."""
    assert Path(path) == sqlite_path(location)


@pytest.mark.parametrize(
    "location", ["postgresql://host/name", "postgresql+psycopg://u:p@host:5432/name?sslmode=require"]
)
def test_a_server_is_named_by_url(location: str) -> None:
    """It has no path."""
    assert sqlite_path(location) is None
    assert location == locate(location, {})


@pytest.mark.parametrize(
    ("location", "complaint"),
    [
        (
            "mysql://u:secret@host/name",
            r"no store can be kept at mysql://...: give a path, sqlite:///PATH or postgresql",
        ),
        ("postgresql+asyncpg://host/name", r"no store can be kept at postgresql\+asyncpg://...: give a path"),
        ("sqlite://", "the location sqlite:// names no file"),
        (":memory:", "the location :memory: names no file, so nothing would be kept: give a path"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///a.db?mode=ro", "a SQLite URL takes no options"),
    ],
)
def test_other_locations_are_wrong_use(location: str, complaint: str) -> None:
    """Said in one line that names what is supported, and no password."""
    with pytest.raises(WrongUse, match=complaint) as caught:
        locate(location, {})

    assert "secret" not in str(caught.value)
