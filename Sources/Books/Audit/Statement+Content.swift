import Domain

extension Statement {
    /// Whether its hash is that of what stands in it.
    ///
    /// What an older version stated of refunds is kept in a newer one that was silent about them, and was not in its hash.
    /// Of two versions of one time it cannot be told which of them spoke of a line: any of them may have.
    var hasOwnContent: Bool {
        var said = order
        for place in said.lines.indices where said.lines[place].statedRefund?.statedAt != version.updatedAt {
            said.lines[place].statedRefund = nil
        }
        let stating = said.lines.indices.filter { said.lines[$0].statedRefund != nil }
        if said.content == version.content { return true }
        // An order has few lines; the hash of each subset of many would take for ever.
        for silent in 0..<(1 << min(stating.count, 8)) {
            var said = said
            for (bit, place) in stating.prefix(8).enumerated() where silent & (1 << bit) != 0 {
                said.lines[place].statedRefund = nil
            }
            if said.content == version.content { return true }
        }
        return false
    }
}
