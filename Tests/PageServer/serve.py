#!/usr/bin/env python3
"""Serves the records of a folder's JSON files as 抖店 and declared platforms do: page by page, by update time.

`/order/searchList` answers from `order-searchList.json`, `/orders` from `orders.json`; a file that is not there holds
nothing. `orders.raw` stands in every answer as it is written, whatever is asked for. `/order/orderDetail` answers one order of
`order-orderDetail.json`, and refuses what is not there. Files are read for every request, so that a test may change them
between two runs. Its clock says what `clock` says, in seconds, where there is such a file. The port is printed.
"""
import http.server
import json
import pathlib
import sys
import urllib.parse

FOLDER = pathlib.Path(sys.argv[1])
# The names of the list in an answer, and of the ends of the window in a request.
DOUYIN = {
    "order-searchList": ("shop_order_list", "update_time_start", "update_time_end"),
    "afterSale-List": ("items", "update_start_time", "update_end_time"),
}


def updated_at(record):
    """A record's update time, as its platform writes it."""
    record = record.get("aftersale_info", record)
    return record.get("update_time", record.get("updated_at"))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Header and body leave together.
    wbufsize = -1

    def do_GET(self):
        query = {key: values[0] for key, values in urllib.parse.parse_qs(self.path.partition("?")[2]).items()}
        self.answer(0, "list", query["from"], query["to"], int(query["page"]) - 1, int(query["size"]))

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if "shop_order_id" in body:
            return self.answer_one(body["shop_order_id"])
        name, start, end = DOUYIN[self.feed]
        self.answer(10000, name, body[start], body[end], body["page"], body["size"])

    @property
    def feed(self):
        return self.path.partition("?")[0].strip("/").replace("/", "-")

    @property
    def records(self):
        file = FOLDER / f"{self.feed}.json"
        return json.loads(file.read_text()) if file.exists() else []

    def answer(self, code, name, start, end, page, size):
        raw = FOLDER / f"{self.feed}.raw"
        if raw.exists():
            return self.send_text(
                '{"code":%d,"msg":"success","data":{"total":%d,"%s":%s}}'
                % (code, len(json.loads(raw.read_text())), name, raw.read_text())
            )
        found = sorted((r for r in self.records if start <= updated_at(r) <= end), key=updated_at)
        rows = found[page * size : (page + 1) * size]
        self.send({"code": code, "msg": "success", "data": {"page": page, "size": size, "total": len(found), name: rows}})

    def answer_one(self, number):
        found = [r for r in self.records if r["order_id"] == number]
        if found:
            self.send({"code": 10000, "msg": "success", "data": {"shop_order_detail": found[0]}})
        else:
            self.send({"code": 40004, "sub_code": "isv.parameter-invalid:1", "msg": "no such order"})

    def send(self, answer):
        self.send_text(json.dumps(answer))

    def send_text(self, answer):
        text = answer.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def date_time_string(self, timestamp=None):
        clock = FOLDER / "clock"
        return super().date_time_string(int(clock.read_text()) if clock.exists() else timestamp)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
