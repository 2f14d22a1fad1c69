"""A user's folder: an account a shop, a roster of 4,001 first secretaries; and the endpoint on loopback."""

import contextlib
import ctypes
import json
import shutil
import signal
import subprocess
import sys
import urllib.request

from measuring import BenchError
from orders import END_DAY, leaves, shop_ids
from tools import BUILD, HERE, say

FOLDER = BUILD / "work"
FIRST_HOST, HOSTS = 700_000_000_000, 4001

SETTINGS = """\
store: daihuo.sqlite
roster: roster
ledgers: []
accounts:
"""
ACCOUNT = """\
  - id: shop-{number:03d}
    platform: douyin
    shop: "{shop}"
    base_url: {base}
    app_key: ak
    app_secret: sk
    access_token: t-{shop}
    since: 2022-11-01
"""
# Requests a second of each call, as 抖店's own host is asked.
RATE = 10


def party(host):
    """The party of a host's id."""
    return f"fs-{int(host) - FIRST_HOST:04d}"


def fresh_folder(base=None, shops=0, rate=None):
    """An empty work folder; for daihuo, which reads so many shops at `base`, with settings and roster.

    With a `rate` it asks as often a second, whatever the number of shops: they share one app key.
    """
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    if base is None:
        return
    accounts = [
        ACCOUNT.format(number=number, shop=shop, base=base) for number, shop in enumerate(shop_ids(shops), 1)
    ]
    if rate is not None:
        accounts = [f"{account}    rate: {rate}\n" for account in accounts]
    (FOLDER / "daihuo.yaml").write_text(SETTINGS + "".join(accounts), encoding="utf-8")
    write_roster()


def write_roster(ended=False):
    """The roster's files, anew; with `ended` every tenth tenure ends in mid-November."""
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
        end = END_DAY if ended and leaves(host) else ""
        tables["parties.csv"].append(f"{party(host)},第一书记{number},first_secretary,{village},")
        tables["tenures.csv"].append(f"{party(host)},{village},first_secretary,2021-06-01,{end}")
        tables["identities.csv"].append(f"{party(host)},douyin,host,{host},2021-06-01,")
    (FOLDER / "roster").mkdir(exist_ok=True)
    for name, rows in tables.items():
        (FOLDER / "roster" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _end_with_parent():
    """The endpoint ends with this process even where that is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


@contextlib.contextmanager
def endpoint(orders, shops, latency_ms=0):
    """server.py with so many orders and shops, ready to answer; its address. It always ends on leaving."""
    say(f"Making {orders:,} orders of {shops} shops.")
    sizes = [f"--orders={orders}", f"--shops={shops}"]
    server = subprocess.Popen(
        [sys.executable, HERE / "server.py", *sizes, "--port", "0", "--sign", "ak", "sk", f"--latency-ms={latency_ms}"],
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
    return _asked(f"{base}/truth")


def counts(base):
    """How often each call was answered so far."""
    return _asked(f"{base}/counts")


def _asked(url):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return json.load(direct.open(url))
