/// A table as a back end exports it: CSV in UTF-8 with its mark, so that Excel shows Chinese.
struct ExportTable {
    private let columns: [String: Int]
    private var rows: [[String]]

    init(columns: [String]) {
        rows = [columns]
        self.columns = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Adds a row by the names of its columns; of the others it says nothing.
    mutating func add(_ cells: [String: String]) {
        var row = Array(repeating: "", count: columns.count)
        for (name, text) in cells {
            if let place = columns[name] { row[place] = text }
        }
        rows.append(row)
    }

    /// Whether it has none but its header.
    var isEmpty: Bool { rows.count == 1 }

    var csv: [UInt8] {
        let lines = rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }
        return Array(("\u{FEFF}" + lines.joined()).utf8)
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [UInt8(ascii: ","), 0x22, 0x0A, 0x0D].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

extension ExportTable {
    /// Digits as back ends write them, so that Excel leaves them alone.
    static func number(_ digits: UInt64) -> String { "'\(digits)" }
}
