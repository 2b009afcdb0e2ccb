"""The `tracker` command: which subcommands there are, and how an error becomes one line and an exit code."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from tracker import __version__
from tracker.cli.console import finish, paint, printable, say
from tracker.cli.options import Store
from tracker.domain.errors import TrackerError

# In the order of the help text: each with its module in this package and the first line of its help.
_COMMANDS = {
    "add": ("add", "Record one figure as printed."),
    "import": ("import_figures", "Record the figures of a file, all or none."),
    "list": ("list_figures", "List the figures in force."),
    "show": ("show", "Show one figure with its history."),
    "cite": ("cite", "Write the sentence a figure supports."),
    "correct": ("correct", "Correct a figure."),
    "retract": ("retract", "Take a figure out of force."),
    "same": ("same", "Decide that event reports are of one batch."),
    "distinct": ("distinct", "Decide that event reports are of as many batches."),
    "break": ("break_series", "Record a break in a source's series."),
    "check": ("check", "Prove what cannot all be true."),
    "waive": ("waive", "Let a finding stand."),
    "explain": ("explain", "Print the manual of a check."),
    "bounds": ("bounds", "Say what the figures jointly support."),
    "report": ("report", "Say where each indicator stands."),
    "log": ("log", "Show the last entries of the journal, newest first."),
    "verify": ("verify", "Name rows that were changed, are missing, moved or slipped in."),
    "backup": ("backup", "Write the whole store into a SQLite file."),
    "restore": ("restore", "Bring a backup back as the store, and verify it there."),
    "init": ("init", "Create the store and say where it is."),
    "doctor": ("doctor", "Say whether all is in order."),
}
_GROUPS = {
    "indicator": "What is counted, each with its definition.",
    "source": "Sources and publishers of figures.",
    "place": "Places; each is a part of the whole.",
}
# Set by the shell when it asks for completions, which may be those of any command's options.
_COMPLETING = "_TRACKER_COMPLETE"


def app_for(arguments: Sequence[str], *, completing: bool = False) -> typer.Typer:
    """The command line, with as much of it declared as the arguments can need.

    Loading and declaring twenty commands takes longer than most of them run. So where the arguments begin with a
    command, only that is loaded; where they name none, as for help, each has but its name and the first line of its
    help; else all are loaded.
    """
    app = typer.Typer(
        name="tracker",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        help="Published figures on Ukrainian children taken by Russia and on children brought home: recorded with "
        "their hedges and sources, held against each other, drawn. Aggregates only: no child's name, ever.",
        epilog="Start with: tracker init --example, then tracker report --chart and tracker check.",
    )
    app.callback()(_options)
    known = {**_COMMANDS, **_GROUPS}
    wanted = [name for name in arguments[:1] if name in known] or known
    named = completing or any(argument in known for argument in arguments)
    for name in wanted:
        if not named:
            app.command(name, help=_GROUPS.get(name) or _COMMANDS[name][1])(_not_loaded)
        elif name in _GROUPS:
            app.add_typer(import_module(f"tracker.cli.{name}").app)
        else:
            module = import_module(f"tracker.cli.{_COMMANDS[name][0]}")
            app.command(name, epilog=module.EXAMPLE)(module.command)
    return app


def _not_loaded() -> None:
    """Stands for a command that no argument names, and so is never run."""


def _version(value: bool) -> None:
    if value:
        say(f"tracker {__version__}")
        raise typer.Exit


def _options(
    context: typer.Context,
    store: Store = None,
    version: Annotated[  # noqa: ARG001 - acted on by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    context.obj = store


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code.

    Every error is one line on stderr; what was not foreseen is a defect and names the place in the code.
    """
    try:
        app = app_for(arguments, completing=_COMPLETING in os.environ)
        result = app(args=list(arguments), prog_name="tracker", standalone_mode=False)
        finish()
    except TrackerError as error:
        _complain(str(error))
        return error.exit_code
    except typer.Abort:
        _complain("stopped: nothing was recorded")
        return 2
    except typer.TyperException as error:
        _complain(f"{error.format_message()} (see `tracker --help`)")
        return 2
    except Exception as defect:  # noqa: BLE001 - the edge: whatever was not foreseen must end in exit code 3
        _complain(_defect(defect))
        return TrackerError.exit_code
    return result if isinstance(result, int) else 0


def _complain(message: str) -> None:
    line = " ".join(printable(message).split())
    print(f"{paint('tracker:', 'error', sys.stderr)} {line}", file=sys.stderr)


def _defect(defect: Exception) -> str:
    place = defect.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = "" if place is None else f" at {place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}"
    return f"failed{where}: {type(defect).__name__}: {defect}; this is a defect of tracker: report this line"
