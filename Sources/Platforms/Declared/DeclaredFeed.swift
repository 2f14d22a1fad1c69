internal import Domain
internal import JSON

/// One feed of a description, read and prepared once.
struct DeclaredFeed: Sendable {
    let feed: Feed
    private let time: TimeFormat
    private let request: DeclaredRequest
    private let paging: DeclaredPaging
    private let answer: DeclaredAnswer
    /// How one of its orders is asked for by number; `nil` where the description does not say.
    let lookup: DeclaredLookup?
    private let order: OrderRule?
    private let refund: RefundRule?
    private let statedRefund: StatedRefundRule?
    /// What is kept of a parked record, and of one whose buyer is an organisation.
    private let kept: DescribedKeys
    private let keptOfOrganisation: DescribedKeys
    /// What is kept of its pages, and of the answers for single orders.
    let pageKeys: PageKeys?
    let lookupKeys: PageKeys?
    /// What makes the keys of the feed's records.
    let keyRules: Set<KeyRule>
    /// What the update times of the feed's orders and refunds are read from.
    let updateTimes: (order: String?, refund: String?)
    /// All that the description says of what is asked for and what a record means, the same text however it is written.
    let text: String

    /// Whether the orders of a feed have lines with numbers of their own.
    static func hasNumberedLines(_ section: DescriptionSection) -> Bool {
        section.has("order", "lines", "path")
    }

    /// `nil`, with problems, where a part is missing.
    ///
    /// `channelWays`: where records name their channel; `linesAreNumbered`: whether any feed of the description has lines that refunds must name.
    init?(
        _ section: DescriptionSection, channel: Choice<Channel>, channelWays: [[String]],
        linesAreNumbered: Bool
    ) {
        let feed = Feed(section)
        self.feed = feed
        if !section.has("time") { section.missing("time") }
        let time = section.word("time", TimeFormat.words) ?? .seconds
        self.time = time
        let request = section.required(section: "request").map {
            DeclaredRequest($0, allowed: RequestField.ofRequest)
        }
        let others = section.paths("keep")
        section.problems.forgetWays()
        let paging = section.required(section: "paging").map(DeclaredPaging.init)
        let answer = section.required(section: "answer").map(DeclaredAnswer.init)
        let envelope = section.problems.ways
        section.problems.forgetWays()
        let lookup = section.section("lookup")
        self.lookup = lookup.flatMap { DeclaredLookup($0, rate: feed.requestsPerSecond) }
        let lookupEnvelope = section.problems.ways
        section.problems.forgetWays()
        let order = section.section("order").map { OrderRule($0, channel: channel, feedTime: time) }
        self.order = order
        if order == nil, let lookup {
            section.problems.add(lookup.line, Notice("declared.lookup_of_no_order", lookup.place))
        }
        let refund = section.section("refund")
        let isNamed = order == nil ? linesAreNumbered : Self.hasNumberedLines(section)
        if let refund, isNamed, !refund.has("line") { refund.missingLine() }
        if let refund, let order, !refund.has("path") {
            statedRefund = StatedRefundRule(refund, feedTime: time, beside: order)
            self.refund = nil
        } else {
            statedRefund = nil
            self.refund = refund.map { RefundRule($0, channel: channel, feedTime: time, beside: order) }
        }
        kept = DescribedKeys(section.problems.ways)
        keptOfOrganisation = DescribedKeys(section.problems.ways + section.problems.waysOfOrganisation)
        let record = KeptRecord(section.problems, channelWays: channelWays, beside: others, order: order)
        pageKeys = answer.map { record.keys(beside: envelope, at: $0.records) }
        lookupKeys = self.lookup.map { record.keys(beside: lookupEnvelope, at: $0.records) }
        if order == nil, refund == nil {
            section.problems.add(section.line, Notice("declared.records_undescribed", section.place))
        }
        keyRules = Set([order?.keyRule, statedRefund?.keyRule, self.refund?.keyRule].compactMap(\.self))
        updateTimes = (order?.updateTime, self.refund?.updateTime)
        let records = answer.map { "records " + $0.records.keyText } ?? ""
        // With the name: what was read is noted by it.
        text = (["feed \(feed.name)"] + section.texts(of: "time", "request", "order", "refund") + [records])
            .joined(separator: "\n")
        section.finish()
        guard let request, let paging, let answer else { return nil }
        (self.request, self.paging, self.answer) = (request, paging, answer)
    }

