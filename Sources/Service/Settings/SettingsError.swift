/// A configuration that cannot be used, with every problem at once.
///
/// Holds no secret.
package struct SettingsError: Error, Hashable, CustomStringConvertible {
    /// The configuration's own in the order of its lines, then those of the platform descriptions.
    package let problems: [Problem]

    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// The file as people are told of it.
        package let file: String
        /// From 1; `nil` = the whole file.
        package let line: Int?
        /// One sentence in Chinese: what is wrong and what to do.
        package let text: String

        /// `daihuo.yaml:12: …`.
        package var description: String {
            line.map { "\(file):\($0): \(text)" } ?? "\(file): \(text)"
        }
    }

    /// One line a problem.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
