internal import Domain
internal import JSON

/// The unit that a source writes money in, and what happens to decimals beyond it.
struct MoneyFormat: Sendable {
    enum Unit: Sendable { case fen, yuan }

    let unit: Unit
    let roundsHalfEven: Bool

    /// Of the records of files: cells are read to fen before.
    static let fen = MoneyFormat(unit: .fen, roundsHalfEven: false)

    private init(unit: Unit, roundsHalfEven: Bool) {
        (self.unit, self.roundsHalfEven) = (unit, roundsHalfEven)
    }

    /// Reads `money` and `round`; `inherited` holds where `money` is absent.
    init(_ section: DescriptionSection, inherited: MoneyFormat? = nil) {
        if !section.has("money"), inherited == nil { section.missing("money") }
        unit = section.word("money", [("fen", .fen), ("yuan", .yuan)]) ?? inherited?.unit ?? .fen
        roundsHalfEven =
            section.word("round", [("half_even", true)]) ?? inherited?.roundsHalfEven ?? false
    }

    /// An amount in fen.
    func fen(_ view: JSONView) throws(UnreadableRecord) -> Fen {
        let amount = try UnreadableRecord.reading { () throws(JSONError) in
            switch (unit, roundsHalfEven) {
            case (.fen, false): try view.integer()
            case (.yuan, false): try view.fen()
            case (.fen, true): try view.decimal(decimals: 0, roundsHalfEven: true)
            case (.yuan, true): try view.decimal(decimals: 2, roundsHalfEven: true)
            }
        }
        guard amount.magnitude <= amountFenMax.magnitude else {
            throw UnreadableRecord(Notice("declared.number_too_large"))
        }
        return Fen(amount)
    }
}

/// Where an amount stands in a record: one figure, less others that are inside it, and with others that were taken out of it.
struct AmountRule: Sendable {
    private let whole: ValuePath
    private let less: [ValuePath]
    private let plus: [ValuePath]
    private let money: MoneyFormat
    /// Whether nobody may have stated it: then it is unknown, which is not 0; else a record without it is parked.
    private let mayBeUnknown: Bool

    /// What an amount that is the platform's own figure rests on.
    var origin: AmountOrigin { less.isEmpty && plus.isEmpty ? .stated : .lessFreight }

    /// Reads a path or `{path, less, plus, missing: unknown}`; `nil` where the key is absent.
    init?(_ section: DescriptionSection, _ key: String, money: MoneyFormat) {
        self.money = money
        guard section.isSection(key), let inner = section.section(key) else {
            guard let path = section.path(key) else { return nil }
            whole = path
            (less, plus, mayBeUnknown) = ([], [], false)
            return
        }
        whole = inner.required(path: "path")
        (less, plus) = (inner.paths("less"), inner.paths("plus"))
        mayBeUnknown = inner.word("missing", [("unknown", true)]) ?? false
        if less.isEmpty, plus.isEmpty, !mayBeUnknown { inner.missing("less") }
        inner.finish()
    }

    /// The amount, never negative; `nil` where the record does not have it.
    func fen(_ scope: RecordScope) throws(UnreadableRecord) -> Fen? {
        guard let view = whole.find(scope) else { return nil }
        return try amount(view, scope)
    }

    /// The amount, never negative; it must be there.
    func required(_ scope: RecordScope) throws(UnreadableRecord) -> Fen {
        let view = try UnreadableRecord.reading { () throws(JSONError) in try whole.require(scope) }
        return try amount(view, scope)
    }

    /// The amount, never negative; `nil` where nobody has stated it, which may be only of some.
    func known(_ scope: RecordScope) throws(UnreadableRecord) -> Fen? {
        mayBeUnknown ? try fen(scope) : try required(scope)
    }

    /// What was paid of that which nobody has paid for: nothing, whatever it would cost and whatever is inside.
    func ofUnpaid(_ scope: RecordScope) throws(UnreadableRecord) -> Fen {
        if let view = whole.find(scope), try money.fen(view) < .zero {
            throw UnreadableRecord(Notice("declared.amount_negative", whole.text))
        }
        return .zero
    }

    private func amount(_ view: JSONView, _ scope: RecordScope) throws(UnreadableRecord) -> Fen {
        var fen = try money.fen(view)
        for path in less {
            guard let view = path.find(scope) else { continue }
            let part = try money.fen(view)
            fen = try UnreadableRecord.adding { [fen] () throws(AmountOverflow) in try fen - part }
        }
        for path in plus {
            guard let view = path.find(scope) else { continue }
            let part = try money.fen(view)
            fen = try UnreadableRecord.adding { [fen] () throws(AmountOverflow) in try fen + part }
        }
        guard fen >= .zero else {
            throw UnreadableRecord(Notice("declared.amount_negative", whole.text))
        }
        return fen
    }
}
