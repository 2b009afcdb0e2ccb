"""The numbers of the names that figures refer to; sources and places are made on first use."""

from tracker.domain.errors import WrongUse
from tracker.domain.place import WHOLE, Place, is_whole, join_places, place_key
from tracker.domain.source import Source
from tracker.store.database import Database


class Catalogue:
    """What a writer looks up, and adds to, within one transaction.

    Attributes:
        indicators: the number of each indicator by its name; an unknown name raises WrongUse.
        sources: the number of each source by its name; an unknown name is made a source.
        places: the number of the place, or joined places, that a text names; unknown ones are made.
        place_names: the name under which each place is kept, by its number.
        evidence: the number of what is kept under a SHA-256, None for the empty text; an unknown one raises WrongUse.
    """

    def __init__(self, database: Database, at: int) -> None:
        self.indicators = _Indicators({name: number for number, name, _ in database.rows("indicators")})
        self.sources = _Sources(database, at)
        self.places = _Places(database, at)
        self.place_names = self.places.names
        self.evidence = _Evidence({sha256: number for number, sha256 in database.rows("evidence_numbers")})
        self.evidence[""] = None


class _Indicators(dict[str, int]):
    def __missing__(self, name: str) -> int:
        raise WrongUse(f"there is no indicator {name!r}: choose a known one, or make it with tracker indicator add")


class _Evidence(dict[str, int | None]):
    def __missing__(self, sha256: str) -> int | None:
        raise WrongUse(f"no evidence is kept under SHA-256 {sha256!r}: keep the page or document first")


class _Sources(dict[str, int]):
    def __init__(self, database: Database, at: int) -> None:
        super().__init__({name: number for number, name in database.rows("sources")})
        self._database = database
        self._at = at

    def __missing__(self, name: str) -> int:
        return self.make(Source(name))

    def make(self, source: Source) -> int:
        """Add a source that is not there yet; the result is its number."""
        if source.name != source.name.strip() or not source.name:
            raise WrongUse(f"{source.name!r} cannot name a source: give a name without spaces around it")
        self[source.name] = number = len(self) + 1
        self._database.insert("source", [(number, source.name, self._at)])
        self.say(source, 1)
        return number

    def say(self, source: Source, version: int) -> None:
        """Write what is known of a source; the version before must have been closed."""
        ((entry,),) = self._database.rows("last_source_version")
        row = (entry + 1, self[source.name], version, str(source.coverage), source.grade, self._at, None)
        self._database.insert("source_version", [row])
        if source.confidential:
            self._database.insert("source_confidential", [(entry + 1, self._at)])


class _Places(dict[str, int]):
    """By any text that names a place; those in `names` are the places themselves."""

    def __init__(self, database: Database, at: int) -> None:
        super().__init__()
        self._database = database
        self._at = at
        self.names: dict[int, str] = dict(database.rows("places"))
        self._numbers = {name: number for number, name in self.names.items()}
        self._aliases: dict[str, int] = {}
        self._last_alias = 0
        for self._last_alias, folded, _, place in database.rows("place_aliases"):
            self._aliases[folded] = place

    def __missing__(self, text: str) -> int:
        parts = join_places(self._part(name.strip()) for name in text.split(";"))
        number = self._numbers.get(parts)
        self[text] = number = self._insert(parts) if number is None else number
        return number

    def make(self, place: Place) -> int:
        """Add a place, or to a known one the other names it does not have yet; the result is its number."""
        number = self._aliases.get(place_key(place.name))
        if number is None:
            number = self._insert(place.name)
            self._insert_alias(place.name, number)
        for alias in place.aliases:
            known = self._aliases.get(place_key(alias))
            if known is None:
                self._insert_alias(alias, number)
            elif known != number:
                raise WrongUse(f"{alias!r} already names {self.names[known]}: give {place.name} another alias")
        return number

    def _part(self, name: str) -> str:
        if is_whole(name):
            return WHOLE
        number = self._aliases.get(place_key(name))
        return self.names[self.make(Place(name)) if number is None else number]

    def _insert(self, name: str) -> int:
        number = len(self.names) + 1
        self.names[number] = name
        self._numbers[name] = number
        self._database.insert("place", [(number, name, self._at)])
        return number

    def _insert_alias(self, name: str, place: int) -> None:
        self._last_alias += 1
        folded = place_key(name)
        self._aliases[folded] = place
        self._database.insert("place_alias", [(self._last_alias, folded, name, place, self._at)])
