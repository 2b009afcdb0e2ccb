import pytest

from tests.factory import figure
from tests.reporting.panels import abducted, conflict, panel, returned
from tracker.reporting.captions import caption
from tracker.reporting.compose import compose
from tracker.reporting.panel import Panel
from tracker.reporting.phrases import phrases
from tracker.reporting.picture.letters import measure
from tracker.reporting.picture.page import LISTED, lay_out
from tracker.reporting.picture.scene import Box, Scene, Text
from tracker.reporting.picture.style import NAMED, RING


def page(*panels: Panel, lang: str = "en") -> Scene:
    """The page of these panels."""
    drawing, words = compose(panels), phrases(lang)
    return lay_out(drawing, caption(drawing, words), words)


def crowded() -> Panel:
    """Many conflicts, sources and periods close to each other."""
    totals = [
        figure(
            value=str(300 + 7 * number),
            as_of=f"2024-{1 + number % 12:02}-{1 + number:02}",
            source=f"Source {number % 6}",
        )
        for number in range(24)
    ]
    periods = [
        figure(value=str(400 + year), since=f"{year}-01-01", as_of=f"{year}-12-31") for year in range(2022, 2025)
    ]
    findings = [conflict(number, number + 1, misses_by=number) for number in range(1, 20)]
    return panel(*totals, *periods, bounds=[("2024-01-01", 300, 500)], findings=findings, set_aside=range(1, 10))


def boxes(scene: Scene) -> list[tuple[str, Box]]:
    """The room that each text takes, from its foot to the height of its capitals."""
    found = []
    for item in scene.items:
        if isinstance(item, Text):
            width = measure(item.text, item.pen)
            left = item.at[0] - {"left": 0.0, "center": width / 2, "right": width}[item.across]
            top = item.at[1] - 0.72 * item.pen.size
            found.append((item.text, Box(left=left, top=top, right=left + width, bottom=item.at[1])))
    return found


@pytest.mark.parametrize("lang", ["en", "uk"])
@pytest.mark.parametrize("panels", [[returned(), abducted()], [crowded()], [panel(figure())]])
def test_no_text_covers_another(panels: list[Panel], lang: str) -> None:
    """Whatever is drawn, all its words can be read."""
    placed = boxes(page(*panels, lang=lang))

    assert [] == [
        (one, other)
        for index, (one, box) in enumerate(placed)
        for other, below in placed[index + 1 :]
        if box.overlaps(below)
    ]


@pytest.mark.parametrize("lang", ["en", "uk"])
@pytest.mark.parametrize("panels", [[returned(), abducted()], [crowded()], [panel(figure())]])
def test_all_text_is_on_the_page(panels: list[Panel], lang: str) -> None:
    """No word runs over an edge."""
    scene = page(*panels, lang=lang)

    assert [] == [
        text
        for text, box in boxes(scene)
        if box.left < 0 or box.right > scene.width or box.top < 0 or box.bottom > scene.height
    ]


def test_the_words_of_the_chart_are_on_it() -> None:
    """Title, source line and the sentence on claims are printed, numbers are read off labelled axes."""
    drawing = compose([returned(), abducted()])
    text = caption(drawing, phrases("en"))
    texts = [item.text for item in page(returned(), abducted()).items if isinstance(item, Text)]
    printed = " ".join(texts)

    assert all(sentence in printed for sentence in (text.title, text.claims, text.source_line, text.conflicts[0].text))
    assert {"19,400", "19,500", "axis starts at 19,400", "200", "400", "2024", "Jan"} <= set(texts)


def test_named_sources_are_labelled_beside_the_panel() -> None:
    """A source with a colour has its name and its last total, as printed, next to the plot."""
    texts = [item.text for item in page(returned()).items if isinstance(item, Text)]

    assert "Children of War" in texts
    assert "517 · 4\u00a0Apr\u00a02024" in texts
    assert "about 500 · 1\u00a0Mar\u00a02024" in texts


def test_the_key_explains_only_what_is_drawn() -> None:
    """A chart of one dot does not explain arrows."""
    one = [item.text for item in page(panel(figure())).items if isinstance(item, Text)]
    all_kinds = [item.text for item in page(returned(), abducted()).items if isinstance(item, Text)]
    words = phrases("en")

    assert ["exact"] == [text for text in one if text in {words.say("key exact"), words.say("key at least")}]
    assert {
        words.say(f"key {name}")
        for name in ("exact", "at least", "at most", "range", "inexact day", "aside", "ring", "band", "batch", "period")
    } <= set(all_kinds)


def test_the_list_is_as_long_as_there_is_room() -> None:
    """Conflicts beyond the list are counted, and no ring bears a number that the list lacks."""
    texts = [item for item in page(crowded()).items if isinstance(item, Text)]
    numbers = {
        int(number) for item in texts if item.pen.colour == RING for number in item.text.replace("…", "").split(",")
    }

    assert max(numbers) == LISTED
    assert any("9 more conflicts are ringed without a number" in item.text for item in texts)


def test_colours_are_told_apart() -> None:
    """Sources, rings and the rest have colours of their own, in the palette of Okabe and Ito."""
    okabe_ito = {"#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"}

    assert len({*NAMED, RING}) == len(NAMED) + 1
    assert {*NAMED, RING} <= okabe_ito


def test_untrusted_text_is_printed_as_it_is() -> None:
    """Dollar signs, tags and commas in a name are only signs."""
    scene = page(panel(figure(source="$x^2$ <b>&", value="$388$", low=388, high=388)))
    texts = [item.text for item in scene.items if isinstance(item, Text)]

    assert "$x^2$ <b>&" in texts
    assert any(text.startswith("$388$ · ") for text in texts)
