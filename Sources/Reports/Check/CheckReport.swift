package import Domain

/// What `daihuo check` found: every problem at once.
package struct CheckReport: Hashable, Sendable {
    /// In the order in which they were checked.
    package var findings: [Finding]

    /// One thing that was checked.
    package struct Finding: Hashable, Sendable {
        package let severity: Severity
        package let area: Area
        /// File and line, account, or setting.
        package let place: Notice?
        /// What is so.
        package let what: Notice
        /// What to do about it; `nil` where nothing is to be done.
        package let advice: Notice?
        /// All accounts or platforms that it is about, where the sentence names them; it may name the first of them alone.
        package let names: [String]

        /// A finding.
        package init(
            _ severity: Severity, of area: Area = .settings, place: Notice?, what: Notice,
            advice: Notice? = nil, names: [String] = []
        ) {
            self.severity = severity
            self.area = area
            self.place = place
            self.what = what
            self.advice = advice
            self.names = names
        }
    }

    /// What a finding is about: the process ends by it.
    package enum Area: Hashable, Sendable {
        /// Configuration, secrets and roster.
        case settings
        /// A platform that does not answer as it should.
        case source
        case store
    }

    /// How bad a finding is; the raw value is the key in JSON.
    package enum Severity: String, CaseIterable, Sendable {
        /// Nothing works before it is mended.
        case error
        case warning
        /// Nothing is wrong, but something that was written has no effect yet; `--strict` does not see it.
        case note
        /// Checked and in order.
        case ok
    }

    /// The findings of a check.
    package init(findings: [Finding] = []) {
        self.findings = findings
    }

    /// How many findings are so bad.
    package func count(of severity: Severity) -> Int {
        findings.count { $0.severity == severity }
    }
}
