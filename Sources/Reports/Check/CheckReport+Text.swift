extension CheckReport {
    /// A line for each finding, what to do beneath it, and how many there are of each severity.
    package func text(in language: Language) -> String {
        var lines: [String] = []
        for finding in findings {
            let severity = finding.severity.name(in: language)
            let place = finding.place.isEmpty ? "" : finding.place + language.text("：", ": ")
            lines.append("\(finding.severity.mark) \(severity)  \(place)\(finding.what)".forTerminal)
            if !finding.advice.isEmpty { lines.append("    → \(finding.advice)".forTerminal) }
        }
        let (errors, warnings, passed) = (count(of: .error), count(of: .warning), count(of: .ok))
        lines.append(
            language.text(
                "错误 \(errors) 项，警告 \(warnings) 项，正常 \(passed) 项。",
                "\(errors) errors, \(warnings) warnings, \(passed) in order."))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The findings for programs.
    package var json: String {
        JSONTree.object([
            ("report", .text("check")),
            ("errors", .integer(Int64(count(of: .error)))),
            ("warnings", .integer(Int64(count(of: .warning)))),
            ("findings", .array(findings.map(\.tree))),
        ]).description
    }
}

extension CheckReport.Finding {
    fileprivate var tree: JSONTree {
        .object([
            ("severity", .text(severity.rawValue)), ("place", .text(place)), ("what", .text(what)),
            ("advice", .text(advice)),
        ])
    }
}

extension CheckReport.Severity {
    fileprivate var mark: String {
        switch self {
        case .error: "✗"
        case .warning: "!"
        case .ok: "✓"
        }
    }

    fileprivate func name(in language: Language) -> String {
        switch self {
        case .error: language.text("错误", "error")
        case .warning: language.text("警告", "warning")
        case .ok: language.text("正常", "ok")
        }
    }
}
