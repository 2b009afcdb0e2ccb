"""Figures for the tests of checks, in the notation of the command line."""

import shlex
from dataclasses import replace
from datetime import date

from tests.factory import recorded
from tracker.consistency.book import Book
from tracker.consistency.check import Check
from tracker.consistency.checking import CHECKS
from tracker.consistency.examination import Examination, examine
from tracker.domain.figure import Figure
from tracker.domain.finding import Finding
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.domain.place import KNOWN_PLACES
from tracker.domain.source import KNOWN_SOURCES
from tracker.wording.entry import Entry, Known, figure_of

TODAY = date(2026, 2, 1)
# The files that examples archive, and what a search of them for the number finds.
HOLDS_NUMBER = {"page.html": True, "other.html": False, "page.png": None}
KNOWN = Known.of((indicator.name for indicator in KNOWN_INDICATORS), KNOWN_PLACES, TODAY)


def examined(commands: str) -> Examination:
    """What is found of the figures that these `add` commands record, numbered from 1."""
    lines = [line for line in commands.splitlines() if line.strip()]
    figures = (recorded(added(line), key) for key, line in enumerate(lines, 1))
    return examine(Book.of(figures, KNOWN_SOURCES, TODAY))


def added(command: str) -> Figure:
    """The figure that one `add` command records, from the files of HOLDS_NUMBER if it archives one."""
    name, *words = shlex.split(command)
    assert name == "add"
    places: list[str] = []
    entry = {"indicator": words[0], "value": words[1]}
    file = copy = ""
    waiting = iter(words[2:])
    for option, word in zip(waiting, waiting, strict=True):
        column = option.removeprefix("--").replace("-", "_")
        if column == "place":
            places.append(word)
        elif column == "archive":
            file = word
        elif column == "archive_url":
            copy = word
        else:
            entry[column] = word
    figure = figure_of(Entry(**entry, place=";".join(places)), KNOWN)
    if file:
        figure = replace(figure, archive="0" * 64, in_archive=HOLDS_NUMBER[file])
    return replace(figure, archive_url=copy)


def check_named(name: str) -> Check:
    """The check of this name."""
    return next(check for check in CHECKS if check.name == name)


def found(name: str, commands: str) -> list[Finding]:
    """What one check finds."""
    return list(check_named(name).find(examined(commands)))


def told(name: str, commands: str) -> list[tuple[tuple[int, ...], str]]:
    """The figures and the remarks of what one check finds."""
    return [(finding.figures, finding.detail) for finding in found(name, commands)]
