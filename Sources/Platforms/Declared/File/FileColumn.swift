internal import Domain
internal import Tabular
internal import YAML

/// A column of a described file: how its cells are read, and where they are put in the record of an order.
struct FileColumn: Sendable {
    /// How a cell is read.
    enum Kind: Sendable, CaseIterable {
        case id, amount, time, quantity, text

        /// The key that lists such columns; what is listed nowhere is text.
        var key: String? {
            switch self {
            case .id: "ids"
            case .amount: "amounts"
            case .time: "times"
            case .quantity: "quantities"
            case .text: nil
            }
        }

        /// Whether its cells stay as they are written; others are read to numbers.
        var isWritten: Bool { self == .text || self == .quantity }
    }

    /// The name by which the description speaks of it: the first of its headers.
    let name: String
    /// What else exports have called it.
    let variants: [String]
    let kind: Kind
    /// Whether a file may lack it.
    let isOptional: Bool
    /// Whether the order reads it, and whether its lines do.
    let isOfOrder, isOfLine: Bool
    /// Whether it stands once for each further item of a row.
    let isRepeated: Bool
    /// What cells say where there is nothing.
    let emptyWords: Set<String>
    /// What holds for every row of a file that lacks the column.
    let absentValue: String?
    /// Of a quantity as staff write it: the column with its unit.
    var unitColumn: String?
    /// Whether the rows of an order must agree about it although it is text.
    var mustAgree = false
    /// Whether a row without it is parked: staff have left it open.
    var mustBeFilled = false
    /// Whether it holds a buyer's name that staff have written, which may be a person's.
    var mayNamePerson = false

    /// What rows of an order are told by: a cell, but nothing of a person's name, which is kept nowhere.
    func distinction(_ row: TableRow, _ place: Int) -> String {
        let text = row.text(place)
        return mayNamePerson && !OrganisationName.isPlausible(text) ? "" : text
    }

    /// Whether a cell says that there is nothing.
    func isEmpty(_ row: TableRow, _ place: Int) -> Bool {
        row.isEmpty(place) || (!emptyWords.isEmpty && emptyWords.contains(row[place]))
    }

    /// Where the columns stand in a file; none where an optional one is missing.
    ///
    /// Throws where another one is missing, or stands twice without being described so.
    func places(in file: TableFile) throws(TabularError) -> [Int] {
        if isRepeated {
            let places = file.columns(named: name)
            if !places.isEmpty { return places }
        }
        let names = [name] + variants
        if let place = try file.column(anyOf: names) { return [place] }
        return isOptional || absentValue != nil ? [] : [try file.requiredColumn(anyOf: names)]
    }
}

/// The columns that a description names, and how.
struct FileColumns: Sendable {
    let all: [FileColumn]
    /// The columns of which an order's number is put together, and a line's; none where it has one of its own.
    let orderKey, lineKey: [String]
    /// The column with an order's own number, which stands in the place of what is put together wherever it is filled in.
    let orderNumber: String?
    /// Rows that are passed over, by the words of a column.
    let skipped: [(column: String, words: Set<String>)]

    /// Reads `columns`, `key` and `skip`; `ways` are the columns that the mapping reads, `rows` those of lines.
    init(_ root: DescriptionSection, ways: [[String]]) {
        let section = root.required(section: "columns")
        var kinds: [String: FileColumn.Kind] = [:]
        for kind in FileColumn.Kind.allCases {
            for name in kind.key.flatMap({ section?.texts($0) }) ?? [] { kinds[name] = kind }
        }
        let optional = Set(section?.texts("optional") ?? [])
        let repeated = Set(section?.texts("repeated") ?? [])
        let others = Self.words(section, "variants")
        let empty = Self.words(section, "empty")
        let absent = Self.words(section, "absent")
        let units = Self.words(section, "units").compactMapValues(\.first)
        let buyerNames =
            root.has("order", "buyer", "person_words") ? root.values(below: "order", "buyer", "name") : []
        let agreeing = Set(section?.texts("agree") ?? [])
        let filled = Set(section?.texts("filled") ?? [])
        section?.finish()
        let key = root.section("key")
        (orderKey, lineKey) = (key?.texts("order") ?? [], key?.texts("line") ?? [])
        orderNumber = key?.text("unless")
        key?.finish()
        skipped = Self.words(root, "skip").map { ($0.key, Set($0.value)) }
        let ofLine = Set(ways.filter { $0.count == 2 && $0[0] == "rows" }.map { $0[1] } + lineKey)
        let ofOrder = Set(ways.filter { $0.count == 1 }.map { $0[0] } + orderKey)
            .union(orderNumber.map { [$0] } ?? [])
        // In the order in which the description lists them, then the texts.
        let used = ofLine.union(ofOrder).union(skipped.map(\.column)).union(kinds.keys)
            .subtracting(FileRecord.computedNames)
        all = used.sorted().map { name in
            FileColumn(
                name: name, variants: others[name] ?? [], kind: kinds[name] ?? .text,
                isOptional: optional.contains(name), isOfOrder: ofOrder.contains(name),
                isOfLine: ofLine.contains(name), isRepeated: repeated.contains(name),
                emptyWords: Set(empty[name] ?? []), absentValue: absent[name]?.first, unitColumn: units[name],
                mustAgree: agreeing.contains(name), mustBeFilled: filled.contains(name),
                mayNamePerson: buyerNames.contains(name))
        }
        for column in all where column.absentValue != nil && !column.kind.isWritten {
            root.problems.add(section?.line ?? root.line, Notice("declared.absent_figure", column.name))
        }
        let known = Set(all.map(\.name))
        let named = optional.union(repeated).union(others.keys).union(empty.keys).union(absent.keys)
            .union(units.keys).union(units.values).union(agreeing).union(filled)
        for name in named.subtracting(known).sorted() {
            root.problems.add(
                section?.line ?? root.line,
                Notice("declared.column_unused", name, NearestWord.hint(for: name, among: known.sorted())))
        }
    }

    /// Lists of words by column.
    private static func words(_ section: DescriptionSection?, _ key: String) -> [String: [String]] {
        let inner = section?.section(key)
        var words: [String: [String]] = [:]
        for entry in inner?.freeEntries() ?? [] { words[entry.key] = inner?.texts(entry.key) }
        return words
    }
}
