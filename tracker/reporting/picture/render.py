"""A page as PNG, SVG or PDF, drawn by matplotlib; the same page is always the same bytes."""

import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.text import Text as Label
from matplotlib.transforms import Affine2D, Transform

from tracker.reporting.picture.letters import font_file, measure, outline, supported
from tracker.reporting.picture.scene import Areas, Item, Lines, Pen, Scene, Symbols, Text
from tracker.reporting.picture.style import DOTS_PER_INCH, PAPER

# A foot at the bound, a stem, and an open head; matplotlib scales a marker's farthest point to half its size.
_STROKES = [(-0.22, 0), (0.22, 0), (0, 0), (0, 0.55), (-0.24, 0.55), (0.24, 0.55), (0, 1), (-0.24, 0.55)]
_PENS = [Outline.MOVETO, Outline.LINETO] * 2 + [Outline.MOVETO, Outline.LINETO, Outline.LINETO, Outline.CLOSEPOLY]
_ARROW_UP = Outline(_STROKES, _PENS)
_ARROW_DOWN = Outline([(x, -y) for x, y in _STROKES], _PENS)

# Whatever a user's matplotlibrc says of these, a chart has matplotlib's defaults, and below them ours.
_OF_DEFAULTS = (
    "agg.",
    "figure.",
    "font.",
    "lines.",
    "markers.",
    "patch.",
    "path.",
    "pdf.",
    "savefig.",
    "svg.",
    "text.",
)
_SETTINGS: dict[Any, Any] = {
    "pdf.fonttype": 42,  # fonts that an editor of PDF can use
    "svg.hashsalt": "tracker",  # else the ids in an SVG change from run to run
    "text.hinting": "no_hinting",  # so that text is as wide as it was measured
    "text.parse_math": False,
}

# Level 3 packs a chart as small as level 6 does, in half the time.
_SAVING: dict[str, dict[str, Any]] = {"png": {"pil_kwargs": {"compress_level": 3}}, "svg": {}, "pdf": {}}

Writer = Callable[[Text, Transform], Artist | None]


def render(scene: Scene, kind: str, *, title: str, alt: str) -> bytes:
    """The page in the format `kind` (png, svg or pdf), with its title and alt text in the file's metadata."""
    buffer = io.BytesIO()
    with mpl.rc_context({**_defaults(), **_SETTINGS}):
        figure = _figure(scene, kind)
        figure.savefig(buffer, format=kind, dpi=DOTS_PER_INCH, metadata=_metadata(kind, title, alt), **_SAVING[kind])
    return _described(buffer.getvalue(), title, alt) if kind == "svg" else buffer.getvalue()


def _defaults() -> dict[Any, Any]:
    return {name: value for name, value in mpl.rcParamsDefault.items() if name.startswith(_OF_DEFAULTS)}


def _figure(scene: Scene, kind: str) -> Figure:
    figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=DOTS_PER_INCH, facecolor=PAPER)
    FigureCanvasAgg(figure)
    to_page = Affine2D().scale(1 / scene.width, -1 / scene.height).translate(0, 1) + figure.transFigure
    # A PNG has no text to keep, and outlines are drawn three times as fast as text.
    label = _drawn_label if kind == "png" else _label
    for order, artist in enumerate(artist for item in scene.items for artist in _artists(item, to_page, label)):
        artist.set_zorder(order)
        figure.add_artist(artist)
    return figure


def _metadata(kind: str, title: str, alt: str) -> dict[str, Any]:
    # None leaves out what would change from run to run or from one release of matplotlib to the next.
    if kind == "png":
        return {"Title": title, "Description": alt, "Software": None}
    if kind == "pdf":
        return {"Title": title, "Subject": alt, "Creator": None, "Producer": None, "CreationDate": None}
    return {"Title": title, "Description": alt, "Date": None, "Creator": None, "Format": None, "Type": None}


def _described(svg: bytes, title: str, alt: str) -> bytes:
    """The SVG with what screen readers read: a role, a label and a description."""
    quoted = escape(title, {'"': "&quot;"})
    svg = svg.replace(b"<svg ", f'<svg role="img" aria-label="{quoted}" '.encode(), 1)
    return svg.replace(b"</title>", f"</title>\n <desc>{escape(alt)}</desc>".encode(), 1)


def _artists(item: Item, to_page: Transform, label: Writer) -> Iterator[Artist]:
    match item:
        case Lines():
            yield _lines(item, to_page)
        case Areas():
            yield PolyCollection(
                item.outlines,
                facecolors=item.fill,
                edgecolors=item.edge or "none",
                linewidths=0.8 if item.edge else 0.0,
                alpha=item.alpha,
                transform=to_page,
            )
        case Symbols():
            yield _symbols(item, to_page)
        case Text():
            if item.backed:
                yield _ground(item, to_page)
            artist = label(item, to_page)
            if artist is not None:
                yield artist


def _lines(item: Lines, to_page: Transform) -> Artist:
    return LineCollection(
        item.paths,
        colors=item.colour,
        linewidths=item.width,
        linestyles=[(0, item.dash)] if item.dash else "solid",
        alpha=item.alpha,
        capstyle="butt",
        joinstyle="round",
        transform=to_page,
    )


def _symbols(item: Symbols, to_page: Transform) -> Artist:
    markers: dict[str, tuple[str | Outline, float, float]] = {
        "dot": ("o", item.size, 0.9),
        "ring": ("o", item.size, 1.3),
        "faint ring": ("o", item.size, 0.5),
        "up": (_ARROW_UP, 2 * item.size, 0.9),
        "down": (_ARROW_DOWN, 2 * item.size, 0.9),
    }
    marker, size, width = markers[item.symbol]
    xs, ys = zip(*item.at, strict=True)
    return Line2D(
        xs,
        ys,
        linestyle="none",
        marker=marker,
        markersize=size,
        markeredgewidth=width,
        markeredgecolor=item.colour,
        markerfacecolor=item.fill,
        transform=to_page,
    )


def _label(item: Text, to_page: Transform) -> Artist:
    return Label(
        *item.at,
        supported(item.text),
        color=item.pen.colour,
        fontproperties=_properties(item.pen),
        horizontalalignment=item.across,
        verticalalignment="baseline",
        parse_math=False,  # a dollar sign in a source's name is a dollar sign
        transform=to_page,
    )


def _drawn_label(item: Text, to_page: Transform) -> Artist | None:
    shape = outline(item.text, item.pen)
    if shape is None:
        return None
    place = Affine2D().translate(_left(item), item.at[1])
    return PathPatch(shape, facecolor=item.pen.colour, linewidth=0, transform=place + to_page)


def _left(item: Text) -> float:
    width = measure(item.text, item.pen)
    return item.at[0] - {"left": 0.0, "center": width / 2, "right": width}[item.across]


def _ground(item: Text, to_page: Transform) -> Artist:
    width = measure(item.text, item.pen)
    return Rectangle(
        (_left(item) - 0.8, item.at[1] - 0.8 * item.pen.size),
        width + 1.6,
        item.pen.size,
        facecolor=PAPER,
        edgecolor="none",
        alpha=0.8,
        transform=to_page,
    )


@lru_cache
def _properties(pen: Pen) -> FontProperties:
    return FontProperties(fname=font_file(bold=pen.bold), size=pen.size)
