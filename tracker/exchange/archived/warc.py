"""The pages in a WARC file (ISO 28500), which holds what a browser or crawler was sent, packed or not."""

import gzip
import io
import zlib
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from http.client import HTTPException, HTTPResponse

from tracker.exchange.archived.no_text import NoTextError

LARGEST = 256 * 2**20
"""So many bytes are unpacked at most."""

_END = b"\r\n\r\n"
_READ = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_KINDS = frozenset({"response", "resource", "conversion"})


def pages_of(content: bytes) -> Iterator[bytes]:
    """The pages and documents in a file, in order; pictures, scripts, styles and requests are left out.

    Raises:
        NoTextError: for a file that is damaged, no WARC file, or larger than can be unpacked here.
    """
    for headers, block in _records(_unpacked(content)):
        if headers["WARC-Type"] not in _KINDS:
            continue
        kind, body = headers.get_content_type(), block
        if headers["WARC-Type"] == "response":
            kind, body = _sent(block)
        if kind in _READ:
            yield body


def _unpacked(content: bytes) -> bytes:
    if content.startswith(b"WARC/"):
        return content
    try:
        whole = gzip.GzipFile(fileobj=io.BytesIO(content)).read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NoTextError("is damaged: it cannot be unpacked") from error
    if len(whole) > LARGEST:
        raise NoTextError(f"unpacks to more than {LARGEST // 2**20} MiB")
    if not whole.startswith(b"WARC/"):
        raise NoTextError("is packed, and no WARC")
    return whole


def _records(content: bytes) -> Iterator[tuple[Message, bytes]]:
    at = 0
    while content.startswith(b"WARC/", at):
        end = content.find(_END, at)
        headers = _headers(content[at:end].partition(b"\r\n")[2])
        length = headers.get("Content-Length", "").strip()
        if end < 0 or not (length.isascii() and length.isdigit()) or len(length) > 12:
            raise NoTextError("is a damaged WARC")
        start, at = end + len(_END), end + len(_END) + int(length)
        yield headers, content[start:at]
        while content.startswith(b"\r\n", at):
            at += 2


def _headers(lines: bytes) -> Message:
    return HeaderParser().parsestr(lines.decode("latin-1"))  # as HTTP has it: a letter for each byte


def _sent(block: bytes) -> tuple[str, bytes]:
    """The type and the body of an answer, as the browser made them of what came over the wire."""
    head, _, body = block.partition(_END)
    headers = _headers(head.partition(b"\r\n")[2])
    answer = HTTPResponse(_Wire(block))  # type: ignore[arg-type] # of a socket it asks for the bytes alone
    try:
        answer.begin()
        body = answer.read()
    except (HTTPException, ValueError, OSError):
        pass  # some programs put the parts together and leave the header that says otherwise
    if headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip", "deflate"):
        body = _inflated(body)
    return headers.get_content_type(), body


def _inflated(body: bytes) -> bytes:
    unpacking = zlib.decompressobj(wbits=47)  # gzip or zlib, whichever it is
    try:
        whole = unpacking.decompress(body, LARGEST)
    except zlib.error:
        return body  # unpacked already, as some programs leave it
    if unpacking.unconsumed_tail:
        raise NoTextError(f"unpacks to more than {LARGEST // 2**20} MiB")
    return whole


class _Wire:
    def __init__(self, block: bytes) -> None:
        self._block = block

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._block)
