package import Domain

/// What a copy of the store holds, and what was done with it.
package struct BackupReport: Sendable {
    package let deed: Deed
    package let file: String
    package let bytes: Int64
    package let orders: Int64
    /// The last batch of the journal, its number and hash; `nil` where nothing was booked.
    package let lastBatch: (number: Int64, hash: String)?
    package let epoch: Int64
    package let asOf: Instant

    /// What was done.
    package enum Deed: Hashable, Sendable {
        /// A backup was written.
        case made
        /// A backup was looked at, and nothing done.
        case found
        /// The store is this backup now; the one before it was kept, where there was one.
        case restored(to: String, keptAs: String?)
    }

    /// What was done with a copy.
    package init(
        deed: Deed, file: String, bytes: Int64, orders: Int64, lastBatch: (number: Int64, hash: String)?,
        epoch: Int64, asOf: Instant
    ) {
        (self.deed, self.file, self.bytes, self.orders) = (deed, file, bytes, orders)
        (self.lastBatch, self.epoch, self.asOf) = (lastBatch, epoch, asOf)
    }

    /// Sentences for a person.
    package func text(in language: Language) -> String {
        notices.map { $0.text(in: language).forTerminal + "\n" }.joined()
    }

    private var notices: [Notice] {
        let holds = [
            Notice("backup.holds", orders, (bytes + 1_048_575) / 1_048_576),
            lastBatch.map { Notice("backup.last_batch", $0.number, $0.hash) } ?? Notice("backup.no_batch"),
        ]
        return switch deed {
        case .made: [Notice("backup.made", file)] + holds
        case .found: [Notice("backup.found", file)] + holds + [Notice("backup.would_restore")]
        case .restored(let path, let keptAs):
            [Notice("backup.restored", path)] + holds + [Notice("backup.epoch", epoch)]
                + (keptAs.map { [Notice("backup.kept", $0)] } ?? []) + [Notice("backup.run_next")]
        }
    }

    /// For programs.
    package var json: String {
        var members: [(name: String, value: JSONTree)] = [
            ("report", .text("backup")), ("as_of", .text(asOf.iso)), ("file", .text(file)),
            ("bytes", .integer(bytes)), ("orders", .integer(orders)), ("epoch", .integer(epoch)),
            ("batch", .optional(lastBatch?.number)), ("chain_hash", .optional(lastBatch?.hash)),
        ]
        if case .restored(let path, let keptAs) = deed {
            members += [("restored_to", .text(path)), ("kept_as", .optional(keptAs))]
        }
        return JSONTree.object(members).description
    }
}
