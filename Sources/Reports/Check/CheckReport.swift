/// What `daihuo check` found: every problem at once.
package struct CheckReport: Hashable, Sendable {
    /// In the order in which they were checked.
    package var findings: [Finding]

    /// One thing that was checked.
    package struct Finding: Hashable, Sendable {
        package let severity: Severity
        package let area: Area
        /// File and line, account, or setting.
        package let place: String
        /// What is so, in the reader's language.
        package let what: String
        /// What to do about it; empty where nothing is to be done.
        package let advice: String

        /// A finding.
        package init(
            _ severity: Severity, of area: Area = .settings, place: String, what: String, advice: String = ""
        ) {
            self.severity = severity
            self.area = area
            self.place = place
            self.what = what
            self.advice = advice
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
