import Foundation

/// The small inputs with known answers of fixtures/cases.
enum Cases {
    /// Where a file of a case is.
    static func path(_ name: String) -> String {
        DaihuoProcess.root.appendingPathComponent("fixtures/cases/\(name)").path
    }

    /// The text of a file of a case.
    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// The records of a JSON file of a case.
    static func records(_ name: String) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(try text(name).utf8))
        guard let records = json as? [[String: Any]] else { throw CocoaError(.fileReadCorruptFile) }
        return records
    }
}
