import Foundation

/// What may stand in a source's field that nobody expects there.
enum EdgeValue: String, CaseIterable, Sendable {
    case missing, null, empty, zero, negative, negativeText, huge, hugeText, personal, fullWidth
    case yes, list, object, word, number

    /// A name, a phone number and an address: of these nothing may be kept that was not kept before.
    static let personalText = "华小满 139-0000-1234 花溪里3栋502室"
    static let personalParts = ["139-0000-1234", "3栋502室"]

    /// Whether a source says by it that there is nothing.
    var isBlank: Bool { [.missing, .null, .empty, .zero].contains(self) }

    /// Whether the personal text is in it.
    var isPersonal: Bool { [.personal, .list, .object].contains(self) }

    /// The JSON value; nil for none.
    var json: Any? {
        switch self {
        case .missing: nil
        case .null: NSNull()
        case .empty: ""
        case .zero: 0
        case .negative: -500
        case .negativeText: "-10.00"
        case .huge: Int64.max
        case .hugeText: "999999999999999999999999999999"
        case .personal: Self.personalText
        case .fullWidth: "６９２００００００００００００００１０"
        case .yes: true
        case .list: [Self.personalText]
        case .object: ["x": Self.personalText]
        case .word: "NOVEL_STATE"
        case .number: 999
        }
    }

    /// The text of a cell; nil where a cell can't be that.
    var cell: String? {
        switch self {
        case .missing, .null, .list, .object, .huge, .negative: nil
        case .zero: "0"
        case .yes: "true"
        case .number: "999"
        default: json as? String
        }
    }
}

/// The fields of a JSON record, each of which can be replaced.
enum EdgeRecord {
    enum Step: Hashable {
        case key(String)
        case index(Int)
    }

    /// The ways to every member and element.
    static func paths(_ value: Any) -> [[Step]] {
        if let object = value as? [String: Any] {
            return object.keys.sorted().flatMap { key in
                [[.key(key)]] + (object[key].map(paths) ?? []).map { [.key(key)] + $0 }
            }
        }
        guard let list = value as? [Any] else { return [] }
        return list.indices.flatMap { at in [[.index(at)]] + paths(list[at]).map { [.index(at)] + $0 } }
    }

    /// The value with another at the end of a way.
    static func replacing(_ value: Any, at path: ArraySlice<Step>, by new: Any?) -> Any? {
        guard let step = path.first else { return new }
        switch step {
        case .key(let key):
            guard var object = value as? [String: Any], let old = object[key] else { return value }
            object[key] = replacing(old, at: path.dropFirst(), by: new)
            return object
        case .index(let at):
            guard var list = value as? [Any] else { return value }
            if let changed = replacing(list[at], at: path.dropFirst(), by: new) {
                list[at] = changed
            } else {
                list.remove(at: at)
            }
            return list
        }
    }

    static func text(_ path: [Step]) -> String {
        path.map { step in
            switch step {
            case .key(let key): key
            case .index(let at): "[\(at)]"
            }
        }.joined(separator: ".")
    }
}
