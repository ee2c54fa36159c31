"""What the journal has to say in the host's log.

The host's strict mode counts records on this logger: that is wanted in a build and fatal under `serve`, where it would
end the server at the start and leave the browser hanging later. There every line is an info that names its severity.
"""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING

from netjudge_plugin import pipeline
from netjudge_plugin.model.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netjudge_plugin.locale import Catalogue

LOG = logging.getLogger("mkdocs.plugins.netjudge")

#: More lines than this help nobody in a terminal; the page and the command have them all.
MOST_LINES = 50

LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTICE: logging.INFO}


def errors(diagnostics: Sequence[Diagnostic]) -> int:
    """How many of them are errors."""
    return Counter(found.severity for found in diagnostics)[Severity.ERROR]


def report(
    diagnostics: Sequence[Diagnostic], words: Catalogue, *, softly: bool = False, most: int | None = None
) -> None:
    """Log the diagnostics, the gravest first and at most `most` of them; `softly` as infos."""
    order = list(LEVELS)
    grave = sorted(diagnostics, key=lambda found: order.index(found.severity))
    shown = grave[:most]
    for found, line in zip(shown, pipeline.messages(shown, words), strict=True):
        if softly:
            LOG.info("%s: %s", words.text(f"mkdocs.severity.{found.severity}"), line)
        else:
            LOG.log(LEVELS[found.severity], "%s", line)
    if len(shown) < len(grave):
        LOG.info("%s", words.text("mkdocs.log.more", count=len(grave) - len(shown)))
