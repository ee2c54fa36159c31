"""Links that open a letter in the reader's mail program."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

#: Longer links are cut or refused by mail programs and by Windows.
LONGEST = 1900

_ADDRESS = re.compile(r"[^\s@<>\"(),:;\\/?&=#%]+@[^\s@<>\"(),:;\\/?&=#%]+", re.ASCII)


def to_address(email: str) -> str:
    """The link to an address; "" for what surely is none."""
    address = unicodedata.normalize("NFKC", email).strip()
    return f"mailto:{quote(address, safe='@+')}" if _ADDRESS.fullmatch(address) else ""


def letter(email: str, subject: str, body: str = "") -> str:
    """The link that opens a letter, to nobody where there is no address; its parts are percent-encoded UTF-8."""
    parts = {"subject": subject, "body": body.replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(text, safe='', errors='replace')}" for name, text in parts.items() if text)
    return (to_address(email) or "mailto:") + (f"?{query}" if query else "")
