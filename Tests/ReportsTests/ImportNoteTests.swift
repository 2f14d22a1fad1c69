import Domain
import Testing

@testable import Reports

/// What is told of an imported file, in its golden files.
@Suite("The note of an imported file")
struct ImportNoteTests {
    private static func found(_ kind: ImportNote.Kind) -> ImportNote.Found {
        ImportNote.Found(
            kind: kind, encoding: kind == .workbook ? nil : "GB18030", member: nil, sheet: nil, headerLine: 1,
            format: "douyin-orders", isFormatNamed: false, decidingColumns: ["主订单编号", "子订单编号"],
            unreadColumns: ["收件人"], hiddenColumns: [], platform: "douyin", account: "a", shopID: "9001",
            isAccountNamed: false)
    }

    /// Everything that can be told at once.
    private static var full: ImportNote {
        var found = found(.workbook)
        (found.member, found.sheet, found.headerLine) = ("11月.xlsx", "订单", 3)
        (found.isAccountNamed, found.hiddenColumns) = (true, ["备注"])
        var note = ImportNote(path: "11月/订单 导出.zip", found: found)
        (note.rows, note.orders, note.hiddenRows) = (1_234_567, 1_200_000, 2)
        note.days = Scenario.from...Scenario.from.advanced(by: 29)
        (note.paidFen, note.refundedFen) = (123_456_789, 4_500)
        note.totals = [
            .init(line: 9, column: "订单应付金额", stated: 20_000, read: 18_000),
            .init(line: 9, column: "运费", stated: 0, read: 0),
        ]
        note.otherShops = ["9002": 3]
        for line in 0..<200 {
            let reason = ParkedRows.Row.Reason(
                column: line % 25 == 0 ? nil : "第\(line % 25)", what: Notice("table.no_amount"),
                remedy: Notice("table.write_yuan"))
            note.parked.add(
                .init(line: line + 4, orderID: "", reason: reason, sentence: Notice("table.no_amount")),
                isIDDamaged: false)
        }
        let flaw = ParkedRows.Row.Reason(column: nil, what: Notice("table.no_amount"), remedy: nil)
        for order in 1...9 {
            note.parked.add(
                .init(line: nil, orderID: "\(order)", reason: flaw, sentence: flaw.what), isIDDamaged: false)
        }
        note.unreadable = .init(path: "/var/我的 店/导出.unreadable.csv", rows: 200)
        return note
    }

    private static var notes: [ImportNote] {
        var named = ImportNote(path: "b.csv", found: found(.commas))
        named.paidFen = nil
        let others = [ImportNote.Kind.tabs, .semicolons, .page, .workbookAsXML].map {
            ImportNote(path: "\($0.rawValue).xls", found: found($0))
        }
        var unchanged = ImportNote(path: "c.csv", found: found(.commas))
        (unchanged.rows, unchanged.orders) = (12, 10)
        unchanged.unchangedSince = Instant(seconds: 1_669_000_000)
        return [full, named, unchanged] + others
    }

    @Test("all that can be told, in words", arguments: Language.allCases)
    func words(language: Language) throws {
        let text = Self.notes.flatMap { $0.paragraph(in: language) }.map { $0 + "\n" }.joined()
        try Golden.expect(text, named: "import-note-\(language.rawValue).txt")
    }

    @Test("and for programs")
    func programs() throws {
        var note = Self.full
        var few = ParkedRows()
        for row in note.parked.rows.prefix(2) + note.parked.rows.suffix(1) { few.add(row, isIDDamaged: true) }
        note.parked = few
        try Golden.expect(note.tree(.english).description, named: "import-note.json")
    }

    @Test("a million parked rows are counted, and no more than ten thousand kept")
    func bounded() {
        var parked = ParkedRows()
        let reason = ParkedRows.Row.Reason(column: nil, what: Notice("table.no_amount"), remedy: nil)
        for line in 1...20_001 {
            parked.add(
                .init(line: line, orderID: "", reason: reason, sentence: reason.what),
                isIDDamaged: line % 2 == 0)
        }
        #expect(parked.count == 20_001 && parked.damagedIDs == 10_000 && parked.rows.count == 10_000)
        #expect(parked.byReason.map(\.count) == [20_001] && parked.byReason[0].rows.count == 5)
    }
}
