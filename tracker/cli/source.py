"""`tracker source`: who counts and claims, and who publishes."""

from typing import Annotated

import typer

from tracker.cli.console import say, say_json, table
from tracker.cli.options import AsJson, Author, Store, now, open_ledger, open_to_write
from tracker.domain.errors import NothingFound, WrongUse
from tracker.domain.source import Coverage, Source

app = typer.Typer(name="source", help="Sources and publishers of figures.", no_args_is_help=True)
_GRADES = "ABCDEF"

Grade = Annotated[
    str | None,
    typer.Option(help="Reliability, A (completely) to E (unreliable); F is unrated, which does not mean bad."),
]
Counts = Annotated[
    Coverage | None, typer.Option(help="all, or own where it counts only its own programme, mission or region.")
]


Secret = Annotated[
    bool | None,
    typer.Option(
        "--confidential/--open", help="Whether nothing of it may leave with --public: figures, quotes, notes, files."
    ),
]


@app.command("list", epilog="Example: tracker source list.")
def list_all(context: typer.Context, as_json: AsJson = False, store: Store = None) -> None:
    """List the sources and publishers."""
    with open_ledger(context, store) as ledger:
        sources = ledger.sources()
    if as_json:
        say_json(
            [
                {
                    "name": one.name,
                    "coverage": one.coverage.value,
                    "grade": one.grade,
                    "confidential": one.confidential,
                }
                for one in sources
            ]
        )
    else:
        rows = [(one.name, one.coverage, one.grade, "confidential" if one.confidential else "") for one in sources]
        say(table([("source", "coverage", "grade", ""), *rows]))


@app.command(epilog='Example: tracker source add "Save Ukraine" --coverage own --grade B.')
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="As people write it.")],
    coverage: Counts = None,
    grade: Grade = None,
    confidential: Secret = None,
    author: Author = None,
    store: Store = None,
) -> None:
    """Make a source before its first figure."""
    if not name.strip():
        raise WrongUse("the source has no name: give one")
    with open_to_write(context, store, author) as ledger:
        if any(one.name == name for one in ledger.sources()):
            raise WrongUse(f"there is a source {name!r} already: change it with `tracker source set`")
        made = Source(name.strip(), coverage or Coverage.ALL, _graded(grade, "F"), bool(confidential))
        ledger.set_source(made, at=now())
    say(f"Made the source {name}.")


@app.command(
    "set",
    epilog='Examples: tracker source set "Oleksandr Prokudin" --coverage own; '
    'tracker source set "A monitor in Kherson" --confidential.',
)
def change(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="As `tracker source list` prints it.")],
    coverage: Counts = None,
    grade: Grade = None,
    confidential: Secret = None,
    author: Author = None,
    store: Store = None,
) -> None:
    """Change what is known of a source; what was known before is kept."""
    with open_to_write(context, store, author) as ledger:
        known = {one.name: one for one in ledger.sources()}
        if name not in known:
            raise NothingFound(f"there is no source {name!r}: `tracker source list` shows all")
        old = known[name]
        secret = old.confidential if confidential is None else confidential
        new = Source(name, coverage or old.coverage, _graded(grade, old.grade), secret)
        ledger.set_source(new, at=now())
    say(f"{name}: coverage {new.coverage}, grade {new.grade}{', confidential' if new.confidential else ''}.")


def _graded(given: str | None, otherwise: str) -> str:
    if given is None:
        return otherwise
    if given.upper() not in _GRADES or len(given) != 1:
        raise WrongUse(f"--grade: read {given!r}, expected one letter from A to F")
    return given.upper()
