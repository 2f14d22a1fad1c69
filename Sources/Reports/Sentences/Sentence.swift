import Domain

/// What a code says in each language; `{1}`, `{2}`, … stand for what the notice holds.
package struct Sentence: Sendable {
    package let code: String
    package let chinese: String
    package let english: String

    init(_ code: String, _ chinese: String, _ english: String) {
        self.code = code
        self.chinese = chinese
        self.english = english
    }

    /// All sentences; no code stands there twice.
    package static let all: [Sentence] = [
        shared, records, tables, store, json, sync, reading, platforms, settings, yaml, admission,
        descriptions,
        describedRecords, douyin, douyinRows, roster, attribution, check, imports, questions, dismissals,
        workplaces, usage, verbs, progress, demo, figures, gaps, lateness, backup, replay,
    ].flatMap(\.self)

    fileprivate static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    /// What is said in many places.
    private static let shared: [Sentence] = [
        .init("verbatim", "{1}", "{1}"),
        .init("joined", "{1}：{2}", "{1}: {2}"),
        .init("quoted", "“{1}”", "\"{1}\""),
    ]
}

extension Notice {
    /// The sentence in this language; a code without one is shown itself, and a test holds that there is none.
    package func text(in language: Language) -> String {
        guard let sentence = Sentence.byCode[code] else {
            return ([code] + arguments.map { $0.text(in: language) }).joined(separator: " ")
        }
        return language.text(sentence.chinese, sentence.english)
            .filled(with: arguments.map { $0.text(in: language) })
    }
}

extension Notice.Argument {
    fileprivate func text(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .notice(let notice): notice.text(in: language)
        case .list(let elements):
            elements.map { $0.text(in: language) }.joined(separator: language.text("、", ", "))
        }
    }
}

extension String {
    /// The text with `{1}` for the first value, and so on; what was filled in is not looked at again.
    fileprivate func filled(with values: [String]) -> String {
        if values.isEmpty { return self }
        var (filled, rest) = ("", self[...])
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let place = rest[open...].dropFirst().prefix { $0.isWholeNumber }
            let close = rest.index(
                open, offsetBy: place.count + 1, limitedBy: rest.index(before: rest.endIndex))
            if let close, rest[close] == "}", let number = Int(place), values.indices.contains(number - 1) {
                filled += values[number - 1]
                rest = rest[rest.index(after: close)...]
            } else {
                filled += "{"
                rest = rest[rest.index(after: open)...]
            }
        }
        return filled + rest
    }
}
