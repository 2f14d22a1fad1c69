internal import Yams

/// One mapping of a description.
///
/// Keys are taken one by one; `finish` names those that nobody asked for.
final class DescriptionSection {
    let problems: DescriptionProblems
    /// Where the section stands in the file, from 1.
    let line: Int
    /// For people: `feeds[0].order`, empty for the whole file.
    let place: String
    private let entries: [Entry]
    private var asked: [String] = []
    /// The way from the record to the array whose elements the section describes.
    private(set) var prefix: [String] = []

    /// One key with its value.
    struct Entry {
        let key: String
        /// Where the key stands, from 1.
        let line: Int
        let value: Node
        /// A single value as it is written; empty for anything else.
        var text: String { value.scalar?.string ?? "" }
    }

    init(_ node: Node, place: String, problems: DescriptionProblems, prefix: [String] = []) {
        self.prefix = prefix
        self.problems = problems
        self.place = place
        line = node.mark?.line ?? 1
        guard let mapping = node.mapping else {
            problems.add(line, "“\(place)”要写成键和值，例如 {键: 值}")
            entries = []
            return
        }
        entries = mapping.map { key, value in
            Entry(key: key.scalar?.string ?? "", line: key.mark?.line ?? 1, value: value)
        }
    }

    /// The value of a key, `nil` where it is absent or empty.
    func node(_ key: String) -> Node? {
        asked.append(key)
        guard let value = entries.first(where: { $0.key == key })?.value, !value.isEmpty else { return nil }
        return value
    }

    /// Whether the key at the end of a way is there, without a word about its value.
    func has(_ way: String...) -> Bool {
        var node = entries.first { $0.key == way.first }?.value
        for key in way.dropFirst() { node = node?.mapping?.first { $0.key.scalar?.string == key }?.value }
        return node?.isEmpty == false
    }

    /// The keys and values in the order of the file, for sections whose keys are free.
    func freeEntries() -> [Entry] {
        asked += entries.map(\.key)
        return entries
    }

    /// What follows describes the elements of the array at a path.
    func enter(_ array: ValuePath?) {
        prefix += array?.names ?? []
    }

    /// Whether keys and values stand under a key, not a single value.
    func isSection(_ key: String) -> Bool { node(key)?.mapping != nil }

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
        guard let items = node.sequence else {
            problems.add(node.mark?.line ?? line, "“\(name(key))”要写成列表，每项以“- ”开头")
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
            problems.add(entry.line, "“\(place.isEmpty ? "文件" : place)”里没有“\(entry.key)”这一项\(hint)")
        }
    }

    /// A key as people read it: `feeds[0].order.id`.
    func name(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    /// Reports that a key must be there.
    func missing(_ key: String) {
        problems.add(line, "缺少“\(name(key))”，请补上")
    }
}

extension Node {
    /// Whether nothing was written: `key:`, `key: ~`, `key: ""`.
    fileprivate var isEmpty: Bool {
        guard let scalar else { return false }
        return scalar.string.isEmpty || scalar.style == .plain && ["~", "null"].contains(scalar.string)
    }
}
