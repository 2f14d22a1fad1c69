import Domain
import Reports
import Spreadsheet

extension Template {
    /// The workbook: empty sheets with their headers, and the sheet of explanations behind them.
    var spreadsheet: Spreadsheet {
        Spreadsheet(title: title, sheets: sheets.map(\.spreadsheetSheet) + [explanations])
    }

    /// A row for each column, so that nobody takes the sheet for one that is filled in.
    private var explanations: SpreadsheetSheet {
        let lines = (notes + Self.notesOfAll).enumerated().map { place, note in
            [SpreadsheetCell("\(place + 1)．\(note)", .line)]
        }
        let header = ["工作表", "列", "必填", "怎么填", "例一", "例二"].map { SpreadsheetCell($0, .header) }
        let table = sheets.flatMap { sheet in
            sheet.columns.map { column in
                ([sheet.name, column.header, column.isRequired ? "必填" : "", column.explanation]
                    + column.examples)
                    .map { SpreadsheetCell($0, .bordered) }
            }
        }
        return SpreadsheetSheet(
            name: Self.explanationSheet,
            columns: [12, 18, 6, 60, 26, 26].map { SpreadsheetColumn(width: $0) },
            rows: [[SpreadsheetCell(title + "：填写说明", .title)]] + lines + [[], header] + table)
    }

    private static let notesOfAll = [
        "从第二行填起。工作表和表头的名称不要改；列的次序可以换，空行不读。",
        "编号按文本填写：从别处粘贴时请选“只粘贴数值”或“匹配目标格式”，变成 2.02E+18 的编号会被拒绝。",
        "黄色表头的列每行都要填。鼠标移到表头上能看到这一列怎么填；有下拉列表的列请从列表中选。",
    ]
}

extension TemplateSheet {
    fileprivate var spreadsheetSheet: SpreadsheetSheet {
        SpreadsheetSheet(
            name: name,
            columns: columns.map { SpreadsheetColumn(width: $0.width, format: $0.format, rule: $0.rule) },
            rows: [columns.map(\.headerCell)],
            frozenRows: 1)
    }
}

extension TemplateColumn {
    fileprivate var headerCell: SpreadsheetCell {
        SpreadsheetCell(
            header, isRequired ? .requiredHeader : .header, comment: (isRequired ? "必填。" : "") + explanation)
    }

    /// As wide as what is expected in it.
    fileprivate var width: Int {
        let usual =
            switch kind {
            case .time: 18
            case .day, .amount: 14
            case .text, .id: 16
            case .quantity, .count, .word, .usualWord: 10
            }
        return ([header.displayWidth + 4, usual] + examples.map { $0.displayWidth + 2 }).reduce(0, max)
    }

    fileprivate var format: SpreadsheetColumn.Format {
        switch kind {
        case .text, .id, .word, .usualWord: .text
        case .quantity: .general
        case .count: .wholeNumber
        case .amount: .twoDecimals
        case .day: .day
        case .time: .dayAndTime
        }
    }

    fileprivate var rule: SpreadsheetColumn.Rule? {
        switch kind {
        case .text, .id: nil
        case .quantity, .count, .amount:
            .init(.amount, isAdvice: true, complaint: "这里一般写数字，如 1029.5。")
        case .day: .init(.day, isAdvice: true, complaint: "这里一般写日期，如 2022-11-01。")
        case .time: .init(.day, isAdvice: true, complaint: "这里一般写北京时间，如 2022-11-01 19:00。")
        case .word(let words): .init(.word(words), isAdvice: false, complaint: "请从列表中选择。")
        case .usualWord(let words): .init(.word(words), isAdvice: true, complaint: "一般从列表中选择。")
        }
    }
}
