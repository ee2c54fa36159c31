"""What a target holds now, and whether it is ours to change: for this audience, and without a file of anybody else's.

A folder is ours if it has our marker, `netjudge-target.json`: {"format": 1, "audience": "team", "member": "大野 真"}.
An empty one, or one that is missing, becomes ours. The member is the one whose journal it is, where the settings say
so: two colleagues who publish to one folder by mistake would delete each other's pages in turn. What the explorers of
an office leave everywhere is passed over, and left alone.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.publish import manifest
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import LOCK, MANIFEST, MARKER, OURS, TEMPORARY, Listing
from netjudge_plugin.publish.trouble import Trouble, trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from netjudge_plugin.publish.manifest import Entry, Manifest
    from netjudge_plugin.publish.target import Target

FORMAT = 1
#: Files that Windows, macOS, Office and LibreOffice put into shared folders, and folders of servers. In small letters.
PASSED_OVER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized"})
PASSED_OVER_STARTS = ("._", "~$", ".~lock.", ".nfs", ".smbdelete")
PASSED_OVER_FOLDERS = frozenset({"@eadir", "#recycle", "$recycle.bin", "system volume information", ".snapshot"})
#: How many strangers are named.
NAMED = 5


@dataclass(frozen=True, slots=True)
class _Marker:
    """What a marker says."""

    audience: str
    member: str


@dataclass(frozen=True, slots=True)
class State:
    """A target as it was found. `names` are the files of the site that are there, each with how the target calls it.

    (A Mac's file system may give a name back in another form of its letters.) `strangers` are files that are not ours,
    `leftovers` unfinished ones that are, `empty` folders without anything in them. `member` is whose site the marker
    says it is, "" if it does not; `torn` if only the marker's copy could be read.
    """

    marked: bool = False
    member: str = ""
    torn: bool = False
    known: Manifest = field(default_factory=lambda: manifest.Manifest(complete=False))
    listing: Listing = field(default_factory=Listing)
    names: Mapping[str, str] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()

    @property
    def is_locked(self) -> bool:
        """Whether somebody publishes here, or did not get to the end of it."""
        return LOCK in self.listing.files

    @property
    def is_settled(self) -> bool:
        """Whether nobody is at work here, and nothing is left of unfinished work: a folder's name may be somebody's."""
        left = self.is_locked or self.leftovers or self.empty
        return self.marked and self.known.complete and not left

    def is_of(self, member: str) -> bool:
        """Whether the marker says that it is this member's site; spaces and forms of letters do not count."""
        return _plain(self.member) == _plain(member)

    def is_as(self, other: State) -> bool:
        """Whether the site's files are as they were then, by all that can be seen without reading them."""
        sizes = {name: self.size(name) for name in self.names}
        return self.known == other.known and sizes == {name: other.size(name) for name in other.names}

    def size(self, name: str) -> int:
        """How large a file of the site is on the target."""
        return self.listing.files[self.names[name]]


def find(target: Target, audience: str, new: Collection[str] = ()) -> State:
    """The target as it is; raises Stopped if it is another audience's. `new` are the names that a site would bring."""
    listing = target.listing()
    if listing is None:
        return State()
    written = _marker(target, listing) if MARKER in listing.files else None
    marked = MARKER in listing.files and (written is not None or not _is_just_begun(listing))
    if marked:
        _ensure_for(target, audience, written)
    known = _known(target, listing) if marked else None
    # Without any manifest, what the site would bring is ours.
    ours = known.files.keys() if known is not None else set(new) if marked else set()
    names, strangers, leftovers = _sorted_out(listing, ours)
    return State(
        marked=marked,
        member=written.member if written else "",
        torn=marked and _read_marker(target.read(MARKER) or b"") is None,
        known=known or manifest.Manifest(complete=False),
        listing=listing,
        names=names,
        strangers=strangers,
        leftovers=leftovers,
        empty=tuple(name for name in listing.empty if not _is_passed_over(f"{name}/")),
    )


def ensure_ours(state: State, target: Target) -> None:
    """Raise Stopped if anything is there that is not ours, naming some of it. Nothing is ever deleted for it."""
    folders = () if state.marked else (f"{name}/" for name in state.empty)
    if strangers := (*state.strangers, *folders):
        reason = "foreign-inside" if state.marked else "foreign"
        raise Stopped(reason, listed=strangers[:NAMED], target=target.shown, count=len(strangers))


def entries(
    state: State,
    new: Manifest,
    target: Target,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    recheck: bool = False,
) -> dict[str, Entry]:
    """What the files of the site that are there hold.

    A complete manifest vouches for a file of the size it names; of the others those are read that may be the new ones.
    """
    vouched = state.known.files if state.known.complete and not recheck else {}
    found: dict[str, Entry] = {}
    unread: list[str] = []
    for name in state.names:
        size = state.size(name)
        if name in vouched and vouched[name].size == size:
            found[name] = vouched[name]
        elif name in new.files and new.files[name].size == size:
            unread.append(name)
        else:
            found[name] = manifest.Entry("", size)
    for nth, name in enumerate(unread):
        tell(nth, len(unread))
        found[name] = content(target, state.names[name], state.size(name))
    return found


def content(target: Target, name: str, size: int) -> Entry:
    """What a file holds; of one that nobody else may read now, nothing is known, and it counts as another one."""
    try:
        return target.content(name)
    except OSError as error:
        if trouble(error) is not Trouble.IN_USE:
            raise
        return manifest.Entry("", size)


def ensure_of(state: State, member: str, target: Target) -> None:
    """Raise Stopped if the site that is there is another member's; where either is not known, nobody can tell."""
    if state.member and member and not state.is_of(member):
        raise Stopped("other-member", target=target.shown, there=state.member, member=member)


def marker(audience: str, member: str = "") -> bytes:
    """The marker of a target."""
    table = {"format": FORMAT, "audience": audience, **({"member": member} if member else {})}
    return (json.dumps(table, ensure_ascii=False) + "\n").encode()


def _is_just_begun(listing: Listing) -> bool:
    """Whether there is nothing yet but what a first publish begins with."""
    return all(name in OURS or _is_unfinished(name) for name in listing.files)


def _known(target: Target, listing: Listing) -> Manifest | None:
    found = (manifest.read(data) for data in _copies(target, listing, MANIFEST))
    return next((one for one in found if one is not None), None)


def _marker(target: Target, listing: Listing) -> _Marker | None:
    found = (_read_marker(data) for data in _copies(target, listing, MARKER))
    return next((one for one in found if one is not None), None)


def _copies(target: Target, listing: Listing, name: str) -> Iterator[bytes]:
    """A file of ours, and the copy that was made of it before, for where it was torn in writing (see `remote`)."""
    copies = (there for there in listing.files if "/" not in there and _is_unfinished(there))
    return (target.read(one) or b"" for one in (name, *copies))


def _ensure_for(target: Target, audience: str, written: _Marker | None) -> None:
    """Raise Stopped if the marker is not this audience's."""
    if written is None:
        raise Stopped("marker-unreadable", target=target.shown, file=MARKER)
    if written.audience != audience:
        raise Stopped("other-audience", target=target.shown, there=written.audience, audience=audience)


def _read_marker(data: bytes) -> _Marker | None:
    """Whom a marker names, None if it cannot be read."""
    try:
        table = json.loads(data)
        found = _Marker(table["audience"], table.get("member", "")) if table["format"] == FORMAT else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return found if found and isinstance(found.audience, str) and isinstance(found.member, str) else None


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _sorted_out(listing: Listing, ours: Collection[str]) -> tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]:
    """The site's files, those of others, and unfinished ones of ours."""
    composed = {unicodedata.normalize("NFC", name): name for name in ours}
    names: dict[str, str] = {}
    strangers = [name for name in listing.odd if not _is_passed_over(name)]
    leftovers: list[str] = []
    for there in sorted(listing.files, key=lambda there: (there not in ours, there)):
        name = there if there in ours else composed.get(unicodedata.normalize("NFC", there))
        if _is_unfinished(there):
            leftovers.append(there)
        elif name is not None and name not in names:
            names[name] = there
        elif there not in OURS and not _is_passed_over(there):
            strangers.append(there)
    return names, tuple(sorted(strangers)), tuple(leftovers)


def _is_unfinished(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith(TEMPORARY)


def _is_passed_over(name: str) -> bool:
    *folders, last = name.casefold().split("/")
    return last in PASSED_OVER or last.startswith(PASSED_OVER_STARTS) or bool(PASSED_OVER_FOLDERS.intersection(folders))
