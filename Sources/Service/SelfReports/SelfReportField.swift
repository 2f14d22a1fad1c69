/// What a daily report tells, by the names that its columns have where staff make the sheet themselves.
enum SelfReportField: CaseIterable, Sendable {
    case day, reporter, region, channel, product, fen, weight, quantity, unit, orders, origin, remark

    /// The names of its column, the one that says it best first.
    var names: [String] {
        switch self {
        case .day: ["销售日期", "日期", "统计日期", "日报日期"]
        case .reporter:
            ["责任人", "责任主体", "第一书记", "书记", "姓名", "填报方", "填报人", "填报单位", "报送人", "报送单位", "上报人", "上报单位"]
        case .region: ["县", "县区", "县/区", "区县", "县市区", "所在县", "县名", "所属县", "所属县区"]
        case .channel: ["渠道", "销售渠道", "平台", "销售平台"]
        case .product: ["商品名称", "商品", "产品名称", "产品", "农产品", "品名", "品种"]
        case .fen: ["销售额", "销售金额", "销售总额", "成交额", "成交金额", "金额"]
        case .weight: ["重量", "销售重量"]
        case .quantity: ["销量", "销售量", "数量", "销售数量"]
        case .unit: ["单位", "计量单位", "销量单位", "数量单位"]
        case .orders: ["订单数", "订单量", "单数", "单量", "订单"]
        case .origin: ["产地"]
        case .remark: ["备注", "说明"]
        }
    }

    /// Whether it is a number: of two columns for one nobody knows which counts, of two with words the better named one does.
    var isFigure: Bool {
        switch self {
        case .fen, .weight, .quantity, .orders: true
        case .day, .reporter, .region, .channel, .product, .unit, .origin, .remark: false
        }
    }
}

/// The name of a column of a daily report, taken apart: `销售情况/销售额（万元）` is 销售额 in 万元.
struct SelfReportHeading: Sendable {
    let field: SelfReportField
    /// How well the name says it: 0 is best.
    let rank: Int
    /// What stands in brackets behind the name; empty where there is nothing.
    let unit: String

    /// `nil` for a column of which a daily report tells nothing.
    init?(_ name: String) {
        // Under a group of columns its own name is the last part.
        let own = name.split(separator: "/").last.map(String.init) ?? name
        guard let found = Self.named(name) ?? Self.named(own) else { return nil }
        self = found
    }

    private init(field: SelfReportField, rank: Int, unit: String) {
        (self.field, self.rank, self.unit) = (field, rank, unit)
    }

    private static func named(_ name: String) -> SelfReportHeading? {
        let text = String(name.filter { !" \u{3000}\n\r\t".contains($0) })
        let base = text.prefix { !"（([【".contains($0) }
        let inside = text.dropFirst(base.count).dropFirst()
        if inside.contains(where: { "（([【".contains($0) }) { return nil }
        let end = inside.firstIndex { "）)]】".contains($0) } ?? inside.endIndex
        // Behind the bracket nothing may stand: it would say something else.
        guard inside[end...].count <= 1 else { return nil }
        let unit = inside[..<end].replacing(#/^单位[:：]?/#, with: "")
        for field in SelfReportField.allCases {
            if let rank = field.names.firstIndex(of: String(base)) {
                return SelfReportHeading(field: field, rank: rank, unit: String(unit))
            }
        }
        return nil
    }
}
