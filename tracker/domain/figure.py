"""A figure: one published number with its words, source and dates."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tracker.domain.bounds import Bounds
from tracker.domain.hedge import TABLE_VERSION, Hedge
from tracker.domain.place import WHOLE
from tracker.domain.span import Span


class Basis(StrEnum):
    """What span a figure counts over."""

    TOTAL = "total"  # running total up to a day
    PERIOD = "period"  # all in a stated span
    EVENT = "event"  # one reported batch


class Status(StrEnum):
    """How the version of a figure that is in force came about."""

    RECORDED = "recorded"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published number as it was printed, with what it means.

    Attributes:
        indicator: what is counted, by name.
        value: the words as printed.
        bounds: what the words mean, as inclusive whole numbers.
        hedge: the rule that read them.
        hedge_table: the version of the hedge table that was used.
        basis: running total, all in a span, or one batch.
        as_of: the day (or month, or span) the figure speaks of.
        since: the first day of a period; None for totals and events.
        source: who counted or claimed it.
        publisher: where it was read; equal to `source` when first-hand.
        published: the publisher's date, where known.
        place: the whole, or the parts it speaks of joined by `;`.
        url: address of the page, or empty.
        quote: the sentence as printed, or empty.
        note: the recorder's remark, or empty.
        archive: SHA-256 of the saved page or document that is kept as evidence, or empty.
        archive_url: address of a copy in a public archive, or empty.
        retrieved: the day on which the page was archived, where known.
        in_archive: whether the printed number occurs in the kept copy; None without one, or where that cannot be told.
    """

    indicator: str
    value: str
    bounds: Bounds
    hedge: Hedge
    basis: Basis
    as_of: Span
    source: str
    publisher: str
    hedge_table: int = TABLE_VERSION
    since: Span | None = None
    published: Span | None = None
    place: str = WHOLE
    url: str = ""
    quote: str = ""
    note: str = ""
    archive: str = ""
    archive_url: str = ""
    retrieved: date | None = None
    in_archive: bool | None = None

    @property
    def first_hand(self) -> bool:
        """Whether it was read where it was said."""
        return self.source == self.publisher

    @property
    def known_by(self) -> date:
        """The first day on which a reader can have known the figure: published, else the last day it speaks of."""
        return self.published.first if self.published else self.as_of.last


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFigure(Figure):
    """A figure in the store.

    Attributes:
        id: the number people call it by, the same in all its versions.
        version: 1 as first recorded, one more with each correction or retraction.
        recorded_at: when this version was written, UTC.
        status: how this version came about.
        because: why it was corrected or retracted; empty when first recorded.
    """

    id: int
    version: int
    recorded_at: datetime
    status: Status = Status.RECORDED
    because: str = ""
