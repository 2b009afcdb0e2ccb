import json
import subprocess
import sys

import pytest

from tests.factory import day, figure
from tests.reporting.panels import abducted, panel, returned
from tracker.reporting.overview import overview
from tracker.reporting.overview_text import overview_as_json, overview_as_markdown, overview_as_text

ON = day("2024-12-31")


def test_the_table_is_for_reading() -> None:
    """Numbers have thousands marks, dates their month's name, columns line up."""
    expected = """\
What published figures jointly support at the end of 31 December 2024.

indicator          bounds           last figure            last change         figures  findings
---------          ------           -----------            -----------         -------  --------
returned           at least 517     “517” Children of      4 Apr 2024:              10  1 error
                                    War, 4 Apr 2024        490–510 → 517
abducted           at least 19,546  “19,546” National      20 Feb 2024:              2
                                    Information Bureau,    19,453–19,546 →
                                    20 Feb 2024            19,546

These are published claims; we hold totals, not names, and make no estimate of the true number.
"""

    assert expected == overview_as_text(overview([returned(), abducted()], ON), ON).replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_no_line_is_wider_than_a_terminal(lang: str) -> None:
    """Long names wrap, also those without a space, wide characters counted as two columns."""
    of = panel(
        figure(value="about " + "9" * 60, low=1, high=2_000_000, source="児童" * 30, as_of="2024-04"),
        bounds=[("2024-01-01", 1_000_000, 2_000_000), ("2024-02-01", 1_500_000, 2_000_000)],
        indicator="a-very-long-indicator-name-without-a-space",
        place="Kherson Oblast;Zaporizhzhia Oblast",
    )
    lines = overview_as_text(overview([of], ON), ON, lang).splitlines()

    assert max(sum(2 if char in "児童" else 1 for char in line) for line in lines) <= 100


def test_escapes_from_outside_do_not_reach_the_terminal() -> None:
    """Control characters in a name are gone."""
    of = panel(figure(source="\x1b[2Jevil"))

    assert "\x1b" not in overview_as_text(overview([of], ON), ON)


def test_markdown_from_outside_is_escaped() -> None:
    """A name can't end a cell, make a link or start a tag."""
    of = panel(figure(source="a|b [c](d) <img>", value="*388*", low=388, high=388))
    text = overview_as_markdown(overview([of], ON), ON)

    assert r"“\*388\*” a\|b \[c\](d) \<img\>" in text
    assert {7} == {line.replace(r"\|", "").count("|") for line in text.splitlines() if line.startswith("|")}


def test_a_batch_is_said_to_be_one() -> None:
    """A last figure that is no total says what it is."""
    of = panel(figure(value="+7", as_of="2024-04-03", source="Dmytro Lubinets"))

    assert "“+7” (a batch) Dmytro Lubinets, 3 Apr 2024" in overview_as_markdown(overview([of], ON), ON).replace(
        "\u00a0", " "
    )


def test_json_is_for_programs() -> None:
    """Numbers are numbers, dates ISO 8601, open ends null."""
    assert {
        "on": "2024-12-31",
        "public": False,
        "indicators": [
            {
                "indicator": "abducted",
                "place": "Ukraine",
                "low": 19_546,
                "high": None,
                "last_figure": {
                    "id": 102,
                    "value": "19,546",
                    "basis": "total",
                    "source": "National Information Bureau",
                    "as_of": "2024-02-20",
                },
                "last_change": {
                    "on": "2024-02-20",
                    "before": {"low": 19_453, "high": 19_546},
                    "after": {"low": 19_546, "high": 19_546},
                },
                "figures": 2,
                "findings": {"error": 0, "warning": 0, "note": 0},
            }
        ],
    } == json.loads(overview_as_json(overview([abducted()], ON), ON))


def test_an_empty_overview_is_a_header() -> None:
    """Without panels there are no rows and no error."""
    assert "indicator" in overview_as_text([], ON)
    assert {"on": "2024-12-31", "public": False, "indicators": []} == json.loads(overview_as_json([], ON))


def test_the_overview_loads_nothing_heavy() -> None:
    """A plain command that prints the overview waits for neither NumPy, pandas nor matplotlib."""
    code = (
        "import sys; import tracker.reporting.panel, tracker.reporting.overview_text; "
        "print(sorted({'numpy', 'pandas', 'matplotlib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "[]" == done.stdout.strip()
