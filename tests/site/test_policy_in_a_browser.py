"""What a page must not load is not asked for: neither a script nor an image, on HTTP and from the folder."""

from __future__ import annotations

import http.server
import threading

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

PAGE = """
# Planted

<img alt="x" src="{stranger}image.png"><script src="{stranger}tag.js"></script>
<script>window.ran = true</script>
<p id="mail"><a href="mailto:a@example.com">write</a></p>
"""


@pytest.fixture
def stranger():
    """Another server's address, and all that was asked of it."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    server.shutdown()


def planted(draw, stranger, policy):
    yml = f"""
        site_name: x
        use_directory_urls: false
        theme: {{name: material, font: false}}
        extra_javascript: ["{stranger}setting.js"]
        plugins: [search, netjudge: {{today: 2026-11-23, content_security_policy: {policy}}}]
        """
    event = "---\ndate: 2026-11-20\ncontacts: []\n---\n"
    tree = {"mkdocs.yml": yml, "docs/planted.md": PAGE.format(stranger=stranger), "journal/a.md": event}
    folder = draw(tree)
    build(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


@pytest.mark.parametrize("opened", ["served", "folder"])
def test_nothing_is_asked_of_a_stranger(draw, browse, serve_folder, stranger, opened):
    address, asked = stranger
    site = planted(draw, address, "true")
    seen = browse()
    seen.page.goto((serve_folder(site) if opened == "served" else f"{site.as_uri()}/") + "planted.html")
    later = f"{address}later.png"
    with seen.page.expect_console_message(lambda message: later in message.text):  # it is refused in words
        seen.page.evaluate(f"document.body.append(Object.assign(new Image(), {{ src: '{later}' }}))")
    assert asked == []
    assert seen.page.evaluate("window.ran"), "the page's own inline script is known by its hash"
    assert any("Content Security Policy" in error for error in seen.errors)


def test_without_a_policy_all_of_it_is(draw, browse, serve_folder, stranger):
    address, asked = stranger
    seen = browse()
    seen.page.goto(serve_folder(planted(draw, address, "false")) + "planted.html")
    seen.page.wait_for_load_state("networkidle")
    assert set(asked) == {"/image.png", "/tag.js", "/setting.js"}


def test_what_the_user_lets_in_is_loaded(draw, browse, serve_folder, stranger):
    address, asked = stranger
    seen = browse()
    site = planted(draw, address, f"{{img-src: '{address}'}}")
    seen.page.goto(serve_folder(site) + "planted.html")
    seen.page.wait_for_load_state("networkidle")
    assert asked == ["/image.png"]
