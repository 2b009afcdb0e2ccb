"""Dates as pages give them: a day, a month, a year, a span."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.span import Span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-04-03", date(2024, 4, 3), date(2024, 4, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-03-28/2024-04-03", date(2024, 3, 28), date(2024, 4, 3)),
        ("2022-07-01/2022-07", date(2022, 7, 1), date(2022, 7, 31)),
        (" 2024-04-03 ", date(2024, 4, 3), date(2024, 4, 3)),
    ],
)
def test_a_span_holds_all_its_days(text: str, first: date, last: date) -> None:
    """A month or year runs from its first to its last day; the text stays as written."""
    span = Span.parse(text)

    assert (first, last, text.strip()) == (span.first, span.last, span.text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2024-02-30", "no day '2024-02-30'"),
        ("2023-02-29", "no day"),
        ("2024-13", "no month or year '2024-13'"),
        ("0000", "no month or year"),
        ("04.04.2024", "is no date"),
        ("20240404", "is no date"),
        ("", "is no date"),
        ("yesterday", "is no date"),
        ("2024-04-04/", "is no date"),
        ("2024-04-04/2024-04-01", "ends before it starts"),
        ("٢٠٢٤", "is no date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, complaint: str) -> None:
    """Nothing is guessed: only ISO dates that exist."""
    with pytest.raises(ValueError, match=complaint):
        Span.parse(text)


@given(st.dates())
def test_a_day_reads_back_as_itself(day: date) -> None:
    """Writing a day and reading it gives the same span."""
    assert Span.of(day) == Span.parse(day.isoformat())


@given(st.text(max_size=30))
def test_any_text_is_a_span_or_a_value_error(text: str) -> None:
    """No text makes the reader fail in another way."""
    try:
        span = Span.parse(text)
    except ValueError:
        return

    assert span.first <= span.last
