"""The options that `tracker add` and `tracker correct` share: one for each column of a figure."""

from typing import Annotated

import typer

Source = Annotated[str | None, typer.Option(help="Who counted or claimed it.")]
Publisher = Annotated[str | None, typer.Option(help="Where it was read, if not from the source itself.")]
AsOf = Annotated[
    str | None, typer.Option(help="Day, month or span it speaks of: 2024-04-03, 2024-04, 2024-03-28/2024-04-03.")
]
Since = Annotated[str | None, typer.Option(help="First day of a period.")]
Basis = Annotated[str | None, typer.Option(help="total (up to a day), period (all in a span) or event.")]
Places = Annotated[list[str] | None, typer.Option(help="Where, if not the whole; may be repeated.")]
Published = Annotated[str | None, typer.Option(help="The publisher's date.")]
Url = Annotated[str | None, typer.Option(help="Address of the page.")]
Quote = Annotated[str | None, typer.Option(help="The sentence as printed.")]
Note = Annotated[str | None, typer.Option(help="A remark of yours.")]
