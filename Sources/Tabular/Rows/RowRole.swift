/// What a row is for: what it holds may be an order, or the sum of those above it.
enum RowRole {
    case data
    /// 合计, 总计, 小计 stand in one of its first cells.
    case total
    /// Only its first cell is filled, with words that explain the table or end it.
    case note

    private static let totals: Set<String> = ["合计", "总计", "小计", "共计", "累计", "总合计", "本页合计", "本页小计"]
    private static let notes = ["#", "注：", "注:", "备注：", "备注:", "说明：", "说明:", "导出时间", "打印时间", "制表", "审核"]
    /// A column of numbers or shops may stand in front of the word.
    private static let cellsLookedAt = 3

    init(_ row: TableRow) {
        self = .data
        guard let first = row.cells.firstFilled, first < Self.cellsLookedAt else { return }
        let text = row[first]
        if Self.totals.contains(Self.word(text)) {
            self = .total
        } else if first == 0, Self.notes.contains(where: text.hasPrefix),
            (1..<row.count).allSatisfy({ row[$0].isEmpty })
        {
            self = .note
        }
    }

    /// The word without what may stand around it: `合 计：` is 合计, `总计（元）` is 总计.
    private static func word(_ text: String) -> String {
        guard text.utf8.count <= 40 else { return "" }
        let bare = text.prefix { !"（(".contains($0) }
        return String(bare.filter { !" 　：:".contains($0) })
    }
}
