package import Domain

/// A configuration that cannot be used, with every problem at once.
///
/// Holds no secret.
package struct SettingsError: Error, Hashable {
    /// The configuration's own in the order of its lines, then those of the platform descriptions.
    package let problems: [Problem]

    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// The file as people are told of it.
        package let file: String
        /// From 1; `nil` = the whole file.
        package let line: Int?
        /// What is wrong and what to do.
        package let what: Notice

        /// `daihuo.yaml:12: …`.
        package var notice: Notice {
            line.map { Notice("settings.problem_at_line", file, $0, what) }
                ?? Notice("settings.problem", file, what)
        }
    }
}
