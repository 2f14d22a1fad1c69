/// A roster as it was when it decided: a credit names the version that decided it, and is explained by its facts.
package struct RosterVersion: Hashable, Sendable {
    /// Tells versions apart: SHA-256 over `decides` and `facts` (`sha256sum` gives the same), so that the same facts under
    /// other rules are another version.
    package let hash: String
    /// Tells decisions apart: SHA-256 over the rules' revision and the facts that can change a credit.
    ///
    /// Where it is another than the present roster's, what the version decided is to be decided again.
    package let decides: String
    /// All rows of the roster as JSON, `{"parties":[{"party":"fs-0001",…}],…}`, keys as in the roster's files.
    package let facts: String

    /// A version of the roster.
    package init(hash: String, decides: String, facts: String) {
        self.hash = hash
        self.decides = decides
        self.facts = facts
    }
}
