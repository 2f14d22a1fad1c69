import Domain

extension CheckReport {
    /// A line for each finding, what to do beneath it, and how many there are of each severity.
    package func text(in language: Language) -> String {
        var lines: [String] = []
        for finding in findings {
            let severity = finding.severity.name(in: language)
            let what = finding.place.map { Notice("joined", $0, finding.what) } ?? finding.what
            lines.append("\(finding.severity.mark) \(severity)  \(what.text(in: language))".forTerminal)
            if let advice = finding.advice { lines.append("    → \(advice.text(in: language))".forTerminal) }
        }
        let (errors, warnings) = (count(of: .error), count(of: .warning))
        let (notes, passed) = (count(of: .note), count(of: .ok))
        lines.append(
            language.text(
                "错误 \(errors) 项，警告 \(warnings) 项，说明 \(notes) 项，正常 \(passed) 项。",
                "errors: \(errors), warnings: \(warnings), notes: \(notes), in order: \(passed)."))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The findings for programs.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("check")),
            ("errors", .integer(Int64(count(of: .error)))),
            ("warnings", .integer(Int64(count(of: .warning)))),
            ("notes", .integer(Int64(count(of: .note)))),
            ("findings", .array(findings.map { $0.tree(language) })),
        ]).description
    }
}

extension CheckReport.Finding {
    fileprivate func tree(_ language: Language) -> JSONTree {
        func text(_ notice: Notice?) -> JSONTree { .text(notice?.text(in: language) ?? "") }
        return .object([
            ("severity", .text(severity.rawValue)), ("code", .text(what.code)), ("place", text(place)),
            ("what", text(what)), ("advice", text(advice)),
            ("names", .array(names.map { .text($0) })),
        ])
    }
}

extension CheckReport.Severity {
    fileprivate var mark: String {
        switch self {
        case .error: "✗"
        case .warning: "!"
        case .note: "·"
        case .ok: "✓"
        }
    }

    fileprivate func name(in language: Language) -> String {
        switch self {
        case .error: language.text("错误", "error")
        case .warning: language.text("警告", "warning")
        case .note: language.text("说明", "note")
        case .ok: language.text("正常", "ok")
        }
    }
}
