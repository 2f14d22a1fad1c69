import Domain

extension Cell {
    /// Excel keeps so many significant digits of a number and replaces the rest by zeros.
    private static let digitsKeptByExcel = 15

    /// Up to here every whole number has a binary fraction of its own.
    private static let exactMax: Int64 = 1 << 53

    /// An id as text, cleaned as by `cleaned(_:)`, empty if the cell is.
    ///
    /// Refused is what Excel made a number of: `2.02E+18`, `2.02606041134381e+27`, and 16 or more digits that
    /// are all zeros after the 15th, unless the cell is text (`="…"`, `'`, backtick, tab; in a sheet a cell of text). Of a
    /// cell that is a number in a sheet any id is refused that no such number holds exactly: one beyond 2^53.
    package static func identifier(_ text: String) throws(Refusal) -> String {
        try identifier(text, .unknown)
    }

    /// The same of a cell of a known kind.
    static func identifier(_ text: String, _ kind: CellKind) throws(Refusal) -> String {
        let id = cleaned(text)
        if isError(id) { throw excelError }
        if isScientific(id) {
            throw Refusal(what: Notice("table.id_has_exponent"), remedy: exportAgain)
        }
        if hasDecimals(id) {
            throw Refusal(what: Notice("table.id_has_decimals"), remedy: exportAgain)
        }
        if kind == .number && isLongNumber(id) && (Int64(id) ?? .max) > exactMax {
            throw Refusal(what: Notice("table.id_is_number"), remedy: exportAgain)
        }
        if endsInExcelZeros(id) && kind != .text && !isMarkedAsText(text) {
            throw Refusal(
                what: Notice("table.id_ends_in_zeros"), remedy: exportAgain,
                isPerhapsIntact: id.utf8.count <= digitsKeptByExcel + 2)
        }
        return id
    }

    /// Whether it is a number so long that Excel would have damaged it, and didn't.
    static func isIntactLongNumber(_ id: String) -> Bool {
        isLongNumber(id) && !endsInExcelZeros(id)
    }

    private static let exportAgain = Notice("table.export_without_excel")

    private static func isLongNumber(_ id: String) -> Bool {
        id.utf8.count > digitsKeptByExcel && id.utf8.allSatisfy(isDigit)
    }

    private static func endsInExcelZeros(_ id: String) -> Bool {
        isLongNumber(id) && id.utf8.dropFirst(digitsKeptByExcel).allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// `2.02E+18`, `2E+18` and `2.02E18`; not `2E18`, which a merchant's own code may look like.
    private static func isScientific(_ id: String) -> Bool {
        guard let exponentMark = id.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return false
        }
        let mantissa = id.utf8[..<exponentMark]
        let exponent = id.utf8[id.utf8.index(after: exponentMark)...]
        let exponentDigits = exponent.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let fraction = mantissa.dropFirst()
        guard mantissa.first.map(isDigit) == true, !exponentDigits.isEmpty, exponentDigits.allSatisfy(isDigit)
        else {
            return false
        }
        let hasSign = exponentDigits.count == exponent.count - 1
        if fraction.isEmpty { return hasSign }
        return fraction.first == UInt8(ascii: ".") && fraction.dropFirst().allSatisfy(isDigit)
    }

    /// `692000000000001.0`: six digits or more, and zeros behind a point.
    private static func hasDecimals(_ id: String) -> Bool {
        guard let point = id.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
        let (whole, decimals) = (id.utf8[..<point], id.utf8[point...].dropFirst())
        return whole.count >= 6 && !decimals.isEmpty && whole.allSatisfy(isDigit)
            && decimals.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