    /// Whether the records of what is asked so are this feed's.
    func answers(_ asked: Feed) -> Bool { feed.name == asked.name || lookup?.feed == asked }

    /// The request for a page, or for one order.
    func request(
        _ query: PageQuery, account: AccountAccess, now: Instant,
        headers: [(name: String, value: RequestTemplate)], authorisation: DeclaredAuthorisation
    ) throws(PlatformError) -> PlatformRequest {
        if let lookup, query.orderID != nil {
            return try lookup.request(
                query, account: account, now: now, time: time, headers: headers, authorisation: authorisation)
        }
        var values = RequestValues(
            query: query, account: account, now: now, time: time, page: paging.page(query.page),
            size: paging.size)
        return try request.request(
            &values, headers: headers, pageIsText: paging.kind == .cursor, authorisation: authorisation)
    }

    /// What an answer says about the window: how many rows, and where the next page stands.
    func outline(_ root: JSONView, cursor: PageCursor) throws(PlatformError) -> Page {
        if let lookup, case .order(let asked) = cursor {
            return try lookup.outline(root) { isAskedFor($0, asked) }
        }
        let scope = RecordScope(root)
        if answer.isEmpty(scope), try paging.rowsInWindow(scope) ?? 0 == 0 { return Page() }
        // An answer that states an error has no total to speak of.
        try answer.refuseFailure(scope)
        let rowsInWindow = try paging.rowsInWindow(scope)
        let rows = try answer.countRecords(scope, rowsInWindow: rowsInWindow)
        let next = try paging.next(after: cursor, rows: rows, rowsInWindow: rowsInWindow, root: scope)
        return Page(rowsInWindow: rowsInWindow, next: next)
    }

    /// Whether an answer that holds no page says by its status that there is nothing.
    func isEmpty(status: Int, hasBody: Bool, cursor: PageCursor) -> Bool {
        if case .order = cursor { return lookup?.isEmpty(status: status, hasBody: hasBody) ?? false }
        return answer.isEmpty(status: status, hasBody: hasBody)
    }

    /// Maps the records of an answer whose outline was read.
    func records(_ root: JSONView, cursor: PageCursor, account: AccountAccess, into page: inout Page) {
        if let lookup, case .order(let asked) = cursor {
            let records = lookup.records(root).filter { isAskedFor($0, asked) }
            return map(records, at: { _ in lookup.place }, account: account, into: &page)
        }
        if paging.isProbe(cursor, rowsInWindow: page.rowsInWindow) { return }
        let place = answer.records.names.joined(separator: ".")
        if let single = answer.single(RecordScope(root)) {
            return map([single], at: { _ in place }, account: account, into: &page)
        }
        guard let view = answer.records.find(RecordScope(root)), let records = try? view.array() else {
            return
        }
        map(records, at: { "\(place)[\($0)]" }, account: account, into: &page)
    }

    /// Whether a record is the order that was asked for: by its number, and by its shop where it names one.
    private func isAskedFor(_ record: JSONView, _ asked: OrderKey) -> Bool {
        orderID(record) == asked.orderID && shopID(record) ?? asked.shopID == asked.shopID
    }

    /// Maps records; `place` says where each stands in the answer.
    private func map<Records: RandomAccessCollection<JSONView>>(
        _ records: Records, at place: (Int) -> String, account: AccountAccess, into page: inout Page
    ) where Records.Index == Int {
        page.orders.reserveCapacity(order == nil ? 0 : records.count)
        var places: [Int] = []
        for (index, record) in records.enumerated() {
            var unknown = UnknownWords()
            do throws(UnreadableRecord) {
                try UnreadableRecord.reading(record.expectKeysOnce)
                let order = try order(record, account, &unknown)
                let refunds = try refund?.refunds(record, account: account, &unknown) ?? []
                if let order {
                    page.orders.append(order)
                    places.append(index)
                    page.rows.append(RowIdentity(orderID: order.orderID, ofShop: order.shopID))
                } else if let refund = refunds.first {
                    page.rows.append(RowIdentity(refund))
                }
                page.refunds += refunds
            } catch {
                let parked = parked(record, at: place(index), error.reason)
                page.parked.append(parked)
                page.rows.append(RowIdentity(parked, record, ofShop: account.shopID))
            }
            if !unknown.isEmpty { page.unknownWords += words(unknown, of: record) }
        }
        let repeated = RepeatedItems.places(in: page.orders).sorted()
        for number in repeated {
            let (key, index) = (page.orders[number].key, places[number])
            page.refunds.removeAll { $0.orderKey == key }
            page.parked.append(parked(records[index], at: place(index), RepeatedItems.reason))
        }
        for number in repeated.reversed() { page.orders.remove(at: number) }
    }

