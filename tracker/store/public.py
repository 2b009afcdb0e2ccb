"""The store as the public may see it: nothing that confidential sources said, and nothing that names one."""

import re
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.domain.decision import Break, Decision, Waiver
from tracker.domain.figure import Figure, RecordedFigure
from tracker.domain.indicator import Indicator
from tracker.domain.place import Place, place_key
from tracker.domain.source import Source
from tracker.store.journal import Entry
from tracker.store.ledger import Store

if TYPE_CHECKING:
    from tracker.domain.table import Table

WITHHELD = "not for the public"


class PublicStore(Store):
    """A store whose questions are answered without confidential sources.

    What is computed from the answers is thus computed without them. A source is confidential that is marked so now,
    whatever it was on the day asked of: a report as known last year must not tell today what has become secret since.
    A figure is left out when a confidential source said or published it, or when any of its words name one; a reason
    that names one, or was given of a figure left out, is withheld.
    """

    @cached_property
    def _secret(self) -> re.Pattern[str] | None:
        """What finds the name of a confidential source as words of a text; None where there is no such source."""
        names = "|".join(re.escape(place_key(source.name)) for source in super().sources() if source.confidential)
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def _in_view(self, figures: Iterable[RecordedFigure]) -> list[RecordedFigure]:
        return [self._open(figure) for figure in figures if self._is_public(figure)]

    def table(self, known_on: date | None = None) -> "Table":
        """As of any store, without the figures that are not for the public, and the names that they alone use."""
        from tracker.store.tables import only  # noqa: PLC0415 - it loads NumPy

        return only(super().table(known_on), {figure.id for figure in self.figures(known_on=known_on)})

    def addresses(self, indicators: Collection[str] | None = None, known_on: date | None = None) -> int:
        """As of any store, without those of figures that are not for the public alone."""
        figures = self.figures(known_on=known_on)
        return len({one.url for one in figures if one.url and (indicators is None or one.indicator in indicators)})

    def versions(self, id: int) -> list[RecordedFigure]:  # noqa: A002 - as users say it
        """As of any store; none where any version of the figure is not for the public."""
        versions = super().versions(id)
        return [self._open(figure) for figure in versions] if all(map(self._is_public, versions)) else []

    def indicators(self) -> list[Indicator]:
        """As of any store, without those whose name or definition names a confidential source."""
        return [one for one in super().indicators() if not self._names_secret(one.name, one.definition)]

    def places(self) -> list[Place]:
        """As of any store, without those that bear the name of a confidential source."""
        return [place for place in super().places() if not self._names_secret(place.name, *place.aliases)]

    def sources(self, known_on: date | None = None) -> list[Source]:
        """As of any store, without confidential ones."""
        return [source for source in super().sources(known_on) if not self._names_secret(source.name)]

    def breaks(self, known_on: date | None = None) -> list[Break]:
        """As of any store, without those of confidential sources."""
        found = [one for one in super().breaks(known_on) if not self._names_secret(one.source, one.indicator)]
        return [replace(one, because=self._reason(one.because)) for one in found]

    def log(self, many: int) -> list[Entry]:  # noqa: ARG002 - as the method it narrows
        """Nothing: the journal tells of every row."""
        return []

    def decisions(self, known_on: date | None = None) -> list[Decision]:
        """As of any store, each about the public figures of it alone."""
        public = self._numbers()
        return [
            replace(
                one,
                figures=one.figures & public,
                because=self._reason(one.because) if one.figures <= public else WITHHELD,
            )
            for one in super().decisions(known_on)
            if len(one.figures & public) > 1
        ]

    def waivers(self, known_on: date | None = None) -> list[Waiver]:
        """As of any store, without those of findings that figures left out were part of."""
        public = self._numbers()
        return [
            replace(one, because=self._reason(one.because))
            for one in super().waivers(known_on)
            if public.issuperset(one.figures)
        ]

    def _numbers(self) -> frozenset[int]:
        return frozenset(figure.id for figure in self.figures(with_retracted=True))

    def _is_public(self, figure: RecordedFigure) -> bool:
        words = (getattr(figure, field.name) for field in fields(Figure))
        return not self._names_secret(*(text for text in words if isinstance(text, str)))

    def _open(self, figure: RecordedFigure) -> RecordedFigure:
        return replace(figure, because=self._reason(figure.because))

    def _reason(self, because: str) -> str:
        return WITHHELD if self._names_secret(because) else because

    def _names_secret(self, *texts: str) -> bool:
        # Joined by what no text holds, so that no name begins in one and ends in the next.
        return self._secret is not None and bool(self._secret.search(place_key("\0".join(texts))))
