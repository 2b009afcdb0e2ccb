"""Options that several commands share, and the store they open."""

import os
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import remark
from tracker.domain.errors import WrongUse
from tracker.domain.span import Span
from tracker.wording.names import did_you_mean

if TYPE_CHECKING:
    from tracker.store.ledger import Store as Ledger

Store = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH|URL",
        help="The store: a file, or a SQLAlchemy URL (SQLite, PostgreSQL). Else TRACKER_DB, else your data folder.",
    ),
]


class Language(StrEnum):
    """The languages in which tracker writes for readers."""

    EN = "en"
    UK = "uk"


Lang = Annotated[Language, typer.Option(help="The reader's language.")]
Because = Annotated[str, typer.Option(metavar="WHY", help="The reason; it is kept with the change.")]
Author = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who makes the change. Else TRACKER_AUTHOR, else your login name."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
KnownOn = Annotated[
    str | None, typer.Option("--known-on", metavar="DAY", help="As it was recorded by the end of that day, UTC.")
]
Public = Annotated[
    bool,
    typer.Option("--public", help="For the public: leave out, and rest nothing on, what confidential sources said."),
]


def now() -> datetime:
    """This moment, UTC; the one place where the clock is read."""
    return datetime.now(UTC)  # noqa: TID251 - see above


def today() -> date:
    """This day where the user is."""
    return date.today()  # noqa: TID251, DTZ011 - see above; a reader's day is the local one


def open_ledger(context: typer.Context, given: str | None, *, public: bool = False) -> "Ledger":
    """The store that the command line, TRACKER_DB or the user's data folder names, created where there is none.

    With `public`, as the public may see it: all that is asked of it is answered without confidential sources.
    """
    from tracker.store.ledger import Store as Whole
    from tracker.store.ledger import open_store

    view = Whole
    if public:
        from tracker.store.public import PublicStore

        view = PublicStore
        remark("for the public: figures of confidential sources, if there are any, are left out")
    return _told(open_store(location_of(context, given), at=now(), view=view))


def open_to_write(context: typer.Context, given: str | None, author: str | None) -> "Ledger":
    """The same store, for changes that somebody makes.

    Raises:
        WrongUse: when nobody is named.
    """
    from tracker.store.ledger import open_store

    return _told(open_store(location_of(context, given), at=now(), author=name_of(author)))


def location_of(context: typer.Context, given: str | None) -> str:
    """Where the store is that the command line, TRACKER_DB or the user's data folder names."""
    from tracker.store.locate import locate

    return locate(given or context.obj, os.environ)


def name_of(author: str | None) -> str:
    """Who makes a change: who is named, else TRACKER_AUTHOR, else the user that the system knows.

    Raises:
        WrongUse: when that is nobody.
    """
    name = author if author is not None else os.environ.get("TRACKER_AUTHOR") or _login()
    if not name.strip():
        raise WrongUse("nobody is named as the one who makes this change: give --author, or set TRACKER_AUTHOR")
    return name.strip()


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers; KeyError before Python 3.13
        return ""


def _told(ledger: "Ledger") -> "Ledger":
    if ledger.kept is not None:
        remark(f"the store was upgraded to schema {ledger.schema()}; as it was, it is kept in {ledger.kept}")
    return ledger


def day(text: str | None, option: str) -> Span | None:
    """A date option, read.

    Raises:
        WrongUse: naming the option, for what is no date.
    """
    if text is None:
        return None
    try:
        return Span.parse(text)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}") from None


def known_by(text: str | None) -> date | None:
    """The day of --known-on, read; None for now.

    Raises:
        WrongUse: for what is no date.
    """
    span = day(text, "--known-on")
    return span.last if span else None


def require_reason(because: str) -> None:
    """Refuse a decision without a reason.

    Raises:
        WrongUse: when it is empty.
    """
    if not because.strip():
        raise WrongUse("--because is empty: give the reason, it is kept with the change")


def require_indicators(ledger: "Ledger", names: list[str] | None) -> None:
    """Refuse names of indicators that do not exist.

    Raises:
        WrongUse: naming the first one that does not, with one that is close.
    """
    known = [indicator.name for indicator in ledger.indicators()]
    for name in names or ():
        if name not in known:
            raise WrongUse(f"there is no indicator {name!r}:{did_you_mean(name, known)} `tracker indicator list`")
