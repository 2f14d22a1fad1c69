import GRDB

extension OrderStore {
    /// Adds up the daily sums anew from credits and orders and names what differs; empty where the store agrees.
    package func disagreements() async throws(StoreError) -> [String] {
        try await read { database in
            var credits = CreditCheck()
            let sheets = try SheetCheck(database)
            try CreditedLines.eachOrder(database) { lines in
                for line in lines { credits.add(line) }
                try sheets.add(lines)
            }
            let found = [
                ("每日汇总与明细", try sheets.wrongSheets()),
                ("账簿与归属", try credits.wrongBookings(database)),
                ("订单行与归属", credits.wrongLines),
                ("售后与归属", credits.wrongRefunds),
                ("订单行与商品名称", try Int.fetchOne(database, sql: Self.linesWithoutGoods) ?? 0),
                ("读取合计与订单表头", try Int.fetchOne(database, sql: Self.readSumsDiffer) ?? 0),
            ]
            return found.filter { $0.1 > 0 }.map { "\($0.0)：\($0.1) 处不一致" }
        }
    }

    private static let linesWithoutGoods =
        "SELECT count(*) FROM order_line l WHERE NOT EXISTS (SELECT 1 FROM goods g WHERE g.goods = l.goods)"

    /// 1 where the headers of all orders do not come to what was counted as read.
    private static let readSumsDiffer = """
        SELECT count(*) FROM (
            SELECT sum(p), sum(g) FROM (
                SELECT header_paid_fen AS p, header_gap_fen AS g FROM orders
                UNION ALL SELECT -read_fen, -header_gap_fen FROM daily_read
            ) HAVING sum(p) <> 0 OR sum(g) <> 0)
        """
}
