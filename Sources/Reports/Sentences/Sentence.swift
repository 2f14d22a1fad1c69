import Domain

/// What a code says in each language; `{1}`, `{2}`, … stand for what the notice holds.
///
/// A count stands with its noun, `{1:order|orders}`, where English has two forms of it. A command begins with `{daihuo}`.
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
        shared, records, tables, workbooks, store, json, sync, reading, platforms, settings, yaml, admission,
        tokens,
        authorise,
        descriptions,
        describedRecords, files, douyin, douyinRows, roster, attribution, check, imports, importNotes,
        selfReports, newShop, inbox,
        questions,
        dismissals,
        workplaces, usage, verbs, progress, demo, figures, gaps, lateness, backup, replay, serve, watch,
        templates,
    ].flatMap(\.self)

    fileprivate static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    /// What is said in many places.
    private static let shared: [Sentence] = [
        .init("verbatim", "{1}", "{1}"),
        .init("joined", "{1}：{2}", "{1}: {2}"),
        .init("quoted", "“{1}”", "\"{1}\""),
        .init("accounts.named", "{1}", "{1}"),
        .init("accounts.several", "{1} 等 {2} 个账号", "{1} and others ({2} accounts)"),
        .init("accounts.known", "已有的账号：{1}", "known accounts: {1}"),
        .init("accounts.all", "全部 {1} 个账号", "all {1} accounts"),
    ]
}

extension Notice {
    /// The sentence in this language; a code without one is shown itself, and a test holds that there is none.
    package func text(in language: Language) -> String {
        guard let sentence = Sentence.byCode[code] else {
            return ([code] + arguments.map { $0.text(in: language) }).joined(separator: " ")
        }
        return language.text(sentence.chinese, sentence.english)
            .filled(with: arguments.map { $0.text(in: language) }, in: language)
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
    /// The text with `{1}` for the first value, `{1:order|orders}` for it with its noun, `{1:feed}` for what staff call the feed
    /// of this name, and `{daihuo}` for how a command begins; what was filled in is not looked at again.
    fileprivate func filled(with values: [String], in language: Language) -> String {
        var (filled, rest) = ("", self[...])
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...].dropFirst()
            if let close = rest.firstIndex(of: "}"),
                let value = Self.value(at: rest[..<close], values, language)
            {
                filled += value
                rest = rest[close...].dropFirst()
            } else {
                filled += "{"
            }
        }
        return filled + rest
    }

    /// What stands at a place of a sentence; `nil` where its braces are the sentence's own.
    private static func value(
        at place: Substring, _ values: [String], _ language: Language
    ) -> String? {
        if place == "daihuo" { return Invocation.daihuo }
        guard let found = place.wholeMatch(of: /([1-9])(?::([^|]+)\|([^|]+)|(:feed))?/),
            let number = Int(found.1), values.indices.contains(number - 1)
        else { return nil }
        let value = values[number - 1]
        if found.4 != nil { return FeedName.shown(value, in: language) }
        guard let one = found.2, let several = found.3 else { return value }
        return value.counted(one, several)
    }
}
