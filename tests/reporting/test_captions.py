import re
from dataclasses import replace

from tests.factory import day, figure
from tests.reporting.panels import abducted, conflict, panel, returned
from tracker.reporting.captions import ChartText, caption
from tracker.reporting.compose import compose
from tracker.reporting.panel import Panel
from tracker.reporting.phrases import phrases


def words(*panels: Panel, until: str | None = None, lang: str = "en") -> ChartText:
    """The words of a chart of these panels, with plain spaces."""
    text = caption(compose(panels, until=day(until) if until else None), phrases(lang))
    return replace(text, **{name: getattr(text, name).replace("\u00a0", " ") for name in ("title", "subtitle", "alt")})


def test_the_title_states_the_bounds_on_the_last_day() -> None:
    """The title is computed from the bounds, with the hedge that an open end needs."""
    assert "Returned: 517 by 4 April 2024; abducted: at least 19,546" == words(returned(), abducted()).title
    assert "Returned: at least 517 by 31 May 2024" == words(returned(), until="2024-05-31").title
    assert "Returned: between 490 and 510 by 3 April 2024" == words(returned(), until="2024-04-03").title


def test_the_title_names_a_part_of_the_whole() -> None:
    """A chart of one oblast says so."""
    of = panel(figure(place="Kherson Oblast"), bounds=[("2024-04-04", 388, 388)], place="Kherson Oblast")

    assert "Returned (Kherson Oblast): 388 by 4 April 2024" == words(of).title


def test_a_title_of_many_panels_counts_the_rest() -> None:
    """More than two panels would make the title a table."""
    panels = [panel(figure(), indicator=name, first_id=number) for number, name in enumerate(["a", "b", "c", "d"])]

    assert words(*panels).title.endswith("; and 2 more")


def test_the_subtitle_says_where_a_count_is_open() -> None:
    """An open upper end is said, and nothing is claimed of a closed one."""
    assert "No published figure limits abducted from above on that day." in words(returned(), abducted()).subtitle
    assert "limits" not in words(returned()).subtitle


def test_the_subtitle_counts_what_is_set_aside() -> None:
    """Figures that the title does not rest on are counted."""
    assert "1 figure that cannot be true with the rest is set aside." in words(returned()).subtitle
    assert "set aside" not in words(abducted()).subtitle


def test_the_source_line_counts_what_is_drawn() -> None:
    """Sources, figures, publishers and days are those of the drawn figures alone."""
    line = words(returned()).source_line.replace("\u00a0", " ")

    assert (
        "Sources: Children of War (2), Dmytro Lubinets (2), Save Ukraine (2), Andriy Yermak (1), Qatar mediation (1) "
        "and 1 more. 9 figures from 6 sources read in 7 publishers, speaking of 13 September 2023 to 4 April 2024. "
        "Not drawn: 1 (totals and periods of parts of the place, or without a number)."
    ) == line


def test_conflicts_are_listed_under_the_numbers_of_their_rings() -> None:
    """Each entry has its number, the finding's id, the figures as printed and by how much they miss."""
    finding = conflict(1, 3, set_aside=[3], misses_by=87)
    line = words(returned()).conflicts[0]

    assert (1, finding.id, (1, 3)) == (line.number, line.finding, line.figures)
    assert (
        "“fewer than 300” (unattributed, 1 February 2024) and “386” (Children of War, 13 September 2023) "
        "miss each other by 87."
    ) == line.text.replace("\u00a0", " ")


def test_a_conflict_of_many_figures_quotes_the_first_three() -> None:
    """The rest of a long conflict is counted."""
    of = panel(*(figure() for _ in range(5)), findings=[conflict(1, 2, 3, 4, 5)])

    assert " and 2 more miss each other" in words(of).conflicts[0].text


def test_a_conflict_quotes_figures_that_are_out_of_view() -> None:
    """A figure before the first day shown is still named where it contradicts one that is drawn."""
    drawing = compose([returned()], since=day("2024-01-20"))
    lines = caption(drawing, phrases("en")).conflicts

    assert "“386” (Children of War" in lines[0].text


def test_alt_text_has_the_numbers_that_are_drawn() -> None:
    """First and last total, counts and bounds in the alt text are those of the marks."""
    drawing = compose([returned(), abducted()])
    alt = words(returned(), abducted()).alt

    for drawn in drawing.panels:
        assert f"running totals: {len(drawn.totals)}, batches: {len(drawn.batches)}" in alt
        assert f"The first total drawn is “{drawn.totals[0].value}”" in alt
        assert f"the last “{drawn.totals[-1].value}”" in alt
    assert "Figures jointly support 386 on 13 September 2023 and 517 on 4 April 2024." in alt
    assert "Figures jointly support between 19,453 and 19,546 on 25 August 2023 and at least 19,546" in alt


def test_alt_text_has_no_other_numbers() -> None:
    """Every number of the alt text that is not a date or a count comes from a figure or a bound."""
    alt = words(returned()).alt
    figures = {386, 517, 400, 300, 500}
    counts = {1, 3, 5, 9}  # figures by basis, by source, drawn
    counts |= {2, 6, 7}  # conflicts, sources, publishers
    dates = {13, 4, 2023, 2024}
    numbers = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*\d|\d", alt)}

    assert set() == numbers - figures - counts - dates


def test_every_chart_says_that_it_estimates_nothing() -> None:
    """The sentence on published claims stands by itself and in the alt text."""
    text = words(returned())

    assert "no estimate of the true number" in text.claims
    assert text.alt.endswith(text.claims)


def test_ukrainian_words_have_no_english_ones() -> None:
    """In Ukrainian, what is not quoted or a name is Ukrainian."""
    text = words(abducted(), until="2024-02-28", lang="uk")

    assert "Депортовано чи примусово переміщено: щонайменше 19 546 станом на 28 лютого 2024 р." == text.title
    assert "Figures" not in text.alt
    assert ".." not in text.alt + text.subtitle


def test_untrusted_words_are_shortened_and_made_plain() -> None:
    """A name that is long or holds escapes can't take over the words of a chart."""
    text = words(panel(figure(source="\x1b[2J" + "very " * 40, value="388")))

    assert "\x1b" not in text.alt
    assert "very ve…" in text.source_line
