"""Publishes a small site to real servers of this computer (SMB, SFTP, S3, WebDAV), and breaks off wherever it can.

    apt install samba openssh-server
    pip install -e '.[test,remote]' 'moto[server]' wsgidav cheroot && python benchmarks/servers.py [KIND …]

On each: a site, another, the same again, a flipped file, a file of somebody else's, another audience, two at once; then
the publisher is killed before and in the middle of every packet that it sends. After each kill every file has to be
wholly old or wholly new and the first page there (where the server replaces in one step), and the next publish has to
bring the target to hold the new site and nothing else. On SMB a file that a reader holds for himself has to wait.
It prints what it counted, and ends with 1 if anything is not as it should be.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

import fsspec  # noqa: E402 - found above
from published import NEW, OLD, impatient, site, us, wish  # noqa: E402

from netjudge_plugin.publish import run  # noqa: E402
from netjudge_plugin.publish.locate import locate  # noqa: E402
from netjudge_plugin.publish.remote import RemoteTarget  # noqa: E402
from netjudge_plugin.publish.stopped import Stopped  # noqa: E402
from netjudge_plugin.publish.target import LOCK, OURS, TEMPORARY, Target  # noqa: E402
from netjudge_plugin.publish.verify import verify  # noqa: E402

PASSWORD = "Himitsu-9pw"  # noqa: S105 - of a server that lives for a minute
#: Where a file that is replaced may be torn: WebDAV leaves that to the server.
MAY_TEAR = {"webdav"}
MOST_KILLS = 120
PUBLISHER = """
import os, pathlib, signal, socket, sys
sys.path.insert(0, {tests!r})
from published import impatient, us, wish
from netjudge_plugin.publish import run
from netjudge_plugin.publish.locate import locate
source, url, nth, torn, counted = sys.argv[1:]
left, sent = int(nth), 0
def counting(real):
    def called(sock, data, *more):
        global left, sent
        if sock.family == socket.AF_INET:
            left, sent = left - 1, sent + 1
            if left == 0:
                if torn == "torn":
                    real(sock, bytes(data)[:len(data) // 2], *more)
                os.kill(os.getpid(), signal.SIGKILL)
        return real(sock, data, *more)
    return called
socket.socket.send = counting(socket.socket.send)
socket.socket.sendall = counting(socket.socket.sendall)
run.publish(wish(pathlib.Path(source)), locate(url, pathlib.Path(), "000000ff", patience=impatient()), us("000000ff"))
pathlib.Path(counted).write_text(str(sent))
"""


@dataclass
class Server:
    """A server that runs, an empty target on it, and what is there, read past our own code."""

    kind: str
    url: str

    def target(self, token: str = "00000001") -> Target:  # noqa: S107
        """The target, signed in anew."""
        return locate(self.url, Path(), token, patience=impatient())

    def contents(self) -> dict[str, str]:
        """The text of every file but the target's own."""
        target = self.target()
        assert isinstance(target, RemoteTarget)
        files, root = target._files, target._root  # noqa: SLF001 - with fsspec alone
        files.invalidate_cache()
        texts = {path[len(root) + 1 :]: files.cat_file(path).decode() for path in files.find(root)}
        return {name: text for name, text in texts.items() if name not in OURS}

    def put(self, name: str, text: str) -> None:
        """A file that somebody else writes."""
        target = self.target()
        assert isinstance(target, RemoteTarget)
        target._files.pipe_file(f"{target._root}/{name}", text.encode())  # noqa: SLF001


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """A process that is there once its port answers."""
    quiet = {"stdin": subprocess.DEVNULL, "start_new_session": True}  # (smbd ends all of its group)
    with log.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=file, **quiet) as one:
        try:
            for _ in range(300):
                with socket.socket() as asked:
                    if asked.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            else:
                raise RuntimeError(log.read_text("utf-8", errors="replace"))
            yield
        finally:
            one.terminate()


@contextmanager
def smb(folder: Path) -> Iterator[Server]:
    """Samba, with a share of this folder."""
    port, user, state = free_port(), os.environ.get("USER", "root"), folder / "state"
    (folder / "share").mkdir()
    state.mkdir()
    places = [f"{name} = {state}" for name in ("lock directory", "state directory", "cache directory", "private dir")]
    lines = [
        "[global]", f"smb ports = {port}", "interfaces = 127.0.0.1", "bind interfaces only = yes", *places,
        f"pid directory = {state}", f"ncalrpc dir = {state}/ncalrpc", f"passdb backend = tdbsam:{state}/passdb.tdb",
        "disable spoolss = yes", "load printers = no", f"log file = {state}/log",
        "[share]", f"path = {folder}/share", "read only = no",
    ]  # fmt: skip
    config = folder / "smb.conf"
    config.write_text("\n".join(lines), encoding="utf-8")
    add = ["smbpasswd", "-c", str(config), "-a", "-s", user]
    subprocess.run(add, input=f"{PASSWORD}\n{PASSWORD}\n", text=True, check=True, capture_output=True)
    with running(["smbd", "-F", "--no-process-group", "-s", str(config)], port, folder / "log"):
        yield Server("smb", f"smb://{user}:{PASSWORD}@127.0.0.1:{port}/share/site")


@contextmanager
def sftp(folder: Path) -> Iterator[Server]:
    """OpenSSH, with a key for this user and one of its own that this user knows."""
    port, ssh = free_port(), Path(os.environ["HOME"], ".ssh")
    (folder / "share").mkdir()
    ssh.mkdir(mode=0o700)
    for path in (folder / "host", ssh / "id_ed25519"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    known = (folder / "host.pub").read_text("utf-8")
    (ssh / "known_hosts").write_text(f"[127.0.0.1]:{port} {known}", encoding="utf-8")
    lines = [
        f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host", f"PidFile {folder}/pid", "UsePAM no",
        "StrictModes no", f"AuthorizedKeysFile {ssh}/id_ed25519.pub", "PermitRootLogin yes",
        "Subsystem sftp internal-sftp", "MaxStartups 100",
    ]  # fmt: skip
    (folder / "sshd_config").write_text("\n".join(lines), encoding="utf-8")
    Path("/run/sshd").mkdir(exist_ok=True)
    daemon = shutil.which("sshd") or "/usr/sbin/sshd"
    with running([daemon, "-D", "-e", "-f", f"{folder}/sshd_config"], port, folder / "log"):
        yield Server("sftp", f"sftp://{os.environ.get('USER', 'root')}@127.0.0.1:{port}{folder}/share/site")


@contextmanager
def s3(folder: Path) -> Iterator[Server]:
    """Moto, with a bucket."""
    port = free_port()
    os.environ.update(
        AWS_ACCESS_KEY_ID="office", AWS_SECRET_ACCESS_KEY=PASSWORD, AWS_DEFAULT_REGION="us-east-1",
        AWS_ENDPOINT_URL=f"http://127.0.0.1:{port}",
    )  # fmt: skip
    with running([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port, folder / "log"):
        fsspec.filesystem("s3", skip_instance_cache=True).mkdir("office")
        yield Server("s3", "s3://office/site")


@contextmanager
def webdav(folder: Path) -> Iterator[Server]:
    """WsgiDAV."""
    port, config = free_port(), Path(os.environ["HOME"], ".config", "fsspec")
    (folder / "share").mkdir()
    config.mkdir(parents=True)
    (config / "conf.json").write_text(f'{{"webdav": {{"base_url": "http://127.0.0.1:{port}"}}}}', encoding="utf-8")
    fsspec.config.set_conf_files(str(config), fsspec.config.conf)
    where = ["--host", "127.0.0.1", "--port", str(port), "--root", f"{folder}/share", "--auth", "anonymous"]
    with running([sys.executable, "-m", "wsgidav.server.server_cli", *where], port, folder / "log"):
        yield Server("webdav", "webdav://site")


def ending(act: Callable[[], object]) -> str:
    """Why a publish ended early, or nothing."""
    try:
        act()
    except Stopped as end:
        return "a password is shown" if PASSWORD in str(end.facts) else end.reason
    return ""


def use(server: Server, old: run.Wish, new: run.Wish) -> Iterator[tuple[str, bool]]:
    """What an office does, and whether it came out right."""
    yield "a first site", run.publish(old, server.target(), us()).is_complete and server.contents() == OLD
    yield "another", run.publish(new, server.target(), us()).is_complete and server.contents() == NEW
    yield "nothing to do", run.publish(new, server.target(), us()).done == ()
    yield "verified", verify(server.target(), "private").is_right
    server.put("404.html", "flipped text")
    yield "a flipped file is named", verify(server.target(), "private").changed == ("404.html",)
    recheck = run.Wish(new.site, new.files, "private", recheck=True)
    yield "and put right", [one.name for one in run.publish(recheck, server.target(), us()).done] == ["404.html"]
    yield "another audience", ending(lambda: run.ensure_open_to(server.target(), "team")) == "other-audience"
    server.put("precious.txt", "precious")
    yield "a file of another's", ending(lambda: run.publish(old, server.target(), us())) == "foreign-inside"
    server.target().delete("precious.txt")

    def tell(what: str, done: int, _total: int) -> None:
        if (what, done) == ("publish", 3):
            ends.append(ending(lambda: run.publish(old, server.target("2"), us("2", host="office"))))

    ends: list[str] = []
    run.publish(old, server.target(), us(), tell)
    yield "two at once", ends == ["locked"] and server.contents() == OLD


def held(server: Server, old: run.Wish, new: run.Wish) -> Iterator[tuple[str, bool]]:
    """A reader of SMB who shares a page with nobody."""
    import smbclient

    run.publish(old, server.target(), us())
    host, _, port = server.url.partition("@")[2].partition("/")[0].partition(":")
    with smbclient.open_file(rf"\\{host}\share\site\index.html", "rb", share_access=None, port=int(port)):
        waiting = run.publish(new, server.target(), us()).waiting
    yield "a page that is held waits", [step.name for step in waiting] == ["index.html"]
    with smbclient.open_file(rf"\\{host}\share\site\index.html", "rb", share_access="r", port=int(port)):
        waiting = run.publish(new, server.target(), us()).waiting
    yield "one that is only read, too, where it must", [step.name for step in waiting] in ([], ["index.html"])
    yield "and is done after", run.publish(new, server.target(), us()).is_complete and server.contents() == NEW


def killed(server: Server, source: Path, nth: int, *, torn: bool, counted: Path) -> bool:
    """Publish in a process that kills itself at its n-th packet; whether it did."""
    script = PUBLISHER.format(tests=str(TESTS))
    arguments = [str(source), server.url, str(nth), "torn" if torn else "whole", str(counted)]
    return subprocess.run([sys.executable, "-B", "-c", script, *arguments], check=False).returncode == -9


def kills(server: Server, old: run.Wish, new: run.Wish, counted: Path) -> tuple[int, int, list[str]]:
    """How many kills, how many of them tore a file, and what was not right."""
    run.publish(old, server.target(), us())
    killed(server, new.site, 0, torn=False, counted=counted)
    packets = int(counted.read_text("utf-8"))
    count, tears, wrong = 0, 0, []
    for nth in range(1, packets + 1, -(-packets // MOST_KILLS)):
        run.publish(old, server.target(), us())
        torn = bool(nth % 2)
        count += killed(server, new.site, nth, torn=torn, counted=counted)
        time.sleep(0.05)  # (the server hears of it)
        found = {name: text for name, text in server.contents().items() if TEMPORARY not in name}
        half = [name for name, text in found.items() if text not in (OLD.get(name), NEW.get(name))]
        tears += bool(half)
        first_page = "index.html" in found
        done = run.publish(new, server.target(), us()).is_complete and server.contents() == NEW
        clean = server.target().read(LOCK) is None
        if not (done and clean and first_page) or (half and server.kind not in MAY_TEAR):
            wrong.append(f"{server.kind} {nth}: {half} first page {first_page}, done {done}, clean {clean}")
    return count, tears, wrong


def main() -> None:
    """All kinds that were named, or all."""
    wrong: list[str] = []
    kinds = {"smb": smb, "sftp": sftp, "s3": s3, "webdav": webdav}
    for kind in sys.argv[1:] or kinds:
        with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
            folder = Path(name)
            os.environ["HOME"] = str(folder / "home")
            (folder / "home").mkdir()
            server = stack.enter_context(kinds[kind](folder))
            old, new = wish(site(folder / "old", OLD)), wish(site(folder / "new", NEW))
            for what, right in [*use(server, old, new), *(held(server, old, new) if kind == "smb" else ())]:
                print(f"{kind}: {what}: {'as it should be' if right else 'WRONG'}", flush=True)
                wrong += [] if right else [f"{kind}: {what}"]
            count, tears, more = kills(server, old, new, folder / "counted")
            wrong += more
            print(f"{kind}: {count} kills, {tears} of them left a torn file, {len(more)} broke anything", flush=True)
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
