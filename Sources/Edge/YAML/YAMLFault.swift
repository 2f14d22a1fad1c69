package import Domain
internal import Yams

/// A fault of YAML's grammar, in words that say what to write.
package struct YAMLFault: Error {
    /// From 1; `nil` = the whole text.
    package let line: Int?
    /// What is wrong, and what to write.
    package let what: Notice

    /// `text` is the text of the file, for the lines that the parser does not tell.
    init(_ error: YamlError, text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let line = Self.line(context, mark)
            self.line = line
            what =
                Self.isIndentedByTab(line, in: text)
                ? Notice("yaml.tab") : Self.what(problem, context: context?.text ?? "")
        case .reader(_, let offset, _, _):
            line = offset.map { offset in 1 + text.prefix(offset).count(where: \.isNewline) }
            what = Notice("yaml.control_character")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            line = Self.secondLine(of: key, after: context.mark, in: text)
            what = Notice("yaml.key_twice", YAMLNode.shown(key))
        default:
            line = nil
            what = Notice("yaml.no_yaml")
        }
    }

    /// That the text says too much by its aliases.
    static let tooManyAliases = YAMLFault(what: Notice("yaml.too_many_aliases"))

    private init(what: Notice) {
        line = nil
        self.what = what
    }

    /// That it is no YAML at all.
    init() {
        line = nil
        what = Notice("yaml.no_yaml")
    }

    /// What was opened and not closed is looked for where it was opened, anything else where it was noticed.
    private static func line(_ context: YamlError.Context?, _ mark: Mark) -> Int {
        let opened = ["a quoted scalar", "a simple key", "a flow sequence", "a flow mapping"]
        guard let context, opened.contains(where: context.text.hasSuffix) else { return mark.line }
        return context.mark.line
    }

    /// The parser's sentences are libyaml's (`scanner.c`, `parser.c`), a closed list.
    private static func what(_ problem: String, context: String) -> Notice {
        let table: [(part: String, code: String)] = [
            ("found another document", "yaml.another_document"),
            ("cannot start any token", "yaml.starts_with_sign"),
            ("mapping values are not allowed", "yaml.stray_colon"),
            ("expected ':'", "yaml.no_colon"),
            ("expected ',' or ']'", "yaml.open_bracket"),
            ("expected ',' or '}'", "yaml.open_brace"),
            ("expected '-' indicator", "yaml.items_not_aligned"),
            ("expected key", "yaml.not_aligned"),
            ("block sequence entries", "yaml.item_not_here"),
            ("alphabetic or numeric character", "yaml.starts_with_anchor"),
            ("undefined alias", "yaml.starts_with_star"),
        ]
        if context.hasSuffix("a quoted scalar") {
            return problem.contains("escape") || problem.contains("hexdecimal")
                ? Notice("yaml.bad_escape") : Notice("yaml.open_quote")
        }
        return Notice(table.first { problem.contains($0.part) }?.code ?? "yaml.bad_line")
    }

    private static func isIndentedByTab(_ line: Int, in text: String) -> Bool {
        let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(
            line - 1
        ).first
        return line?.prefix { " \t".contains($0) }.contains("\t") ?? false
    }

    /// The line on which a key stands again in the column of its first mark.
    private static func secondLine(of key: String, after mark: Mark, in text: String) -> Int {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated().dropFirst(mark.line) {
            let rest = line.unicodeScalars.dropFirst(mark.column - 1)
            let word = String(String.UnicodeScalarView(rest)).drop { "\"'".contains($0) }
            let tail = word.dropFirst(key.count).drop { "\"' ".contains($0) }
            if word.hasPrefix(key), tail.hasPrefix(":") { return index + 1 }
        }
        return mark.line
    }
}
