"""A user's folder with daihuo.yaml and a roster of 4,001 first secretaries, and the endpoint on loopback."""

import contextlib
import ctypes
import json
import shutil
import signal
import subprocess
import sys
import urllib.request

from measuring import BenchError
from tools import BUILD, HERE, say

FOLDER = BUILD / "work"
FIRST_HOST, HOSTS = 700_000_000_000, 4001

SETTINGS = """\
store: daihuo.sqlite
roster: roster
accounts:
  - id: bench
    platform: douyin
    shop: "4463798"
    base_url: {base}
    app_key: ak
    app_secret: sk
    access_token: t
    since: 2022-11-01
ledgers: []
"""


def party(host):
    """The party of a host's id."""
    return f"fs-{int(host) - FIRST_HOST:04d}"


def fresh_folder(base=None):
    """An empty work folder; for daihuo, which reads `base`, with settings and roster and no store yet."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    if base is None:
        return FOLDER
    (FOLDER / "daihuo.yaml").write_text(SETTINGS.format(base=base), encoding="utf-8")
    tables = {
        "parties.csv": ["party,name,kind,region,organisation"],
        "tenures.csv": ["party,region,role,from,to"],
        "identities.csv": ["party,platform,kind,value,from,to"],
    }
    for number in range(HOSTS):
        host = FIRST_HOST + number
        village = (
            f"410423{100 + number // 100}{200 + number % 100}"  # one each: two in one village draw a warning
        )
        tables["parties.csv"].append(f"{party(host)},第一书记{number},first_secretary,{village},")
        tables["tenures.csv"].append(f"{party(host)},{village},first_secretary,2021-06-01,")
        tables["identities.csv"].append(f"{party(host)},douyin,host,{host},2021-06-01,")
    (FOLDER / "roster").mkdir()
    for name, rows in tables.items():
        (FOLDER / "roster" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return FOLDER


def _end_with_parent():
    """The endpoint ends with this process even where that is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


@contextlib.contextmanager
def endpoint(orders):
    """server.py with so many orders, ready to answer; its address. It always ends on leaving."""
    say(f"Making {orders:,} orders.")
    server = subprocess.Popen(
        [sys.executable, HERE / "server.py", "--orders", str(orders), "--port", "0", "--sign", "ak", "sk"],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_end_with_parent,
    )
    try:
        line = server.stdout.readline()
        if " on http://127.0.0.1:" not in line:
            raise BenchError("server.py did not start.")
        yield line.rsplit(" ", 1)[1].strip()
    finally:
        server.kill()
        server.wait()


def truth(base):
    """What any right answer adds up to."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return json.load(direct.open(f"{base}/truth"))
