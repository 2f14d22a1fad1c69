import YAML

/// One mapping of a configuration.
///
/// Values that cannot be read are reported and answered as `nil`.
final class SettingsSection {
    let problems: SettingsProblems
    /// Where the section starts, from 1.
    let line: Int
    /// For people: `账号“pds-douyin”`; empty for the whole file.
    private let place: String
    private let entries: [YAMLNode.Entry]
    /// What unknown keys were probably meant to be.
    private let misspelt: Set<String>

    /// Reads the keys and reports the unknown ones, each with the nearest known one.
    init(_ node: YAMLNode, place: String, known: [String], problems: SettingsProblems) {
        self.problems = problems
        self.place = place
        line = node.line
        isMapping = node.entries != nil
        entries = node.entries ?? []
        var misspelt: Set<String> = []
        for entry in entries where !known.contains(entry.key) {
            let nearest = NearestWord.of(YAMLNode.start(of: entry.key), among: known)
            if let nearest { misspelt.insert(nearest) }
            let advice = nearest.map { "是不是“\($0)”？" } ?? "可写：\(known.joined(separator: "、"))"
            let owner = place.isEmpty ? "" : "\(place)的"
            problems.add(entry.line, "不认识\(owner)“\(YAMLNode.shown(entry.key))”，\(advice)")
        }
        self.misspelt = misspelt
    }

    /// Whether there are keys and values at all; whoever gives the node reports that there are none.
    let isMapping: Bool

    /// Whether something was written under the key: not `key:`, `key: ~` or `key: ""`.
    func has(_ key: String) -> Bool { node(key) != nil }

    /// A single value as it is written: `0012` is "0012".
    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        if let text = node.text { return text }
        add(key, "要写成一个值，不能是列表或多项")
        return nil
    }

    /// A single value that must be there.
    func required(text key: String) -> String? {
        if !has(key) { missing(key) }
        return text(key)
    }

    /// A list of single values.
    func texts(_ key: String) -> [String] {
        items(key).compactMap { item in
            if let text = item.text { return text }
            problems.add(item.line, "\(name(key))的每一项要写成一个值，不能是列表或多项")
            return nil
        }
    }

    /// The items of a list.
    func items(_ key: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        if let items = node.items { return items }
        add(key, "要写成列表，每项以“- ”开头")
        return []
    }

    /// Whether `key: []` is written.
    func isEmptyList(_ key: String) -> Bool { node(key)?.items?.isEmpty == true }

    /// The line of a key; of the section where it is absent.
    func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

    /// Reports a problem of a key's value; `text` goes on after the key's name.
    func add(_ key: String, _ text: String) {
        problems.add(line(of: key), "\(name(key))\(text)")
    }

    /// Reports that a key must be there, unless a misspelt one was reported already.
    func missing(_ key: String, why: String = "") {
        if !misspelt.contains(key) { problems.add(line, "缺少\(name(key))\(why)，请补上") }
    }

    /// A key as people read it: `账号“pds-douyin”的“since”`.
    func name(_ key: String) -> String { place.isEmpty ? "“\(key)”" : "\(place)的“\(key)”" }

    private func node(_ key: String) -> YAMLNode? {
        entries.first { $0.key == key }.flatMap { $0.value.isBlank ? nil : $0.value }
    }
}
