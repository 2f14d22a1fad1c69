internal import Domain

/// Gathers the words of one record that its description does not know.
struct UnknownWords {
    private var found: [(key: String, word: String)] = []

    var isEmpty: Bool { found.isEmpty }

    /// Notes a word; an empty one stands for a word that is missing where one must be.
    mutating func note(_ word: String, of key: String) {
        if !found.contains(where: { $0.key == key && $0.word == word }) { found.append((key, word)) }
    }

    /// The words, each with what `record` makes of it.
    func words(_ record: (_ key: String, _ word: String) -> UnknownWord) -> [UnknownWord] {
        found.map(record)
    }
}
