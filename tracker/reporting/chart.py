"""The chart of published figures, in one call: panels in, a file and its words out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.domain.errors import WrongUse
from tracker.reporting.captions import ChartText, caption
from tracker.reporting.compose import compose
from tracker.reporting.panel import Panel
from tracker.reporting.phrases import phrases
from tracker.reporting.picture.page import lay_out
from tracker.reporting.picture.render import render

FORMATS = ("png", "svg", "pdf")


def draw_chart(  # noqa: PLR0913 - one for each option of a chart
    panels: Sequence[Panel],
    path: Path,
    *,
    since: date | None = None,
    until: date | None = None,
    lang: str = "en",
    public: bool = False,
) -> ChartText:
    """Draw `panels`, stacked on one time axis, into a file; the same panels always make the same bytes.

    Args:
        panels: top to bottom; those without a figure in view are left out.
        path: where to; its suffix says whether PNG, SVG or PDF.
        since: the first day shown; None begins with the first figure.
        until: the last day shown, for whose end the title speaks; None ends with the last figure.
        lang: `en` or `uk`.
        public: whether to say that confidential sources are left out.

    Returns:
        The chart's title, alt text, source line and numbered conflicts.

    Raises:
        NothingFound: when there is no figure with a number to draw.
        WrongUse: for another suffix or language, or a place that cannot be written to.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise WrongUse(f"a chart is PNG, SVG or PDF, not {path.name!r}: name it .png, .svg or .pdf")
    words = phrases(lang)
    drawing = compose(panels, since=since, until=until)
    text = caption(drawing, words, public=public)
    picture = render(lay_out(drawing, text, words), kind, title=text.title, alt=text.alt)
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise WrongUse(f"cannot write {path}: {error.strerror}; name another file with -o") from error
    return text
