import Foundation

/// The small world of `fixtures/explain`: what the product itself makes of orders, after-sales and a file.
extension Bureau {
    /// An order of that world.
    enum ExplainedOrder: String, CaseIterable {
        /// Two lines, and one after-sale over both.
        case twoLines = "two-lines"
        /// The API gives no host, a file does.
        case filled
        /// An after-sale whose order never came.
        case orphan
        /// An amount below 0.
        case parked
        /// Two parties hold the host's id.
        case ambiguous
        /// Closed after it was paid and booked, without an after-sale.
        case closed

        /// The platform's number.
        var number: String {
            let place = Self.allCases.firstIndex(of: self) ?? 0
            return "702\(place + 1)0000000000010010"
        }
    }

    /// Read on the 10th; on the 30th a file, then what changed and came too late.
    static func explained() throws -> Bureau {
        let bureau = try Bureau()
        for name in ["parties", "tenures", "identities"] {
            try bureau.folder.write(try explained("roster/\(name).csv"), to: "roster/\(name).csv")
        }
        try bureau.folder.write(try explained("orders.csv"), to: "orders.csv")
        try bureau.server.serve(try explained("orders.json"), at: "order-searchList")
        let last = bureau.now
        bureau.now = "2022-11-10T08:00:00+08:00"
        try bureau.done("run")

        bureau.now = last
        try bureau.server.serve(try explained("later-orders.json"), at: "order-searchList")
        try bureau.server.serve(try explained("refunds.json"), at: "afterSale-List")
        try bureau.done("import", "orders.csv")
        try bureau.done("run")
        return bureau
    }

    /// Where a file of that world is.
    static func explainedFile(_ name: String) -> URL {
        DaihuoProcess.root.appendingPathComponent("fixtures/explain/\(name)")
    }

    /// Its text.
    static func explained(_ name: String) throws -> String {
        try String(contentsOf: explainedFile(name), encoding: .utf8)
    }
}
