/// The roster that decides: its rules, and the number of its version in the store.
package struct RosterInForce: Sendable {
    package let number: Int64
    package let crediting: any Crediting

    /// A version of the roster.
    package init(number: Int64, crediting: any Crediting) {
        self.number = number
        self.crediting = crediting
    }
}
