/// A value of a list, with the words that stand for it in a cell.
struct RosterWord<Value: Sendable>: Sendable {
    let value: Value
    /// The word of the contract: `first_secretary`.
    let key: String
    /// What staff write; the first one is what they are asked to write.
    let chinese: [String]
    private let plainWords: [String]

    init(_ value: Value, _ key: String, _ chinese: [String]) {
        (self.value, self.key, self.chinese) = (value, key, chinese)
        plainWords = ([key] + chinese).map(\.plainWord)
    }

    /// Whether a cell says so.
    func isMeant(by text: String) -> Bool { plainWords.contains(text.plainWord) }
}
