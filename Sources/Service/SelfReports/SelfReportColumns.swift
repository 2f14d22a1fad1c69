import Domain
import Tabular

/// Where the columns of a daily report are, and in which units they state its figures.
struct SelfReportColumns: Sendable {
    let places: [SelfReportField: Int]
    /// All names of the header.
    let names: [String]
    /// Whether yuan are stated in ten thousands.
    let isInWan: Bool
    /// The words of units in the header; empty where it has none.
    let weightUnit, quantityUnit: String

    /// Whether a header is that of a daily report: a day, who reports, and how much, but no numbers of orders.
    static func matches(_ columns: [String]) -> Bool {
        let fields = Set(columns.compactMap { SelfReportHeading($0)?.field })
        let isOfOrders = columns.contains { name in Self.marksOfOrders.contains(where: name.contains) }
        return !isOfOrders && fields.contains(.day) && !fields.isDisjoint(with: [.reporter, .region])
            && !fields.isDisjoint(with: [.fen, .weight, .quantity])
    }

    /// What names single orders, or who bought: a list of orders is never taken for what somebody says of a day.
    private static let marksOfOrders = [
        "订单号", "订单编号", "单号", "流水号", "接龙号", "采购单位", "采购方", "收货", "实付", "退款",
    ]

    /// Finds them; throws where one is missing without which a row says nothing, where two state one figure, and where a unit in
    /// the header is none that is known.
    init(_ table: TableFile) throws(TabularError) {
        let found = table.columns.compactMap { name in SelfReportHeading(name).map { (name: name, $0) } }
        var places: [SelfReportField: Int] = [:]
        var units: [SelfReportField: String] = [:]
        for field in SelfReportField.allCases {
            let own = found.filter { $0.1.field == field }
            guard let best = own.min(by: { $0.1.rank < $1.1.rank }) else { continue }
            let names = Array(Set(own.map(\.name))).sorted()
            if field.isFigure, names.count > 1 {
                throw Self.problem(table, Notice("reported.columns_twice", names))
            }
            places[field] = try table.column(best.name)
            units[field] = best.1.unit
        }
        for needed in [[SelfReportField.day], [.reporter, .region], [.fen, .weight, .quantity]]
        where needed.allSatisfy({ places[$0] == nil }) {
            _ = try table.requiredColumn(anyOf: needed.flatMap(\.names))
        }
        (self.places, names) = (places, table.columns)
        let yuan = units[.fen] ?? ""
        guard ["", "元", "人民币", "人民币元", "万元", "万"].contains(yuan) else {
            throw Self.unknownUnit(table, places[.fen])
        }
        isInWan = yuan.hasPrefix("万")
        (weightUnit, quantityUnit) = (units[.weight] ?? "", units[.quantity] ?? "")
        for (field, unit) in [(SelfReportField.weight, weightUnit), (.quantity, quantityUnit)] {
            guard Cell.knowsUnit(unit) else {
                throw Self.unknownUnit(table, places[field])
            }
        }
    }

    private static func unknownUnit(_ table: TableFile, _ place: Int?) -> TabularError {
        problem(table, Notice("reported.unit_unknown", place.map { table.columns[$0] } ?? ""))
    }

    private static func problem(_ table: TableFile, _ what: Notice) -> TabularError {
        TabularError(
            file: table.path, line: table.headerLine, what: what, remedy: Notice("reported.mend_header"))
    }
}
