"""Equal totals first, then times: what a tool stored or reports against the endpoint's truth, to the fen."""

import json
import sqlite3
import subprocess

from measuring import BenchError, measure
from tools import PYTHON
from workplace import FOLDER, party

# A line has one host: rows and unassigned add up to these. An order may be in several rows.
PARTS = ["gross_fen", "paid_fen", "refunded_fen", "net_fen", "lines"]
TOTALS = [*PARTS, "orders"]
UNEQUAL_SHOWN = 20


def _compare(tool, got, right):
    """Both, key by key, where they are not equal."""
    unequal = [key for key in right if got.get(key) != right.get(key)]
    if not unequal:
        return
    told = [f"{'':>34} {tool:>20} {'truth':>20}"]
    told += [f"{key:>34} {got.get(key)!s:>20} {right.get(key)!s:>20}" for key in unequal[:UNEQUAL_SHOWN]]
    raise BenchError(f"{len(unequal)} figures are not equal; no times are given.\n" + "\n".join(told))


def check_daihuo(daihuo, truth, credited="credited"):
    """Compares the attribution report over everything, by party and by shop.

    `credited` names the tally of the truth that says who is credited: by the whole roster, or anew.
    """
    tally = truth[credited]
    tops = {party(host): net for host, net in tally["top_hosts_net_fen"].items()}
    _check_report(_report(daihuo, "party"), truth, tally["unassigned"], tops, tally["hosts"])
    shops = tally["shops_net_fen"]
    _check_report(_report(daihuo, "shop"), truth, tally["unassigned"], shops, len(shops))


def _check_report(answer, truth, unassigned, nets, rows):
    """Compares totals, what is unassigned, what rows and that add up to, and the nets of some rows."""
    got_nets = {row["key"]: row["net_fen"] for row in answer["rows"]}
    got = {"rows": len(answer["rows"]), "unexplained_fen": answer["proof"].get("unexplained_fen")}
    got |= {f"net of {key}": got_nets.get(key) for key in nets}
    right = {"rows": rows, "unexplained_fen": 0} | {f"net of {key}": net for key, net in nets.items()}
    for key in TOTALS:
        got[key], right[key] = answer["totals"].get(key), truth[key]
    for key in PARTS:
        name, both = f"unassigned {key}", f"rows + unassigned {key}"
        got[name], right[name] = answer["unassigned"].get(key), unassigned[key]
        got[both], right[both] = sum(row[key] for row in [*answer["rows"], answer["unassigned"]]), truth[key]
    _compare(f"daihuo by {answer['by']}", got, right)


def _report(daihuo, by):
    """The report over everything.

    It begins a day before the first update: the first orders were paid 100 s before it, on 31 October.
    """
    days = ["--from", "2022-10-31", "--to", "2022-12-31"]
    command = [*daihuo, "report", "attribution", *days, "--by", by, "--format", "json"]
    return json.loads(measure(command, FOLDER).output)


def check_peer(tool, truth):
    """Compares what the floor, the script or dlt stored; they know no refunds, and dlt no parties."""
    got = _in_duckdb() if tool == "dlt" else _in_sqlite(tool)
    right = {key: truth[key] for key in ["shops", "orders", "lines", "gross_fen", "paid_fen"]}
    _compare(tool, got, right if tool == "dlt" else right | {"credited_lines": truth["lines"]})


def _in_sqlite(tool):
    nobody = "-1" if tool == "floor" else "''"
    with sqlite3.connect(FOLDER / f"{tool}.db") as db:
        orders, shops = db.execute("select count(*), count(distinct shop) from orders").fetchone()
        lines, gross, paid, credited = db.execute(
            f"select count(*), sum(amount), sum(pay), sum(coalesce(party, {nobody}) <> {nobody}) from lines"
        ).fetchone()
    return {
        "shops": shops,
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
orders, shops = db.execute("select count(*), count(distinct shop_id) from d.orders").fetchone()
lines, gross, paid = db.execute(
    "select count(*), sum(order_amount)::bigint, sum(pay_amount)::bigint"
    " from d.orders__sku_order_list").fetchone()
print(json.dumps({"shops": shops, "orders": orders, "lines": lines, "gross_fen": gross, "paid_fen": paid}))
"""
    path = FOLDER / "dlt" / "orders.duckdb"
    answer = subprocess.run([PYTHON, "-c", query, path], capture_output=True, text=True)
    if answer.returncode != 0:
        raise BenchError(f"What dlt stored cannot be read:\n{answer.stderr[-2000:]}")
    return json.loads(answer.stdout)
