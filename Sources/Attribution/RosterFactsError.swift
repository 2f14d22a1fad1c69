package import Domain

/// Why a roster cannot be kept, or a version that was kept cannot be read.
package struct RosterFactsError: Error, Hashable, Sendable {
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

    /// What is wrong, where as far as it is known, and what to do.
    package var notice: Notice {
        switch (isReading, place.isEmpty) {
        case (true, true): Notice("attribution.version_unreadable")
        case (true, false): Notice("attribution.version_unreadable_at", place)
        case (false, true): Notice("attribution.roster_not_kept")
        case (false, false): Notice("attribution.roster_not_kept_at", place)
        }
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
