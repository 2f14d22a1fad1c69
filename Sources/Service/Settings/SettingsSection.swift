import Domain
import YAML

/// One mapping of a configuration.
///
/// Values that cannot be read are reported and answered as `nil`.
final class SettingsSection {
    let problems: SettingsProblems
    /// Where the section starts, from 1.
    let line: Int
    /// For people: `账号“pds-douyin”`; `nil` for the whole file.
    private let place: Notice?
    private let entries: [YAMLNode.Entry]
    /// What unknown keys were probably meant to be.
    private let misspelt: Set<String>

    /// Reads the keys and reports the unknown ones, each with the nearest known one.
    init(_ node: YAMLNode, place: Notice?, known: [String], problems: SettingsProblems) {
        self.problems = problems
        self.place = place
        line = node.line
        isMapping = node.entries != nil
        entries = node.entries ?? []
        var misspelt: Set<String> = []
        for entry in entries where !known.contains(entry.key) {
            let name = Self.name(YAMLNode.shown(entry.key), place)
            if let nearest = NearestWord.of(YAMLNode.start(of: entry.key), among: known) {
                misspelt.insert(nearest)
                problems.add(entry.line, Notice("settings.unknown_key_near", name, nearest))
            } else {
                problems.add(entry.line, Notice("settings.unknown_key", name, known))
            }
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
        add(key) { Notice("settings.not_one_value", $0) }
        return nil
    }

    /// The same where it is one; what else may be written is the caller's matter.
    func word(_ key: String) -> String? { node(key)?.text }

    /// A single value that must be there.
    func required(text key: String) -> String? {
        if !has(key) { missing(key) }
        return text(key)
    }

    /// A list of single values.
    func texts(_ key: String) -> [String] {
        items(key).compactMap { item in
            if let text = item.text { return text }
            problems.add(item.line, Notice("settings.item_not_one_value", name(key)))
            return nil
        }
    }

    /// The items of a list.
    func items(_ key: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        if let items = node.items { return items }
        add(key) { Notice("settings.no_list", $0) }
        return []
    }

    /// The keys and values under a key; `nil` where there is something else.
    func entries(_ key: String) -> [YAMLNode.Entry]? { node(key)?.entries }

    /// The keys and values under a key as a section of its own; `nil`, with a problem, where there is something else.
    func section(_ key: String, known: [String]) -> SettingsSection? {
        guard let node = node(key) else { return nil }
        if node.entries == nil { add(key) { Notice("settings.no_section", $0, known) } }
        return node.entries.map { _ in
            SettingsSection(node, place: name(key), known: known, problems: problems)
        }
    }

    /// Whether `key: []` is written.
    func isEmptyList(_ key: String) -> Bool { node(key)?.items?.isEmpty == true }

    /// The line of a key; of the section where it is absent.
    func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

    /// Reports a problem of a key's value, which is said of the key's name.
    func add(_ key: String, _ what: (Notice) -> Notice) {
        problems.add(line(of: key), what(name(key)))
    }

    /// Reports that a key must be there, unless a misspelt one was reported already.
    func missing(_ key: String, _ what: (Notice) -> Notice = { Notice("settings.key_missing", $0) }) {
        if !misspelt.contains(key) { problems.add(line, what(name(key))) }
    }

    /// A key as people read it: `账号“pds-douyin”的“since”`.
    func name(_ key: String) -> Notice { Self.name(key, place) }

    private static func name(_ key: String, _ place: Notice?) -> Notice {
        place.map { Notice("settings.key_of", $0, key) } ?? Notice("quoted", key)
    }

    private func node(_ key: String) -> YAMLNode? {
        entries.first { $0.key == key }.flatMap { $0.value.isBlank ? nil : $0.value }
    }
}
