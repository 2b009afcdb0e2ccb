"""Archived files changed at random: each gives its text or the reason why it has none, and soon."""

import random
import time

import pytest

from tests.exchange.archived.files import answer, packed, pdf, warc
from tests.fuzzing import PATIENCE, mutated, require_one_line
from tracker.exchange.archive import archive_text
from tracker.exchange.archived.no_text import NoTextError
from tracker.exchange.archived.recognised import text_of

PAGE = (
    '<!DOCTYPE html><html><head><meta charset="windows-1251"><style>p{top:1}</style></head><body><p>Повернули '
    "<b>388</b> дітей &amp; 4&nbsp;000<!-- no --><sup>1</sup><script>var x = '<p>2</p>';</script></body></html>"
)
PAGES = [PAGE.encode("cp1251"), PAGE.replace("windows-1251", "utf-8").encode(), "fewer than 400\n".encode("utf-16")]
WARCS = [
    warc(answer(PAGES[0]), answer(b"three", kind="text/plain"), each_packed=False),
    warc(answer(packed(PAGES[1]), "Content-Encoding: gzip"), each_packed=False),
    warc(answer(PAGES[1])),
    warc(answer(b"5\r\n<p>38\r\n2\r\n8<\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), each_packed=False),
]
BYTES = [bytes([number]) for number in (*range(0, 256, 5), *b"<>&;\"'!-/%\r\n0123456789")]


@pytest.mark.parametrize(("files", "many"), [(PAGES, 3_000), (WARCS, 3_000)])
def test_pages_and_their_archives_are_read_or_refused(files: list[bytes], many: int) -> None:
    """PDF apart, which a library takes to pieces: see below."""
    dice, slowest, read = random.Random("archived"), 0.0, 0  # noqa: S311 - dice for a test
    for _ in range(many):
        content = mutated(dice, dice.choice(files), files, BYTES)
        start = time.process_time()
        try:
            text_of(content)
            read += 1
        except NoTextError as reason:
            require_one_line(reason)
        slowest = max(slowest, time.process_time() - start)

    assert slowest < PATIENCE
    assert many // 10 < read < many


def test_documents_are_read_or_refused_by_the_process_apart() -> None:
    """Whatever the library for PDF makes of a damaged one."""
    dice = random.Random("documents")  # noqa: S311 - dice for a test
    files = [pdf("388 children", "returned")]
    for _ in range(8):
        try:
            archive_text(mutated(dice, files[0], files, BYTES))
        except NoTextError as reason:
            require_one_line(reason)
