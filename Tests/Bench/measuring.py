"""Whole processes, measured from outside: wall time, CPU time and peak memory of each."""

import os
import resource
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class BenchError(Exception):
    """Why no figure can be given: printed as it is."""


@dataclass
class Measured:
    """One process from start to end."""

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float
    output: str


def environment():
    """Without proxies, which loopback must not go through, and with dlt's reports to its makers off."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return kept | {"RUNTIME__DLTHUB_TELEMETRY": "false"}


def measure(command, folder):
    """Runs a command in `folder`, its output into files there, and fails where it does.

    Linux counts a child's peak from the fork on, so the peak of this small process is the least that is seen.
    """
    outputs = [Path(folder, "output.txt"), Path(folder, "errors.txt")]
    with open(outputs[0], "wb") as out, open(outputs[1], "wb") as errors:
        started = time.perf_counter()
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
        )
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:
            child.kill()
            raise
        wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        told = "\n".join(path.read_text(errors="replace")[-2000:] for path in outputs)
        raise BenchError(f"exit code {child.returncode} of: {' '.join(map(str, command))}\n{told}")
    text = outputs[0].read_text(errors="replace")
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def own_peak_mb():
    """The least that `measure` can see as a peak."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
