/// A 64-bit hash that is the same in every process (Swift's own is seeded anew): tells whether a record's
/// content changed.
///
/// Not cryptographic.
package struct StableHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Of nothing.
    package init() {}

    /// Adds a number.
    package mutating func combine(_ number: Int64) {
        state = (state ^ UInt64(bitPattern: number)) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    /// Adds a number or its absence.
    package mutating func combine(_ number: Int64?) {
        combine(number == nil ? 1 : 2)
        combine(number ?? 0)
    }

    /// Adds a text by its bytes.
    package mutating func combine(_ text: String) {
        text.withBytes { raw in
            combine(Int64(raw.count))
            var start = 0
            while start + 8 <= raw.count {
                combine(raw.loadUnaligned(fromByteOffset: start, as: Int64.self).littleEndian)
                start += 8
            }
            guard start < raw.count else { return }
            var last: UInt64 = 0
            for byte in raw[start...] { last = last << 8 | UInt64(byte) }
            combine(Int64(bitPattern: last))
        }
    }

    /// The hash of what was combined.
    package var value: Int64 { Int64(bitPattern: state) }
}
