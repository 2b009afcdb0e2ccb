"""The names that rows refer to by number, for reading figures."""

from collections.abc import Mapping
from typing import Any

from tracker.domain.figure import RecordedFigure
from tracker.domain.place import WHOLE, is_whole, join_places, place_key
from tracker.store.content import Archived, Reader
from tracker.store.database import Database


class Names:
    """All names of a store, read once for one question."""

    def __init__(self, database: Database) -> None:
        self._indicators = {number: name for number, name, _ in database.rows("indicators")}
        self._sources: dict[int, str] = dict(database.rows("sources"))
        self._places: dict[int, str] = dict(database.rows("places"))
        self._database = database
        evidence: dict[int | None, str] = {None: "", **dict(database.rows("evidence_numbers"))}
        archived = {entry: Archived(*rest) for entry, *rest in database.rows("archives")}
        self._reader = Reader(self._indicators, self._sources, self._places, evidence, archived)

    def figure(self, row: tuple[Any, ...]) -> RecordedFigure:
        """The figure that a whole row of the table `figure` holds."""
        return self._reader.figure(row)

    def numbers(self, *, place: str | None, **given: str | None) -> dict[str, int | None] | None:
        """The numbers of the names given, None for each that is not; None for all when one is not known."""
        sources = {name: number for number, name in self._sources.items()}
        known = {
            "indicator": {name: number for number, name in self._indicators.items()},
            "source": sources,
            "publisher": sources,
            "place": {name: number for number, name in self._places.items()},
        }
        wanted = {**given, "place": place if place is None else self._kept_name(place)}
        numbers = {kind: known[kind].get(name) for kind, name in wanted.items() if name is not None}
        if None in numbers.values():
            return None
        return {kind: numbers.get(kind) for kind in wanted}

    def named(self, about: str, said: Mapping[str, Any]) -> dict[str, str]:
        """The names that a row of a table refers to, by what they name; `said` is the row's columns by name."""
        columns = {"source": self._sources, "publisher": self._sources, "place": self._places}
        columns["indicator"] = self._indicators
        found = {kind: names.get(said.get(f"{kind}_id", 0), "") for kind, names in columns.items()}
        if about == "source_version":
            found["source"] = self._sources.get(said.get("id", 0), "")
        return {kind: name for kind, name in found.items() if name}

    def _kept_name(self, place: str) -> str:
        aliases = {folded: self._places[number] for _, folded, _, number in self._database.rows("place_aliases")}
        parts = [part.strip() for part in place.split(";")]
        return join_places(WHOLE if is_whole(part) else aliases.get(place_key(part), part) for part in parts)
