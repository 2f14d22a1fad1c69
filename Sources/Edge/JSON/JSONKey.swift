internal import CSimdjson

/// A member's name, prepared for lookup.
///
/// A literal costs no allocation; make the run-time form once and keep it.
package struct JSONKey: ExpressibleByStringLiteral, Sendable {
    // Safety: points at a literal's static bytes or at those of `owner`; neither changes after `init`.
    nonisolated(unsafe) let start: UnsafePointer<UInt8>
    let count: Int
    let fingerprint: UInt64
    private let owner: Owner?

    /// The fast form: `order.text("order_id")`.
    package init(stringLiteral literal: StaticString) {
        start = literal.utf8Start
        count = literal.utf8CodeUnitCount
        fingerprint = csimdjson_fingerprint(start, count)
        owner = nil
    }

    /// A key that is known only at run time; allocates.
    package init(_ text: String) {
        let owner = Owner(text)
        start = UnsafePointer(owner.start)
        count = owner.count
        fingerprint = csimdjson_fingerprint(start, count)
        self.owner = owner
    }

    var text: String {
        withExtendedLifetime(owner) {
            String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }

    /// Keeps the bytes of a run-time key.
    private final class Owner: Sendable {
        // Safety: written in `init` only, freed with the last key that points here.
        nonisolated(unsafe) let start: UnsafeMutablePointer<UInt8>
        let count: Int

        init(_ text: String) {
            let bytes = Array(text.utf8)
            count = bytes.count
            start = .allocate(capacity: max(count, 1))
            start.initialize(from: bytes, count: count)
        }

        deinit { start.deallocate() }
    }
}
