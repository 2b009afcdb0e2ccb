"""Files as people archive them, made by hand."""

import gzip
import zlib


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines on it."""
    shown = "\n".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    )
    return _pdf_of(objects)


def pdf_bomb(size: int) -> bytes:
    """A PDF of a few kilobytes whose page unpacks to `size` bytes."""
    packed = zlib.compress(b" " * size, 9).hex()
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        f"<< /Length {len(packed) + 1} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n{packed}>\nendstream",
    )
    return _pdf_of(objects)


def warc(*answers: bytes, kind: str = "response", each_packed: bool = True) -> bytes:
    """A WARC file with a record for each answer, each packed by itself as is the custom."""
    records = [
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
        + answer
        + b"\r\n\r\n"
        for answer in (b"software: by hand", *answers)
    ]
    records[0] = records[0].replace(f"WARC-Type: {kind}".encode(), b"WARC-Type: warcinfo", 1)
    return b"".join(packed(record) if each_packed else record for record in records)


def packed(body: bytes) -> bytes:
    """The same bytes each time, whatever the clock says."""
    return gzip.compress(body, mtime=0)


def answer(body: bytes, *headers: str, kind: str = "text/html; charset=utf-8") -> bytes:
    """What a server sent."""
    lines = "\r\n".join(("HTTP/1.1 200 OK", f"Content-Type: {kind}", *headers))
    return f"{lines}\r\n\r\n".encode() + body


def chunked(body: bytes) -> bytes:
    """The body in parts of seven bytes, as servers send it."""
    parts = [body[start : start + 7] for start in range(0, len(body), 7)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def _pdf_of(objects: tuple[str, ...]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\n"
    return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode()
