internal import Domain
internal import YAML

/// One mapping of a description.
///
/// Keys are taken one by one; `finish` names those that nobody asked for.
final class DescriptionSection {
    let problems: DescriptionProblems
    /// Where the section stands in the file, from 1.
    let line: Int
    /// For people: `feeds[0].order`, empty for the whole file.
    let place: String
    private let entries: [YAMLNode.Entry]
    private var asked: [String] = []
    /// The way from the record to the array whose elements the section describes.
    private(set) var prefix: [String] = []

    init(_ node: YAMLNode, place: String, problems: DescriptionProblems, prefix: [String] = []) {
        self.prefix = prefix
        self.problems = problems
        self.place = place
        line = node.line
        entries = node.entries ?? []
        if node.entries == nil {
            problems.add(line, Notice("declared.no_mapping", place))
        }
    }

    /// The value of a key, `nil` where it is absent or empty.
    func node(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let value = entries.first(where: { $0.key == key })?.value, !value.isBlank else { return nil }
        return value
    }

    /// Whether the key at the end of a way is there, without a word about its value.
    func has(_ way: String...) -> Bool {
        var node = entries.first { $0.key == way.first }?.value
        for key in way.dropFirst() { node = node?[key] }
        return node?.isBlank == false
    }

    /// What stands under these keys, `order {"id":"no",…}`: whatever the order of keys, quotes and comments.
    func texts(of keys: String...) -> [String] {
        keys.compactMap { key in entries.first { $0.key == key }.map { "\(key) \($0.value.sortedText)" } }
    }

    /// All single values below the key at the end of a way.
    func values(below way: String...) -> [String] {
        var node = entries.first { $0.key == way.first }?.value
        for key in way.dropFirst() { node = node?[key] }
        return node?.values ?? []
    }

    /// The keys and values in the order of the file, for sections whose keys are free.
    func freeEntries() -> [YAMLNode.Entry] {
        asked += entries.map(\.key)
        return entries
    }

    /// What follows describes the elements of the array at a path.
    func enter(_ array: ValuePath?) {
        prefix += array?.names ?? []
    }

    /// Whether keys and values stand under a key, not a single value.
    func isSection(_ key: String) -> Bool { node(key)?.entries != nil }

    /// The section under a key.
    func section(_ key: String) -> DescriptionSection? {
        node(key).map { DescriptionSection($0, place: name(key), problems: problems, prefix: prefix) }
    }

    /// The section under a key that must be there; an empty one stands in, which is not asked for more.
    func required(section key: String) -> DescriptionSection? {
        if let section = section(key) { return section }
        missing(key)
        return nil
    }

    /// The sections of a list that must be there.
    func sections(_ key: String) -> [DescriptionSection] {
        guard let node = node(key) else {
            missing(key)
            return []
        }
        guard let items = node.items else {
            problems.add(node.line, Notice("declared.no_list", name(key)))
            return []
        }
        return items.enumerated().map { index, item in
            DescriptionSection(item, place: "\(name(key))[\(index)]", problems: problems)
        }
    }

    /// Reports the keys that nobody asked for, naming the nearest one that is known.
    func finish() {
        for entry in entries where !asked.contains(entry.key) {
            let hint = NearestWord.hint(for: entry.key, among: asked)
            problems.add(
                entry.line,
                place.isEmpty
                    ? Notice("declared.unknown_key_of_file", entry.key, hint)
                    : Notice("declared.unknown_key", place, entry.key, hint))
        }
    }

    /// A key as people read it: `feeds[0].order.id`.
    func name(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    /// Reports that a key must be there.
    func missing(_ key: String) {
        problems.add(line, Notice("declared.key_missing", name(key)))
    }
}

extension YAMLNode {
    fileprivate var values: [String] {
        if let text { return [text] }
        return (items ?? []).flatMap(\.values) + (entries ?? []).flatMap(\.value.values)
    }

    /// The value as JSON with sorted keys; a number is written as its text.
    fileprivate var sortedText: String {
        if let text { return BodyTemplate.quoted(text) }
        if let items { return "[\(items.map(\.sortedText).joined(separator: ","))]" }
        let members = (entries ?? []).map { "\(BodyTemplate.quoted($0.key)):\($0.value.sortedText)" }
        return "{\(members.sorted().joined(separator: ","))}"
    }
}
