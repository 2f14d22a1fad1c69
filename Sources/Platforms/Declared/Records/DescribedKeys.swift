internal import JSON

/// Whether a value that a description reads stays in a parked record.
enum PathKeeping {
    case always
    /// Where the buyer is an organisation.
    case ofOrganisations
    case never
}

/// The keys that a description reads, as a tree.
///
/// Of a parked record nothing else is kept: which of a source's other keys hold personal data, nobody knows.
struct DescribedKeys: Sendable {
    private var children: [Child] = []

    private struct Child: Sendable {
        let name: String
        let key: JSONKey
        var below: DescribedKeys
    }

    /// The keys on these ways from a record; an array passes its elements on.
    init(_ ways: [[String]]) {
        for way in ways { insert(way[...]) }
    }

    private init() {}

    private mutating func insert(_ way: ArraySlice<String>) {
        guard let name = way.first else { return }
        let index = children.firstIndex { $0.name == name } ?? children.count
        if index == children.count {
            children.append(Child(name: name, key: JSONKey(name), below: DescribedKeys()))
        }
        children[index].below.insert(way.dropFirst())
    }

    /// The record as the source wrote it, without the members that are not described.
    func copy(_ record: JSONView) -> String {
        var json = ""
        write(record, into: &json)
        return json
    }

    private func write(_ view: JSONView, into json: inout String) {
        switch view.kind {
        case .object:
            json += "{"
            var isFirst = true
            for child in children {
                guard let member = view[child.key] else { continue }
                json += "\(isFirst ? "" : ",")\(BodyTemplate.quoted(child.name)):"
                isFirst = false
                child.below.write(member, into: &json)
            }
            json += "}"
        case .array:
            json += "["
            if let elements = try? view.array() {
                for index in elements.indices {
                    if index > 0 { json += "," }
                    write(elements[index], into: &json)
                }
            }
            json += "]"
        default:
            json += view.withRawBytes { String(decoding: $0, as: UTF8.self) }
        }
    }
}
