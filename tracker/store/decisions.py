"""What people decided, as the store keeps it: a row for each decision, none of them ever changed."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import NamedTuple

from tracker.domain.decision import Break, Decision, DecisionKind, Waiver
from tracker.domain.errors import NothingFound, WrongUse
from tracker.store.database import Database
from tracker.store.journal import journalled
from tracker.store.moments import LATEST, end_of, following, microseconds, moment

_RECORDED, _WITHDRAWN = "recorded", "withdrawn"


class _Version(NamedTuple):
    number: int
    version: int
    status: str
    recorded_at: int


class Deciding:
    """The part of a store that keeps decisions; each method that writes may raise TrackerError as a store does."""

    _database: Database
    _author: str

    def _change(self, at: datetime) -> AbstractContextManager[None]:
        """The one writer's turn; all that is written in it is entered in the journal."""
        return journalled(self._database, self._author, microseconds(at))

    def decide(self, decision: Decision) -> None:
        """Keep a decision about event reports; older ones stay, for a newer decision wins over them.

        Raises:
            NothingFound: when a figure is not there.
            WrongUse: when no reason is given, or fewer than two figures.
        """
        at, figures = microseconds(decision.recorded_at), sorted(decision.figures)
        _require(decision.because)
        if len(figures) < 2:
            raise WrongUse("a decision needs two figures at least: give the numbers that tracker check names")
        with self._change(decision.recorded_at):
            known = {number for (number,) in self._database.rows("figure_numbers", ids=figures)}
            for number in figures:
                if number not in known:
                    raise NothingFound(f"there is no figure {number}: `tracker list` shows their numbers")
            ((last,),) = self._database.rows("last_decision")
            self._database.insert("decision", [(last + 1, str(decision.kind), decision.because, at)])
            self._keep_members("decision_figure", last + 1, figures, at)

    def decisions(self, known_on: date | None = None) -> list[Decision]:
        """All decisions about event reports made by the end of that day, UTC, oldest first; None for now."""
        members = self._members("decision_figures")
        return [
            Decision(DecisionKind(kind), frozenset(members[number]), because, moment(at))
            for number, kind, because, at in self._database.rows("decisions", moment=end_of(known_on))
        ]

    def record_break(self, new: Break, *, at: datetime) -> None:
        """Keep a break.

        Raises:
            NothingFound: when the indicator or the source is not there.
            WrongUse: when no reason is given, or it is recorded already.
        """
        _require(new.because)
        with self._change(at):
            for version, old in self._breaks(LATEST):
                if _same_break(old, new) and version.status == _RECORDED:
                    raise WrongUse(f"that break is recorded already, because: {old.because}")
            self._say_break(new, _RECORDED, microseconds(at))

    def withdraw_break(self, old: Break, *, at: datetime) -> None:
        """Take a break out of force; `old.because` says why. The store keeps that it was recorded.

        Raises:
            NothingFound: when no such break is in force.
            WrongUse: when no reason is given, or the clock is behind the break.
        """
        _require(old.because)
        with self._change(at):
            if not any(_same_break(known, old) for known in self.breaks()):
                raise NothingFound(f"{old.source} has no break of {old.indicator} on {old.on}: check the day")
            self._say_break(old, _WITHDRAWN, microseconds(at))

    def breaks(self, known_on: date | None = None) -> list[Break]:
        """The breaks in force at the end of that day, UTC, by day; None for now."""
        found = [known for version, known in self._breaks(end_of(known_on)) if version.status == _RECORDED]
        return sorted(found, key=lambda known: (known.on, known.indicator, known.source))

    def waive(self, waiver: Waiver) -> None:
        """Keep a waiver; an older one of the same finding ends with it.

        Raises:
            WrongUse: when no reason or author is given, or the clock is behind the older one.
        """
        with self._change(waiver.recorded_at):
            entry = self._say_waiver(waiver, _RECORDED)
            self._keep_members("waiver_figure", entry, waiver.figures, microseconds(waiver.recorded_at))

    def end_waiver(self, finding: str, *, because: str, author: str, at: datetime) -> None:
        """Take a waiver out of force; the store keeps that it was given, and why it ended.

        Raises:
            NothingFound: when the finding is not waived.
            WrongUse: when no reason or author is given, or the clock is behind the waiver.
        """
        with self._change(at):
            for waiver in self.waivers():
                if waiver.finding == finding:
                    ended = Waiver(
                        finding=finding,
                        check=waiver.check,
                        figures=waiver.figures,
                        fingerprint=waiver.fingerprint,
                        because=because,
                        author=author,
                        recorded_at=at,
                    )
                    self._say_waiver(ended, _WITHDRAWN)
                    return
        raise NothingFound(f"{finding} is not waived: `tracker check --json` tells which findings are")

    def waivers(self, known_on: date | None = None) -> list[Waiver]:
        """The waivers in force at the end of that day, UTC, in the order in which they were given; None for now."""
        members = self._members("waiver_figures")
        return [
            Waiver(
                finding=finding,
                check=check,
                figures=tuple(members[entry]),
                fingerprint=fingerprint,
                because=because,
                author=author,
                recorded_at=moment(at),
            )
            for entry, finding, _, check, fingerprint, status, because, author, at in self._database.rows(
                "waivers_known", moment=end_of(known_on)
            )
            if status == _RECORDED
        ]

    def _breaks(self, at: int) -> list[tuple[_Version, Break]]:
        """What was said last of each break by a moment, withdrawn ones included."""
        return [
            (_Version(*version), Break(indicator, source, date.fromordinal(on), because))
            for *version, indicator, source, on, because in self._database.rows("breaks_known", moment=at)
        ]

    def _say_break(self, said: Break, status: str, at: int) -> None:
        indicators = {name: number for number, name, _ in self._database.rows("indicators")}
        sources = {name: number for number, name in self._database.rows("sources")}
        if said.indicator not in indicators:
            raise NothingFound(f"there is no indicator {said.indicator!r}: `tracker indicator list` shows all")
        if said.source not in sources:
            raise NothingFound(f"there is no source {said.source!r}: `tracker source list` shows all")
        ((entry, number),) = self._database.rows("last_break")
        number, version = number + 1, 1
        for last, old in self._breaks(LATEST):
            if _same_break(old, said):
                number, version = last.number, last.version + 1
                at = following("that break", last.recorded_at, at)
                self._database.run("close_series_break", of=number, moment=at)
        names = indicators[said.indicator], sources[said.source]
        row = (entry + 1, number, version, *names, said.on.toordinal(), status, said.because, at, None)
        self._database.insert("series_break", [row])

    def _say_waiver(self, waiver: Waiver, status: str) -> int:
        _require(waiver.because)
        if not waiver.author.strip():
            raise WrongUse("a waiver needs an author: name yourself with --author")
        at, version = microseconds(waiver.recorded_at), 1
        for _, finding, latest, *_, said in self._database.rows("waivers_known", moment=LATEST):
            if finding == waiver.finding:
                version = latest + 1
                at = following(f"the waiver of {finding}", said, at)
                self._database.run("close_waiver", of=finding, moment=at)
        ((entry,),) = self._database.rows("last_waiver")
        said_of = waiver.finding, version, waiver.check, waiver.fingerprint, status, waiver.because, waiver.author
        self._database.insert("waiver", [(entry + 1, *said_of, at, None)])
        return int(entry) + 1

    def _keep_members(self, table: str, of: int, figures: Iterable[int], at: int) -> None:
        ((last,),) = self._database.rows(f"last_{table}")
        self._database.insert(table, [(last + place, of, number, at) for place, number in enumerate(figures, 1)])

    def _members(self, statement: str) -> dict[int, list[int]]:
        members: dict[int, list[int]] = {}
        for of, number in self._database.rows(statement):
            members.setdefault(of, []).append(number)
        return members


def _require(because: str) -> None:
    if not because.strip():
        raise WrongUse("nothing is decided without a reason: give one with --because")


def _same_break(one: Break, other: Break) -> bool:
    return (one.indicator, one.source, one.on) == (other.indicator, other.source, other.on)
