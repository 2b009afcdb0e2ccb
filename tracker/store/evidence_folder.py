"""Files of evidence in a folder beside the store, each named by the SHA-256 of its bytes and never changed."""

import errno
import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.errors import TrackerError, UnusableStore


@dataclass(frozen=True, slots=True)
class EvidenceFolder:
    """The folder `STORE.evidence`; it is made with the first file.

    A file has no suffix and no right to run, so that nothing opens or starts it by mistake, and may be read by whoever
    may read the store.

    Attributes:
        store: the file of the store.
    """

    store: Path

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.store.with_name(f"{self.store.name}.evidence")

    def file(self, sha256: str) -> Path:
        """Where the bytes with this SHA-256 lie."""
        return self.path / sha256[:2] / sha256

    def keep(self, sha256: str, content: bytes) -> None:
        """Write the bytes, to the disk itself, unless they are there; a file that is missing or altered is mended.

        Raises:
            UnusableStore: when the folder cannot be written.
            TrackerError: when the disk is full or fails.
        """
        target = self.file(sha256)
        try:
            if self.read(sha256) == content:
                return
            rights = self.store.stat().st_mode
            _make_folders(target, rights)
            _write(target, content, rights & 0o444)
            for folder in (target.parent, self.path, self.path.parent):
                _flush(folder)
        except OSError as error:
            raise _in_words(error, self.path) from error

    def share_with(self, other: "EvidenceFolder") -> None:
        """Give the folder of another store in the same place all files too, without copying a byte.

        Raises:
            OSError: when it cannot be written.
        """
        rights = self.store.stat().st_mode
        for file in self.path.glob("??/*"):
            target = other.file(file.name)
            _make_folders(target, rights)
            with suppress(FileExistsError):
                os.link(file, target)

    def read(self, sha256: str) -> bytes | None:
        """The bytes of the file that bears this SHA-256, whatever they are; None where there is no such file.

        Raises:
            TrackerError: when the file cannot be read.
        """
        try:
            return self.file(sha256).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise TrackerError(f"{self.file(sha256)} cannot be read: {error.strerror}") from error


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _make_folders(file: Path, rights: int) -> None:
    for folder in (file.parent.parent, file.parent):
        if not folder.is_dir():
            folder.mkdir(exist_ok=True)
            folder.chmod(rights & 0o666 | (rights & 0o444) >> 2)  # who may read may also enter


def _write(target: Path, content: bytes, rights: int) -> None:
    """Whole or not at all, whenever the program or the machine stops.

    The store has one writer at a time, so one name is enough for what is not whole yet, and what a killed run left
    under it is cleared away by the next.
    """
    new = target.parent.parent / ".new"
    new.unlink(missing_ok=True)
    try:
        with new.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(rights)
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _flush(folder: Path) -> None:
    if os.name == "nt":  # where a folder cannot be opened, and is written with its files
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _in_words(error: OSError, folder: Path) -> TrackerError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return TrackerError(f"there is no room left for {folder}, nothing was recorded: free some, then try again")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UnusableStore(f"{folder} is read-only, nothing was recorded: make it writable")
    return TrackerError(f"{folder} could not be written ({error.strerror}), nothing was recorded: check the disk")
