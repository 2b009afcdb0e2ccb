"""An entry, the words a person typed or a file holds for one figure, read into a figure.

Every field that cannot be used raises BadField with the column, what was read and what was expected; nothing is
guessed. The store holds aggregates only: no field is meant for a child's name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue, WrongUse
from tracker.domain.figure import Basis, Figure
from tracker.domain.hedge import Hedge
from tracker.domain.place import WHOLE, Place, join_places, place_key
from tracker.domain.span import Span
from tracker.wording.digits import LARGEST
from tracker.wording.names import did_you_mean
from tracker.wording.reading import Reading, read_value


class Entry(NamedTuple):
    """The words of one figure, column by column; an empty text where nothing was given."""

    indicator: str = ""
    value: str = ""
    basis: str = ""
    as_of: str = ""
    since: str = ""
    source: str = ""
    publisher: str = ""
    published: str = ""
    place: str = ""
    url: str = ""
    quote: str = ""
    note: str = ""
    low: str = ""
    high: str = ""


CODED_COLUMNS = ("low", "high")
COLUMNS = tuple(column for column in Entry._fields if column not in CODED_COLUMNS)
LONGEST = 10_000  # characters in one field; the longest quote a page needs is far below

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BASES = {basis.value: basis for basis in Basis}


class BadField(WrongUse):
    """One field of an entry that cannot be used.

    Attributes:
        column: the column it stands in.
        problem: what was read and what was expected, in one line.
    """

    def __init__(self, column: str, problem: str) -> None:
        super().__init__(f"{column}: {problem}")
        self.column = column
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry is read against.

    Attributes:
        indicators: the names of the indicators that exist.
        today: no figure speaks of, or was published on, a later day.
        places: names by `place_key`, aliases included.
    """

    indicators: frozenset[str]
    today: date
    places: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, indicators: Iterable[str], places: Iterable[Place], today: date) -> "Known":
        """Gather what the store knows."""
        names = {place_key(name): place.name for place in places for name in (place.name, *place.aliases)}
        return cls(frozenset(indicators), today, names)


def figure_of(entry: Entry, known: Known) -> Figure:
    """Read one entry.

    Args:
        entry: the words; those with the figure's bounds, `low` and `high`, are for values that cannot be read.
        known: what they are read against.

    Raises:
        BadField: for the first field that cannot be used.
    """
    together = "".join(entry)
    if len(together) > LONGEST or not together.isprintable():  # quick, and true of ordinary rows
        _refuse_unprintable(entry)
    (
        indicator, value, basis, as_of_text, since_text, source, publisher, published_text, place, url, quote, note,
        low, high,
    ) = map(str.strip, entry)  # fmt: skip
    if indicator not in known.indicators:
        indicator = _indicator(indicator, known.indicators)
    bounds, hedge, adds = _meaning(value, low, high)
    if not source:
        raise BadField("source", "is empty: name who counted or claimed the figure")
    published = _date("published", published_text, known.today) if published_text else None
    as_of = _date("as_of", as_of_text, known.today) if as_of_text else published
    if as_of is None:
        raise BadField("as_of", "is empty and so is published: give the day the figure speaks of, such as 2024-04-03")
    since = _date("since", since_text, known.today) if since_text else None
    return Figure(
        indicator=indicator,
        value=value,
        bounds=bounds,
        hedge=hedge,
        basis=_basis(basis, as_of, since, adds=adds),
        as_of=as_of,
        since=since,
        source=source,
        publisher=publisher or source,
        published=published,
        place=_place(place, known.places) if place else WHOLE,
        url=address("url", url) if url else "",
        quote=quote,
        note=note,
    )


def _refuse_unprintable(entry: Entry) -> None:
    for column, text in zip(Entry._fields, entry, strict=True):
        if len(text) > LONGEST:
            raise BadField(column, f"is longer than {LONGEST:,} characters: shorten it")
        found = _CONTROL.search(text)
        if found:
            raise BadField(column, f"holds the control character {found[0]!r}: remove it")


