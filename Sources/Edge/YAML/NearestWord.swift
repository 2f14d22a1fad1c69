package import Domain

/// What somebody may have meant who wrote a word that is not known.
package enum NearestWord {
    private static let lettersMax = 200

    /// The nearest known word; `nil` where none is near.
    package static func of(_ word: String, among known: [String]) -> String? {
        // Nobody means a word so long, and comparing two of them takes the square of their lengths.
        guard word.count <= lettersMax else { return nil }
        return known.filter { $0.count <= lettersMax }.map { (word: $0, edits: edits(from: word, to: $0)) }
            // A word of which every letter was replaced is another word.
            .filter { $0.edits <= max(2, word.count / 3) && $0.edits < word.count }
            .min { $0.edits < $1.edits }?.word
    }

    /// A question whether the nearest word was meant, to stand behind a half-sentence; empty where no known word is near.
    package static func hint(for word: String, among known: [String]) -> Notice {
        of(word, among: known).map { Notice("hint.nearest", $0) } ?? Notice("hint.none")
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
