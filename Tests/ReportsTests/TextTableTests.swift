import Domain
import Reports
import Testing

@Suite("Tables and widths")
struct TextTableTests {
    @Test(
        "Widths as a terminal draws them",
        arguments: [
            ("", 0), ("abc", 3), ("归属", 4), ("ＡＢ", 4), ("ｱｲ", 2), ("（）", 4), ("e\u{301}", 1), ("한글", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍🌾", 2), ("🇨🇳", 2), ("❤️", 2), ("❤", 1), ("✓—", 2),
            ("\u{200B}", 0),
            ("นี่", 1), ("a中e\u{301}🍎", 6), ("𠮷", 2), ("、。", 4),
        ])
    func widths(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test("Columns line up in mixed scripts, without trailing spaces")
    func mixed() {
        var table = TextTable(columns: [.init("名称"), .init("n", .right), .init("注")])
        table.add(["张三abc", "1,234", "x"])
        table.add(["e\u{301}", "5"])
        table.addFooter(["合计", "1,239", ""])
        #expect(
            table.text(indent: 1) == """
                 名称         n  注
                 -------  -----  --
                 张三abc  1,234  x
                 e\u{301}            5
                 -------  -----  --
                 合计     1,239

                """)
    }

    @Test("A table without rows is a heading")
    func empty() {
        #expect(TextTable(columns: [.init("a"), .init("b", .right)]).text() == "a  b\n-  -\n")
    }

    @Test("A cell cannot move the cursor or turn the line")
    func control() {
        var table = TextTable(columns: [.init("a")])
        table.add(["x\u{1B}[2J\ny\u{202E}z"])
        #expect(table.text() == "a\n--------\nx [2J yz\n")
    }

    @Test(
        "Thousands are separated and nothing is rounded",
        arguments: [
            (Int64(0), "0.00"), (-5, "-0.05"), (99_999, "999.99"), (100_000, "1,000.00"),
            (-123_456_789, "-1,234,567.89"),
            (Int64.min, "-92,233,720,368,547,758.08"),
        ])
    func fen(fen: Int64, text: String) {
        #expect(Fen(fen).grouped == text)
    }

    @Test(
        "Tonnes show every gram",
        arguments: [
            (Int64(0), "0.000"), (4_950_000, "4.950"), (-1, "-0.000001"),
            (9_013_000_000_000, "9,013,000.000"),
        ])
    func tonnes(grams: Int64, text: String) {
        #expect(Grams(grams).grouped == text)
    }
}
