"""What a file is by its first bytes, whatever it is called, and its text."""

import codecs
import re

from tracker.exchange.archived.no_text import NoTextError, joined

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT = 4096  # bytes at the start, where a page says what it is
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_PICTURES = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"RIFF": "WebP"}


def text_of(content: bytes) -> str:
    """The text of an HTML, PDF, plain text or WARC file.

    Raises:
        NoTextError: for anything else, and where the text cannot be had.
    """
    if content.startswith((b"WARC/", b"\x1f\x8b")):
        from tracker.exchange.archived.warc import pages_of  # noqa: PLC0415 - each format loads only what it needs

        return joined([text_of_page(page) for page in pages_of(content)])
    return text_of_page(content)


def text_of_page(content: bytes) -> str:
    """The text of a single page or document: of anything but a WARC file, which holds many.

    Raises:
        NoTextError: as `text_of` does.
    """
    for start, kind in _PICTURES.items():
        if content.startswith(start):
            raise NoTextError(f"is a picture ({kind})")
    if content.startswith(b"%PDF-"):
        from tracker.exchange.archived.pdf import pdf_text  # noqa: PLC0415 - as above

        return pdf_text(content)
    text = _decoded(content)
    if _MARKUP.search(text[:_LOOKED_AT]):
        from tracker.exchange.archived.html import html_text  # noqa: PLC0415 - as above

        return html_text(text)
    return joined([text])


def _decoded(content: bytes) -> str:
    """The characters of a text file: by its mark, by what a page says of itself, else UTF-8 or Windows Cyrillic."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content[:_LOOKED_AT]:
        raise NoTextError("is neither HTML, PDF, text nor WARC")
    said = _CHARSET.search(content[:_LOOKED_AT])
    for encoding in (said[1].decode("ascii", errors="replace") if said else "utf-8", "utf-8"):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return content.decode("cp1251", errors="replace")
