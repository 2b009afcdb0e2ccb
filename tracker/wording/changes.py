"""What an entry of the journal says, for people."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any


def change_text(about: str, said: Mapping[str, Any]) -> str:
    """One line for the row that an entry is about.

    Args:
        about: the table of the row.
        said: its columns by name; names instead of numbers for what has a name. Empty where the row is missing.

    >>> change_text("figure", {"id": 12, "status": "recorded", "indicator": "returned", "value": "388", "source": "A"})
    "figure 12 recorded: returned '388', A"
    """
    if not said:
        return f"{about}: the row is missing"
    words = _WORDS.get(about)
    return words(said) if words else about


def _figure(said: Mapping[str, Any]) -> str:
    line = f"figure {said['id']} {said['status']}: {said['indicator']} {said['value']!r}, {said['source']}"
    return f"{line}, because: {said['because']}" if said.get("because") else line


def _break(said: Mapping[str, Any]) -> str:
    on = date.fromordinal(said["starts_on"])
    return f"break {said['status']}: {said['indicator']}, {said['source']}, {on}, because: {said['because']}"


def _archive(said: Mapping[str, Any]) -> str:
    number: str = {1: "holds the number", 0: "does not hold the number", None: "not searched"}[said.get("holds_number")]
    copies = [f"file {number}"] + ([f"copy at {said['url']}"] if said["url"] else [])
    return f"archive of row {said['entry']} of figure: {', '.join(copies)}"


_WORDS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "figure": _figure,
    "indicator": lambda said: f"indicator {said['name']}: {said['definition']}",
    "source": lambda said: f"source {said['name']}",
    "source_version": lambda said: f"source {said['source']}: coverage {said['coverage']}, grade {said['grade']}",
    "place": lambda said: f"place {said['name']}",
    "place_alias": lambda said: f"place {said['place']} is also called {said['name']}",
    "evidence": lambda said: f"evidence {said['name']}, sha256:{said['sha256']}",
    "figure_archive": _archive,
    "source_confidential": lambda said: f"the source of row {said['entry']} of source_version is confidential",
    "decision": lambda said: f"decision {said['id']}: {said['kind']}, because: {said['because']}",
    "decision_figure": lambda said: f"decision {said['decision_id']} is about figure {said['figure_id']}",
    "series_break": _break,
    "waiver": lambda said: f"waiver of {said['id']} {said['status']}, because: {said['because']}",
    "waiver_figure": lambda said: f"waiver {said['waiver_entry']} is about figure {said['figure_id']}",
}
