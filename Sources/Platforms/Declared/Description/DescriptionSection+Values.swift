import Domain
internal import YAML

// The values of a section. Each reports what it cannot read and answers a stand-in.

extension DescriptionSection {
    /// A single value as it is written: `0` is "0".
    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        if node.text == nil { problems.add(node.line, Notice("declared.no_single_value", name(key))) }
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
            problems.add(
                line, Notice("declared.no_whole_number", name(key), range.lowerBound, range.upperBound))
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
        let nearest = NearestWord.of(word, among: names)
        problems.add(
            line,
            nearest.map { Notice("declared.unknown_word_near", name(key), word, $0, names) }
                ?? Notice("declared.unknown_word", name(key), word, names))
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
                lineOfValue(key), Notice("declared.bad_path", name(key), text))
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