def _indicator(name: str, indicators: frozenset[str]) -> str:
    if not name:
        raise BadField("indicator", "is empty: say what is counted, such as returned")
    folded = name.casefold()
    if folded in indicators:
        return folded
    raise BadField(
        "indicator",
        f"there is no indicator {name!r}:{did_you_mean(name, indicators)} "
        "`tracker indicator list` shows all, `tracker indicator add` makes a new one",
    )


def _meaning(value: str, low: str, high: str) -> tuple[Bounds, Hedge, bool]:
    if not value:
        raise BadField("value", "is empty: give the number as printed, hedge included")
    coded = _coded(low, high)
    try:
        reading = read_value(value)
    except UnreadableValue as unreadable:
        if coded is None:
            raise BadField("value", str(unreadable)) from unreadable
        return coded, Hedge.CODED, False
    if coded is not None:
        _agree(value, reading, low, high)
    return reading.bounds, reading.hedge, reading.adds


def _coded(low: str, high: str) -> Bounds | None:
    if not low and not high:
        return None
    ends: list[int | None] = []
    for column, text in (("low", low), ("high", high)):
        if text and not (text.isascii() and text.isdigit()):
            raise BadField(column, f"read {text!r}, expected a whole number in digits, or nothing for an open end")
        if len(text) > len(str(LARGEST)):
            raise BadField(column, f"{text[:40]} is more than any count of children; check its digits")
        ends.append(int(text) if text else None)
    try:
        return Bounds(*ends)
    except ValueError as error:
        raise BadField("low", str(error)) from None


def _agree(value: str, reading: Reading, low: str, high: str) -> None:
    """Hold the coder's bounds against the words; an end that the coder left empty says nothing."""
    for column, text, end in (("low", low, reading.bounds.low), ("high", high, reading.bounds.high)):
        if text and end != int(text):
            meant = "open" if end is None else f"{end:,}"
            raise BadField(column, f"read {text}, but the words {value!r} mean {meant} there: correct one of the two")


@lru_cache(maxsize=4096)
def _span(text: str) -> Span:
    return Span.parse(text)


def _date(column: str, text: str, today: date) -> Span:
    try:
        span = _span(text)
    except ValueError as error:
        raise BadField(column, str(error)) from None
    if span.first > today:
        raise BadField(column, f"{text} lies in the future: today is {today.isoformat()}")
    return span


def day_of(column: str, text: str, today: date) -> date:
    """A day that has come.

    Raises:
        BadField: for what is none.
    """
    span = _date(column, text, today)
    if not span.is_day:
        raise BadField(column, f"read {text}, expected a day, such as 2024-04-03")
    return span.first


def _basis(text: str, as_of: Span, since: Span | None, *, adds: bool) -> Basis:
    if text and text not in _BASES:
        raise BadField("basis", f"read {text!r}, expected total, period or event")
    if text:
        basis = _BASES[text]
    elif since:
        basis = Basis.PERIOD
    else:
        basis = Basis.EVENT if adds else Basis.TOTAL
    if since is None:
        if basis is Basis.PERIOD:
            raise BadField("since", "is empty: a period needs its first day")
    elif basis is not Basis.PERIOD:
        raise BadField("since", f"belongs to a period, and basis is {basis}: drop one of the two")
    elif since.first > as_of.last:
        raise BadField("since", f"{since} is after as_of {as_of}: a period starts before it ends")
    return basis


def _place(text: str, places: Mapping[str, str]) -> str:
    names = [name for part in text.split(";") if (name := part.strip())]
    return join_places(places.get(place_key(name), name) for name in names)


def address(column: str, text: str) -> str:
    """The address of a page, as it is.

    Raises:
        BadField: for what is none.
    """
    if len(text) > LONGEST or not text.isprintable() or not text.startswith(("https://", "http://")):
        raise BadField(column, f"read {text[:80]!r}, expected an address that starts with https:// or http://")
    return text
