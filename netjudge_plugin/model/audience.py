"""For whom something is made: the one list of audiences that every door and room goes by."""

from __future__ import annotations

#: Oneself, with everything; the same office; other offices too.
PRIVATE, TEAM, PARTNERS = "private", "team", "partners"
#: To whom a journal can be projected.
OTHERS = (TEAM, PARTNERS)
#: For whom a site can be built and published.
AUDIENCES = (PRIVATE, *OTHERS)
