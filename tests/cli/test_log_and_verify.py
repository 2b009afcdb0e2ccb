"""`tracker log` and `tracker verify`: what was written, and whether it still is what was written."""

import sqlite3
from pathlib import Path

from tests.cli.conftest import Tracker


def forge(path: Path) -> None:
    """Change a figure past tracker, as somebody with full rights can."""
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER figure_updated")
    connection.execute("UPDATE figure SET high = 40 WHERE id = 2")
    connection.commit()
    connection.close()


def test_the_log_is_read_from_the_newest_entry(reading: Tracker) -> None:
    """One change after the other, each with its author and hash; then the head."""
    reading("retract 2 --because 'not a count' --author 'N. Monitor'")
    entries = reading("log --json -n 4").json

    out = reading("log -n 4").out.splitlines()

    assert "N. Monitor  figure 2 retracted: returned 'fewer than 400', Children of War, because: not a count" in out[0]
    assert ["fewer than 400", "seven"] == [one["says"]["value"] for one in entries if one["about"] == "figure"]
    assert [f"  {one['hash']}" for one in entries] == out[1:-1:2]
    assert f"head: entry {entries[0]['entry']}, {entries[0]['hash']}" == out[-1]


def test_the_log_of_everything_reaches_the_first_entry(reading: Tracker) -> None:
    """However many are asked for; fewer than one is refused."""
    entries = reading("log --json -n 9999").json

    assert list(range(len(entries), 0, -1)) == [one["entry"] for one in entries]
    assert 2 == reading("log -n 0").code


def test_a_store_in_order_verifies(reading: Tracker) -> None:
    """Exit code 0, the head, and that every row is as it was entered."""
    head = reading("log --json -n 1").json[0]["hash"]

    outcome = reading("verify")

    assert (0, True) == (outcome.code, f"head {head}\nEvery row is as it was entered.\n" in outcome.out)
    assert {"head": head, "faults": [], "contains": None}.items() <= reading("verify --json").json.items()


def test_a_head_printed_before_is_found(reading: Tracker) -> None:
    """Also after more was recorded; in upper case too, as somebody may have typed it from paper."""
    head = reading("log --json -n 1").json[0]
    reading("add returned 401 --source A --as-of 2024-05-01")

    outcome = reading(f"verify --head {head['hash'].upper()}")

    assert (0, True) == (outcome.code, f"That head is entry {head['entry']}, of " in outcome.out)
    assert reading(f"verify --json --head {head['hash']}").json["contains"]


def test_a_head_that_is_not_there_is_said(reading: Tracker) -> None:
    """Exit code 1 in one line, also for programs; what is no head at all is wrong use."""
    outcome = reading(f"verify --head {'0' * 64}")

    assert 1 == outcome.code
    assert f"no entry has the hash {'0' * 64}: this is another store, or it was rewritten since" in outcome.err
    assert reading(f"verify --json --head {'0' * 64}").json["contains"] is False
    assert 2 == reading("verify --head 123").code


def test_a_forged_figure_is_found(reading: Tracker, tmp_path: Path) -> None:
    """It is named, with exit code 1."""
    forge(tmp_path / "figures.db")

    outcome = reading("verify")

    assert 1 == outcome.code
    assert "figure 2, version 1, (row 2 of figure) or entry " in outcome.out
    assert "compare with a backup" in outcome.err
    assert 1 == len(reading("verify --json").json["faults"])


def test_the_doctor_tells_the_head(reading: Tracker) -> None:
    """To be noted down beside what it says of the store."""
    assert reading("log --json -n 1").json[0]["hash"] in reading("doctor").out
