"""Archived pages and documents, kept by the SHA-256 of their bytes: beside a SQLite file, else in the database.

A server has no disk beside it that is everybody's, so there the bytes stand in the table, under the same triggers as
all history, and are saved with the database.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.domain.errors import NothingFound, TrackerError, WrongUse
from tracker.store.database import Database
from tracker.store.evidence_folder import digest
from tracker.store.journal import journalled
from tracker.store.moments import microseconds


@dataclass(frozen=True, slots=True)
class Evidence:
    """A saved page or document: the name of the file, and its bytes."""

    name: str
    content: bytes


class KeepingEvidence:
    """The part of a store that keeps evidence."""

    _database: Database
    _author: str

    def keep_evidence(self, name: str, content: bytes, *, at: datetime) -> str:
        """Keep a saved page or document; the same bytes are kept once, under the name they first came with.

        Where the store has a folder for it, that is written first: a crash in between leaves a file that nothing refers
        to, never a reference to nothing.

        Returns:
            The SHA-256 of the content, in hexadecimal: what a figure's `archive` refers to.

        Raises:
            WrongUse: when there are no bytes.
            UnusableStore: when it cannot be written.
            TrackerError: when the store is locked, or out of room.
        """
        if not content:
            raise WrongUse(f"{name} is empty, so it is no evidence: save the page or document again")
        sha256, folder = digest(content), self._database.evidence
        with journalled(self._database, self._author, microseconds(at)):
            kept = {known for _, known in self._database.rows("evidence_numbers")}
            if folder is not None:
                folder.keep(sha256, content)
            if sha256 not in kept:
                row = (len(kept) + 1, sha256, name, b"" if folder else content, microseconds(at))
                self._database.insert("evidence", [row])
        return sha256

    def evidence(self, sha256: str) -> Evidence:
        """What is kept under a SHA-256, its bytes held against it.

        Raises:
            NothingFound: when nothing is.
            TrackerError: when the file is missing or altered.
        """
        name, content = self._kept(sha256)
        folder, where = self._database.evidence, f"SHA-256 {sha256}"
        if folder is not None and not content:
            where = str(folder.file(sha256))
            found = folder.read(sha256)
            if found is None:
                raise TrackerError(f"{where}, the archived {name}, is missing: put a copy of it back")
            content = found
        if digest(content) != sha256:
            raise TrackerError(f"{where}, the archived {name}, is altered: put a sound copy back")
        return Evidence(name, content)

    def evidence_file(self, sha256: str) -> Path | None:
        """The file that holds what is kept under a SHA-256; None where the database itself does.

        Raises:
            NothingFound: when nothing is kept under it.
        """
        folder = self._database.evidence
        return None if folder is None or self._kept(sha256)[1] else folder.file(sha256)

    def evidence_faults(self) -> list[str]:
        """Which evidence is missing or altered, a sentence each, after reading all of it; empty when all is well."""
        faults = []
        for (sha256,) in self._database.rows("evidence_kept"):
            try:
                self.evidence(sha256)
            except TrackerError as fault:
                faults.append(str(fault))
        return faults

    def _kept(self, sha256: str) -> tuple[str, bytes]:
        for name, content in self._database.rows("evidence", sha256=sha256):
            return name, content
        raise NothingFound(f"no evidence is kept under SHA-256 {sha256!r}")
