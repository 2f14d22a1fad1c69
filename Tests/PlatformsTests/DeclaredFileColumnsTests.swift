import Domain
import Platforms
import Reports
import Testing

/// What the columns of a described file may say beside a plain value.
@Suite("Described files: columns")
struct DeclaredFileColumnsTests {
    private static let description = """
        kind: file
        name: stall
        title: 摊位清单
        platform: stall
        channel: counter
        recognised_by: [单号, 实收]
        rows: order
        columns:
          ids: [单号, 主播]
          amounts: [实收, 运费, 成交价, 退款]
          times: [付款]
          quantities: [件数]
          empty: {主播: ["0"], 退款: [无退款申请]}
          absent: {件数: 1}
        key: {line: [品名]}
        order:
          id: 单号
          status: {path: 状态, map: {已付: sale, 未付: unpaid}, default: park}
          paid_at: 付款
          created_at: 付款
          updated_at: latest
          dated_by: order
          paid: {path: 实收, less: [运费]}
          freight: 运费
          lines:
            path: rows
            id: line
            title: 品名
            quantity: 件数
            host: 主播
            spread_by: 成交价
            refunded: 退款
            refund_status: {path: 退款状态, map: {退款成功: succeeded, 没有申请退款: without_refund}, default: open}
        """
    private static let header = "单号,状态,付款,实收,运费,品名,成交价,主播,退款,退款状态"

    private static func read(_ rows: String...) throws -> Reading {
        let format = try DeclaredFile(yaml: description, file: "stall.yaml")
        return try ExportText(([header] + rows).map { $0 + "\n" }.joined()).read(as: format)
    }

    @Test("a word that means nothing is read as an empty cell")
    func emptyWords() throws {
        let read = try Self.read("A1,已付,2022-11-01 08:00,30.00,0.00,粉条,30.00,0,无退款申请,没有申请退款")

        #expect(read.lines.map(\.hostID) == [""])
        #expect(read.lines.map(\.statedRefund) == [nil])
    }

    @Test("a column that the file lacks has its value in every row, and the import says so")
    func absentColumn() throws {
        let read = try Self.read("A1,已付,2022-11-01 08:00,30.00,0.00,粉条,30.00,0,,没有申请退款")

        #expect(read.lines.map(\.quantity.milli) == [1000])
        #expect(read.notices.map { $0.text(in: .chinese) } == ["文件没有“件数”这一列，每一行都按“1”计"])
    }

    @Test("a refund that was only asked for has paid nothing back")
    func refundStatus() throws {
        let read = try Self.read(
            "A1,已付,2022-11-01 08:00,30.00,0.00,粉条,20.00,0,5.00,退款成功",
            "A1,已付,2022-11-01 08:00,30.00,0.00,木耳,10.00,0,7.00,买家已经申请退款")

        #expect(read.lines.map(\.statedRefund?.refundedFen.amount) == [500, 0])
        #expect(read.words == ["买家已经申请退款"])
    }

    @Test("what the order paid is spread by the amounts that the description names")
    func spread() throws {
        let read = try Self.read(
            "A1,已付,2022-11-01 08:00,35.00,5.00,粉条,20.00,0,,没有申请退款",
            "A1,已付,2022-11-01 08:00,35.00,5.00,木耳,10.00,0,,没有申请退款")

        #expect(read.lines.map(\.paidFen.amount) == [2000, 1000])
    }

    @Test("of what nobody has paid for no freight is taken out, and a negative amount is parked all the same")
    func unpaid() throws {
        let read = try Self.read(
            "A1,未付,2022-11-01 08:00,0.00,6.00,粉条,20.00,0,,没有申请退款",
            "A2,未付,2022-11-01 08:00,,6.00,粉条,20.00,0,,没有申请退款",
            "A3,未付,2022-11-01 08:00,-1.00,6.00,粉条,20.00,0,,没有申请退款",
            "A4,已付,2022-11-01 08:00,0.00,6.00,粉条,20.00,0,,没有申请退款")

        #expect(read.orders.map(\.orderID) == ["A1", "A2"])
        #expect(read.orders.map(\.headerPaidFen) == [.zero, .zero])
        #expect(read.parked.map(\.orderID) == ["A3", "A4"])
    }

    @Test("an amount cannot be made up where its column is missing")
    func absentAmount() {
        #expect(throws: DeclaredError.self) {
            try DeclaredFile(
                yaml: Self.description.replacing("absent: {件数: 1}", with: "absent: {件数: 1, 运费: 0}"),
                file: "stall.yaml")
        }
    }
}
