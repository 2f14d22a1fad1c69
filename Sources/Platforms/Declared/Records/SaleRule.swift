internal import Domain

/// What a status means for a line.
enum StatusMeaning: Sendable {
    case sale
    /// A sale where its date is there, else unpaid.
    case saleIfDated
    /// Closed before payment; with a payment, a sale that was closed.
    case closed
    case notSale(NotSaleReason)
    /// What the order's status says; for lines only.
    case asOrder
    /// Not told from here: the record waits, parked, until the word is in the map.
    case parked

    static let ofOrder: [(String, StatusMeaning)] =
        [
            ("sale", .sale), ("sale_if_dated", .saleIfDated), ("unpaid", .notSale(.unpaid)),
            ("closed", .closed), ("park", .parked),
        ]
        + [NotSaleReason.gift, .sample, .lottery, .points, .exchange].map { ("\($0)", .notSale($0)) }

    static let ofLine: [(String, StatusMeaning)] = ofOrder + [("order", .asOrder)]
}

/// The instant that dates a sale.
enum SaleDate: Sendable {
    case payment, order, receipt, listDay

    static let words: [(String, SaleDate)] = [
        ("payment", .payment), ("order", .order), ("receipt", .receipt), ("list_day", .listDay),
    ]

    /// The key that it is read from.
    var key: String {
        switch self {
        case .payment: "paid_at"
        case .order: "created_at"
        case .receipt: "received_at"
        case .listDay: "list_day"
        }
    }
}

/// The instants of one order.
struct OrderDates {
    let created: Instant?
    let paid: Instant?
    let updated: Instant
    /// What `dated_by` names.
    let sale: Instant?
    let dating: SaleDate

    /// Whether a line of this status is a sale, and when it was closed after payment.
    func state(_ meaning: StatusMeaning) throws(UnreadableRecord) -> (sale: SaleState, closedAt: Instant?) {
        switch meaning {
        case .sale:
            guard let sale else {
                throw UnreadableRecord(Notice("declared.sale_without_date", dating.key))
            }
            return (.sale(sale), nil)
        case .saleIfDated, .asOrder:
            return (sale.map { .sale($0) } ?? .notSale(.unpaid), nil)
        case .closed:
            guard let paid else { return (.notSale(.closedUnpaid), nil) }
            return (.sale(sale ?? paid), updated)
        case .notSale(let reason):
            return (.notSale(reason), nil)
        case .parked:
            throw UnreadableRecord(Notice("declared.status_unknown"))
        }
    }
}

/// Where the instants of an order stand.
struct DateRules: Sendable {
    private let time: TimeFormat
    private let created: ValuePath?
    private let paid: ValuePath?
    private let updated: ValuePath
    private let received: ValuePath?
    private let listDay: ValuePath?
    private let ofPerson: SaleDate
    private let ofOrganisation: SaleDate

    init(_ section: DescriptionSection, time: TimeFormat, updated: ValuePath) {
        self.time = time
        created = section.path("created_at")
        paid = section.path("paid_at")
        self.updated = updated
        received = section.path("received_at")
        listDay = section.path("list_day")
        (ofPerson, ofOrganisation) = Self.dating(section)
        let readable = [
            (SaleDate.payment, paid), (.order, created), (.receipt, received), (.listDay, listDay),
        ]
        for (date, path) in readable where path == nil && (date == ofPerson || date == ofOrganisation) {
            section.problems.add(
                section.line, Notice("declared.date_missing", section.name(date.key)))
        }
    }

    private static func dating(_ section: DescriptionSection) -> (SaleDate, SaleDate) {
        guard section.isSection("dated_by"), let inner = section.section("dated_by") else {
            let date = section.word("dated_by", SaleDate.words) ?? .payment
            return (date, date)
        }
        defer { inner.finish() }
        for key in ["person", "organisation"] where !inner.has(key) { inner.missing(key) }
        return (
            inner.word("person", SaleDate.words) ?? .payment,
            inner.word("organisation", SaleDate.words) ?? .payment
        )
    }

    /// The instants of a record.
    func dates(_ scope: RecordScope, buyer: Buyer) throws(UnreadableRecord) -> OrderDates {
        let dating = buyer.isOrganisation ? ofOrganisation : ofPerson
        let created = try instant(created, scope)
        let paid = try instant(paid, scope)
        let sale =
            switch dating {
            case .payment: paid
            case .order: created
            case .receipt: try instant(received, scope)
            case .listDay: try instant(listDay, scope)
            }
        guard let updated = try time.instant(updated, scope) else {
            throw UnreadableRecord(Notice("declared.update_time_missing", updated.text))
        }
        return OrderDates(created: created, paid: paid, updated: updated, sale: sale, dating: dating)
    }

    private func instant(_ path: ValuePath?, _ scope: RecordScope) throws(UnreadableRecord) -> Instant? {
        guard let path else { return nil }
        return try time.instant(path, scope)
    }
}
