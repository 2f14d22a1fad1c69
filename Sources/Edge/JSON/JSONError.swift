package import Domain

/// Why a page, or one value in it, could not be read.
///
/// Holds a path and never the value itself.
package struct JSONError: Error, Equatable, Sendable {
    /// What was wrong.
    ///
    /// The first group concerns the page (or, `repeatedKey`, a record), the second one value, the third what a value means.
    package enum Reason: Error, Equatable, Sendable {
        case emptyBody
        /// The body starts like something else: an HTML login, maintenance or gateway page, or plain text.
        case notJSON
        case bodyTooLarge(bytes: Int, bytesMax: Int)
        case badUTF8
        /// Cut off, or followed by something else.
        case incomplete
        case malformed(byteOffset: Int)
        case tooDeep(levelsMax: Int)
        case outOfMemory
        /// A key stands twice in an object: nobody knows which of the two counts.
        case repeatedKey

        /// The key is absent or its value null.
        case missing
        case wrongKind(expected: JSONKind, found: JSONKind)
        case notNumeric
        /// A whole number has decimals that are not zeros.
        case fractional
        /// An amount of money has more than two decimals that are not zeros.
        case tooManyDecimals
        case exponent
        case outOfRange
        case notBoolean
        case notTime
        /// An id that must be one of its kind stands there twice.
        case repeated

        // What can be read, but not believed.
        /// An amount below zero.
        case negative
        /// An amount smaller than what is said to be inside it.
        case lessThanParts
        /// An id that none of the platform's ids looks like.
        case notIdentifier
        /// A code that is not known: it may mean anything.
        case unknownCode
        /// Money paid back by a kind of after-sale that moves none.
        case refundWithoutMoney
        /// Lines of which one has 0, and which come to another amount than they do together.
        case linesLackPart
        /// A line says that money came, and its header that none did, or the other way round.
        case contradictsHeader
        /// The name of a province, city or county that holds digits or is too long.
        case notPlaceName
        /// A record of another shop than the account's.
        case otherShop
    }

    /// Keys and positions from the root, such as `data.list[3].pay_amount`; empty for the page itself.
    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }
}

extension JSONError {
    /// One sentence: where, what, what to do next.
    package var notice: Notice {
        Notice("json.problem", path.isEmpty ? Notice("json.page") : .verbatim(path), what, remedy)
    }

    private var what: Notice {
        switch reason {
        case .emptyBody: Notice("json.empty_body")
        case .notJSON: Notice("json.not_json")
        case .bodyTooLarge(let bytes, let bytesMax): Notice("json.body_too_large", bytes, bytesMax)
        case .badUTF8: Notice("json.bad_utf8")
        case .incomplete: Notice("json.incomplete")
        case .malformed(let byteOffset): Notice("json.malformed", byteOffset)
        case .tooDeep(let levelsMax): Notice("json.too_deep", levelsMax)
        case .outOfMemory: Notice("json.out_of_memory")
        case .repeatedKey: Notice("json.repeated_key")
        case .missing: Notice("json.missing")
        case .wrongKind(let expected, let found): Notice("json.wrong_kind", expected.notice, found.notice)
        case .notNumeric: Notice("json.not_numeric")
        case .fractional: Notice("json.fractional")
        case .tooManyDecimals: Notice("json.too_many_decimals")
        case .exponent: Notice("json.exponent")
        case .outOfRange: Notice("json.out_of_range")
        case .notBoolean: Notice("json.not_boolean")
        case .notTime: Notice("json.not_time")
        case .repeated: Notice("json.repeated")
        case .negative: Notice("json.negative")
        case .lessThanParts: Notice("json.less_than_parts")
        case .notIdentifier: Notice("json.not_identifier")
        case .unknownCode: Notice("json.unknown_code")
        case .refundWithoutMoney: Notice("json.refund_without_money")
        case .linesLackPart: Notice("json.lines_lack_part")
        case .contradictsHeader: Notice("json.contradicts_header")
        case .notPlaceName: Notice("json.not_place_name")
        case .otherShop: Notice("json.other_shop")
        }
    }

    private var remedy: Notice {
        switch reason {
        case .emptyBody, .notJSON, .badUTF8, .incomplete, .malformed: Notice("json.read_again")
        case .bodyTooLarge: Notice("json.smaller_pages")
        case .outOfMemory: Notice("json.free_memory")
        case .repeatedKey, .tooDeep, .missing, .wrongKind, .notNumeric, .fractional, .tooManyDecimals,
            .exponent,
            .outOfRange,
            .notBoolean, .notTime, .repeated, .notIdentifier, .unknownCode, .notPlaceName:
            Notice("json.format_may_have_changed")
        case .otherShop: Notice("json.check_shop")
        case .negative, .lessThanParts, .refundWithoutMoney, .linesLackPart, .contradictsHeader:
            Notice("json.ask_platform")
        }
    }
}

extension JSONKind {
    fileprivate var notice: Notice {
        switch self {
        case .object: Notice("json.kind_object")
        case .array: Notice("json.kind_array")
        case .text: Notice("json.kind_text")
        case .number: Notice("json.kind_number")
        case .boolean: Notice("json.kind_boolean")
        case .null: Notice("json.kind_null")
        }
    }
}
