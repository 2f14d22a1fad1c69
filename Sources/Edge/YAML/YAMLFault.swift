internal import Yams

/// A fault of YAML's grammar, in words that say what to write.
package struct YAMLFault: Error {
    /// From 1; `nil` = the whole text.
    package let line: Int?
    /// One sentence in Chinese.
    package let text: String

    /// `text` is the text of the file, for the lines that the parser does not tell.
    init(_ error: YamlError, text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let line = Self.line(context, mark)
            self.line = line
            self.text =
                Self.isIndentedByTab(line, in: text)
                ? "这一行的缩进里有制表符（Tab），请改用空格" : Self.sentence(problem, context: context?.text ?? "")
        case .reader(_, let offset, _, _):
            line = offset.map { offset in 1 + text.prefix(offset).count(where: \.isNewline) }
            self.text = "有控制字符，请删去这一行里看不见的字符"
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            line = Self.secondLine(of: key, after: context.mark, in: text)
            self.text = "“\(YAMLNode.shown(key))”写了两次，请删去一个"
        default:
            line = nil
            self.text = Self.noYAML
        }
    }

    /// That it is no YAML at all.
    init() {
        line = nil
        text = Self.noYAML
    }

    private static let noYAML = "不是 YAML 文件，请检查缩进、引号和冒号"

    /// What was opened and not closed is looked for where it was opened, anything else where it was noticed.
    private static func line(_ context: YamlError.Context?, _ mark: Mark) -> Int {
        let opened = ["a quoted scalar", "a simple key", "a flow sequence", "a flow mapping"]
        guard let context, opened.contains(where: context.text.hasSuffix) else { return mark.line }
        return context.mark.line
    }

    /// The parser's sentences are libyaml's (`scanner.c`, `parser.c`), a closed list.
    private static func sentence(_ problem: String, context: String) -> String {
        let table: [(part: String, sentence: String)] = [
            ("found another document", "这里多了一行“---”，一个文件只写一份设置，请删去"),
            ("cannot start any token", "值不能以 @、` 或 % 开头，请给值加上引号"),
            ("mapping values are not allowed", "这里多了一个冒号或缩进不对，请与同级的键对齐；值里有“: ”时请加引号"),
            ("expected ':'", "键和值要写成“键: 值”，请用半角冒号并在后面加一个空格"),
            ("expected ',' or ']'", "方括号没有写完，请补上 ] 或逗号"),
            ("expected ',' or '}'", "花括号没有写完，请补上 } 或逗号"),
            ("expected '-' indicator", "列表的各项没有对齐，请让每项的“- ”在同一列"),
            ("expected key", "这一行的缩进与上下行不一致，请与同级的键对齐"),
            ("block sequence entries", "“- ”不能写在这里，请另起一行"),
            ("alphabetic or numeric character", "值不能以 * 或 & 开头，请给值加上引号"),
            ("undefined alias", "值不能以 * 开头，请给值加上引号"),
        ]
        if context.hasSuffix("a quoted scalar") {
            return problem.contains("escape") || problem.contains("hexdecimal")
                ? "双引号里的 \\ 写错了，请改用单引号" : "从这一行起的引号没有成对，请补上另一个"
        }
        return table.first { problem.contains($0.part) }?.sentence ?? "这一行不合 YAML 的写法，请检查缩进、引号和冒号"
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
