/// What a report's figures were computed from.
package struct Coverage: Hashable, Sendable {
    /// The hash of the journal's newest batch, in hex; empty where nothing was sealed yet.
    package let chainHash: String
    /// Whether lines are still credited by another version of the roster than the present one.
    package let rosterIsNewer: Bool
    /// How often sources contradicted themselves, and nobody has dismissed it.
    package let conflicts: Int64
    /// In how many records a word stands that their source's description does not know.
    package let unknownWords: Int64
    /// How many differences of these days wait to be posted.
    package let pendingEntries: Int64
    /// Up to when the accounts were read.
    package var reading = ReadingCoverage.nothing

    /// What the figures rest on.
    package init(
        chainHash: String, rosterIsNewer: Bool, conflicts: Int64 = 0, unknownWords: Int64 = 0,
        pendingEntries: Int64 = 0
    ) {
        self.chainHash = chainHash
        self.rosterIsNewer = rosterIsNewer
        self.conflicts = conflicts
        self.unknownWords = unknownWords
        self.pendingEntries = pendingEntries
    }

    /// What stands beneath the proof; nothing where there is nothing to say.
    func lines(in language: Language) -> [String] {
        var lines = [reading.notice].compactMap { $0?.text(in: language) }
        if !chainHash.isEmpty {
            lines.append(language.text("账簿最新一批的哈希 ", "hash of the journal's newest batch ") + chainHash)
        }
        if rosterIsNewer {
            lines.append(
                language.text(
                    "名册已更改，部分归属仍按旧名册；请先运行 \(Invocation.daihuo) attribute",
                    "The roster was changed and some credits are still by the old one: run \(Invocation.daihuo) attribute first"
                ))
        }
        if conflicts > 0 {
            lines.append(
                language.text(
                    "来源前后矛盾 \(conflicts.grouped) 处；见 \(Invocation.daihuo) parked --only kind=conflict",
                    "conflicts, where a source contradicts itself: \(conflicts.grouped): \(Invocation.daihuo) parked --only kind=conflict"
                ))
        }
        if unknownWords > 0 {
            lines.append(
                language.text(
                    "有没见过的词的记录 \(unknownWords.grouped) 条；见 \(Invocation.daihuo) parked --only kind=unknown_word",
                    "records with unknown words: \(unknownWords.grouped): \(Invocation.daihuo) parked --only kind=unknown_word"
                ))
        }
        if pendingEntries > 0 {
            lines.append(
                language.text(
                    "未入账的分录 \(pendingEntries.grouped) 笔；请运行 \(Invocation.daihuo) post",
                    "entries that wait to be posted: \(pendingEntries.grouped): run \(Invocation.daihuo) post"
                ))
        }
        return lines
    }

    var tree: JSONTree {
        .object(
            reading.members + [
                ("roster_is_newer", .flag(rosterIsNewer)), ("conflicts", .integer(conflicts)),
                ("unknown_words", .integer(unknownWords)), ("pending_entries", .integer(pendingEntries)),
                ("chain_hash", .text(chainHash)),
            ])
    }
}
