/// A description that cannot be used, with every problem at once.
package struct DeclaredError: Error, Hashable, CustomStringConvertible {
    /// In the order of the file.
    package let problems: [Problem]

    /// One thing that is wrong in a description.
    package struct Problem: Hashable, Sendable {
        /// The file as it was named to the reader.
        package let file: String
        /// From 1.
        package let line: Int
        /// One sentence in Chinese: what is wrong and what to write.
        package let text: String
    }

    /// One line a problem: `platforms/zz.yaml:12: …`.
    package var description: String {
        problems.map { "\($0.file):\($0.line): \($0.text)" }.joined(separator: "\n")
    }
}
