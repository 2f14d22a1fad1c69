internal import CXXHash

/// 128 bits by which stretches of bytes are told apart: XXH3 of xxHash, the same in every process and on every machine.
///
/// Not cryptographic: it tells which page a record was read from, not that nobody forged one (docs/decisions/0010).
package struct ContentHash: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The hash of these bytes.
    package init(_ bytes: UnsafeRawBufferPointer) {
        let hash = cxxhash_of(bytes.baseAddress, bytes.count)
        (high, low) = (hash.high, hash.low)
    }
}

extension ContentHash: CustomStringConvertible {
    /// 32 hexadecimal digits.
    package var description: String { Self.hex(high) + Self.hex(low) }

    private static func hex(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
