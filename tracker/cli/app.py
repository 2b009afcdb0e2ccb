"""The `tracker` command: which subcommands there are, and how an error becomes one line and an exit code."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from tracker import __version__
from tracker.cli.console import paint, printable
from tracker.cli.options import Store
from tracker.domain.errors import TrackerError

# In the order of the help text; each is a module of this package.
_COMMANDS = {
    "add": "add",
    "import": "import_figures",
    "list": "list_figures",
    "show": "show",
    "cite": "cite",
    "correct": "correct",
    "retract": "retract",
    "same": "same",
    "distinct": "distinct",
    "break": "break_series",
    "check": "check",
    "waive": "waive",
    "explain": "explain",
    "bounds": "bounds",
    "report": "report",
    "log": "log",
    "verify": "verify",
    "backup": "backup",
    "restore": "restore",
    "init": "init",
    "doctor": "doctor",
}
_GROUPS = ("indicator", "source", "place")


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The command line, with the command that the arguments begin with alone, or else with all.

    Loading and declaring twenty commands takes longer than most of them run.
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
    wanted = [name for name in arguments[:1] if name in _COMMANDS or name in _GROUPS]
    for name in wanted or (*_COMMANDS, *_GROUPS):
        module = import_module(f"tracker.cli.{_COMMANDS.get(name, name)}")
        if name in _GROUPS:
            app.add_typer(module.app)
        else:
            app.command(name, epilog=module.EXAMPLE)(module.command)
    return app


def _version(value: bool) -> None:
    if value:
        print(f"tracker {__version__}")
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
        result = app_for(arguments)(args=list(arguments), prog_name="tracker", standalone_mode=False)
    except TrackerError as error:
        _complain(str(error))
        return error.exit_code
    except typer.Abort:
        _complain("stopped: nothing was recorded")
        return 2
    except typer.TyperException as error:
        _complain(f"{error.format_message()} (see `tracker --help`)")
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
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
