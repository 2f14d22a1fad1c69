"""A neutral order endpoint on loopback for the yardstick: it answers from memory, so the client is what is timed.

  python3 server.py --orders 100000 --shops 300 --port 18080 [--sign APP_KEY APP_SECRET] [--latency-ms 100]   (--port 0: a free one)

  GET  /pages/N.json          page N of 100 orders of all shops, for the peers and the floor (no signature)
  POST /order/searchList      the Douyin shop call: page from 0, size <= 100, update_time_start/end (epoch seconds),
                              order_by, order_asc; a window of more than 50,000 orders is refused (20013) as the real one does;
                              with --sign the HMAC-SHA256 or MD5 signature is checked (40003 isv.signature-invalid)
  POST /afterSale/List        the after-sales behind the refunds: page from 0, size <= 100, update_start_time/update_end_time
  GET  /truth                 the totals that a right answer must give
  GET  /counts                how many of the POST calls were answered so far, by path

Both POST calls answer for one shop, as the real ones do: the one that the access_token is of (`t-` and the shop's id;
40003 isv.access-token-no-existed for any other).
"""
import argparse
import asyncio
import bisect
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

from orders import SHOPS, render, truth

parser = argparse.ArgumentParser()
parser.add_argument("--orders", type=int, default=100_000)
parser.add_argument("--shops", type=int, default=SHOPS)
parser.add_argument("--port", type=int, default=18080)
parser.add_argument("--latency-ms", type=int, default=0, help="every answer comes so much later")
parser.add_argument("--sign", nargs=2, metavar=("APP_KEY", "APP_SECRET"))
options = parser.parse_args()

orders, by_shop = render(options.orders, options.shops)
by_token = {f"t-{shop}": rows for shop, rows in by_shop.items()}
counts = {}
facts = json.dumps(truth(options.orders, options.shops), ensure_ascii=False).encode()


def envelope(name, page, size, total, texts):
    more = b"true" if (page + 1) * size < total else b"false"
    return (b'{"code":10000,"msg":"success","sub_code":"","sub_msg":"","log_id":"0","data":{"page":%d,"size":%d,"total":%d,"has_more":%s,"%s":['
            % (page, size, total, more, name)) + b",".join(texts) + b"]}}"


def failure(code, sub_code, message):
    return json.dumps({"code": code, "msg": message, "sub_code": sub_code, "sub_msg": message, "log_id": "0"}).encode()


def signed(query, body):
    key, secret = options.sign
    plain = f"{secret}app_key{key}method{query['method'][0]}param_json{body}timestamp{query['timestamp'][0]}v{query['v'][0]}{secret}"
    if query.get("sign_method", ["hmac-sha256"])[0] == "md5":
        return hashlib.md5(plain.encode()).hexdigest()
    return hmac.new(secret.encode(), plain.encode(), hashlib.sha256).hexdigest()


def listing(rows, name, request, start, end, ascending):
    """One page of the rows updated in [start, end]; newest first unless ascending."""
    times, texts = rows
    page, size = int(request.get("page", 0)), int(request.get("size", 10))
    if size > 100:
        return failure(40004, "isv.parameter-invalid:20012", "size<=100")
    if (page + 1) * size > 50_000:
        return failure(40004, "isv.parameter-invalid:20013", "超过50000条")
    low, high = bisect.bisect_left(times, start), bisect.bisect_right(times, end)
    if ascending:
        first = low + page * size
        slice_ = texts[first:min(first + size, high)]
    else:
        last = high - page * size
        slice_ = texts[max(low, last - size):max(low, last)][::-1]
    return envelope(name, page, size, high - low, slice_)


def answer(target, body):
    if target.startswith("/truth"):
        return facts
    if target.startswith("/counts"):
        return json.dumps(counts).encode()
    if target.startswith("/pages/"):
        page = int(target[7:].split(".")[0])
        return envelope(b"shop_order_list", page, 100, len(orders), orders[page * 100:(page + 1) * 100])
    query = parse_qs(urlsplit(target).query)
    path = urlsplit(target).path
    counts[path] = counts.get(path, 0) + 1
    if options.sign and query.get("sign", [""])[0] != signed(query, body):
        return failure(40003, "isv.signature-invalid", "签名错误")
    shop = by_token.get(query.get("access_token", [""])[0])
    if shop is None:
        return failure(40003, "isv.access-token-no-existed", "access_token 不存在")
    request = json.loads(body or "{}")
    if target.startswith("/order/searchList"):
        if not request.get("update_time_start") and not request.get("create_time_start"):
            return failure(40004, "isv.parameter-invalid:20011", "时间必填")
        start, end = request.get("update_time_start") or request["create_time_start"], request.get("update_time_end") or request.get("create_time_end") or 1 << 62
        return listing(shop[0], b"shop_order_list", request, int(start), int(end), bool(request.get("order_asc")))
    if target.startswith("/afterSale/List"):
        start, end = request.get("update_start_time") or request.get("start_time") or 0, request.get("update_end_time") or request.get("end_time") or 1 << 62
        ascending = any(str(o).endswith("asc") for o in request.get("order_by", []))
        return listing(shop[1], b"items", request, int(start), int(end), ascending)
    return failure(70000, "isp.api-offline", target)


class Connection(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.buffer = transport, b""

    def data_received(self, data):
        self.buffer += data
        while (head_end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:head_end].decode("latin-1")
            lines = head.split("\r\n")
            headers = {k.lower(): v.strip() for k, v in (l.split(":", 1) for l in lines[1:])}
            length = int(headers.get("content-length", 0))
            if headers.get("expect"):
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            if len(self.buffer) < head_end + 4 + length:
                return
            body = self.buffer[head_end + 4:head_end + 4 + length].decode()
            self.buffer = self.buffer[head_end + 4 + length:]
            target = lines[0].split(" ")[1]
            reply = answer(target, body)
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(reply)
            if options.latency_ms:
                asyncio.get_running_loop().call_later(options.latency_ms / 1000, self.transport.writelines, [head, reply])
            else:
                self.transport.write(head)
                self.transport.write(reply)


async def main():
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", options.port)
    port = server.sockets[0].getsockname()[1]
    sales = sum(len(rows[1][0]) for rows in by_shop.values())
    print(f"{options.orders} orders of {options.shops} shops, {sales} after-sales on http://127.0.0.1:{port}", flush=True)
    await server.serve_forever()


asyncio.run(main())
