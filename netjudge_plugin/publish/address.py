"""What of a server's address may be shown, and the password that must not be, wherever a library repeats it.

A password belongs into the configuration of fsspec, but people do type it into an address. It is hidden generously: a
password with signs that an address cannot hold takes its neighbours along.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from netjudge_plugin.model import passwords
from netjudge_plugin.model.passwords import PASSWORD

_HIDDEN = "…"


def without_password(url: str) -> str:
    """An address as it may be shown."""
    return PASSWORD.sub(rf"\g<who>:{_HIDDEN}", url)


def hushed(text: str, url: str) -> str:
    """What a library says, without the password of the address, whole or as far as the library took it for one."""
    found = PASSWORD.search(url)
    if not found:
        return text
    whole = {found["password"], unquote(found["password"])}
    parts = {part for one in whole for part in re.split(r"[/?#@]", one)}
    for secret in sorted({*whole, *parts} - {""}, key=len, reverse=True):
        text = text.replace(secret, _HIDDEN)
    return text


def has_password(path: str) -> bool:
    """Whether a path still holds what looks like one: some kinds of servers take no credentials from the address."""
    return passwords.has_password(f"://{path.lstrip('/')}")
