import ArgumentParser
import Domain
import Foundation
import Reports
import Service

/// Order exports by hand; the format is recognised by its header.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Language.asked.text(
            "导入从平台后台下载的订单文件；格式按表头识别。",
            "Import order files exported from a platform; the header tells the format."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("文件", "the files"))
    var files: [String]

    @Option(help: .words("文件属于这个账号", "the account that the files belong to", valueName: "id"))
    var account: String?

    @Option(
        help: .words(
            "把没有接口的新店铺加进 daihuo.yaml，编号用这个；与 --platform、--shop 一起写",
            "add a shop without an API to daihuo.yaml under this id; with --platform and --shop",
            valueName: "id"))
    var newShop: String?

    @Option(
        help: .words(
            "新店铺的平台，或 hall、zone、counter、relay、canteen、union、event、media、other",
            "the new shop's platform, or hall, zone, counter, relay, canteen, union, event, media, other",
            valueName: "name"))
    var platform: String?

    @Option(
        help: .words("新店铺在平台上的编号，或场所名称", "the new shop's id on the platform, or its name", valueName: "shop"))
    var shop: String?

    @Option(
        help: .words(
            "文件的格式，如 douyin-orders", "the format of the files, such as douyin-orders", valueName: "name"))
    var `as`: String?

    @Option(
        help: .words(
            "文件里有几个表时，读这一个：工作表名，或压缩包里的文件名",
            "the table that is meant, where a file holds several: a sheet, or a file in an archive",
            valueName: "name"))
    var sheet: String?

    @Option(
        help: .words(
            "压缩包的密码在哪里：file:文件 或 env:变量；不写时在终端上问",
            "where the password of an archive is: file:PATH or env:NAME; asked for on a terminal otherwise",
            valueName: "place"))
    var password: String?

    @Option(
        help: .words(
            "日报里没有年份的日期按这一年；文件里别的日期写明了年份的，按文件的",
            "the year of dates without one in a daily report, where the file's other dates do not tell it",
            valueName: "year"))
    var year: Int?

    @Flag(
        help: .words(
            "文件不全：不算读到了从第一单到最后一单的每一天",
            "not all was exported: the days from the first to the last order do not count as read"))
    var notComplete = false

    @Flag(
        help: .words(
            "订单号已在别的店铺名下，也照样导入（会计两次）",
            "import orders although they are stored under another shop (they count twice)"))
    var confirmShop = false

    @Flag(
        help: .words(
            "有被 Excel 改坏的编号也算完成；这些行仍不导入",
            "done although Excel has damaged ids; their rows are not imported all the same"))
    var acceptDamagedIds = false

    @Option(
        help: .words(
            "读不懂的行写到这里；不写时放在数据库旁边",
            "where the rows go that could not be read; beside the store if it is not said", valueName: "file")
    )
    var unreadable: String?

    @Flag(
        help: .words(
            "只说文件是什么、会怎样导入，什么也不写",
            "only tell what the files are and what importing them would come to, and write nothing"))
    var dryRun = false

    func run() async throws {
        let added = try addedShop()
        let inputs = try inputs(in: added?.workplace ?? options.workplace())
        if let added { try add(added) }
        if dryRun { return try await tryImport(inputs, in: added?.workplace ?? options.workplace()) }
        let report = try await options.running(
            "import", needs: { _ in .init(accounts: inputs.map(\.account), makesStore: true) }
        ) { _, pipeline, meter in
            try await pipeline.importFiles(inputs) { meter.show($0) }
        }
        try report.end(options, output.format)
    }

    /// The shop that the configuration is to get; `nil` where none is asked for.
    private func addedShop() throws -> NewShop? {
        if newShop == nil, platform == nil, shop == nil { return nil }
        guard let newShop, let platform, let shop else {
            throw ServiceError(.usage, [Notice("shop.incomplete")])
        }
        if account != nil { throw ServiceError(.usage, [Notice("shop.or_account")]) }
        return try NewShop(id: newShop, platform: platform, shop: shop, in: try options.workplace())
    }

    /// Writes the configuration and says what it got, where the answer is not for a program.
    private func add(_ added: NewShop) throws {
        if !dryRun { try added.write() }
        let config = added.workplace.config
        let what =
            added.lines.isEmpty
            ? Notice("shop.known", newShop ?? "", config)
            : Notice(dryRun ? "shop.would_write" : "shop.written", config)
        let text = ([what.text(in: options.lang)] + added.lines).joined(separator: "\n")
        if output.format == .json {
            Terminal.complain(text)
        } else if dryRun || !options.quiet {
            Terminal.answer(text)
        }
    }
    /// Asked for by itself, so it is answered also where quiet is wanted.
    private func tryImport(_ inputs: [ImportStage.Input], in workplace: Workplace) async throws {
        let meter = options.meter()
        defer { meter.finish() }
        var report = try await workplace.tryImport(inputs) { meter.show($0) }
        report.isClockFixed = options.now != nil
        switch output.format {
        case .text: Terminal.answer(report.text(in: options.lang))
        case .json: Terminal.answer(report.json(in: options.lang))
        }
        try report.verdict(strict: options.strict).end(saying: output.format == .json, in: options.lang)
    }

    private func inputs(in workplace: Workplace) throws -> [ImportStage.Input] {
        guard unreadable == nil || files.count == 1 else {
            throw ServiceError(.usage, [Notice("import.one_unreadable")])
        }
        return try ImportStage.inputs(
            files, account: newShop ?? account, named: self.as, choice: try choice(),
            isComplete: !notComplete, year: year, in: workplace
        ).map { input in
            var input = input
            (input.confirmsShop, input.acceptsDamagedIDs) = (confirmShop, acceptDamagedIds)
            if let unreadable { input.unreadablePath = unreadable }
            return input
        }
    }

    private func choice() throws -> FileChoice {
        if let password {
            let known = try FileChoice.password(
                password, environment: ProcessInfo.processInfo.environment)
            return FileChoice(table: sheet) { known }
        }
        let prompt = PasswordPrompt(Notice("import.password_prompt").text(in: options.lang))
        return FileChoice(table: sheet) { prompt.answer() }
    }
}