    private func parked(_ record: JSONView, at place: String, _ reason: Notice) -> ParkedRecord {
        if record.repeatsKeys {
            // Of a number that stands twice nobody knows which one is meant, nor whether the buyer is a person.
            return ParkedRecord(
                path: place, reason: reason, isAfterSale: order == nil, body: kept.copy(record))
        }
        return ParkedRecord(
            path: place, reason: reason, shopID: shopID(record), orderID: orderID(record),
            lineID: lineID(record),
            refundID: refundID(record), isAfterSale: order == nil,
            amountFen: amountFen(record), updatedAt: updatedAt(record), body: body(record))
    }

    private func order(
        _ record: JSONView, _ account: AccountAccess, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> Order? {
        guard var order = try order?.order(record, account: account, &unknown) else { return nil }
        try statedRefund?.state(record, in: &order, &unknown)
        return order
    }

    private func words(_ unknown: UnknownWords, of record: JSONView) -> [UnknownWord] {
        let (shopID, orderID) = (shopID(record), orderID(record))
        let (lineID, refundID) = (lineID(record), refundID(record))
        let paidFen = amountFen(record).map(Fen.init)
        return unknown.words { key, word in
            UnknownWord(
                key: key, word: word, shopID: shopID, orderID: orderID, lineID: lineID, refundID: refundID,
                paidFen: paidFen)
        }
    }

    /// What the header says was paid, or the amount of the refund; `nil` where it cannot be read.
    private func amountFen(_ record: JSONView) -> Int64? {
        let scope = RecordScope(record)
        let fen = order == nil ? refund?.amountFen(scope) : order?.headerPaidFen(scope)
        return fen?.amount
    }

    /// When the record says that it was updated, as far as that can be read.
    private func updatedAt(_ record: JSONView) -> Instant? {
        let scope = RecordScope(record)
        return order == nil ? refund?.updatedAt(scope) : order?.updatedAt(scope)
    }

    private func body(_ record: JSONView) -> String {
        order?.isOfPerson(record) == false ? keptOfOrganisation.copy(record) : kept.copy(record)
    }

    /// The shop that a record names.
    private func shopID(_ record: JSONView) -> String? {
        (order?.shop ?? refund?.shop).flatMap { try? $0.id(RecordScope(record)) }
    }

    private func orderID(_ record: JSONView) -> String {
        let scope = RecordScope(record)
        return (try? order?.id.id(scope) ?? refund?.order.id(scope)) ?? ""
    }

    /// The line of a record that is a refund of one.
    private func lineID(_ record: JSONView) -> String {
        order == nil ? (try? refund?.line?.id(RecordScope(record))) ?? "" : ""
    }

    /// Where refunds come inside orders, the order's record is parked as a whole.
    private func refundID(_ record: JSONView) -> String {
        order == nil ? (try? refund?.id.id(RecordScope(record))) ?? "" : ""
    }
}

extension Feed {
    /// Reads name, method, rate and window of a feed.
    fileprivate init(_ section: DescriptionSection) {
        let name = section.required(text: "name")
        let window = section.section("window")
        let days = window?.integer("reach_days", in: 1...36_500)
        self.init(
            name: name, method: section.text("method") ?? name,
            windowSecondsMax: Int64(window?.integer("seconds_max", in: 60...31_622_400) ?? 86_400),
            reachSeconds: days.map { Int64($0) * 86_400 },
            overlapSeconds: Int64(window?.integer("overlap_seconds", in: 0...604_800) ?? 600),
            settleSeconds: Int64(window?.integer("settle_seconds", in: 0...86_400) ?? 0),
            rowsMax: window?.integer("rows_max", in: 1...10_000_000),
            requestsPerSecond: section.integer("rate", in: 1...1000) ?? 5)
        window?.finish()
    }
}
