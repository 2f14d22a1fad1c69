internal import YAML

// The values of a section. Each reports what it cannot read and answers a stand-in.

extension DescriptionSection {
    /// A single value as it is written: `0` is "0".
    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        if node.text == nil { problems.add(node.line, "“\(name(key))”要写成一个值") }
        return node.text
    }

    /// A single value that must be there.
    func required(text key: String) -> String {
        if let text = text(key) { return text }
        if !has(key) { missing(key) }
        return ""
    }

    /// One value or a list of them.
    func texts(_ key: String) -> [String] {
        guard let node = node(key), let items = node.items else { return text(key).map { [$0] } ?? [] }
        return items.compactMap(\.text)
    }

    /// A whole number within a range.
    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            let line = lineOfValue(key)
            problems.add(line, "“\(name(key))”要写 \(range.lowerBound) 到 \(range.upperBound) 的整数")
            return nil
        }
        return value
    }

    /// One word of a closed list.
    func word<Meaning>(_ key: String, _ words: [(String, Meaning)]) -> Meaning? {
        text(key).flatMap { meaning(of: $0, in: words, key: key, line: lineOfValue(key)) }
    }

    /// What a word of a closed list means.
    func meaning<Meaning>(of word: String, in words: [(String, Meaning)], key: String, line: Int) -> Meaning?
    {
        if let found = words.first(where: { $0.0 == word }) { return found.1 }
        let names = words.map(\.0)
        let hint = NearestWord.hint(for: word, among: names)
        let choice = names.joined(separator: "、")
        problems.add(line, "“\(name(key))”不认识“\(word)”\(hint.isEmpty ? "，" : hint)可写：\(choice)")
        return nil
    }

    /// A path inside a record.
    func path(_ key: String, keeping: PathKeeping = .always) -> ValuePath? {
        text(key).flatMap { path($0, of: key, keeping: keeping) }
    }

    /// One path or a list of them.
    func paths(_ key: String) -> [ValuePath] {
        texts(key).compactMap { path($0, of: key, keeping: .always) }
    }

    private func path(_ text: String, of key: String, keeping: PathKeeping) -> ValuePath? {
        guard let path = ValuePath(text) else {
            problems.add(
                lineOfValue(key), "“\(name(key))”的路径“\(text)”写错了，应像 data.list 这样用点分开")
            return nil
        }
        problems.note(path, below: prefix, keeping: keeping)
        return path
    }

    /// A path that must be there.
    func required(path key: String) -> ValuePath {
        if let path = path(key) { return path }
        if !has(key) { missing(key) }
        return ValuePath.itself
    }

    /// The line of a key's value.
    func lineOfValue(_ key: String) -> Int { node(key)?.line ?? line }
}
