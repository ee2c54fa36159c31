"""Where an address of a server holds a password: mkdocs.yml must not hold one, and publishing must not show one.

Both ask here, so that what one lets pass is never what the other would hide.
"""

from __future__ import annotations

import re

_PORT = r"[0-9]{1,5}/"
#: From the first colon of who signs in to the last at sign: a password may hold either, and slashes. Behind a name that
#: has an at sign itself, a number and a path are the server's port.
PASSWORD = re.compile(rf"(?<=://)(?P<who>[^/@:]*|[^/:]*(?!:{_PORT})):(?P<password>.*)(?=@)", re.DOTALL)


def has_password(address: str) -> bool:
    """Whether an address holds what looks like one; a server's port with a path behind it does not."""
    found = PASSWORD.search(address)
    return found is not None and not re.match(_PORT, found["password"])
