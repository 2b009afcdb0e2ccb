"""Files that are written whole under another name and put in place at one stroke, though the program may be killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.domain.errors import TrackerError, WrongUse


@contextmanager
def put_in_place(path: Path) -> Iterator[Path]:
    """A name to write a database under; when all went well it is put in place of `path`.

    It lies in a hidden folder of its own beside `path`, with whatever SQLite keeps beside it. What a killed run left
    there is cleared away first; the folder of a run that goes on is locked.

    Raises:
        WrongUse: when there is no folder for `path`.
        TrackerError: when it cannot be written.
    """
    try:
        _clear_away(path)
        with _own_folder(path) as folder:
            part = folder / path.name
            part.touch()
            yield part
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(path)
            _flush_folder(path.parent)
    except FileNotFoundError as error:
        raise WrongUse(f"there is no folder {path.parent}: create it, or give another place") from error
    except OSError as error:
        raise TrackerError(
            f"{path} cannot be written ({error.strerror}): check the folder and the room left"
        ) from error


@contextmanager
def _own_folder(path: Path) -> Iterator[Path]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=_SUFFIX, dir=path.parent))
        with _locked(folder, wait=True):
            if not folder.is_dir():  # another run found it before it was locked, and took it for left behind
                continue
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            return


_SUFFIX = ".part"


def _clear_away(path: Path) -> None:
    for folder in path.parent.iterdir():
        if folder.name.startswith(f".{path.name}.") and folder.suffix == _SUFFIX:
            with _locked(folder, wait=False) as ours:
                if ours:
                    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Whether the folder is locked by this run, until it is done or dies; never where the system has no such locks."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where what is left behind has to be cleared away by hand
    except ImportError:
        yield False
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:  # held by another run, or not to be had, as on some network drives
            yield False
        else:
            yield True
    finally:
        os.close(number)


def _flush_folder(folder: Path) -> None:
    """Make sure that the new name survives a crash; where folders cannot be opened, the system does so itself."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
