"""What is measured, made ready under .build/bench: the floor, the peers' packages, the release build."""

import subprocess
import sys
from pathlib import Path

from measuring import BenchError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / ".build" / "bench"
FLOOR = BUILD / "floor"
PYTHON = BUILD / "venv" / "bin" / "python"


def say(text):
    """Progress, on standard error."""
    print(text, file=sys.stderr, flush=True)


def compile_floor():
    """Compiles floor.cpp where it is newer than what was compiled."""
    source = HERE / "floor.cpp"
    if FLOOR.exists() and FLOOR.stat().st_mtime > source.stat().st_mtime:
        return
    say("Compiling floor.cpp.")
    command = ["g++", "-O3", "-std=c++17", source, "-o", FLOOR, "-lcurl", "-lsimdjson", "-lsqlite3"]
    if subprocess.run(command).returncode != 0:
        raise BenchError(
            "floor.cpp does not compile: libcurl4-openssl-dev, libsimdjson-dev and libsqlite3-dev?"
        )


def build_daihuo():
    """The release build, and its path."""
    say("Building daihuo for release.")
    if subprocess.run(
        ["swift", "build", "-c", "release", "--product", "daihuo", "--static-swift-stdlib"], cwd=ROOT, stdout=2
    ).returncode:
        raise BenchError("daihuo does not build.")
    return ROOT / ".build" / "release" / "daihuo"


def _is_there(modules):
    test = "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, sys.argv[1:])))"
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", test, *modules]).returncode == 0


def _install(modules, packages):
    """Installs what is missing into the virtual environment; false where that fails."""
    if _is_there(modules):
        return True
    say(f"Installing {' '.join(packages)} into {PYTHON.parents[1]}, once.")
    if (
        not PYTHON.exists()
        and subprocess.run([sys.executable, "-m", "venv", PYTHON.parents[1]]).returncode != 0
    ):
        return False
    return subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *packages], stdout=2).returncode == 0


def install_peers():
    """Makes the peers ready; true if dlt is there too."""
    if not _install(["requests"], ["requests"]):
        raise BenchError("The package requests cannot be installed, and without script.py there is no ratio.")
    return _install(["dlt", "duckdb", "pyarrow"], ["dlt[duckdb]", "pyarrow"])
