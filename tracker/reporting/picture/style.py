"""Sizes and colours of a chart. Colours are Okabe and Ito's, which every reader can tell apart."""

from tracker.reporting.picture.scene import Pen

PAGE_WIDTH = 720.0  # points: ten inches
DOTS_PER_INCH = 160  # 1600 pixels across
MARGIN = 22.0
PLOT_LEFT = 62.0
PLOT_RIGHT = 556.0
COLUMN_LEFT = PLOT_RIGHT + 8.0  # where direct labels begin
PIXEL_COLUMNS = int((PLOT_RIGHT - PLOT_LEFT) * DOTS_PER_INCH / 72)

TOTALS_HEIGHT = 150.0
BATCHES_HEIGHT = 40.0
LANE_HEIGHT = 10.0
LANES = 8

INK = "#1a1a1a"
SOFT = "#5c5c5c"
FAINT = "#dcdcdc"
PAPER = "#ffffff"
BAND = "#56b4e9"
BAND_EDGE = "#0b5f8a"
ASIDE = "#9a9a9a"
RING = "#d55e00"
OTHER = "#4d4d4d"
NAMED = ("#0072b2", "#009e73", "#cc79a7", "#e69f00")  # one for each source with a colour of its own
DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.0), (1.5, 1.5), (6.0, 1.5, 1.5, 1.5))  # the same, without colour

TITLE = Pen(14.0, INK, bold=True)
SUBTITLE = Pen(8.5, SOFT)
HEADING = Pen(10.5, INK, bold=True)
STATEMENT = Pen(10.5, INK)
STRONG = Pen(8.5, INK, bold=True)
SMALL = Pen(7.5, INK)
SMALL_STRONG = Pen(7.5, INK, bold=True)
SMALL_SOFT = Pen(7.5, SOFT)
RING_NUMBER = Pen(7.5, RING, bold=True)

DOT = 4.6
ARROW = 11.0
RING_SIZE = 11.5
BAR_WIDTH = 2.2


def colour_of(source: str, named: tuple[str, ...]) -> str:
    """The colour of a source's marks."""
    return NAMED[named.index(source)] if source in named else OTHER
