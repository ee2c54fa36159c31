"""What the project promises on its front page, watched on the sample journal and on the broken ones, as built sites."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import urllib.parse
from pathlib import Path

import pytest
from drawn import event, look

from netjudge_plugin.views import FIXED

ROOT = Path(__file__).parents[1]
SECRET = "極秘のひとこと"
VECTORS = sorted((ROOT / "tests" / "vectors").glob("A*.md"))


def built(folder: Path, to: Path, *arguments: str, host: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build a project with the host's own command line."""
    command = [sys.executable, "-m", host, "build", "-f", str(folder / "mkdocs.yml"), "-d", str(to), *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def fingerprint(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file with its hash and time."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample journal, built strictly; with what the host said and how the journal was before."""
    before = fingerprint(ROOT / "journal")
    site = tmp_path_factory.mktemp("sample") / "site"
    return site, built(ROOT, site, "--strict"), before


def test_the_sample_builds_strictly_without_a_loud_line(sample):
    _, run, _ = sample
    assert run.returncode == 0, run.stderr
    assert re.findall(r"^(?:WARNING|ERROR).*", run.stdout + run.stderr, re.MULTILINE) == []


def test_a_build_leaves_the_journal_and_its_times_alone(sample):
    assert fingerprint(ROOT / "journal") == sample[2]


def test_two_builds_give_the_same_bytes_under_any_hash_seed(sample, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert built(ROOT, tmp_path / "again").returncode == 0
    assert contents(tmp_path / "again") == contents(sample[0])


def test_properdocs_builds_the_same_pages(sample, tmp_path):
    run = built(ROOT, tmp_path / "other", "--strict", host="properdocs")
    assert run.returncode == 0, run.stderr

    def pages(folder):
        found = {name: data.decode() for name, data in contents(folder).items() if name.endswith(".html")}
        return {name: re.sub(r'<meta name="generator"[^>]*>', "", text) for name, text in found.items()}

    assert pages(tmp_path / "other") == pages(sample[0])


def test_every_page_of_the_sample_is_there(sample):
    names = set(contents(sample[0]))
    assert {f"{page}.html" for page in FIXED} <= names
    assert len([name for name in names if name.startswith("people/")]) >= 46
    assert len([name for name in names if name.startswith("events/")]) >= 16


def test_no_page_asks_for_anything_from_elsewhere(sample):
    """No script, style, image or font of another host; links that a reader may follow are his own choice."""
    loading = re.compile(
        r'<(?:script|img|iframe|source|video|audio|embed)[^>]*?\s(?:src|srcset)="([^"]*)"|<link[^>]*\shref="([^"]*)"'
    )
    for name, data in contents(sample[0]).items():
        if name.endswith(".html"):
            for source, link in loading.findall(data.decode()):
                assert not urllib.parse.urlsplit(source or link).netloc, f"{name}: {source or link}"


def test_no_file_of_the_journal_is_in_the_site(sample):
    names = contents(sample[0])
    assert not [name for name in names if name.endswith((".md", ".yml"))]


def project(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / "journal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, language: ja, font: false}\n"
        "plugins: [search, netjudge: {today: 2026-11-23}]\n",
        encoding="utf-8",
    )
    return folder


def test_the_secret_of_a_broken_file_is_in_no_byte_of_the_site(tmp_path):
    """Every file that cannot be read, with a secret in its front matter and one in its text."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("vectors", ROOT / "tests" / "reader" / "test_vectors.py")
    vectors = module_from_spec(spec)
    sys.modules["vectors"] = vectors  # dataclasses look their module up
    spec.loader.exec_module(vectors)
    broken: dict[str, bytes] = {}
    for path in VECTORS:
        vector = vectors.unmarked(path.read_text(encoding="utf-8"))
        if vectors.sheet.read(vector.source(path.name))[0] is None:
            hidden = f"\nmemo: {SECRET}\n".encode(vector.encoding.removesuffix("-sig"))
            broken[path.name] = vector.data + hidden
    assert len(broken) > 40
    good = event("2026-11-20", "{person: 佐藤 美咲, reading: さとう みさき}").encode()
    run = built(project(tmp_path, {**broken, "good.md": good}), tmp_path / "site")
    assert run.returncode == 0, run.stderr
    site = contents(tmp_path / "site")
    assert "people/sato-misaki/index.html" in site
    for encoding in ("utf-8", "cp932", "utf-16-le", "utf-16-be"):
        assert not [name for name, data in site.items() if SECRET.encode(encoding) in data]
    disguised = [SECRET.encode("ascii", "backslashreplace").decode(), urllib.parse.quote(SECRET)]
    assert not [name for name, data in site.items() if any(text.encode() in data for text in disguised)]
    # a reader of the lists is told, and each is named on 要確認
    assert "日誌に、読み取れていないところがあります。" in site["index.html"].decode()
    assert "日誌に、読み取れていないところがあります。" in site["contact/index.html"].decode()
    checkup = site["checkup/index.html"].decode()
    assert not [name for name in broken if name not in checkup]


def test_a_strict_build_with_an_error_leaves_the_old_site(tmp_path):
    folder = project(tmp_path, {"a.md": event("2026-11-20", "{person: 佐藤 美咲, reading: さとう みさき}").encode()})
    assert built(folder, tmp_path / "site").returncode == 0
    old = contents(tmp_path / "site")
    (folder / "journal" / "b.md").write_text("－－－\ndate: 2026-11-21\n---\n", encoding="utf-8")
    run = built(folder, tmp_path / "site", "--strict")
    assert run.returncode == 1
    assert "journal/b.md:1:1: front-matter-fence" in run.stderr
    assert contents(tmp_path / "site") == old


def test_a34_two_thousand_contacts_in_one_file_are_all_shown(tmp_path):
    contacts = [f"{{person: 人 {nth}, impressions: [話をよく聞く]}}" for nth in range(2000)]
    outlook = look(tmp_path, {"a.md": event("2026-11-20", *contacts)})
    assert len(outlook.people) == len(outlook.judged) == 2000
    assert not [d for d in outlook.diagnostics if d.name != "missing-reading"]


def test_a34_a_thousand_files_are_all_read(tmp_path):
    files = {f"{nth // 100}/{nth}.md": event("2026-11-20", f"{{person: 人 {nth}}}") for nth in range(1000)}
    assert len(look(tmp_path, files).events) == 1000


def test_criteria_that_cannot_be_used_are_said_where_one_trusts_them(tmp_path):
    good = event("2026-11-20", "{person: 佐藤 美咲, reading: さとう みさき}").encode()
    folder = project(tmp_path, {"a.md": good, "criteria.yml": b"format: 1\n"})
    assert built(folder, tmp_path / "site").returncode == 0
    for page in ("index.html", "contact/index.html", "criteria/index.html"):
        text = (tmp_path / "site" / page).read_text(encoding="utf-8")
        assert "この日誌の判断基準が読めないため、いまは標準の基準で見ています。" in text
