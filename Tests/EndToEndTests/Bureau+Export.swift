import Foundation

/// An export of 抖店 that tests change cell by cell.
struct EditedExport {
    private(set) var header: [String]
    var rows: [[String]]

    /// That of case 13: three orders of 50.00, 60.00 and 70.00 yuan.
    init() throws {
        let lines = try Cases.text("13-file-under-wrong-account/orders.csv").split(
            whereSeparator: \.isNewline
        ).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        header = lines[0].map { $0.replacingOccurrences(of: "\u{FEFF}", with: "") }
        rows = Array(lines.dropFirst())
    }

    /// The cell of a row under a name.
    subscript(row: Int, column: String) -> String {
        get { header.firstIndex(of: column).map { rows[row][$0] } ?? "" }
        set { if let place = header.firstIndex(of: column) { rows[row][place] = newValue } }
    }

    /// Adds sound orders like the last one.
    mutating func addOrders(_ count: Int) {
        guard let last = rows.last else { return }
        for number in 0..<count {
            rows.append(last)
            self[rows.count - 1, "主订单编号"] = String(7_013_000_000_000_990_011 + number * 10)
            self[rows.count - 1, "子订单编号"] = String(7_013_000_000_000_990_012 + number * 10)
        }
    }

    /// A row without anything but these cells.
    mutating func add(_ cells: [String: String]) {
        rows.append(header.map { cells[$0] ?? "" })
    }

    var text: String { ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined() }
}

extension Bureau {
    /// The note of the only file that a verb's JSON tells of.
    static func note(_ json: String) throws -> [String: Any] {
        let accounts = try KilledRunTests.json(json)["accounts"] as? [[String: Any]]
        return accounts?.first?["note"] as? [String: Any] ?? [:]
    }
}
