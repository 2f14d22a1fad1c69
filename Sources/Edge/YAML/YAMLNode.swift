internal import Yams

/// One value of a YAML text with the line where it stands: a single value, a list, or keys with values.
package struct YAMLNode {
    private let node: Node

    private init(_ node: Node) {
        self.node = node
    }

    /// The outermost value of a text; `nil` where there is none.
    ///
    /// Throws where the text breaks YAML's grammar, a key stands twice, or its aliases say more than anybody would write.
    package static func read(_ text: String) throws(YAMLFault) -> YAMLNode? {
        if YAMLAliases.mayMultiply(text) { throw .tooManyAliases }
        do {
            guard let node = try Yams.compose(yaml: text) else { return nil }
            if YAMLAliases.areTooMany(in: node, of: text) { throw YAMLFault.tooManyAliases }
            return YAMLNode(node)
        } catch let error as YAMLFault {
            throw error
        } catch let error as YamlError {
            throw YAMLFault(error, text: text)
        } catch {
            throw YAMLFault()
        }
    }

    /// Whether both say the same, wherever it stands and however it is written.
    package func says(sameAs other: YAMLNode) -> Bool { node == other.node }

    /// One key with its value.
    package struct Entry {
        /// Empty where the key is no single value.
        package let key: String
        /// Where the key stands, from 1.
        package let line: Int
        package let value: YAMLNode
        /// A single value as it is written; empty for anything else.
        package var text: String { value.text ?? "" }
    }

    /// Where the value stands, from 1.
    package var line: Int { node.mark?.line ?? 1 }

    /// A single value as it is written: `0012` is "0012"; `nil` for anything else.
    package var text: String? { node.scalar?.string }

    /// Whether it is a single value that is written without quotes.
    package var isPlain: Bool { node.scalar?.style == .plain }

    /// Whether nothing was written: `key:`, `key: ~`, `key: ""`.
    package var isBlank: Bool {
        guard let text else { return false }
        return text.isEmpty || isPlain && ["~", "null"].contains(text)
    }

    /// The items of a list; `nil` for anything else.
    package var items: [YAMLNode]? { node.sequence?.map { YAMLNode($0) } }

    /// Keys and values in the order of the text; `nil` for anything else.
    package var entries: [Entry]? {
        node.mapping?.map { key, value in
            Entry(key: key.scalar?.string ?? "", line: key.mark?.line ?? 1, value: YAMLNode(value))
        }
    }

    /// The value under a key; `nil` where there are no keys, or not this one.
    package subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

    /// A key that can be printed: `app_secret:x`, without the blank, must not tell the secret.
    package static func shown(_ key: String) -> String {
        let start = start(of: key)
        return start == key && !key.isEmpty ? key : start + "…"
    }

    /// What of a key may be printed and compared.
    package static func start(of key: String) -> String {
        String(key.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }.prefix(40))
    }
}
