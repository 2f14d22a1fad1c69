import Domain

extension Cell {
    /// What stands for a value that Excel could not work out, or did not: the text of its most frequent error.
    static let noValue = "#N/A"

    /// Excel's errors, which are no value, no text and not empty either.
    private static let errors: Set<String> = [
        noValue, "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
        "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
    ]

    /// What staff and exports write where there is nothing: dashes of any length, a slash, 无.
    private static let emptyMarks: Set<String> = ["", "-", "--", "---", "–", "—", "——", "－", "/", "／", "无"]

    /// Whether a cleaned text says that there is nothing.
    static func isEmpty(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        return !isDigit(first) && emptyMarks.contains(text)
    }

    /// Whether a cleaned text is an error of Excel's.
    static func isError(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "#") && errors.contains(text)
    }

    /// The text with digits, signs and letters of full width as ASCII.
    ///
    /// `１２．５０` is `12.50`; `￥` stays.
    static func halfWidth(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000: result.append(" ")
            // The minus of mathematics.
            case 0x2212: result.append("-")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    static var excelError: Refusal {
        Refusal(what: Notice("table.excel_error"), remedy: Notice("table.mend_in_excel"))
    }
}
