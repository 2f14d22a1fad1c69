/// Which table of a file is meant, where it holds several, and how to open it.
package struct TableChoice: Sendable {
    /// The name of a file in a ZIP archive, as `TableFile.tables(in:_:)` gives it; nil: the only table there is.
    package var member: String?
    /// The name of a sheet; nil: the only one that fits.
    package var sheet: String?
    /// Asked for a password once a file turns out to need one; nil where nobody knows it.
    package var password: (@Sendable () -> String?)?

    /// Where files out of an archive are laid while they are read, without a name; as large as they are unpacked.
    package var scratchFolder = "/var/tmp"

    /// No choice: the file holds one table without a password.
    package init(
        member: String? = nil, sheet: String? = nil, password: (@Sendable () -> String?)? = nil
    ) {
        self.member = member
        self.sheet = sheet
        self.password = password
    }
}
