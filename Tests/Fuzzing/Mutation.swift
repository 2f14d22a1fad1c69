package import SeededRandomness

/// Makes other inputs of seeds: edits of bytes, of words as the reader sees them, and of two seeds together.
package struct Mutation {
    private let seeds: [[UInt8]]
    private let words: [[UInt8]]

    /// What computers get wrong, beside the words of a reader.
    private static let numbers = [
        "0", "-1", "2147483648", "4294967295", "9223372036854775807", "-9223372036854775808",
        "18446744073709551616", "1e400", "-0.0", "99999999999999999999999999", "1E-9223372036854775808",
    ]
    private static let edges = Set("\"'<>{}[]():;,=\t\n\r /#&*-".utf8)

    /// Mutations of a reader's seeds.
    package init(_ reader: FuzzedReader) {
        seeds = Seeds.of(reader)
        words = FuzzDictionary.words(of: reader) + Self.numbers.map { Array($0.utf8) }
    }

    /// One input.
    package func make(_ random: inout SeededRandom) -> [UInt8] {
        var bytes = random.element(of: seeds)
        for _ in 0..<random.next(in: 1...6) { edit(&bytes, &random) }
        return bytes
    }

    private func edit(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        guard !bytes.isEmpty else {
            bytes = random.element(of: words)
            return
        }
        let place = random.next(in: 0...(bytes.count - 1))
        let token = Self.token(in: bytes, at: place)
        switch random.next(in: 0...9) {
        case 0: bytes[place] ^= 1 << UInt8(random.next(in: 0...7))
        case 1: bytes[place] = UInt8(random.next(in: 0...255))
        case 2: bytes.insert(contentsOf: random.element(of: words), at: place)
        case 3, 4: bytes.replaceSubrange(token, with: random.element(of: words))
        case 5: bytes.removeSubrange(token)
        case 6: bytes.insert(contentsOf: bytes[token], at: random.next(in: 0...bytes.count))
        case 7: bytes.removeSubrange(place..<min(bytes.count, place + random.next(in: 1...64)))
        case 8:
            let piece = Array(bytes[place..<min(bytes.count, place + random.next(in: 1...64))])
            for _ in 0..<random.next(in: 1...32) { bytes.insert(contentsOf: piece, at: place) }
        default:
            let other = random.element(of: seeds)
            bytes.removeSubrange(place...)
            bytes += other[random.next(in: 0...(other.count - 1))...]
        }
    }

    /// The word that a byte is part of, or the one byte between words.
    private static func token(in bytes: [UInt8], at place: Int) -> Range<Int> {
        if edges.contains(bytes[place]) { return place..<(place + 1) }
        let start = bytes[..<place].lastIndex(where: edges.contains).map { $0 + 1 } ?? 0
        return start..<(bytes[place...].firstIndex(where: edges.contains) ?? bytes.count)
    }
}
