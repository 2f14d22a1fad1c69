import Domain
import Foundation
import Platforms
import Reports
import Store
import Tabular

/// A file that was gone through: what it holds, with nothing of it landed yet.
struct ExaminedFile: Sendable {
    let input: ImportStage.Input
    let file: OpenedFile
    let sha256: String
    var note: ImportNote
    /// Of which days it tells.
    let days: FileDays
    let unreadable: UnreadableRows
    /// Whether nothing would come of it that is not stored: then no row was looked at.
    var isUnchanged = false
}

extension ImportStage {
    /// Goes through a file: what it is, what it holds, what of it cannot be read, and whether it is another shop's.
    ///
    /// Throws where orders of it are stored under another shop and nobody has confirmed that: it was given the wrong account.
    func examine(_ input: Input) async throws(ServiceError) -> ExaminedFile {
        let file = try input.opening()
        let sha256 = try file.sha256()
        if let unchanged = try await unchanged(input, file, sha256) { return unchanged }
        var reader = try file.reader(input)
        var examination = FileExamination(readAt: pipeline.now(), areWhole: reader.statesWholeOrders)
        var others: [String: Int64] = [:]
        var unasked: [OrderKey] = []
        func ask() async throws(ServiceError) {
            let found = try await otherShops(of: unasked, file, input)
            others.merge(found.mapValues(Int64.init)) { $0 + $1 }
            unasked.removeAll(keepingCapacity: true)
        }
        while let item = try Self.next(&reader) {
            if let key = examination.add(item) { unasked.append(key) }
            if unasked.count >= PipelineLimits.fileOrdersPerLanding { try await ask() }
        }
        try await ask()
        if !input.confirmsShop { try expectOwnShop(input, others, of: examination.orderCount) }
        let look = try Self.reading { () throws(TabularError) in
            try SecondLook(at: file, behind: reader.rows, examination)
        }
        var note = ImportNote(path: input.path, found: file.found(by: input))
        note.take(examination)
        note.notices = reader.notices
        note.hiddenRows = Int64(reader.rows.hiddenRowCount)
        note.totals = look.totals
        note.otherShops = others
        return ExaminedFile(
            input: input, file: file, sha256: sha256, note: note, days: examination.days,
            unreadable: look.unreadable)
    }

    /// The file, where it was read wholly before and nothing would come of it again.
    private func unchanged(
        _ input: Input, _ file: OpenedFile, _ sha256: String
    ) async throws(ServiceError) -> ExaminedFile? {
        guard let cursor = FileEnd.cursor(of: file, input) else { return nil }
        let asked = PageFacts(
            feed: file.format.name, window: nil, cursor: cursor,
            file: URL(fileURLWithPath: input.path).lastPathComponent, hash: sha256, fetchedAt: pipeline.now())
        let stored = try await ServiceError.ofStore { () throws(StoreError) in
            try await pipeline.store.unchanged(asked, source: input.account, isComplete: input.isComplete)
        }
        guard let end = stored.flatMap(FileEnd.init(stored:)) else { return nil }
        var note = ImportNote(path: input.path, found: file.found(by: input))
        (note.rows, note.orders, note.unchangedSince) = (end.rows, end.orders, end.facts.fetchedAt)
        note.paidFen = nil
        return ExaminedFile(
            input: input, file: file, sha256: sha256, note: note, days: FileDays(),
            unreadable: UnreadableRows(of: file), isUnchanged: true)
    }

    /// How many of the orders are stored under which other shop of their channel.
    private func otherShops(
        of keys: [OrderKey], _ file: OpenedFile, _ input: Input
    ) async throws(ServiceError) -> [String: Int] {
        var others: [String: Int] = [:]
        // Nearly always one: an ERP's file alone names several.
        for (shop, keys) in Dictionary(grouping: keys, by: { [$0.channel.key, $0.shopID] }) {
            let found = try await ServiceError.ofStore { () throws(StoreError) in
                try await pipeline.store.otherShops(
                    of: keys.map(\.orderID), channel: keys[0].channel, shopID: shop[1])
            }
            others.merge(found, uniquingKeysWith: +)
        }
        return others
    }

    /// Throws where orders of the file are stored under another shop of its channel.
    private func expectOwnShop(
        _ input: Input, _ others: [String: Int64], of orderCount: Int64
    ) throws(ServiceError) {
        guard let other = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        let notice = Notice(
            "import.other_shop", input.path, orderCount, other.value, other.key, input.account, input.shopID)
        throw ServiceError(.usage, [notice])
    }

    static func next(_ reader: inout OrderFileReader) throws(ServiceError) -> OrderFileItem? {
        do throws(TabularError) {
            return try reader.next()
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
    }

    static func reading<Value>(
        _ body: () throws(TabularError) -> Value
    ) throws(ServiceError) -> Value {
        do {
            return try body()
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
    }
}

extension ImportNote {
    fileprivate mutating func take(_ examination: FileExamination) {
        rows = examination.rowCount
        orders = examination.orderCount
        days = examination.days.whole
        (paidFen, refundedFen) = (examination.paidFen, examination.refundedFen)
        unknownPaidLines = examination.unknownPaidLines
        parked = examination.parked
    }
}

extension OpenedFile {
    /// What it was recognised as.
    fileprivate func found(by input: ImportStage.Input) -> ImportNote.Found {
        ImportNote.Found(
            table, format: format.name, isFormatNamed: isFormatNamed, decidingColumns: decidingColumns,
            of: input)
    }
}

extension ImportNote.Found {
    /// What a table was recognised as.
    init(
        _ table: TableFile, format: String, isFormatNamed: Bool, decidingColumns: [String],
        of input: ImportStage.Input
    ) {
        let read = Set(table.columnsRead)
        let (kind, encoding): (ImportNote.Kind, String?) =
            switch table.kind {
            case .text(let encoding, "\t"): (.tabs, encoding)
            case .text(let encoding, ";"): (.semicolons, encoding)
            case .text(let encoding, _): (.commas, encoding)
            case .workbook: (.workbook, nil)
            case .workbookAsXML(let encoding): (.workbookAsXML, encoding)
            case .page(let encoding): (.page, encoding)
            }
        self.init(
            kind: kind, encoding: encoding, member: table.member, sheet: table.sheet,
            headerLine: table.headerLine, format: format, isFormatNamed: isFormatNamed,
            decidingColumns: decidingColumns,
            unreadColumns: table.columns.enumerated().filter {
                !read.contains($0.offset) && !$0.element.isEmpty
            }.map(\.element),
            hiddenColumns: table.hiddenColumns, platform: input.platform, account: input.account,
            shopID: input.shopID, isAccountNamed: input.isAccountNamed)
    }
}
