/// What somebody may have meant who wrote a word that is not known.
enum NearestKey {
    /// The nearest known word, or `nil` where none is near.
    static func of(_ word: String, among known: [String]) -> String? {
        let near = known.map { (word: $0, edits: edits(from: word, to: $0)) }.min { $0.edits < $1.edits }
        guard let near, near.edits <= max(2, word.count / 3) else { return nil }
        return near.word
    }

    /// Letters to insert, delete or replace.
    private static func edits(from left: String, to right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (line, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let replaced = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
