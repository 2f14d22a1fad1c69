package import Domain

/// A description that cannot be used, with every problem at once.
package struct DeclaredError: Error, Hashable {
    /// In the order of the file.
    package let problems: [Problem]

    /// One thing that is wrong in a description.
    package struct Problem: Hashable, Sendable {
        /// The file as it was named to the reader.
        package let file: String
        /// From 1.
        package let line: Int
        /// What is wrong and what to write.
        package let what: Notice
    }
}
