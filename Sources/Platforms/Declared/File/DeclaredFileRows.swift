internal import Domain
internal import JSON
internal import Tabular

/// Maps the rows of one described file.
struct DeclaredFileRows: OrderRowMapping {
    private let record: FileRecord
    private let rules: FileRules
    private let unstated: OrderFields
    private let skipped: [(place: Int, words: Set<String>)]
    private let kept: ParkedFigures
    private let orderNumber, lineNumber: Int?

    init(record: FileRecord, columns: FileColumns, rules: FileRules, of file: TableFile) {
        self.record = record
        self.rules = rules
        unstated = rules.fields.unstated(having: record.names)
        skipped = columns.skipped.compactMap { column, words in
            record.place(of: column).map { ($0, words) }
        }
        kept = ParkedFigures(figures: record.figures, of: file)
        orderNumber = (rules.order?.id ?? rules.refund?.order)?.names.first.flatMap(record.place)
        lineNumber = rules.refund?.line?.names.first.flatMap(record.place)
    }

    var isWholeOrder: Bool { rules.areRowsTogether }
    var statesEachLineOnce: Bool { rules.parksSameLine }

    var notices: [Notice] { record.absent.map { Notice("file.column_absent", $0.name, $0.value) } }

    func isPassedOver(_ row: TableRow) -> Bool {
        skipped.contains { $0.words.contains(row[$0.place]) }
    }

    func group(_ row: TableRow) -> String? {
        guard rules.order != nil, rules.areRowsTogether else { return nil }
        return record.orderNumber(row) ?? orderNumber.map { row[$0] }
    }

    func records(_ rows: [TableRow], shopID: String) throws(TabularError) -> RowRecords {
        let bytes = try record.bytes(rows)
        do throws(UnreadableRecord) {
            let document = try UnreadableRecord.reading { () throws(JSONError) in try JSONDocument(bytes) }
            return try document.read { (root) throws(UnreadableRecord) in
                try records(root, count: rows.count, shopID: shopID)
            }
        } catch {
            throw rows[0].problem(nil, reason(error.reason), Notice("file.mend_row"))
        }
    }

    /// Why a row cannot be read, by its columns: who has the file did not write its description.
    private func reason(_ notice: Notice) -> Notice {
        switch (notice.code, notice.arguments.first) {
        case ("declared.sale_without_date", .text(let key)?):
            Notice("file.sale_without_date", rules.dateColumns[key] ?? key)
        case ("declared.update_time_missing", _): Notice("file.no_time")
        default: notice
        }
    }

    func parked(_ row: TableRow) -> ParkedRow {
        ParkedRow(
            orderID: record.orderNumber(row) ?? orderNumber.flatMap { try? row.identifier($0) } ?? "",
            lineID: lineNumber.flatMap { try? row.identifier($0) } ?? "",
            updatedAt: (try? record.latest(row)).flatMap { $0.map(Instant.init(milliseconds:)) },
            cells: kept.cells(row))
    }

    func unknownWords(_ rows: [TableRow], shopID: String) -> [UnknownWord] {
        guard let bytes = try? record.bytes(rows), let document = try? JSONDocument(bytes) else { return [] }
        let row = parked(rows[0])
        return document.read { root in
            var unknown = UnknownWords()
            let account = Self.account(shopID)
            _ = try? rules.order?.order(root, account: account, &unknown)
            _ = try? rules.refund?.refunds(root, account: account, &unknown)
            let scope = RecordScope(root)
            let paid = rules.order?.headerPaidFen(scope) ?? rules.refund?.amountFen(scope)
            return unknown.words { key, word in
                UnknownWord(
                    key: key, word: word, shopID: shopID, orderID: row.orderID, lineID: row.lineID,
                    refundID: "",
                    paidFen: paid)
            }
        }
    }

    private static func account(_ shopID: String) -> AccountAccess {
        AccountAccess(shopID: shopID, baseURL: "", appKey: "", appSecret: "", accessToken: "")
    }

    private func records(
        _ root: JSONView, count: Int, shopID: String
    ) throws(UnreadableRecord) -> RowRecords {
        let account = Self.account(shopID)
        var unknown = UnknownWords()
        var records = RowRecords()
        if let rule = rules.order {
            if count > 1, !rule.hasLines { throw UnreadableRecord(Notice("file.order_twice")) }
            var order = try rule.order(root, account: account, &unknown)
            try rules.statedRefund?.state(root, in: &order, &unknown)
            order.unstated = unstated
            records.unknownWords = words(unknown, of: order)
            records.order = order
        } else if let rule = rules.refund {
            records.refunds = try rule.refunds(root, account: account, &unknown)
            if let refund = records.refunds.first { records.unknownWords = words(unknown, of: refund) }
        }
        return records
    }

    private func words(_ unknown: UnknownWords, of order: Order) -> [UnknownWord] {
        unknown.words { key, word in
            UnknownWord(
                key: key, word: word, shopID: order.shopID, orderID: order.orderID, lineID: "", refundID: "",
                paidFen: order.headerPaidFen)
        }
    }

    private func words(_ unknown: UnknownWords, of refund: Refund) -> [UnknownWord] {
        unknown.words { key, word in
            UnknownWord(
                key: key, word: word, shopID: refund.shopID, orderID: refund.orderID, lineID: refund.lineID,
                refundID: refund.refundID, paidFen: refund.refundedFen)
        }
    }
}
