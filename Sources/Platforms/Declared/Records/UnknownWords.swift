internal import Domain

/// Gathers the words of one record that its description does not know.
struct UnknownWords {
    private var found: [(key: String, word: String)] = []

    var isEmpty: Bool { found.isEmpty }

    /// Notes a word; an empty one stands for a word that is missing where one must be.
    mutating func note(_ word: String, of key: String) {
        if !found.contains(where: { $0.key == key && $0.word == word }) { found.append((key, word)) }
    }

    /// The words with what is known of their record.
    func words(orderID: String, refundID: String, paidFen: Fen?) -> [UnknownWord] {
        found.map { key, word in
            UnknownWord(key: key, word: word, orderID: orderID, refundID: refundID, paidFen: paidFen)
        }
    }
}
