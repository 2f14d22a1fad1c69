internal import JSON

/// Whether a value that a description reads stays in a parked record.
enum PathKeeping {
    case always
    /// Where the buyer is an organisation.
    case ofOrganisations
    case never
}

/// The keys that a mapping reads, as a tree.
///
/// Of a parked record nothing else is kept: which of a source's other keys hold personal data, nobody knows. What such
/// a key holds is kept only where it looks like what the mapping reads there.
struct DescribedKeys: Sendable {
    /// What the values of a key look like.
    enum Values: Sendable {
        /// A number, bare or as text: an id, an amount, an instant, a code.
        case figures
        /// Words, which may hold digits but neither a phone number nor an address.
        case words
        /// Either.
        case any
    }

    private var children: [Child] = []
    private var values: Values

    private struct Child: Sendable {
        let name: String
        let key: JSONKey
        var below: DescribedKeys
    }

    /// The keys on these ways from a record; an array passes its elements on.
    init(_ ways: [[String]], values: Values = .any) {
        self.values = values
        insert(ways, values: values)
    }

    /// Adds further ways.
    mutating func insert(_ ways: [[String]], values: Values) {
        for way in ways { insert(way[...], values: values) }
    }

    private mutating func insert(_ way: ArraySlice<String>, values: Values) {
        guard let name = way.first else {
            self.values = values
            return
        }
        let index = children.firstIndex { $0.name == name } ?? children.count
        if index == children.count {
            children.append(
                Child(name: name, key: JSONKey(name), below: DescribedKeys([], values: values)))
        }
        children[index].below.insert(way.dropFirst(), values: values)
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
        case .text where !isKept(view.textIfPresent() ?? ""): json += #""***""#
        default: json += view.withRawBytes { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// A key that holds other keys holds no text of its own.
    private func isKept(_ text: String) -> Bool {
        guard children.isEmpty else { return text.isEmpty }
        return switch values {
        case .figures: Self.isFigure(text)
        case .words: PersonalData.masked(text) == text
        case .any: Self.isFigure(text) || PersonalData.masked(text) == text
        }
    }

    /// Whether a text is a number, and not that of a phone.
    static func isFigure(_ text: String) -> Bool {
        text.isEmpty || text.utf8.count <= 40 && Double(text) != nil && !PersonalData.isPersonalNumber(text)
    }
}
