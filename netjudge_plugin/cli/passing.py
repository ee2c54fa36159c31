"""What a built site has to pass before it leaves: requests to elsewhere for one's own, the whole proof for others'.

What is said of a finding is its file, its kind and its place in the journal, and never what was found.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.cli import publishing
from netjudge_plugin.cli.console import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.mkdocs.building import Built
    from netjudge_plugin.model.proof import Proof
    from netjudge_plugin.model.team import Share
    from netjudge_plugin.publish.manifest import Manifest
    from netjudge_plugin.settings import Settings


def may_leave(site: Path, files: Manifest, built: Built, words: Catalogue) -> bool:
    """Whether a site may be published to the audience that it was built for."""
    from netjudge_plugin.audience import report
    from netjudge_plugin.publish import gate

    if built.share is None:  # it is for oneself
        leaks = gate.private(site, files)
        if leaks:
            say(publishing.leaks(leaks, words), to_stderr=True)
        return not leaks
    proof = proof_for_others(site, built.settings, [built.share], built.files)
    say("\n".join(refusal(proof, "publish", words) if proof.leaks else report.lines(proof, words)), to_stderr=True)
    return not proof.leaks


def proof_for_others(site: Path, settings: Settings, shares: Iterable[Share], made: Collection[str]) -> Proof:
    """The proof of a site that was made of shares, against the journal of the settings if there is one."""
    from netjudge_plugin import proving
    from netjudge_plugin.mkdocs.control import control_of_team

    with control_of_team(settings) as folder:
        same = proving.control(folder)
    expected = proving.accounted(site, same, made)
    if settings.journal_dir == Path():
        return proving.without_journal(site, same=same, expected=expected)
    return proving.prove(site, settings, shared=proving.shared_texts(shares), same=same, expected=expected)


def proof_of_files(folder: Path, settings: Settings, shares: Iterable[Share]) -> Proof:
    """The proof of files that were made of shares to be given to others, all that lie in a folder."""
    from netjudge_plugin import proving

    return proving.prove(folder, settings, shared=proving.shared_texts(shares))


def refusal(proof: Proof, what: str, words: Catalogue) -> Iterator[str]:
    """What was found, why nothing of `what` was written, and how to mend it."""
    from netjudge_plugin.audience import report

    yield from (words.text(f"prove.refused.{what}"), "", *report.lines(proof, words), words.text("prove.refused.mend"))
