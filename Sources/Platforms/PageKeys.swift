internal import Domain
package import JSON

/// The keys that are kept of a page: those that the mapping reads, as a tree.
///
/// A key that is not among them is dropped, whatever it holds. A record whose described values hold what looks like personal
/// data, or that states a key twice, is left out as a whole: half of it would be another record.
package struct PageKeys: Sendable {
    /// All that is kept, as dotted ways from the page's root, sorted.
    package let kept: [String]
    /// Of these, what the mapping reads now.
    package let read: [String]
    private let root: Node
    /// Whether a record's buyer is an organisation, of whom more is kept.
    private let isOfOrganisation: @Sendable (JSONView) -> Bool

    /// What stands in the place of a record that was left out: rows are counted.
    package static let leftOut = "{}"

    /// A page as it is kept.
    package struct Copy: Sendable {
        /// On one line.
        package let json: [UInt8]
        /// How many records were left out.
        package let recordsLeftOut: Int
    }

    /// A way to a value, and what is kept there.
    struct Way {
        let names: [String]
        let values: KeptValues
        /// Whether it is kept of organisations only.
        var isOfOrganisation = false
        /// Whether the mapping reads it; else it is kept for a mapping to come.
        var isRead = true
    }

    /// The keys of an envelope, and those of the records that lie at `records`.
    init(
        envelope: [Way], records: [String], of record: [Way],
        isOfOrganisation: @escaping @Sendable (JSONView) -> Bool = { _ in false }
    ) {
        var root = Node()
        root.insert(records[...]) { $0.isRecord = true }
        let ways =
            envelope
            + record.map { way in
                Way(
                    names: records + way.names, values: way.values, isOfOrganisation: way.isOfOrganisation,
                    isRead: way.isRead)
            }
        for way in ways {
            root.insert(way.names[...]) { node in
                node.values = way.values
                node.isOfOrganisation = way.isOfOrganisation
            }
        }
        self.root = root
        self.isOfOrganisation = isOfOrganisation
        kept = Set(ways.map { $0.names.joined(separator: ".") }).sorted()
        read = Set(ways.filter(\.isRead).map { $0.names.joined(separator: ".") }).sorted()
    }

    /// The page without what is not kept.
    package func copy(_ page: JSONView) -> Copy {
        var writer = Writer(isOfOrganisation: isOfOrganisation)
        writer.write(page, root)
        return Copy(json: writer.json, recordsLeftOut: writer.recordsLeftOut)
    }

    fileprivate struct Node: Sendable {
        struct Child: Sendable {
            /// With its quotes and colon.
            let name: [UInt8]
            let key: JSONKey
            var below = Node()
        }

        var children: [Child] = []
        var values = KeptValues.none
        var isRecord = false
        var isOfOrganisation = false

        mutating func insert(_ way: ArraySlice<String>, _ change: (inout Node) -> Void) {
            guard let first = way.first else { return change(&self) }
            let name = Array("\(BodyTemplate.quoted(first)):".utf8)
            let place = children.firstIndex { $0.name == name } ?? children.count
            if place == children.count { children.append(Child(name: name, key: JSONKey(first))) }
            children[place].below.insert(way.dropFirst(), change)
        }
    }
}

/// Writes the copy of one page.
private struct Writer {
    let isOfOrganisation: (JSONView) -> Bool
    var json: [UInt8] = []
    var recordsLeftOut = 0
    /// Whether the record that is being written holds what must not be kept.
    private var isUnfit = false
    private var keepsOrganisation = false

    init(isOfOrganisation: @escaping (JSONView) -> Bool) {
        self.isOfOrganisation = isOfOrganisation
    }

    mutating func write(_ view: JSONView, _ node: PageKeys.Node) {
        switch view.kind {
        case .array: writeElements(of: view, node)
        case .object: node.isRecord ? writeRecord(view, node) : writeMembers(of: view, node)
        case .text:
            // Without escapes: what is looked for in a file is found.
            if let text = view.textIfPresent(), let kept = node.values.kept(text) {
                json.append(jsonText: kept)
            } else {
                isUnfit = true
                json.append(jsonText: "***")
            }
        // As in parked records: under a key that the mapping reads, a bare number is what the mapping takes it for.
        case .number, .boolean, .null: view.withRawBytes { json += $0 }
        }
    }

    private mutating func writeElements(of view: JSONView, _ node: PageKeys.Node) {
        json.append(UInt8(ascii: "["))
        if let elements = try? view.array() {
            for index in elements.indices {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                if node.isRecord { writeRecord(elements[index], node) } else { write(elements[index], node) }
            }
        }
        json.append(UInt8(ascii: "]"))
    }

    private mutating func writeRecord(_ view: JSONView, _ node: PageKeys.Node) {
        let start = json.count
        isUnfit = view.kind != .object || view.repeatsKeys
        keepsOrganisation = !isUnfit && isOfOrganisation(view)
        if !isUnfit { writeMembers(of: view, node) }
        if isUnfit {
            json.removeLast(json.count - start)
            json += PageKeys.leftOut.utf8
            recordsLeftOut += 1
        }
        isUnfit = false
    }

    private mutating func writeMembers(of view: JSONView, _ node: PageKeys.Node) {
        json.append(UInt8(ascii: "{"))
        var isFirst = true
        for child in node.children where !child.below.isOfOrganisation || keepsOrganisation {
            guard let member = view[child.key] else { continue }
            if !isFirst { json.append(UInt8(ascii: ",")) }
            isFirst = false
            json += child.name
            write(member, child.below)
        }
        json.append(UInt8(ascii: "}"))
    }
}
