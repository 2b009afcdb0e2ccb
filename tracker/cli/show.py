"""`tracker show`: one figure with all that is known of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.console import remark, say, say_json, table
from tracker.cli.options import AsJson, Store, open_ledger
from tracker.domain.errors import NothingFound, WrongUse
from tracker.wording.columns import columns_of

if TYPE_CHECKING:
    from tracker.domain.figure import Figure, RecordedFigure
    from tracker.store.ledger import Store as Ledger
    from tracker.wording.columns import Cell

EXAMPLE = "Examples: tracker show 12; tracker show 12 --save-archive page.html."


def command(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The figure's number.")],
    save_archive: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the archived copy to this new file.")
    ] = None,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Show one figure with its history.

    Its words, what they mean, who said it, where and when; how it was archived, and where the copy lies; and each
    version with who wrote it, why, and what it changed.
    """
    with open_ledger(context, store) as ledger:
        versions = versions_of(ledger, number)
        authors = ledger.authors(number)
        latest = versions[-1]
        decided = [] if as_json else _decided(ledger, latest)
        kept_in = str(ledger.evidence_file(latest.archive) or ledger.location) if latest.archive else ""
        if save_archive is not None:
            _save(ledger, latest, save_archive)
    if as_json:
        say_json({**columns_of(latest), "history": _history(versions, authors)})
        return
    rows = [(name, _shown(cell)) for name, cell in columns_of(latest).items()]
    if latest.archive:
        rows.append(("kept in", kept_in))
    say(table([row for row in rows if row[1]]))
    for before, version, author in zip([None, *versions], versions, authors, strict=False):
        because = f", because: {version.because}" if version.because else ""
        say(f"version {version.version}, {version.status} {version.recorded_at:%Y-%m-%d} by {author}{because}")
        for line in difference_lines(before, version) if before else ():
            say(line)
    for line in decided:
        say(line)


def _shown(cell: "Cell") -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def _save(ledger: "Ledger", figure: "RecordedFigure", path: Path) -> None:
    if not figure.archive:
        raise NothingFound(f"figure {figure.id} has no archived copy: tracker correct {figure.id} --archive FILE")
    evidence = ledger.evidence(figure.archive)
    try:
        with path.open("xb") as file:
            file.write(evidence.content)
    except OSError as error:
        raise WrongUse(f"{path}: cannot be written: {error.strerror}") from None
    remark(f"The archived {evidence.name} is written to {path.resolve()}")


def difference_lines(old: "Figure", new: "Figure") -> list[str]:
    """What two versions of a figure say differently, old and new side by side."""
    from tracker.wording.history import differences

    return [f"  {what}: {before or 'nothing'} → {after or 'nothing'}" for what, before, after in differences(old, new)]


def _history(versions: list["RecordedFigure"], authors: list[str]) -> list[dict[str, Any]]:
    from tracker.wording.history import differences

    return [
        {
            "version": version.version,
            "status": version.status.value,
            "recorded_at": version.recorded_at.isoformat(),
            "author": author,
            "because": version.because,
            "changed": {one.what: [one.old, one.new] for one in differences(before, version)} if before else {},
        }
        for before, version, author in zip([None, *versions], versions, authors, strict=False)
    ]


def _decided(ledger: "Ledger", figure: "RecordedFigure") -> list[str]:
    """What people decided that bears on the figure, and what stands behind its number."""
    from tracker.consistency.independence import independence, of_one_number
    from tracker.wording.decisions import decision_text, waiver_text

    lines = [
        f"decided {decision.recorded_at:%Y-%m-%d}: {decision_text(decision)}"
        for decision in ledger.decisions()
        if figure.id in decision.figures
    ]
    lines += [
        f"break {one.on}, after which {one.source} counts something else, because: {one.because}"
        for one in ledger.breaks()
        if (one.indicator, one.source) == (figure.indicator, figure.source)
    ]
    lines += [f"{waiver.finding}: {waiver_text(waiver)}" for waiver in ledger.waivers() if figure.id in waiver.figures]
    alike = of_one_number(figure, ledger.figures(indicator=figure.indicator, place=figure.place))
    if len(alike) > 1:
        pages, sources = independence(alike)
        lines.append(f"printed on {pages:,} pages, which rest on {sources:,} source{'' if sources == 1 else 's'}")
    return lines


def versions_of(ledger: "Ledger", number: int) -> list["RecordedFigure"]:
    """All versions of a figure, oldest first.

    Raises:
        NothingFound: where there is no figure of that number.
    """
    versions = ledger.versions(number)
    if not versions:
        raise NothingFound(f"there is no figure {number}: `tracker list` shows their numbers")
    return versions
