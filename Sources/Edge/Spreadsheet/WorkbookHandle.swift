internal import Clibxlsxwriter
internal import Glibc

/// A workbook of libxlsxwriter, which holds all in memory and writes its file when it is closed.
final class WorkbookHandle {
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [SpreadsheetCell.Style: UnsafeMutablePointer<lxw_format>] = [:]

    private static let lastRow = lxw_row_t(1_048_575)

    init(path: String) throws(SpreadsheetFlaw) {
        guard let workbook = workbook_new(path) else { throw .noRoom(errno: ENOMEM) }
        self.workbook = workbook
    }

    deinit { if let workbook { lxw_workbook_free(workbook) } }

    /// Sets what the file says of itself; without a day of its own it would say when it was made.
    func describe(title: String) throws(SpreadsheetFlaw) {
        try CText.with([title]) { texts throws(SpreadsheetFlaw) in
            var properties = lxw_doc_properties()
            properties.title = texts[0]
            properties.created = Self.created
            try Self.check(workbook_set_properties(workbook, &properties))
        }
    }

    /// Adds a sheet behind the others.
    func add(_ sheet: SpreadsheetSheet) throws(SpreadsheetFlaw) {
        try Self.check(workbook_validate_sheet_name(workbook, sheet.name))
        guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
            throw .noRoom(errno: ENOMEM)
        }
        for (index, column) in sheet.columns.enumerated() {
            let place = lxw_col_t(index)
            let format = try format(column.format)
            try Self.check(worksheet_set_column(worksheet, place, place, Double(column.width), format))
            if let rule = column.rule {
                let firstRow = lxw_row_t(sheet.frozenRows)
                try ColumnRule(rule).apply { rule throws(SpreadsheetFlaw) in
                    try Self.check(
                        worksheet_data_validation_range(
                            worksheet, firstRow, place, Self.lastRow, place, &rule))
                }
            }
        }
        for (line, row) in sheet.rows.enumerated() {
            for (place, cell) in row.enumerated() {
                try write(cell, lxw_row_t(line), lxw_col_t(place), worksheet)
            }
        }
        worksheet_freeze_panes(worksheet, lxw_row_t(sheet.frozenRows), 0)
    }

    /// Writes the file; the handle is of no use then.
    func close() throws(SpreadsheetFlaw) {
        // It frees the workbook, also where it fails.
        let result = workbook_close(workbook)
        workbook = nil
        try Self.check(result)
    }

    private func write(
        _ cell: SpreadsheetCell, _ line: lxw_row_t, _ place: lxw_col_t,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetFlaw) {
        if cell.text.isEmpty, cell.style == .ofColumn { return }
        // Without a format of its own a cell has its column's.
        let format = cell.style == .ofColumn ? nil : try format(cell.style)
        if cell.isNumber, let number = Double(cell.text) {
            try Self.check(worksheet_write_number(worksheet, line, place, number, format))
        } else {
            try Self.check(
                cell.text.isEmpty
                    ? worksheet_write_blank(worksheet, line, place, format)
                    : worksheet_write_string(worksheet, line, place, cell.text, format))
        }
        if cell.comment.isEmpty { return }
        var options = lxw_comment_options()
        options.width = Self.commentPixels
        // So many characters fit on a line of that width.
        options.height = UInt16(24 + 18 * (cell.comment.count / 18 + 1))
        options.font_size = 10
        try Self.check(worksheet_write_comment_opt(worksheet, line, place, cell.comment, &options))
    }

    private static let commentPixels: UInt16 = 280
    /// 1 November 2022, noon in London.
    private static let created = time_t(1_667_304_000)
}

extension WorkbookHandle {
    private func format(
        _ format: SpreadsheetColumn.Format
    ) throws(SpreadsheetFlaw) -> UnsafeMutablePointer<lxw_format> {
        let made = try newFormat()
        switch format {
        // The numbers are those of formats that every Excel knows.
        case .general: format_set_num_format_index(made, 0)
        case .wholeNumber: format_set_num_format_index(made, 1)
        case .twoDecimals: format_set_num_format_index(made, 4)
        case .text: format_set_num_format_index(made, Self.textFormat)
        case .day: format_set_num_format(made, "yyyy-mm-dd")
        case .dayAndTime: format_set_num_format(made, "yyyy-mm-dd hh:mm")
        }
        return made
    }

    /// The number of the format `@`.
    private static let textFormat: UInt8 = 49

    private func format(
        _ style: SpreadsheetCell.Style
    ) throws(SpreadsheetFlaw) -> UnsafeMutablePointer<lxw_format> {
        if let known = formats[style] { return known }
        let made = try newFormat()
        switch style {
        case .title:
            format_set_bold(made)
            format_set_font_size(made, 14)
        case .line, .ofColumn: break
        case .header, .requiredHeader:
            format_set_bold(made)
            format_set_bg_color(made, style == .header ? Self.ground : Self.strongGround)
            format_set_border(made, UInt8(LXW_BORDER_THIN.rawValue))
        case .bordered:
            format_set_text_wrap(made)
            format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(made, UInt8(LXW_BORDER_THIN.rawValue))
        }
        // What begins with `=` or has many digits is text in each of them.
        format_set_num_format_index(made, Self.textFormat)
        formats[style] = made
        return made
    }

    private static let ground = lxw_color_t(0xDDEBF7)
    private static let strongGround = lxw_color_t(0xFFD966)

    private func newFormat() throws(SpreadsheetFlaw) -> UnsafeMutablePointer<lxw_format> {
        guard let made = workbook_add_format(workbook) else { throw .noRoom(errno: ENOMEM) }
        return made
    }

    private static func check(_ result: lxw_error) throws(SpreadsheetFlaw) {
        switch result {
        case LXW_NO_ERROR: return
        case LXW_ERROR_MEMORY_MALLOC_FAILED, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
            LXW_ERROR_CREATING_XLSX_FILE:
            throw .noRoom(errno: errno)
        default: throw .refused(String(cString: lxw_strerror(result)))
        }
    }
}
