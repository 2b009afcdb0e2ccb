"""Asking for a figure, one field after the other; each answer is read at once, and asked for again if it can't be."""

import sys

import typer

from tracker.cli.console import paint, printable, remark
from tracker.domain.figure import Figure
from tracker.wording.entry import BadField, Entry, Known, figure_of

_QUESTIONS = (
    ("indicator", "What is counted"),
    ("value", "The number as printed, hedge included"),
    ("source", "Who counted or claimed it"),
    ("publisher", "Where was it read (empty: from the source itself)"),
    ("published", "The publisher's date (empty: unknown)"),
    ("as_of", "The day, month or span it speaks of (empty: the publisher's date)"),
    ("basis", "total, period or event (empty: total, or event for words such as 'seven more')"),
    ("since", "First day of the period"),
    ("place", "Where (empty: the whole; several with ;)"),
    ("url", "Address of the page (empty: none)"),
    ("quote", "The sentence as printed (empty: none)"),
    ("note", "A remark of yours (empty: none)"),
)
# Enough of an entry for each field to be read on its own.
_SAMPLE = {"value": "1", "source": "?"}


def ask(known: Known) -> Figure:
    """Ask for every field, show what was understood, and have it confirmed.

    Raises:
        typer.Abort: when the person declines or the input ends.
    """
    remark(f"Indicators: {', '.join(sorted(known.indicators))}. Never enter a child's name.")
    entry: dict[str, str] = {}
    for column, question in _QUESTIONS:
        if column == "since" and entry["basis"] != "period":
            continue
        entry[column] = _answer(column, question, entry, known)
    figure = figure_of(Entry(**entry), known)
    remark(f"{figure.indicator} {figure.value!r}: read as {figure.bounds} ({figure.hedge}), {figure.basis}, ")
    if not typer.confirm("Record it?", default=True, err=True):
        raise typer.Abort
    return figure


def _answer(column: str, question: str, entry: dict[str, str], known: Known) -> str:
    while True:
        words = str(typer.prompt(question, default="", show_default=False, err=True)).strip()
        fault = _fault(column, {**entry, column: words}, known)
        if fault is None:
            return words
        complaint = printable(f"{fault.column}: {fault.problem}")
        print(paint(complaint, "error", sys.stderr), file=sys.stderr)


def _fault(column: str, entry: dict[str, str], known: Known) -> BadField | None:
    """What is wrong with the answer just given; what is still to be asked is not held against it."""
    sample = {"indicator": min(known.indicators), "as_of": known.today.isoformat(), **_SAMPLE}
    if entry.get("basis") == "period" and column != "since":
        sample["since"] = known.today.isoformat() if not entry.get("as_of") else entry["as_of"]
    answered = {name: words for name, words in entry.items() if words or name == column}
    try:
        figure_of(Entry(**{**sample, **answered}), known)
    except BadField as fault:
        return fault
    return None
