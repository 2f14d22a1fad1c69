package import Domain

/// What became of the files of an inbox.
package struct InboxReport: Hashable, Sendable {
    /// In the order in which they were looked at.
    package var files: [File] = []
    /// Folders in the inbox that are no account's: what lies in them is left alone.
    package var strange: [String] = []
    /// Whether it only tells what would be done.
    package var isDryRun = false

    /// A file, by its path in the inbox.
    package struct File: Hashable, Sendable {
        package let name: String
        /// The account that it was imported for; `nil` where that is not known.
        package var account: String?
        package var outcome: Outcome
        /// Where it lies now, in the inbox; `nil` where it was not moved.
        package var movedTo: String?
        /// What was read of it; `nil` where it was not imported.
        package var read: RunReport.Account?
        /// Why it is held or waits.
        package var why: [Notice] = []

        /// A file and what became of it.
        package init(name: String, account: String? = nil, outcome: Outcome, why: [Notice] = []) {
            (self.name, self.account, self.outcome, self.why) = (name, account, outcome, why)
        }
    }

    /// What became of a file; the raw value is the key in JSON and log.
    package enum Outcome: String, CaseIterable, Sendable {
        /// Imported, and moved to `done`.
        case done
        /// Nothing of it counts for certain; moved to `held`, for a person.
        case held
        /// Left where it is, for the next time.
        case waiting
        /// Looked at, and could not be moved: it is imported again and again.
        case stuck
        /// Would be imported.
        case ready
    }

    /// Nothing was there.
    package init() {}
}

extension InboxReport {
    /// A line for each file, and why it is held or waits.
    package func text(in language: Language) -> String {
        let strange = strange.map {
            "! \(Notice("inbox.strange_folder", $0).text(in: language))".forTerminal + "\n"
        }
        if files.isEmpty { return Notice("inbox.empty").text(in: language) + "\n" + strange.joined() }
        var table = TextTable(columns: [
            .init(language.text("文件", "file")), .init(language.text("账号", "account")),
            .init(language.text("行", "rows"), .right), .init(language.text("新订单", "new"), .right),
            .init(language.text("有变化", "changed"), .right), .init(language.text("售后", "refunds"), .right),
            .init(language.text("搁置", "parked"), .right), .init(language.text("结果", "outcome")),
            .init(language.text("现在在", "now in")),
        ])
        let tellsRefunds = files.contains { ($0.read?.refunds ?? 0) > 0 }
        for file in files {
            let figures = [
                \RunReport.Account.rows, \.newOrders, \.changedOrders, \.refunds, \.parkedRecords,
            ].map { figure in
                // Most exports state after-sales in their orders.
                figure == \.refunds && !tellsRefunds
                    ? "" : file.read.map { $0[keyPath: figure].grouped } ?? ""
            }
            table.add(
                [file.name, file.account ?? ""] + figures + [
                    file.outcome.name(in: language), file.movedTo ?? "",
                ])
        }
        let reasons = files.flatMap { file in
            file.why.map { "\(file.outcome.mark) \($0.text(in: language))".forTerminal + "\n" }
        }
        return table.withoutEmptyColumns.text() + reasons.joined() + strange.joined()
    }

    /// The same for programs.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("inbox")), ("dry_run", .flag(isDryRun)),
            ("files", .array(files.map { $0.tree(language) })),
            ("strange_folders", .array(strange.map(JSONTree.text))),
        ]).description
    }
}

extension InboxReport.File {
    fileprivate func tree(_ language: Language) -> JSONTree {
        .object([
            ("file", .text(name)), ("account", .optional(account)), ("outcome", .text(outcome.rawValue)),
            ("moved_to", .optional(movedTo)), ("rows", .optional(read?.rows)),
            ("new_orders", .optional(read?.newOrders)), ("changed_orders", .optional(read?.changedOrders)),
            ("unchanged_orders", .optional(read?.unchangedOrders)),
            ("older_orders", .optional(read?.olderOrders)), ("refunds", .optional(read?.refunds)),
            ("parked_records", .optional(read?.parkedRecords)),
            ("why", .array(why.map { .text($0.text(in: language)) })),
        ])
    }
}

extension InboxReport.Outcome {
    fileprivate var mark: String { self == .held || self == .stuck ? "✗" : "·" }

    fileprivate func name(in language: Language) -> String {
        switch self {
        case .done: language.text("完成", "done")
        case .held: language.text("没有导入", "held")
        case .waiting: language.text("等下一次", "waits")
        case .stuck: language.text("移不走", "cannot be moved")
        case .ready: language.text("会导入", "would be imported")
        }
    }
}
