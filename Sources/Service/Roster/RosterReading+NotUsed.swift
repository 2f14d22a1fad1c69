import Domain

/// The tables that nothing uses yet: what is wrong in them is told to whoever asks, and stops nothing.
extension RosterReading {
    func checkSuppliers() {
        _ = read(.suppliers) { row in
            _ = row.requiredID("supplier")
            _ = row.region("region")
            for column in ["households", "people"] {
                _ = row.number(column, in: 0...100_000_000, remedy: Notice("roster.state_count"))
            }
            _ = row.span()
        }
    }

    func checkTargets() {
        _ = read(.targets) { row in
            _ = party(row)
            _ = row.requiredText("leg")
            _ = row.value("leg", of: RosterWords.legs, unknown: "roster.unknown_leg")
            for column in ["fen", "grams"] {
                _ = row.number(column, in: 0...1_000_000_000_000_000, remedy: Notice("roster.state_target"))
            }
            _ = row.span()
        }
    }
}
