package import Domain

/// An empty form that was written for staff to fill in.
package struct TemplateReport: Sendable {
    /// What the form is called on the command line.
    package let name: String
    /// What staff call it.
    package let title: String
    /// The path that it was written to.
    package let file: String
    /// What to do with it.
    package let next: Notice

    /// A form that was written.
    package init(name: String, title: String, file: String, next: Notice) {
        (self.name, self.title, self.file, self.next) = (name, title, file, next)
    }

    /// Sentences for a person.
    package func text(in language: Language) -> String {
        [Notice("init.written", file), next].map { $0.text(in: language).forTerminal + "\n" }.joined()
    }

    /// For programs.
    package var json: String {
        JSONTree.object([
            ("report", .text("template")), ("template", .text(name)), ("title", .text(title)),
            ("file", .text(file)),
        ]).description
    }
}
