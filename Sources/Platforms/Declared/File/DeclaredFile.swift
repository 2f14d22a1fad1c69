package import Domain
internal import JSON
package import Tabular

/// An export that a YAML file describes: columns by name, what their words mean, and which figure is which.
///
/// See docs/declared-files.md. Its rows become records as a platform would have sent them (``FileRecord``), and are mapped by
/// the same rules as a declared platform's. Built-in formats are described in the same way, beside their platform.
package struct DeclaredFile: OrderFileFormat {
    package let name: String
    /// What staff read.
    package let title: String
    package let platforms: [String]
    package let channel: Channel?
    package let isNetOfRefunds: Bool
    package let namesShops: Bool
    package let kind: SourceKind
    /// All of them must stand in the header.
    private let marks: [[String]]
    /// None of them may: they are another format's.
    private let foreignMarks: Set<String>
    private let columns: FileColumns
    private let rules: FileRules

    /// Reads a description; `file` names it in problems.
    ///
    /// Throws every problem at once.
    package init(yaml: String, file: String) throws(DeclaredError) {
        let problems = DescriptionProblems(file: file)
        guard let root = problems.root(of: yaml) else {
            try problems.settle()
            throw DeclaredError(problems: [])
        }
        if root.required(text: "kind") != "file" {
            problems.add(root.lineOfValue("kind"), Notice("declared.kind_of_file"))
        }
        name = root.required(text: "name")
        title = root.required(text: "title")
        platforms = root.has("platform") ? root.texts("platform") : [name]
        // Of `by_shop` nothing is known before the shop is.
        let words = Channel.allCases.map { ($0.key, $0) } + [("by_shop", .other)]
        let isOfERP = !root.isSection("channel") && root.text("channel") == "by_shop"
        kind = isOfERP ? .erp : .file
        namesShops = (root.word("shops", [("by_name", true)]) ?? false) || isOfERP
        if !root.has("channel") { root.missing("channel") }
        isNetOfRefunds =
            root.word("paid_is", [("gross_of_refunds", false), ("net_of_refunds", true)]) ?? false
        problems.forgetWays()
        let channels = Choice(root, "channel", words: words, standIn: .other)
        channel = if case .constant(let channel) = channels, !isOfERP { channel } else { nil }
        rules = FileRules(root, channel: channels)
        if namesShops, !root.has("order", "shop") { root.missing("order.shop") }
        let columns = FileColumns(
            root, ways: problems.ways + problems.waysOfOrganisation + problems.waysOfRemarks)
        self.columns = columns
        let recognised = root.texts("recognised_by")
        if recognised.isEmpty { root.missing("recognised_by") }
        marks = recognised.map { mark in
            [mark] + (columns.all.first { $0.name == mark }?.variants ?? [])
        }
        foreignMarks = Set(root.texts("unless"))
        root.finish()
        try problems.settle()
    }

    package var holdsOrders: Bool { rules.order != nil }

    package func matches(_ columns: [String]) -> Bool {
        let names = Set(columns)
        return names.isDisjoint(with: foreignMarks)
            && marks.allSatisfy { $0.contains(where: names.contains) }
    }

    package func mapping(of file: TableFile) throws(TabularError) -> any OrderRowMapping {
        DeclaredFileRows(
            record: try FileRecord(columns, in: file), columns: columns, rules: rules, of: file)
    }
}

/// What the records of a file's rows mean.
struct FileRules: Sendable {
    let order: OrderRule?
    let statedRefund: StatedRefundRule?
    /// Of a file of after-sales.
    let refund: RefundRule?
    /// Whether the rows of an order state it together; otherwise each row is a line that stands by itself.
    let areRowsTogether: Bool
    /// Whether a line that stands again in a file is a part of one that nobody has put together, not a newer statement.
    let parksSameLine: Bool
    /// The columns by which fields of an order are stated.
    let fields: FileFields
    /// The columns of the instants of an order, by their keys.
    let dateColumns: [String: String]

    init(_ root: DescriptionSection, channel: Choice<Channel>) {
        areRowsTogether = root.word("rows", [("order", true), ("line", false)]) ?? true
        parksSameLine = root.word("same_line", [("newest", false), ("park", true)]) ?? false
        fields = FileFields(root)
        dateColumns = ["paid_at", "created_at", "received_at", "list_day"]
            .reduce(into: [:]) { $0[$1] = root.values(below: "order", $1).first }
        let section = root.section("order")
        let order = section.map {
            OrderRule($0, channel: channel, feedTime: .milliseconds, fileMoney: .fen)
        }
        self.order = order
        let refunds = root.section("refund")
        if let refunds, let order {
            statedRefund = StatedRefundRule(refunds, feedTime: .milliseconds, beside: order)
            refund = nil
        } else {
            statedRefund = nil
            refund = refunds.map {
                RefundRule(
                    $0, channel: channel, feedTime: .milliseconds, beside: nil, fileMoney: .fen)
            }
        }
        if order == nil, refund == nil {
            root.problems.add(root.line, Notice("declared.records_undescribed", root.text("name") ?? ""))
        }
    }
}
