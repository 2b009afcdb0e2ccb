import pytest

from tracker.reporting.picture.letters import font_file, measure, outline, supported
from tracker.reporting.picture.scene import Pen

PEN = Pen(10.0, "#000000")


def test_width_grows_with_text_and_size() -> None:
    """A text is as wide as its letters, in proportion to the pen."""
    assert 2 * measure("19,546", PEN) == pytest.approx(measure("19,54619,546", PEN))
    assert 2 * measure("19,546", PEN) == pytest.approx(measure("19,546", Pen(20.0, "#000000")))
    assert measure("19,546", PEN) < measure("19,546", Pen(10.0, "#000000", bold=True))


def test_an_outline_is_as_wide_as_measured() -> None:
    """What is drawn has the room it was given."""
    shape = outline("Діти війни 19,546", PEN)

    assert shape is not None
    assert measure("Діти війни 19,546", PEN) == pytest.approx(shape.get_extents().x1, abs=1.0)


def test_nothing_visible_has_no_outline() -> None:
    """Spaces alone draw nothing."""
    assert outline(" \u00a0", PEN) is None


def test_letters_that_the_font_lacks_show_as_one_mark() -> None:
    """Characters without a glyph are shown to be missing, without a warning."""
    assert "約" not in supported("約1万人")
    assert "\ufffd1\ufffd" == supported("約1万人")
    assert measure("約", PEN) > 0


def test_cyrillic_and_signs_are_there() -> None:
    """The alphabets that we write, quotation marks and dashes need no replacement."""
    words = "Ґрунт, їжа, єнот, ёж, щось № 1 «»“”–…→·$"

    assert words == supported(words)


def test_the_font_is_the_one_that_ships_with_matplotlib() -> None:
    """Charts do not depend on the fonts of the machine."""
    assert {True} == {
        "matplotlib" in font_file(bold=bold).parts and font_file(bold=bold).exists() for bold in (True, False)
    }
