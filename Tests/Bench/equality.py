"""Equal totals first, then times: what a tool stored or reports against the endpoint's truth, to the fen."""

import json
import sqlite3
import subprocess

from measuring import BenchError, measure
from tools import PYTHON
from workplace import FOLDER, party

TOTALS = ["gross_fen", "paid_fen", "refunded_fen", "net_fen", "lines", "orders"]


def _compare(tool, got, right):
    """Both, key by key, where they are not equal."""
    if got == right:
        return
    told = [f"{'':>24} {tool:>20} {'truth':>20}"]
    told += [
        f"{key:>24} {got.get(key)!s:>20} {right[key]!s:>20}{'' if got.get(key) == right[key] else '  <-'}"
        for key in right
    ]
    raise BenchError("The totals are not equal; no times are given.\n" + "\n".join(told))


def check_daihuo(daihuo, truth):
    """Compares the attribution report over everything.

    It begins a day before the first update: the first orders were paid 100 s before it, on 31 October.
    """
    command = [
        *daihuo,
        "report",
        "attribution",
        "--from",
        "2022-10-31",
        "--to",
        "2022-12-31",
        "--format",
        "json",
    ]
    answer = json.loads(measure(command, FOLDER).output)
    nets = {row["key"]: row["net_fen"] for row in answer["rows"]}
    tops = {party(host): net for host, net in truth["top_hosts_net_fen"].items()}
    right = {key: truth[key] for key in TOTALS} | tops | {"hosts": truth["hosts"], "unexplained_fen": 0}
    got = {key: answer["totals"].get(key) for key in TOTALS} | {key: nets.get(key) for key in tops}
    _compare(
        "daihuo", got | {"hosts": len(nets), "unexplained_fen": answer["proof"].get("unexplained_fen")}, right
    )


def check_peer(tool, truth):
    """Compares what the floor, the script or dlt stored; they know no refunds, and dlt no parties."""
    got = _in_duckdb() if tool == "dlt" else _in_sqlite(tool)
    right = {key: truth[key] for key in ["orders", "lines", "gross_fen", "paid_fen"]}
    _compare(tool, got, right if tool == "dlt" else right | {"credited_lines": truth["lines"]})


def _in_sqlite(tool):
    nobody = "-1" if tool == "floor" else "''"
    with sqlite3.connect(FOLDER / f"{tool}.db") as db:
        (orders,) = db.execute("select count(*) from orders").fetchone()
        lines, gross, paid, credited = db.execute(
            f"select count(*), sum(amount), sum(pay), sum(coalesce(party, {nobody}) <> {nobody}) from lines"
        ).fetchone()
    return {
        "orders": orders,
        "lines": lines,
        "gross_fen": gross,
        "paid_fen": paid,
        "credited_lines": credited,
    }


def _in_duckdb():
    query = """
import duckdb, json, sys
db = duckdb.connect(sys.argv[1], read_only=True)
orders, = db.execute("select count(*) from d.orders").fetchone()
lines, gross, paid = db.execute(
    "select count(*), sum(order_amount)::bigint, sum(pay_amount)::bigint"
    " from d.orders__sku_order_list").fetchone()
print(json.dumps({"orders": orders, "lines": lines, "gross_fen": gross, "paid_fen": paid}))
"""
    path = FOLDER / "dlt" / "orders.duckdb"
    answer = subprocess.run([PYTHON, "-c", query, path], capture_output=True, text=True)
    if answer.returncode != 0:
        raise BenchError(f"What dlt stored cannot be read:\n{answer.stderr[-2000:]}")
    return json.loads(answer.stdout)
