"""`tracker log`: what was written into the store, by whom and when."""

from typing import Annotated

import typer

from tracker.cli.console import say, say_json
from tracker.cli.options import AsJson, Store, open_ledger
from tracker.wording.changes import change_text

EXAMPLE = "Example: tracker log -n 50."


def command(
    context: typer.Context,
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="How many entries.")] = 20,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Show the last entries of the journal, newest first.

    Each entry has a hash that binds it to all before it. The first one printed is the head: noted down elsewhere, it
    shows one day whether the store was rewritten since; see `tracker verify`.
    """
    with open_ledger(context, store) as ledger:
        entries, head = ledger.log(number), ledger.head()
    if as_json:
        say_json(
            [
                {
                    "entry": one.entry,
                    "recorded_at": one.recorded_at.isoformat(),
                    "author": one.author,
                    "about": one.about,
                    "number": one.number,
                    "says": one.said,
                    "hash": one.hash,
                }
                for one in entries
            ]
        )
        return
    for one in entries:
        say(f"{one.entry}  {one.recorded_at:%Y-%m-%d %H:%M:%S}  {one.author}  {change_text(one.about, one.said)}")
        say(f"  {one.hash}")
    if head is not None:
        say(f"head: entry {head.entry:,}, {head.hash}")
