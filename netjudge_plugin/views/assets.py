"""The files that single pages bring along, styles and scripts: by their place in the site, with the parts of each."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.views.brief import ASSETS as _OF_BRIEF
from netjudge_plugin.views.capture import ASSETS as _OF_CAPTURE
from netjudge_plugin.views.filters import ASSETS as _OF_LISTS
from netjudge_plugin.views.home import ASSETS as _OF_HOME
from netjudge_plugin.views.messages import ASSETS as _OF_MESSAGES
from netjudge_plugin.views.review import ASSETS as _OF_REVIEW

if TYPE_CHECKING:
    from collections.abc import Mapping

ASSETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {**_OF_HOME, **_OF_BRIEF, **_OF_CAPTURE, **_OF_LISTS, **_OF_MESSAGES, **_OF_REVIEW}
)
