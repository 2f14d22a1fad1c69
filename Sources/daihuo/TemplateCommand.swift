import ArgumentParser
import Domain
import Reports
import Service

/// Writes empty forms for staff to fill in.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: Language.asked.text(
            "写出一张空的 Excel 表：清单、接龙、日报、排班、名册等，带下拉列表和填写说明；不写名字就列出有哪些。",
            "Write an empty workbook for staff to fill in, with lists to choose from and explanations; without a name, list them."
        ),
        discussion: Language.asked.text(
            """
            例：daihuo template
            　　daihuo template sales-list
            　　daihuo template roster --out roster/
            """,
            """
            Examples:
              daihuo template
              daihuo template sales-list
              daihuo template roster --out roster/
            """))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("模板名；不写就列出全部", "the template's name; all are listed if left out"))
    var name: String?

    @Option(
        help: .words(
            "写到这个文件或文件夹；不写就写在当前文件夹", "write to this file or into this folder; here if left out",
            valueName: "path"))
    var out: String?

    @Flag(help: .words("覆盖已有的文件", "write over a file that is there"))
    var force = false

    func run() throws {
        guard let name else { return try list() }
        let report = try Template.named(name).write(to: out, isForced: force)
        switch output.format {
        case .text: if !options.quiet { Terminal.answer(report.text(in: options.lang)) }
        case .json: Terminal.answer(report.json)
        }
    }

    private func list() throws {
        let ofOne = [out.map { _ in "--out" }, force ? "--force" : nil].compactMap(\.self)
        guard ofOne.isEmpty else {
            throw ServiceError(.usage, [Notice("template.unsaid", ofOne)])
        }
        let list = TemplateList(
            Template.all.map {
                TemplateList.Row(
                    name: $0.name, title: $0.title, fileName: $0.fileName, purpose: $0.purpose)
            })
        switch output.format {
        case .text: Terminal.answer(list.text(in: options.lang))
        case .json: Terminal.answer(list.json(in: options.lang))
        }
    }
}
