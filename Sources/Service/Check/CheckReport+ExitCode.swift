package import Reports

extension CheckReport {
    /// How the process ends: 2 for settings, 4 for the store, 3 for a source; with `isStrict` 1 for warnings alone.
    package func exitCode(isStrict: Bool) -> ExitCode {
        findings.reduce(ExitCode.done) { code, finding in
            switch finding.severity {
            case .ok, .note: code
            case .warning: isStrict ? code.or(.differences) : code
            case .error: code.or(finding.area.exitCode)
            }
        }
    }
}

extension CheckReport.Area {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .settings: .usage
        case .source: .source
        case .store: .store
        }
    }
}
