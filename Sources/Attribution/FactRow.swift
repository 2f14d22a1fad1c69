import Domain
import Glibc

/// A row of the roster that can be put in order among its like.
protocol FactRow {
    /// All its fields, the id first; two rows with the same cells are the same row.
    var cells: [String] { get }
}

extension Array where Element: FactRow {
    /// The rows by their cells, byte by byte.
    var inOrder: [Element] {
        let cells = map(\.cells)
        return indices.sorted { Self.precedes(cells[$0], cells[$1]) }.map { self[$0] }
    }

    private static func precedes(_ cells: [String], _ others: [String]) -> Bool {
        for (cell, other) in zip(cells, others) {
            let difference = Self.difference(cell, other)
            if difference != 0 { return difference < 0 }
        }
        return false
    }

    /// Not by Unicode's equivalence, which would leave rows that differ in bytes in the order in which they came.
    private static func difference(_ text: String, _ other: String) -> Int {
        text.withBytes { bytes in
            other.withBytes { others in
                let count = Swift.min(bytes.count, others.count)
                if count > 0, let start = bytes.baseAddress, let otherStart = others.baseAddress {
                    let sign = memcmp(start, otherStart, count)
                    if sign != 0 { return Int(sign) }
                }
                return bytes.count - others.count
            }
        }
    }
}

extension Party: FactRow {
    var cells: [String] { [id, name, kind.rawValue, region.cell, organisation] }
}

extension Tenure: FactRow {
    var cells: [String] { [partyID, region.cell, role] + span.cells }
}

extension Identity: FactRow {
    var cells: [String] { [partyID, platform, kind.rawValue, value] + span.cells }
}

extension Campaign: FactRow {
    var cells: [String] { [id, name, channel?.key ?? "", category, region.cell, partyID] + span.cells }
}

extension LiveSession: FactRow {
    var cells: [String] {
        let instants = [start, end].map { String($0.milliseconds) }
        return [id, platform, shopID, roomID, partyID] + instants + [share.map { String($0.amount) } ?? ""]
    }
}

extension CatalogueItem: FactRow {
    var cells: [String] {
        let grams = netGrams.map { String($0.amount) } ?? ""
        return [platform, productID, skuID, title, grams, category, region.cell, supplier]
    }
}

extension Region? {
    fileprivate var cell: String { map(\.description) ?? "" }
}

extension DaySpan {
    fileprivate var cells: [String] { [from, to].map { $0.map(\.description) ?? "" } }
}
