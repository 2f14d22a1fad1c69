package import Domain

/// The forms that can be written, each with what it is for.
package struct TemplateList: Sendable {
    private let templates: [Row]

    /// One form.
    package struct Row: Sendable {
        let name: String
        let title: String
        let fileName: String
        let purpose: Notice

        /// A form by its name, its title, the name of its file, and a sentence about it.
        package init(name: String, title: String, fileName: String, purpose: Notice) {
            (self.name, self.title, self.fileName, self.purpose) = (name, title, fileName, purpose)
        }
    }

    /// A list of these forms.
    package init(_ templates: [Row]) {
        self.templates = templates
    }

    /// A table, and how to write one of them.
    package func text(in language: Language) -> String {
        var table = TextTable(columns: [
            .init(language.text("模板", "template")), .init(language.text("用途", "for")),
        ])
        for template in templates { table.add([template.name, template.purpose.text(in: language)]) }
        return table.text() + "\n" + Notice("template.choose").text(in: language) + "\n"
    }

    /// For programs; the sentences are in this language.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("templates")),
            (
                "templates",
                .array(
                    templates.map { template in
                        .object([
                            ("template", .text(template.name)), ("title", .text(template.title)),
                            ("file", .text(template.fileName)),
                            ("purpose", .text(template.purpose.text(in: language))),
                        ])
                    })
            ),
        ]).description
    }
}
