internal import CXXHash
internal import Domain

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
    package var description: String {
        bytes(of: high.bigEndian).hexadecimal + bytes(of: low.bigEndian).hexadecimal
    }

    private func bytes(of word: UInt64) -> [UInt8] { withUnsafeBytes(of: word) { Array($0) } }
}
