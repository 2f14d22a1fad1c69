/// Why a roster cannot be kept, or a version that was kept cannot be read.
package struct RosterFactsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the facts: `tenures[3].from`; empty where that is not known.
    package let place: String
    private let isReading: Bool

    init(reading error: any Error) {
        isReading = true
        place =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                Self.text(context.codingPath)
            case .keyNotFound(let key, let context): Self.text(context.codingPath + [key])
            default: ""
            }
    }

    init(writing error: any Error) {
        isReading = false
        place =
            if case .invalidValue(_, let context) = error as? EncodingError {
                Self.text(context.codingPath)
            } else {
                ""
            }
    }

    /// One Chinese sentence.
    package var description: String {
        let place = place.isEmpty ? "" : " \(place) "
        return isReading
            ? "库中的名册版本\(place)无法读取，可能被改动过；请从备份恢复"
            : "名册\(place)无法存入库中；请检查该行的日期，年份应为四位数字"
    }

    private static func text(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
