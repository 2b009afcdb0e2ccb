"""How many sources really stand behind figures: copies of one source are one source."""

from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.figure import Figure
from tracker.domain.place import place_key
from tracker.domain.source import UNATTRIBUTED


class Independence(NamedTuple):
    """What figures rest on, as in "17 pages, 2 sources".

    Attributes:
        pages: where they were read, each page of a publisher once.
        sources: who counted or claimed them; however many publishers carry a source, it counts once.
    """

    pages: int
    sources: int


def independence(figures: Iterable[Figure]) -> Independence:
    """How many pages and how many sources figures rest on.

    A page is known by its address, else by its publisher and date. Names of sources are compared as places are:
    without regard to case and spaces. Pages that name no source are sources apart.
    """
    pages = set()
    sources = set()
    for figure in figures:
        pages.add((figure.url,) if figure.url else (place_key(figure.publisher), figure.published or figure.as_of))
        sources.add(place_key(figure.publisher if figure.source == UNATTRIBUTED else figure.source))
    return Independence(len(pages), len(sources))


def of_one_number(figure: Figure, figures: Iterable[Figure]) -> list[Figure]:
    """The figures that give the same number for the same thing, on whatever day, the figure itself among them."""
    return [other for other in figures if _number(other) == _number(figure)]


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.indicator, figure.place, figure.basis, figure.bounds
