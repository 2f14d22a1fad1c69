/// Something that a person is to be told, in no language yet: a code, and what stands in the sentence.
///
/// Whoever notices something says it by a code; the sentence is made by language in one place, `Reports/Sentences`. What
/// stands in it is a name, a number, a path or a further notice; never a secret, personal data or the text of a cell.
///
/// ```swift
/// Notice("table.line", "roster/tenures.csv", 12)     // roster/tenures.csv 第 12 行
/// ```
package struct Notice: Error, Hashable, Sendable {
    /// Its key among the sentences: the area, a dot, what is so: `table.column_missing`.
    package let code: String
    /// What stands at {1}, {2}, … of the sentence.
    package let arguments: [Argument]

    /// One thing that stands in a sentence.
    package enum Argument: Hashable, Sendable {
        case text(String)
        case notice(Notice)
        /// Several things one after the other, parted as the language does.
        case list([Argument])
    }

    /// A notice by its code, with what stands in the sentence.
    package init(_ code: String, _ arguments: any NoticeArgument...) {
        self.code = code
        self.arguments = arguments.map(\.inNotice)
    }

    fileprivate init(code: String, _ arguments: [Argument]) {
        self.code = code
        self.arguments = arguments
    }

    /// Adds it to a stable hash.
    package func combine(into hash: inout StableHash) {
        hash.combine(code)
        for argument in arguments { argument.combine(into: &hash) }
    }

    /// Words that are nobody's sentence and are shown as they are: what a person wrote, a library's message.
    package static func verbatim(_ text: String) -> Notice { Notice(code: "verbatim", [.text(text)]) }
}

extension Notice.Argument {
    fileprivate func combine(into hash: inout StableHash) {
        switch self {
        case .text(let text): hash.combine(text)
        case .notice(let notice): notice.combine(into: &hash)
        case .list(let elements):
            hash.combine(Int64(elements.count))
            for element in elements { element.combine(into: &hash) }
        }
    }
}

/// What can stand in a sentence.
package protocol NoticeArgument {
    /// As it stands there.
    var inNotice: Notice.Argument { get }
}

extension String: NoticeArgument {
    package var inNotice: Notice.Argument { .text(self) }
}

extension Substring: NoticeArgument {
    package var inNotice: Notice.Argument { .text(String(self)) }
}

extension Int: NoticeArgument {
    package var inNotice: Notice.Argument { .text(String(self)) }
}

extension Int64: NoticeArgument {
    package var inNotice: Notice.Argument { .text(String(self)) }
}

extension BusinessDay: NoticeArgument {
    package var inNotice: Notice.Argument { .text(description) }
}

extension Instant: NoticeArgument {
    /// Beijing time.
    package var inNotice: Notice.Argument { .text(description) }
}

extension Notice: NoticeArgument {
    package var inNotice: Notice.Argument { .notice(self) }
}

extension Array: NoticeArgument where Element: NoticeArgument {
    package var inNotice: Notice.Argument { .list(map(\.inNotice)) }
}

extension Notice: Codable {
    /// As the store keeps it: `["code", "text", ["code of a notice in it"], {"list": [...]}]`.
    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        code = try container.decode(String.self)
        var arguments: [Argument] = []
        while !container.isAtEnd { arguments.append(try container.decode(Argument.self)) }
        self.arguments = arguments
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(code)
        for argument in arguments { try container.encode(argument) }
    }
}

extension Notice.Argument: Codable {
    private enum Key: CodingKey {
        case list
    }

    package init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
        } else if let container = try? decoder.container(keyedBy: Key.self) {
            self = .list(try container.decode([Self].self, forKey: .list))
        } else {
            self = .notice(try Notice(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .notice(let notice): try notice.encode(to: encoder)
        case .list(let elements):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(elements, forKey: .list)
        }
    }
}
