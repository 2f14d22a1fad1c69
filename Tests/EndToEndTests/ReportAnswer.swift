import Foundation

/// `report attribution --format json` as other programs read it.
struct ReportAnswer: Decodable, Equatable {
    let rows: [Row]
    let unassigned: Sums
    let totals: Sums
    let proof: Proof
    let coverage: Coverage

    struct Row: Decodable, Equatable {
        let key: String
        let netFen: Int64
        let refundedFen: Int64
    }

    struct Sums: Decodable, Equatable {
        let orders: Int64
        let lines: Int64
        let paidFen: Int64
        let refundedFen: Int64
        let netFen: Int64
        let grams: Int64
    }

    struct Proof: Decodable, Equatable {
        let readFen: Int64
        let pendingFen: Int64
        let parkedRecords: Int64
        let unexplainedFen: Int64
        let journalNetFen: Int64
    }

    struct Coverage: Decodable, Equatable {
        let rosterIsNewer: Bool
        let chainHash: String
    }

    init(json: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(Self.self, from: Data(json.utf8))
    }

    /// Net fen by key.
    var net: [String: Int64] { Dictionary(rows.map { ($0.key, $0.netFen) }) { $0 + $1 } }
}
