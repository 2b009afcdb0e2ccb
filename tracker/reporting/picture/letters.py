"""Letters by themselves: how wide a text is, and its outline, from the font that ships with matplotlib."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path as Outline

from tracker.reporting.picture.scene import Pen

_Array = np.ndarray[tuple[int, ...], np.dtype[Any]]

_LACKING = "\ufffd"
_SIZE = 100  # points, at which glyphs are read; unhinted, so they scale


def measure(text: str, pen: Pen) -> float:
    """The width in points of `text` written with `pen`."""
    return pen.size * sum(_advance(char, bold=pen.bold) for char in text)


def outline(text: str, pen: Pen) -> Outline | None:
    """The outline of `text` in points, from its base line's left end, downward positive; None for nothing visible."""
    points, pens, x = [], [], 0.0
    for char in supported(text):
        glyph_points, glyph_pens = _glyph(char, bold=pen.bold)
        if len(glyph_points):
            points.append(glyph_points * (pen.size, -pen.size) + (x, 0.0))
            pens.append(glyph_pens)
        x += pen.size * _advance(char, bold=pen.bold)
    return Outline(np.concatenate(points), np.concatenate(pens)) if points else None


def supported(text: str) -> str:
    """`text` with each run of characters that the font lacks shown as one replacement mark."""
    font = _font(bold=False)
    if all(font.get_char_index(ord(char)) for char in text):
        return text
    shown = "".join(char if font.get_char_index(ord(char)) else _LACKING for char in text)
    return re.sub(f"{_LACKING}+", _LACKING, shown)


def font_file(*, bold: bool) -> Path:
    """The font's file: by path, as a font of the same name on the machine may draw other bytes."""
    return Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@lru_cache(maxsize=4096)
def _advance(char: str, *, bold: bool) -> float:
    # Glyph by glyph and kept: laying out each text to measure it would cost more than drawing it.
    glyph = _font(bold=bold).load_char(ord(supported(char)), LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / _SIZE


@lru_cache(maxsize=4096)
def _glyph(char: str, *, bold: bool) -> tuple[_Array, _Array]:
    font = _font(bold=bold)
    font.load_char(ord(char), LoadFlags.NO_HINTING)
    points, pens = font.get_path()
    return np.asarray(points) / _SIZE, np.asarray(pens)


@lru_cache
def _font(*, bold: bool) -> FT2Font:
    font = FT2Font(str(font_file(bold=bold)))
    font.set_size(_SIZE, 72)
    return font
