import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest

from tests.factory import day, figure
from tests.reporting.panels import abducted, conflict, panel, returned
from tracker.domain.errors import NothingFound, WrongUse
from tracker.reporting.chart import FORMATS, draw_chart
from tracker.reporting.panel import Panel

EVIL = "$\\frac{x}{$ <b>&\"'--> ]]> \x1b[31m\x0b \u202e児童 100 % {n} _^"

_ANOTHER_PROCESS = """
import hashlib, sys
from pathlib import Path
from tests.reporting.panels import abducted, returned
from tracker.reporting.chart import FORMATS, draw_chart

for kind in FORMATS:
    path = Path(sys.argv[1], f"chart.{kind}")
    draw_chart([returned(), abducted()], path)
    print(hashlib.sha256(path.read_bytes()).hexdigest())
"""


def drawn(folder: Path, kind: str, *panels: Panel) -> bytes:
    """The bytes of a chart of these panels."""
    path = folder / f"chart.{kind}"
    draw_chart(panels, path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One chart in each format."""
    folder = tmp_path_factory.mktemp("pictures")
    return {kind: drawn(folder, kind, returned(), abducted()) for kind in FORMATS}


def svg(folder: Path, *panels: Panel) -> ET.Element:
    """An SVG chart, parsed; it is our own."""
    return ET.fromstring(drawn(folder, "svg", *panels))  # noqa: S314 - drawn a line above


@pytest.mark.parametrize("kind", FORMATS)
def test_the_suffix_says_which_format(pictures: dict[str, bytes], kind: str) -> None:
    """PNG, SVG and PDF begin as such files do."""
    magic = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[kind]

    assert magic == pictures[kind][: len(magic)]


def test_the_same_panels_make_the_same_bytes_in_any_process(tmp_path: Path, pictures: dict[str, bytes]) -> None:
    """Neither the clock nor the order of hashes nor a first drawing changes a byte."""
    here = [hashlib.sha256(pictures[kind]).hexdigest() for kind in FORMATS]
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "SOURCE_DATE_EPOCH": "86400"}
    there = subprocess.run(
        [sys.executable, "-c", _ANOTHER_PROCESS, str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )

    assert here == there.stdout.split()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_users_matplotlib_settings_change_nothing(tmp_path: Path, pictures: dict[str, bytes], kind: str) -> None:
    """A matplotlibrc of another taste makes the same chart."""
    other = {
        "font.size": 30,
        "font.family": "serif",
        "lines.linewidth": 9,
        "svg.fonttype": "none",
        "svg.hashsalt": "x",
        "pdf.compression": 0,
        "figure.facecolor": "red",
        "savefig.facecolor": "red",
        "savefig.bbox": "tight",
        "savefig.dpi": 50,
        "savefig.transparent": True,
        "axes.unicode_minus": False,
        "text.hinting": "default",
        "patch.force_edgecolor": True,
        "patch.antialiased": False,
        "lines.antialiased": False,
        "path.sketch": (1, 100, 2),
    }
    with mpl.rc_context(other):  # type: ignore[arg-type]  # a plain dictionary of known settings
        assert pictures[kind] == drawn(tmp_path, kind, returned(), abducted())


@pytest.mark.parametrize("kind", FORMATS)
def test_no_file_tells_when_or_with_what_it_was_drawn(pictures: dict[str, bytes], kind: str) -> None:
    """Dates and program versions would change the bytes."""
    telling = rb"CreationDate|tIME|Software|Matplotlib v|dc:date|/Producer|/Creator"

    assert None is re.search(telling, pictures[kind])


def test_a_png_is_sixteen_hundred_pixels_wide_and_has_its_alt_text(tmp_path: Path) -> None:
    """The width is fixed; title and description are in the file's text."""
    path = tmp_path / "chart.png"
    text = draw_chart([returned(), abducted()], path)
    picture = path.read_bytes()

    assert 1600 == int.from_bytes(picture[16:20])
    assert 800 < int.from_bytes(picture[20:24]) < 1500
    assert b"Title\0" in picture
    assert text.alt.encode() in picture


def test_an_svg_is_read_aloud_as_its_alt_text(tmp_path: Path) -> None:
    """Role, label, title and description are those of the chart."""
    path = tmp_path / "chart.svg"
    text = draw_chart([returned(), abducted()], path)
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - drawn a line above
    names = {"svg": "http://www.w3.org/2000/svg"}

    assert ("img", text.title) == (root.get("role"), root.get("aria-label"))
    assert (text.title, text.alt) == (root.findtext("svg:title", None, names), root.findtext("svg:desc", None, names))


def test_a_pdf_has_its_title_and_alt_text(tmp_path: Path) -> None:
    """Title and subject are in the document's information."""
    path = tmp_path / "chart.pdf"
    text = draw_chart([abducted()], path)
    # PDF writes text in UTF-16 and escapes brackets.
    information = path.read_bytes().replace(b"\\", b"").decode("utf-16-be", errors="ignore")
    other_half = path.read_bytes().replace(b"\\", b"")[1:].decode("utf-16-be", errors="ignore")

    assert text.title in information + other_half
    assert text.alt in information + other_half


@pytest.mark.parametrize("kind", FORMATS)
def test_untrusted_text_breaks_no_chart(tmp_path: Path, kind: str) -> None:
    """Formulas, tags, escapes and letters without a glyph are drawn as text, without a warning."""
    of = panel(
        *(figure(EVIL, source=EVIL, value=EVIL, low=low, high=None, publisher=EVIL, place=EVIL) for low in (388, 390)),
        bounds=[("2024-04-04", 388, None)],
        findings=[conflict(1, 2)],
        breaks=[(EVIL, "2024-04-04")],
        definition=EVIL * 9,
        indicator=EVIL,
        place=EVIL,
    )

    assert len(drawn(tmp_path, kind, of)) > 1_000
    if kind == "svg":
        assert "{http://www.w3.org/2000/svg}svg" == svg(tmp_path, of).tag


def test_an_svg_runs_nothing_and_loads_nothing(tmp_path: Path) -> None:
    """A chart can be put on a page: no script, no link to elsewhere."""
    root = svg(tmp_path, returned())
    links = [value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")]

    assert [] == [element.tag for element in root.iter() if element.tag.endswith(("script", "image", "foreignObject"))]
    assert {"#"} == {link[:1] for link in links}


def test_the_words_are_those_of_the_drawn_figures(tmp_path: Path) -> None:
    """The call gives back title, alt text, source line and numbered conflicts."""
    text = draw_chart([returned(), abducted()], tmp_path / "chart.svg", until=day("2024-04-03"), lang="en")

    assert "Returned: between 490 and 510 by 3\u00a0April\u00a02024; abducted: at least 19,546" == text.title
    assert [1] == [line.number for line in text.conflicts]


def test_a_single_figure_is_a_chart(tmp_path: Path) -> None:
    """One figure, one day: there is an axis and a mark."""
    assert len(drawn(tmp_path, "png", panel(figure(), bounds=[("2024-04-04", 388, 388)]))) > 1_000


def test_batches_alone_are_a_chart(tmp_path: Path) -> None:
    """Without a total there are no bounds to draw."""
    assert len(drawn(tmp_path, "png", panel(figure(value="+7")))) > 1_000


def test_nothing_to_draw_writes_nothing(tmp_path: Path) -> None:
    """An empty chart is an answer with exit code 1, not a file."""
    with pytest.raises(NothingFound, match="nothing to draw"):
        draw_chart([panel()], tmp_path / "chart.png")

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["chart", "chart.jpg", "png"])
def test_another_suffix_is_refused(tmp_path: Path, name: str) -> None:
    """The error says which suffixes there are."""
    with pytest.raises(WrongUse, match=r"\.png, \.svg or \.pdf"):
        draw_chart([returned()], tmp_path / name)


def test_another_language_is_refused(tmp_path: Path) -> None:
    """Charts speak English and Ukrainian."""
    with pytest.raises(WrongUse, match="'de'"):
        draw_chart([returned()], tmp_path / "chart.png", lang="de")


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """The error says what could not be written and why."""
    with pytest.raises(WrongUse, match=r"cannot write .*chart\.svg: No such file"):
        draw_chart([returned()], tmp_path / "nowhere" / "chart.svg")


def test_a_chart_loads_neither_pandas_nor_pyplot() -> None:
    """Drawing waits only for what it uses."""
    code = (
        "import sys; import tracker.reporting.chart; print(sorted({'pandas', 'matplotlib.pyplot'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "[]" == done.stdout.strip()
