"""The text of a PDF document, page by page."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from tracker.exchange.archived.no_text import NoTextError, joined


def pdf_text(content: bytes) -> str:
    """The text of a document's pages.

    Raises:
        NoTextError: for a damaged or locked document, or a scan, which holds pictures alone.
    """
    logging.disable()  # what the library has to say of faults that it mends
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoTextError("is locked with a password")
        parts: list[str] = []
        for page in reader.pages:
            parts.append(page.extract_text())
            joined(parts)
    except PyPdfError as error:
        raise NoTextError("is a damaged PDF, or one locked in a way that is not read here") from error
    text = joined(parts)
    if not text.strip():
        raise NoTextError("is a PDF without text, such as a scan")
    return text
