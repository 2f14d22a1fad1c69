internal import CSimdjson
import Synchronization

/// A member's name, prepared for lookup.
///
/// It owns nothing, so that it costs nothing to pass: a page is asked for some ten thousand.
package struct JSONKey: ExpressibleByStringLiteral, Sendable {
    // Safety: points at a literal's static bytes or at `KeptKeys`; neither changes or goes.
    nonisolated(unsafe) let start: UnsafePointer<UInt8>
    let count: Int
    let fingerprint: UInt64

    /// The fast form: `order.text("order_id")`.
    package init(stringLiteral literal: StaticString) {
        self.init(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    }

    /// A key that is known only at run time.
    ///
    /// Its bytes are kept for as long as the program runs, once for all keys of this name: meant for the names of
    /// a description, not for data.
    package init(_ text: String) {
        let kept = KeptKeys.bytes(of: Array(text.utf8))
        self.init(start: kept.start, count: kept.count)
    }

    private init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
        fingerprint = csimdjson_fingerprint(start, count)
    }

    /// The name.
    package var text: String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

/// The bytes of keys that are known only at run time.
private enum KeptKeys {
    struct Bytes: Sendable {
        // Safety: written in `init` only and never freed.
        nonisolated(unsafe) let start: UnsafePointer<UInt8>
        let count: Int

        init(_ text: [UInt8]) {
            let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(text.count, 1))
            bytes.initialize(from: text, count: text.count)
            start = UnsafePointer(bytes)
            count = text.count
        }
    }

    private static let all = Mutex<[[UInt8]: Bytes]>([:])

    static func bytes(of text: [UInt8]) -> Bytes {
        all.withLock { kept in
            if let bytes = kept[text] { return bytes }
            let bytes = Bytes(text)
            kept[text] = bytes
            return bytes
        }
    }
}
