import ArgumentParser
import Domain
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

    @Flag(
        help: .words(
            "文件不全：不算读到了从第一单到最后一单的每一天",
            "not all was exported: the days from the first to the last order do not count as read"))
    var notComplete = false

    @Flag(help: .words("只说会怎样导入", "only tell what would be imported"))
    var dryRun = false

    func run() async throws {
        let added = try addedShop()
        let inputs = try ImportStage.inputs(
            files, account: newShop ?? account, named: self.as, isComplete: !notComplete,
            in: added?.workplace ?? options.workplace())
        if let added { try add(added) }
        if dryRun {
            for input in inputs {
                let notice = Notice("import.would_read", input.path, input.account, input.shopID)
                Terminal.answer(notice.text(in: options.lang))
            }
            return
        }
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
}
