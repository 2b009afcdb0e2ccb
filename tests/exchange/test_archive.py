"""The process apart that reads archived files: it cannot be made to do anything."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.archived.files import pdf, pdf_bomb
from tracker.exchange import archive
from tracker.exchange.archive import archive_text
from tracker.exchange.archived.no_text import NoTextError


def test_the_text_comes_back() -> None:
    """Whatever its letters."""
    assert "388 дітей" == archive_text("388 дітей".encode())
    assert "388 children" == archive_text(pdf("388 children")).strip()


def test_the_reason_comes_back() -> None:
    """Where there is no text."""
    with pytest.raises(NoTextError, match=r"^is a picture \(PNG\)$"):
        archive_text(b"\x89PNG\r\n\x1a\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there the system cannot limit the memory of a process")
def test_a_bomb_harms_nobody() -> None:
    """A small file that unpacks to three hundred megabytes of nothing is given up."""
    with pytest.raises(NoTextError):
        archive_text(pdf_bomb(300_000_000))


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while that nobody would wait out."""
    monkeypatch.setattr(archive, "_PATIENCE", 0.01)

    with pytest.raises(NoTextError, match="takes too long to read"):
        archive_text(b"388")


def test_a_folder_that_somebody_is_in_stands_in_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of our name that came with the archived files is not run."""
    (tmp_path / "tracker").mkdir()
    (tmp_path / "tracker" / "__init__.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)

    assert "388" == archive_text(b"388")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert "388" == archive_text(b"388")


def test_reading_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process may not write one, whatever a file made it do."""
    script = tmp_path / "reads.py"
    script.write_text(
        "from tracker.exchange.archived.__main__ import _restrict\n_restrict()\n"
        "from pathlib import Path\ntry:\n    Path('made').write_text('x')\nexcept OSError:\n    print('refused')\n"
    )
    monkeypatch.chdir(tmp_path)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert ("refused\n", "") == (done.stdout, (tmp_path / "made").read_text())
