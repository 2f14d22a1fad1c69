import YAML

/// The text of a configuration, to whose `accounts` one is added as a person would: comments, order and indentation stay.
struct AccountsText {
    private let text: String
    private let root: YAMLNode
    /// Without their line feeds; a carriage return stays at the end of its line.
    private var lines: [String]
    private let lineEnd: String

    /// `nil` where the text has no keys and values.
    init?(_ text: String) {
        guard let root = (try? YAMLNode.read(text)).flatMap(\.self), root.entries != nil else { return nil }
        (self.text, self.root) = (text, root)
        // By scalars: CR and LF are one character.
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
        lineEnd = text.unicodeScalars.contains("\r") ? "\r" : ""
    }

    /// A text with an account more, and the lines that were added.
    struct Edited {
        let text: String
        let lines: [String]
    }

    /// The text with an account of these keys behind the others.
    ///
    /// `nil` where the list is written in a way that nothing can be added to line by line: what comes out has to say what the
    /// text said, and the account.
    func appending(_ account: [(key: String, value: String)]) -> Edited? {
        var lines = lines
        let added: [String]
        if let place = root.entries?.firstIndex(where: { $0.key == "accounts" }) {
            guard let (index, indent) = spot(ofKey: place, &lines) else { return nil }
            added = Self.item(account, indent: indent)
            lines.insert(contentsOf: added.map { $0 + lineEnd }, at: index)
        } else {
            if lines.last?.isEmpty == true { lines.removeLast() }
            added = ["accounts:"] + Self.item(account, indent: "  ")
            lines += added.map { $0 + lineEnd } + [""]
        }
        let edited = lines.joined(separator: "\n")
        return isSame(edited, but: account.count) ? Edited(text: edited, lines: added) : nil
    }

    /// Where a further item goes, and its indentation; an empty list makes room for it.
    private func spot(ofKey place: Int, _ lines: inout [String]) -> (index: Int, indent: String)? {
        guard let entries = root.entries, lines.indices.contains(entries[place].line - 1) else { return nil }
        let first = entries[place].line
        let last = entries.indices.contains(place + 1) ? entries[place + 1].line - 1 : lines.count
        guard let items = entries[place].value.items, !items.isEmpty else {
            guard let found = lines[first - 1].wholeMatch(of: Self.emptyList) else { return nil }
            lines[first - 1] = "accounts:" + found.1
            return (first, "  ")
        }
        let content = (first..<last).filter { !Self.isAside(lines[$0]) }
        guard let begin = content.first, let end = content.last,
            let found = lines[begin].prefixMatch(of: Self.dash)
        else { return nil }
        return (end + 1, String(found.1))
    }

    private static var emptyList: Regex<(Substring, Substring)> {
        /accounts\s*:(?:\s+(?:\[\s*\]|~|null|""|''))?(\s*|\s+#.*)/
    }

    private static var dash: Regex<(Substring, Substring)> { /( *)-(?: |\r|$)/ }

    /// Whether nothing stands on a line but an explanation.
    private static func isAside(_ line: String) -> Bool {
        line.allSatisfy(\.isWhitespace) || line.drop(while: \.isWhitespace).first == "#"
    }

    private static func item(_ account: [(key: String, value: String)], indent: String) -> [String] {
        account.enumerated().map { place, entry in
            indent + (place == 0 ? "- " : "  ") + "\(entry.key): \(entry.value.inYAML)"
        }
    }

    /// Whether another text says the same, but for one item of so many keys behind the accounts.
    private func isSame(_ other: String, but keyCount: Int) -> Bool {
        guard let edited = (try? YAMLNode.read(other)).flatMap(\.self)?.entries, let old = root.entries else {
            return false
        }
        let rest = old.filter { $0.key != "accounts" }
        let restEdited = edited.filter { $0.key != "accounts" }
        let accounts = root["accounts"]?.items ?? []
        let accountsEdited = edited.first { $0.key == "accounts" }?.value.items ?? []
        return rest.count == restEdited.count
            && zip(rest, restEdited).allSatisfy { $0.key == $1.key && $0.value.says(sameAs: $1.value) }
            && accountsEdited.count == accounts.count + 1
            && zip(accounts, accountsEdited).allSatisfy { $0.says(sameAs: $1) }
            && accountsEdited.last?.entries?.count == keyCount
    }
}

extension String {
    /// The text as a single value of YAML, in quotes where it would be read as something else without.
    fileprivate var inYAML: String {
        let isWord =
            first?.isLetter == true && allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
            && !["y", "n", "yes", "no", "on", "off", "null", "false"].contains(lowercased())
        if isWord { return self }
        return "\"\(replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#))\""
    }
}
