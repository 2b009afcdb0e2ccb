"""What `tracker add` and `tracker correct` share: a saved page is kept, and searched for the number."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import remark
from tracker.cli.options import now, today
from tracker.domain.errors import WrongUse

if TYPE_CHECKING:
    from tracker.domain.figure import Figure
    from tracker.store.ledger import Store as Ledger

Archive = Annotated[
    Path | None, typer.Option(help="A saved page (HTML, PDF, text, PNG, WARC): kept by its SHA-256, never executed.")
]
ArchiveUrl = Annotated[str | None, typer.Option(help="Address of a copy in a public archive, such as web.archive.org.")]
Retrieved = Annotated[str | None, typer.Option(metavar="DAY", help="The day on which the page was archived.")]

_LARGEST = 100 * 2**20  # bytes


def how_archived(figure: "Figure", url: str | None, retrieved: str | None) -> "Figure":
    """The figure with the address of a public copy and the day of archiving; None leaves either, '' clears it.

    Raises:
        WrongUse: for what is no address, or no day that has come.
    """
    from tracker.wording.entry import address, day_of

    if url is not None:
        figure = replace(figure, archive_url=url and address("--archive-url", url))
    if retrieved is not None:
        figure = replace(figure, retrieved=day_of("--retrieved", retrieved, today()) if retrieved else None)
    return figure


def archived(figure: "Figure", path: Path, ledger: "Ledger") -> "Figure":
    """The figure with a file as its evidence, which is then kept in the store.

    Raises:
        WrongUse: when the file cannot be read, is empty or too large.
    """
    content = _content(path)
    name = path.name.encode(errors="replace").decode()
    return searched(replace(figure, archive=ledger.keep_evidence(name, content, at=now())), name, content)


def searched(figure: "Figure", name: str, content: bytes) -> "Figure":
    """The figure with what a search of its archived copy finds, which is also remarked on unless all is well."""
    from tracker.exchange.archive import archive_text
    from tracker.exchange.archived.no_text import NoTextError
    from tracker.wording.occurrence import occurs

    try:
        text = archive_text(content)
    except NoTextError as reason:
        remark(f"whether {figure.value!r} occurs in {name} cannot be told, because it {reason}")
        return replace(figure, in_archive=None)
    found = occurs(figure.value, text)
    if not found:
        remark(f"{figure.value!r} does not occur in {name}, neither in digits nor in words: is it the right file?")
    return replace(figure, in_archive=found)


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for, and a device never ends
            raise WrongUse(f"--archive: {path} is no file: give one saved page or document")
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise WrongUse(f"--archive: {path} cannot be read: {error.strerror}") from None
    if len(content) > _LARGEST:
        raise WrongUse(
            f"--archive: {path} is larger than {_LARGEST // 2**20} MiB: save the page that prints the figure"
        )
    return content
