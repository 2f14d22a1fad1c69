import Domain

/// The note that lies beside a file that was taken out of the inbox: for whoever put it there.
package struct InboxNote: Sendable {
    private let file: InboxReport.File
    private let report: RunReport?

    /// A note on a file, with what the import said of it.
    package init(on file: InboxReport.File, _ report: RunReport?) {
        (self.file, self.report) = (file, report)
    }

    /// What the file is called, what became of it, why and what to do, and what the import said.
    package func text(in language: Language) -> String {
        let head = [Notice("inbox.note_file", file.name)] + (file.outcome == .held ? held : done)
        let lines = head.map { $0.text(in: language) }
        let body = report.map { "\n" + $0.text(in: language) } ?? ""
        return lines.joined(separator: "\n") + "\n" + body
    }

    /// A file of no account is one of no orders.
    private var done: [Notice] {
        [file.account.map { Notice("inbox.note_done", $0) } ?? Notice("inbox.note_reported")]
    }

    private var held: [Notice] {
        [Notice("inbox.note_held")] + file.why.map { Notice("inbox.note_why", $0) } + [
            Notice("inbox.note_way_out")
        ]
    }
}
