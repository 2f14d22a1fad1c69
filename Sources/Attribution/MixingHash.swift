/// FNV-1a over fields of text, finished so that sums of such hashes keep no regularities.
///
/// The same on every machine; not cryptographic: it tells what changed, not that nobody forged it.
struct MixingHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds one field.
    mutating func add(_ field: String) {
        for byte in field.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // A byte that no text contains separates the fields.
        state = (state ^ 0xFF) &* 0x100_0000_01B3
    }

    /// The hash of the fields so far, by the finaliser of SplitMix64.
    var word: UInt64 {
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A word in so many hexadecimal digits, at least.
    static func digits(_ word: UInt64, count: Int = 16) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
