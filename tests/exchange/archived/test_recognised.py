"""The text of archived files, by what they are and not by what they are called."""

import pytest

from tests.exchange.archived.files import answer, chunked, packed, pdf, warc
from tracker.exchange.archived import no_text, recognised
from tracker.exchange.archived import warc as warc_format
from tracker.exchange.archived.no_text import NoTextError
from tracker.exchange.archived.recognised import text_of

PAGE = "<!doctype html><title>News</title><p>Повернули <b>388</b> дітей</p>"


def lines(content: bytes) -> list[str]:
    """The lines of a file's text that are not empty."""
    return [line.strip() for line in text_of(content).splitlines() if line.strip()]


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        PAGE.replace("<title>", '<meta charset="windows-1251"><title>').encode("cp1251"),
        PAGE.replace("<title>", '<meta charset="no-such-charset"><title>').encode(),
        PAGE.replace("<title>", '<meta charset="hex"><title>').encode(),
        PAGE.encode("cp1251"),
        warc(answer(PAGE.encode())),
        warc(answer(PAGE.encode()), each_packed=False),
        warc(answer(chunked(PAGE.encode()), "Transfer-Encoding: chunked")),
        warc(answer(PAGE.encode(), "Transfer-Encoding: chunked")),
        warc(answer(packed(PAGE.encode()), "Content-Encoding: gzip")),
        warc(answer(PAGE.encode(), "Content-Encoding: gzip")),
        warc(answer(chunked(packed(PAGE.encode())), "Transfer-Encoding: chunked", "Content-Encoding: gzip")),
    ],
)
def test_a_page_is_read_however_it_is_written_and_packed(content: bytes) -> None:
    """Encodings that are named, marked or left to be guessed; WARC as browsers, crawlers and their tools leave it."""
    assert ["News", "Повернули 388 дітей"] == lines(content)


def test_plain_text_is_taken_as_it_is() -> None:
    """An angle bracket alone makes no page."""
    assert ["fewer than 400 (< 400)", "children"] == lines(b"fewer than 400 (< 400)\nchildren\n")


def test_a_document_is_read_page_by_page() -> None:
    """Lines as they stand on it."""
    assert ["388 children", "returned"] == lines(pdf("388 children", "returned"))


def test_what_a_reader_does_not_see_is_not_read() -> None:
    """Scripts and styles hold numbers that nobody printed; a raised note is no digit of the number before it."""
    page = "<html><style>p{top:1}</style><script>var x = 2;</script><p>388<sup>3</sup> children &amp; 4&nbsp;000</p>"

    assert ["388 3  children & 4\u00a0000"] == lines(page.encode())


def test_the_cells_of_a_table_are_apart() -> None:
    """Two numbers side by side must not become one."""
    assert ["19", "546"] == lines(b"<table><tr><td>19</td><td>546</td></tr></table>")


def test_of_a_warc_file_pages_and_documents_are_read() -> None:
    """Neither scripts and pictures nor what was asked for."""
    answers = (
        answer(b"var x = 1", kind="application/javascript"),
        answer(b"<p>two</p>"),
        answer(pdf("three"), kind="application/pdf"),
    )

    assert ["two", "three"] == lines(warc(*answers))
    assert [] == lines(warc(answer(b"<p>two</p>"), kind="request"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", r"is a picture \(PNG\)"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"PK\x03\x04\0\0", "is neither HTML, PDF, text nor WARC"),
        (b"%PDF-1.4\nnothing", "is a damaged PDF"),
        (pdf(), "is a PDF without text"),
        (packed(b"a letter"), "is packed, and no WARC"),
        (warc(answer(b"x"))[:-30], "is damaged"),
        (b"WARC/1.1\r\nContent-Length: -5\r\n\r\n", "is a damaged WARC"),
        (b"WARC/1.1\r\nContent-Length: 5", "is a damaged WARC"),
    ],
)
def test_why_there_is_no_text_is_said(content: bytes, reason: str) -> None:
    """In words that tell what the file is."""
    with pytest.raises(NoTextError, match=f"^{reason}"):
        text_of(content)


@pytest.mark.parametrize(
    "content",
    [
        warc(answer(b"x" * 5000)),
        warc(answer(packed(b"x" * 2_000_000), "Content-Encoding: gzip")),
    ],
)
def test_what_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Neither the file nor a page in it."""
    monkeypatch.setattr(warc_format, "LARGEST", 4000)

    with pytest.raises(NoTextError, match=r"^unpacks to more than"):
        text_of(content)


def test_a_text_that_is_too_long_is_not_searched_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """That the number is not in the first part would say nothing."""
    monkeypatch.setattr(no_text, "LONGEST", 20)

    assert "388 children" == text_of(b"388 children")
    for content in (b"x" * 21, b"<p>" + b"x" * 21, pdf("x" * 21), warc(answer(b"x" * 11), answer(b"x" * 11))):
        with pytest.raises(NoTextError, match=r"^holds more than 20 characters"):
            text_of(content)


def test_each_picture_is_known() -> None:
    """By its first bytes."""
    for start in recognised._PICTURES:
        with pytest.raises(NoTextError, match="is a picture"):
            text_of(start + b"...")


def test_a_record_whose_headers_are_no_ascii_is_passed_over() -> None:
    """What it is cannot be told, and the next one can."""
    damaged, sound = (warc(answer(page), each_packed=False) for page in (b"<p>one</p>", b"<p>two</p>"))

    assert ["two"] == lines(damaged.replace(b"WARC-Type: response", b"WARC-Type: \xff\xfe") + sound)
