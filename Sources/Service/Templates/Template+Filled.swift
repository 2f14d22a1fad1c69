import Domain
import Spreadsheet

extension Template {
    /// Its bytes as an XLSX file in which rows of the first sheet are filled in, each by the headers of its columns.
    ///
    /// Days and amounts are what Excel makes of them when they are typed: numbers. Throws where there is no such header.
    package func filled(with rows: [[String: String]]) throws(ServiceError) -> [UInt8] {
        let known = Set(sheets[0].columns.map(\.header))
        if let strange = rows.lazy.flatMap(\.keys).first(where: { !known.contains($0) }) {
            throw ServiceError(.usage, [Notice("template.not_made", fileName, strange)])
        }
        var filled = spreadsheet.sheets
        filled[0].rows += rows.map { row in sheets[0].columns.map { $0.cell(row[$0.header] ?? "") } }
        do {
            return try Spreadsheet(title: title, sheets: filled).xlsx()
        } catch {
            throw ServiceError(.usage, [Notice("template.not_made", fileName, Self.reason(error))])
        }
    }
}

extension TemplateColumn {
    /// What is typed, as Excel keeps it in this column; what is no day or number stays text.
    fileprivate func cell(_ text: String) -> SpreadsheetCell {
        switch kind {
        case .day:
            BusinessDay(text).map { SpreadsheetCell(number: String($0.number + Self.excelDaysBefore1970)) }
                ?? SpreadsheetCell(text, .ofColumn)
        case .quantity, .count, .amount: SpreadsheetCell(number: text)
        case .text, .id, .time, .word, .usualWord: SpreadsheetCell(text, .ofColumn)
        }
    }

    private static let excelDaysBefore1970 = 25_569
}
