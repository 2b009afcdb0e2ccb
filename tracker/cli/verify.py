"""`tracker verify`: was anything in the store changed past tracker?"""

import re
from typing import Annotated

import typer

from tracker.cli.console import remark, say, say_json
from tracker.cli.options import AsJson, Store, open_ledger
from tracker.domain.errors import NothingFound, WrongUse

EXAMPLE = """\
Example: tracker verify --head 3b7ab0c3ae1f0d0e5d3e1d5b9f6ed7a0c1b4c8f2d9e6a7b3f1c2d4e5f6a7b8c9, the head that an old
summary or `tracker log` printed."""

_HEAD = re.compile(r"[0-9a-f]{64}")


def command(
    context: typer.Context,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A head printed elsewhere, which the journal must contain.")
    ] = None,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Name rows that were changed, are missing, moved or slipped in.

    Works the journal out anew from the tables.

    Alone this finds damage and careless changes. It is no proof: whoever can rewrite the store can rewrite its journal
    with it. With --head it is one: a store that was rewritten since that head was printed does not contain it. Nothing
    here shows whether what was entered was true, or when it was entered but for the order.
    """
    wanted = None if head is None else _digest(head)
    with open_ledger(context, store) as ledger:
        verdict = ledger.verify()
        found = None if wanted is None else ledger.find_head(wanted)
    newest = verdict.head
    if as_json:
        say_json(
            {
                "entries": newest.entry if newest else 0,
                "head": newest.hash if newest else None,
                "recorded_at": newest.recorded_at.isoformat() if newest else None,
                "faults": list(verdict.faults),
                "contains": None if wanted is None else found is not None,
            }
        )
    else:
        for fault in verdict.faults:
            say(fault)
        if newest:
            say(f"{newest.entry:,} entries, head {newest.hash}")
        if not verdict.faults:
            say("Every row is as it was entered.")
        if found:
            say(f"That head is entry {found.entry:,}, of {found.recorded_at:%Y-%m-%d %H:%M} UTC.")
    if wanted is not None and found is None:
        raise NothingFound(
            f"no entry has the hash {wanted}: this is another store, or it was rewritten since that head was printed"
        )
    if verdict.faults:
        remark(f"{len(verdict.faults):,} rows or entries do not fit: compare with a backup")
        raise typer.Exit(1)


def _digest(given: str) -> str:
    digest = given.strip().lower()
    if not _HEAD.fullmatch(digest):
        raise WrongUse(f"--head: read {given!r}, expected 64 hexadecimal digits, as tracker log prints them")
    return digest
