/// What a report's figures were computed from.
package struct Coverage: Hashable, Sendable {
    /// The hash of the journal's newest batch, in hex; empty where nothing was sealed yet.
    package let chainHash: String
    /// Whether lines are still credited by another version of the roster than the present one.
    package let rosterIsNewer: Bool

    /// What the figures rest on.
    package init(chainHash: String, rosterIsNewer: Bool) {
        self.chainHash = chainHash
        self.rosterIsNewer = rosterIsNewer
    }

    /// What stands beneath the proof; nothing where there is nothing to say.
    func lines(in language: Language) -> [String] {
        var lines: [String] = []
        if !chainHash.isEmpty {
            lines.append(language.text("账簿最新一批的哈希 ", "hash of the journal's newest batch ") + chainHash)
        }
        if rosterIsNewer {
            lines.append(
                language.text(
                    "名册已更改，部分归属仍按旧名册；请先运行 daihuo attribute",
                    "The roster was changed and some credits are still by the old one: run daihuo attribute first"
                ))
        }
        return lines
    }

    var tree: JSONTree {
        .object([("roster_is_newer", .flag(rosterIsNewer)), ("chain_hash", .text(chainHash))])
    }
}
