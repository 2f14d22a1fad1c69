package import Domain

/// What is held: read, and not counted, or not for certain, until somebody or something settles it.
package struct ParkedReport: Hashable, Sendable {
    /// The oldest first.
    package let records: [HeldRecord]
    /// The instant that ages are counted to.
    package let asOf: Instant

    /// A list as of an instant.
    package init(records: [HeldRecord], asOf: Instant) {
        self.records = records
        self.asOf = asOf
    }

    /// Whole days since it was first read; none before its own day.
    func ageDays(_ record: HeldRecord) -> Int64 {
        max(0, Int64(asOf.day.number) - Int64(record.since.day.number))
    }
}

extension HeldRecord {
    /// What a person calls it to dismiss it: `p12`, `c3`; `nil` where only a record can settle it.
    package var name: String? {
        guard let number else { return nil }
        return switch kind {
        case .parked: "p\(number)"
        case .conflict: "c\(number)"
        case .orphan, .headerGap, .unknownWord: nil
        }
    }

    /// The kind and number behind a name; `nil` where it is none.
    package static func dismissible(_ name: String) -> (kind: Kind, number: Int64)? {
        guard let number = Int64(name.dropFirst()), number > 0 else { return nil }
        return switch name.first {
        case "p": (.parked, number)
        case "c": (.conflict, number)
        default: nil
        }
    }
}
