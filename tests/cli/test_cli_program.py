"""The program as a whole: help in both languages, ways to end, terminals of every kind, and the schema."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import click
import jsonschema
import pytest
import yaml
from commands import EVERY_COMMAND, GROUPS

import netjudge_plugin
from netjudge_plugin.cli.console import language
from netjudge_plugin.cli.wording import columns, folded
from netjudge_plugin.locale import catalogue

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


# ---------------------------------------------------------------------------------------------------------------------
# Help
# ---------------------------------------------------------------------------------------------------------------------


@LANGUAGES
@pytest.mark.parametrize("group", GROUPS)
def test_help_names_every_command(run, language, group):
    ran = run(*group.split(), "--help", NETJUDGE_LANG=language)
    assert ran.code == 0
    words = catalogue(language)
    for name in GROUPS[group].files:
        assert f"\n  {name} " in ran.out
        key = ".".join(["cli.commands", *group.split(), name, "short"])
        assert words.text(key)[:10] in ran.out
    assert all(columns(line) < 80 for line in ran.out.splitlines())


@LANGUAGES
@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_help_of_a_command_tells_of_every_option(run, language, name):
    ran = run(*name.split(), "--help", NETJUDGE_LANG=language)
    assert ran.code == 0
    for option in (param for param in EVERY_COMMAND[name].params if isinstance(param, click.Option)):
        assert f"{max(option.opts, key=len)}" in ran.out
    assert ran.out.startswith(f"使い方: netjudge {name}" if language == "ja" else f"Usage: netjudge {name}")
    assert all(columns(line) < 80 for line in ran.out.splitlines())
    assert "cli." not in ran.out


def test_version(run):
    assert run("--version").out == f"netjudge {netjudge_plugin.__version__}\n"


@pytest.mark.parametrize("group", GROUPS)
def test_without_a_command_there_is_help(run, group):
    ran = run(*group.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == run(*group.split(), "--help").out


def test_japanese_lines_break_between_letters_and_never_before_a_stop():
    lines = list(folded("これは、長い文です。netjudge check で確かめます。", 20))
    assert all(columns(line) <= 21 for line in lines)
    assert "".join(lines).replace(" ", "") == "これは、長い文です。netjudgecheckで確かめます。"
    assert not any(line.startswith(("、", "。")) for line in lines)


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"NETJUDGE_LANG": "ja"}, "ja"),
        ({"NETJUDGE_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"NETJUDGE_LANG": "fr", "LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LC_ALL": "", "LANG": "ja"}, "ja"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_users_language(monkeypatch, environment, found):
    for name in ("NETJUDGE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == found


# ---------------------------------------------------------------------------------------------------------------------
# Misuse
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "ja", "en"),
    [
        (["jugde"], "jugde というコマンドはありません", "There is no command jugde"),
        (["criteria", "chekc"], "criteria chekc というコマンドはありません", "The commands: criteria check"),
        (["criteria", "--nope"], "--nope というオプションはありません", "There is no option --nope"),
        (["criteria", "check", "a", "b"], "netjudge criteria check --help", "netjudge criteria check --help"),
        (["judge", "--jsno"], "--json のことではありませんか", "Did you mean --json?"),
        (["--nope"], "--nope というオプションはありません", "There is no option --nope"),
        (["why"], "PERSON を書いてください", "PERSON is missing"),
        (["init"], "DIR を書いてください", "DIR is missing"),
        (["check", "--journal"], "--journal の書き方が違います", "--journal is not written like that"),
        (["check", "--json=1"], "--json の書き方が違います", "--json is not written like that"),
        (["schema", "x"], "使えるもの: event, person", "Use one of: event, person"),
        (["why", "a", "b"], "書き方が違います", "unexpected"),
    ],
)
def test_misuse_is_said_in_the_users_language(run, arguments, ja, en):
    for said, environment in ((ja, "ja"), (en, "en")):
        ran = run(*arguments, NETJUDGE_LANG=environment)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert "Traceback" not in ran.err


def test_what_the_system_refuses_is_one_sentence(run, tmp_path):
    ran = run("init", tmp_path / ("x" * 300))
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


# ---------------------------------------------------------------------------------------------------------------------
# Terminals
# ---------------------------------------------------------------------------------------------------------------------

STRANGE = """
    ---
    件名: 🙂の会
    日付: 2026-11-20
    相手: [{名前: 髙橋 𠮷子 🙂, 読み: たかはし よしこ, 印象: [✔ よかった]}]
    ---
    """


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "latin-1", "utf-8"])
def test_no_name_is_too_strange_for_any_terminal(draw, really, encoding):
    folder = draw({"mkdocs.yml": "site_name: x\nplugins: [netjudge]\n", "docs/.k": "", "journal/🙂.md": STRANGE})
    for arguments, code in (
        (["judge"], 0),
        (["judge", "髙橋 𠮷子 🙂", "--json"], 0),
        (["why", "takahashi-yoshiko"], 0),
        (["check"], 0),
        (["check", "--strict"], 1),
        (["why", "𠮷🙂"], 2),
        (["--help"], 0),
    ):
        ran = really(*arguments, cwd=folder, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert ran.returncode == code, ran.stderr
        assert b"Traceback" not in ran.stderr


def test_cp932_shows_what_it_can(draw, really):
    folder = draw({"journal/a.md": STRANGE})
    ran = really("judge", "--journal", "journal", cwd=folder, PYTHONIOENCODING="cp932")
    assert "髙橋 ?子 ?" in ran.stdout.decode("cp932")


def test_no_colours_in_a_pipe(project, really):
    (project / "journal" / "x.md").write_text("---\n日付: いつか\n---\n", encoding="utf-8")
    assert b"\x1b" not in really("check", cwd=project).stdout
    assert b"\x1b" not in really("judge", cwd=project).stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)]
)
def test_colours_on_a_terminal_unless_they_are_not_wanted(project, environment, coloured):
    import pty

    leader, follower = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    environment = {**kept, "TERM": "xterm", **environment}
    command = [sys.executable, "-m", "netjudge_plugin", "judge"]
    with subprocess.Popen(command, cwd=project, env=environment, stdout=follower) as process:
        os.close(follower)
        out = b""
        while chunk := _read(leader):
            out += chunk
        assert process.wait(timeout=60) == 0
    os.close(leader)
    assert "佐藤 美咲".encode() in out
    assert (b"\x1b[" in out) is coloured


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_ctrl_c_ends_it_quietly(draw):
    names = "\n".join(f"  - {{名前: 人{n:05}, 読み: ひと, 識別子: p{n}}}" for n in range(4000))
    folder = draw({f"journal/{day}.md": f"---\n日付: 2026-01-{day}\n相手:\n{names}\n---\n" for day in range(10, 20)})
    # before its first line a program is Python's alone, which a signal kills
    code = "from netjudge_plugin.__main__ import main; print('begun', flush=True); main()"
    command = [sys.executable, "-c", code, "judge", "--journal", "journal"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"begun"
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert err.strip() == b""


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_reader_that_goes_away(draw):
    names = "\n".join(f"  - {{名前: 人{n:05}, 読み: ひと, 識別子: p{n}}}" for n in range(2000))
    folder = draw({"journal/a.md": f"---\n日付: 2026-01-10\n相手:\n{names}\n---\n"})
    command = [sys.executable, "-m", "netjudge_plugin", "judge", "--journal", "journal", "--json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(1)
        process.stdout.close()
        err = process.stderr.read()
    assert b"Traceback" not in err
    assert b"Exception" not in err


def test_the_quick_answers_load_nothing_slow():
    code = (
        "import sys; from netjudge_plugin.cli.app import netjudge\n"
        "try: netjudge.main(['--help'], 'netjudge')\n"
        "except SystemExit: print({'mkdocs', 'pydantic', 'yaml', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode("utf-8", "replace").splitlines()[-1] == "set()"


# ---------------------------------------------------------------------------------------------------------------------
# The schema
# ---------------------------------------------------------------------------------------------------------------------


def test_schema_of_an_event(run):
    schema = run("schema").json
    assert schema == run("schema", "event").json
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid
    assert valid(yaml.safe_load("{日付: '2026-11-20', 相手: [{名前: 佐藤 美咲, 印象: [対応が丁寧, {無理のなさ: ○}]}]}"))
    assert valid({"date": "2026-11-20", "contacts": []})
    assert not valid({"contacts": []})
    assert not valid({"date": "2026-11-20", "contact": []})


def test_schema_of_a_person(run):
    schema = run("schema", "person").json
    valid = jsonschema.Draft202012Validator(schema).is_valid
    assert valid({"名前": "佐藤 美咲", "やり取り": [{"日付": "2026-11-20", "向き": "こちらから"}]})
    assert not valid({"読み": "さとう"})
