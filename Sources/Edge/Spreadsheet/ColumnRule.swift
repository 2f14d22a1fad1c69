internal import Clibxlsxwriter

/// A rule of a column as libxlsxwriter takes it.
struct ColumnRule {
    private let rule: SpreadsheetColumn.Rule

    init(_ rule: SpreadsheetColumn.Rule) {
        self.rule = rule
    }

    /// Calls `body` with the rule, which stands no longer than that.
    func apply(
        _ body: (inout lxw_data_validation) throws(SpreadsheetFlaw) -> Void
    ) throws(SpreadsheetFlaw) {
        try CText.with([rule.complaint] + words) { texts throws(SpreadsheetFlaw) in
            var validation = lxw_data_validation()
            validation.error_message = texts[0]
            validation.error_type = UInt8(
                (rule.isAdvice
                    ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP).rawValue)
            switch rule.condition {
            case .word:
                validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                // The list of words ends with a null pointer.
                var words = Array(texts.dropFirst()) + [nil]
                var flaw: SpreadsheetFlaw?
                words.withUnsafeMutableBufferPointer { words in
                    validation.value_list = words.baseAddress
                    do throws(SpreadsheetFlaw) { try body(&validation) } catch { flaw = error }
                }
                if let flaw { throw flaw }
                return
            case .amount:
                validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
                validation.value_number = 0
            case .day:
                validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
                validation.value_datetime = lxw_datetime(
                    year: 2000, month: 1, day: 1, hour: 0, min: 0, sec: 0)
            }
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            try body(&validation)
        }
    }

    private var words: [String] {
        if case .word(let words) = rule.condition { words } else { [] }
    }
}
