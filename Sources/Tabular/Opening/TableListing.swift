/// One of the tables in a file.
package struct TableListing: Sendable, Equatable {
    /// The name of the file in an archive that it stands in; nil where the file is none.
    package let member: String?
    /// The name of its sheet; nil where the file has none.
    package let sheet: String?
    /// Whether whoever made the file has hidden it.
    package let isHidden: Bool
    /// The cells of its first line that is not blank, which most likely is its header; none of an empty table.
    package let firstLine: [String]
}
