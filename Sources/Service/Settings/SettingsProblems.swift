import Domain

/// Gathers what is wrong while a configuration is read.
///
/// Whoever reads goes on; nothing that was read is used once there is a problem.
final class SettingsProblems {
    /// The configuration.
    let file: String
    private var own: [SettingsError.Problem] = []
    private var others: [SettingsError.Problem] = []

    init(file: String) {
        self.file = file
    }

    /// A problem of the configuration itself.
    func add(_ line: Int?, _ what: Notice) {
        own.append(SettingsError.Problem(file: file, line: line, what: what))
    }

    /// A problem of another file that the configuration names.
    func add(file: String, _ line: Int?, _ what: Notice) {
        others.append(SettingsError.Problem(file: file, line: line, what: what))
    }

    var error: SettingsError {
        SettingsError(problems: own.sorted { ($0.line ?? 0) < ($1.line ?? 0) } + others)
    }

    /// Throws what was gathered, if anything.
    func settle() throws(SettingsError) {
        let error = error
        if !error.problems.isEmpty { throw error }
    }
}
