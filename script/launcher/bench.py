"""script/bench: measure the pages on a separate portal, with the demo's people and a production-like web server."""

import subprocess
import tempfile
from pathlib import Path

from . import demo, environment, install
from .console import Stop, say, step
from .environment import PYTHON, ROOT
from .processes import Child, Family

HELP = """script/bench sidor [sekunder] [--skriv]   sidorna vid 1 och 4 klienter, 8 sekunder var om inget annat sägs;
                                          --skriv sparar frågornas planer i docs/frageplaner.md
script/bench sidor 3 --bara "Att göra"    bara den sidan, och inte frågornas planer
script/bench planterat                    att mätningen blir röd av varje planterat fel
script/bench pdf                          planen på papper, bredvid biblioteket ensamt"""
TOOLS = install.RUN | {"wrk": install.program("wrk")}


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["pdf"]:
        install.python_packages(*install.LOCKS)
        return subprocess.run([PYTHON, ROOT / "benchmarks" / "pdf.py"], cwd=ROOT).returncode
    if arguments == ["planterat"]:
        return _planted()
    if arguments[:1] != ["sidor"]:
        say(HELP)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    duration, *options = arguments[1:] if arguments[1:] and arguments[1][0] != "-" else ["8", *arguments[1:]]
    if not duration.isdigit():
        raise Stop(f"Antalet sekunder ska vara ett heltal, men är {duration!r}.")
    install.debian_packages(TOOLS)
    install.python_packages(*install.DEMO)
    with tempfile.TemporaryDirectory(prefix="lss-bench-") as folder, Family() as family:
        data, port = Path(folder), environment.free_port()
        data.chmod(0o755)  # as root, PostgreSQL runs as another user
        env = demo.prepare(family, data, port)
        with step("Startar webbservern"):
            web = _start_web(family, data, port, env)
            family.wait_until(lambda: not environment.port_is_free(port), demo.PATIENCE)
        env |= {"BENCH_PORT": str(port), "BENCH_WEB": str(web.process.pid), "BENCH_SECONDS": duration}
        return subprocess.run([PYTHON, ROOT / "benchmarks" / "sidor.py", *options], env=env, cwd=ROOT).returncode


def _start_web(family: Family, data: Path, port: int, env: dict[str, str]) -> Child:
    """Start the web server with two sync workers: the targets are set for a machine with two cores."""
    web = [PYTHON, "-m", "gunicorn", "lss_portal.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--preload"]
    return family.add(Child("Webbservern", [*web, "--no-control-socket"], data / "log" / "webb.log", env=env, cwd=ROOT))


def _planted() -> int:
    """Measure *Att göra* in copies of the code: as it is, and with each planted bug. Only the first may be green."""
    seen = {}
    for patch in (None, *sorted((ROOT / "benchmarks" / "planterat").glob("*.patch"))):
        name = patch.stem if patch else "som den är"
        say(f"\n{name}")
        with tempfile.TemporaryDirectory(prefix="lss-planterat-") as folder:
            copy = Path(folder) / "kod"
            subprocess.run(["git", "worktree", "add", "-q", "--detach", copy], cwd=ROOT, check=True)
            try:
                if patch:
                    subprocess.run(["git", "apply", patch], cwd=copy, check=True)
                (copy / ".venv").symlink_to(ROOT / ".venv")
                bench = [copy / "script" / "bench", "sidor", "3", "--bara", "Att göra"]
                seen[name] = subprocess.run(bench, cwd=copy).returncode
            finally:
                subprocess.run(["git", "worktree", "remove", "--force", copy], cwd=ROOT, check=True)
    for name, code in seen.items():
        say(f"{'rött' if code else 'grönt':8}{name}")
    return int(seen.pop("som den är") != 0 or not all(seen.values()))
