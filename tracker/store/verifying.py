"""Works the journal out anew from what the tables hold, and names every row that does not fit."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from tracker.store import journal
from tracker.store.database import Database
from tracker.store.journal import SAID, Head
from tracker.store.sqlite_text import HISTORIES


class Verdict(NamedTuple):
    """What the journal shows.

    Attributes:
        head: its last entry; None in an empty journal.
        faults: a sentence for each row or entry that was changed, is missing, moved or slipped in; empty when all fit.
    """

    head: Head | None
    faults: tuple[str, ...]


def verify(database: Database) -> Verdict:
    """Hold every entry against the row it is about, and every row against the entries, as of one moment."""
    with database.snapshot():
        return verify_within(database)


def verify_within(database: Database) -> Verdict:
    """As `verify`, within a transaction that the database is in already."""
    faults = (*_Walk(database).faults(), *_closed_wrongly(database))
    return Verdict(journal.head(database), faults)


class _Walk:
    """One walk along the journal, beside it one along each table: both are written in the same order."""

    def __init__(self, database: Database) -> None:
        ((*lasts,),) = database.rows("last_rows")
        self._database = database
        self._rows = {about: _contents(database, about, last) for about, last in zip(SAID, lasts, strict=True)}
        # The row of each table that comes next, and the one that was passed last.
        self._next = {about: next(rows, None) for about, rows in self._rows.items()}
        self._passed = dict.fromkeys(SAID, 0)

    def faults(self) -> Iterator[str]:
        before, last = journal.START, 0
        names: dict[str, str] = {}
        for entry, about, number, author, at, digest in journal.entries(self._database):
            unbroken = entry == last + 1
            if not unbroken:
                yield f"{_entries(last + 1, entry - 1)} missing"
            found = self._next.get(about)
            if found is None or found[0] != number:
                yield from self._out_of_step(entry, about, number)
                found = self._next.get(about)
            if found is not None and found[0] == number:
                who = names.get(author) or names.setdefault(author, journal.text_of(author))
                # After a gap nothing tells what came before, so the link itself cannot be judged.
                if unbroken and digest != journal.link(before, f'[{entry},"{about}",{number},{who},{at}]', found[1]):
                    yield f"{_name(about, found[1])} (row {number} of {about}) or entry {entry} was changed"
                self._passed[about] = number
                self._next[about] = next(self._rows[about], None)
            before, last = digest, entry
        for about in SAID:
            yield from self._without_entry(about, None)

    def _out_of_step(self, entry: int, about: str, number: int) -> Iterator[str]:
        """What is wrong where an entry is not about the row that comes next; leads on to its row, if there is one."""
        if about not in SAID:
            yield f"entry {entry} is about {about!a}, which is no table of a store"
        elif number <= self._passed[about]:
            yield f"entry {entry} stands out of order: row {number} of {about} has been passed"
        else:
            yield from self._without_entry(about, number)
            found = self._next[about]
            if found is None or found[0] != number:
                self._passed[about] = number
                yield f"row {number} of {about}, which entry {entry} is about, is missing"

    def _without_entry(self, about: str, number: int | None) -> Iterator[str]:
        """The rows before a number, or up to the end, that no entry is about."""
        while (found := self._next[about]) is not None and (number is None or found[0] < number):
            yield f"{_name(about, found[1])} (row {found[0]} of {about}) has no entry: it was slipped in"
            self._next[about] = next(self._rows[about], None)


def _contents(database: Database, about: str, last: int) -> Iterator[tuple[int, str]]:
    for ends in journal.blocks(1, last):
        yield from database.contents(about, *ends)


def _closed_wrongly(database: Database) -> Iterator[str]:
    for about in HISTORIES:
        for how, words in (
            ("closed_without_next", "is closed, but no version follows it"),
            ("closed_wrongly", "is not closed at the moment the next version was recorded"),
        ):
            for (number,) in database.rows(f"{how}_{about}"):
                for _, content in database.contents(about, number, number):
                    yield f"{_name(about, content)} (row {number} of {about}) {words}"


def _name(about: str, content: str) -> str:
    """A row as people call it."""
    said = dict(zip(SAID[about], json.loads(content), strict=False))
    if "version" in said:
        return f"{about.replace('_', ' ')} {said['id']}, version {said['version']},"
    number = said["id"] if "id" in said else said["entry"]
    return f"{about.replace('_', ' ')} {said['name']!a}" if "name" in said else f"{about.replace('_', ' ')} {number}"


def _entries(first: int, last: int) -> str:
    return f"entry {first} is" if first == last else f"entries {first} to {last} are"
