internal import Domain
internal import JSON

/// How a description asks for one order by its number, and where the answer holds it.
///
/// It is no part of what the description's records mean: an order that was asked for is what `order` says.
struct DeclaredLookup: Sendable {
    let feed: Feed
    private let request: DeclaredRequest
    private let answer: DeclaredAnswer

    /// `nil`, with problems, where a part is missing; `rate` is that of the feed that it stands in.
    init?(_ section: DescriptionSection, rate: Int) {
        feed = Feed(
            lookup: section.text("method") ?? Feed.lookupName,
            requestsPerSecond: section.integer("rate", in: 1...1000) ?? rate)
        let inner = section.required(section: "request")
        let request = inner.map { DeclaredRequest($0, allowed: RequestField.ofLookup) }
        if let inner, request?.holds(.order) == false {
            section.problems.add(inner.line, Notice("declared.lookup_without_number", inner.place))
        }
        let answer = section.required(section: "answer").map(DeclaredAnswer.init)
        section.finish()
        guard let request, let answer else { return nil }
        (self.request, self.answer) = (request, answer)
    }

    /// Where answers hold the order.
    var records: ValuePath { answer.records }

    /// As `records`, for people.
    var place: String { records.names.joined(separator: ".") }

    /// The request for an order.
    func request(
        _ query: PageQuery, account: AccountAccess, now: Instant, time: TimeFormat,
        headers: [(name: String, value: RequestTemplate)], authorisation: DeclaredAuthorisation
    ) throws(PlatformError) -> PlatformRequest {
        var values = RequestValues(query: query, account: account, now: now, time: time, page: "", size: 1)
        return try request.request(
            &values, headers: headers, pageIsText: true, authorisation: authorisation)
    }

    /// Whether the answer has the order; throws where it has others only.
    func outline(
        _ root: JSONView, isAskedFor: (JSONView) -> Bool
    ) throws(PlatformError) -> Page {
        let records = try answer.recordOrList(RecordScope(root))
        let count = records.count(where: isAskedFor)
        if count == 0, !records.isEmpty { throw .otherOrder(answer.records.text) }
        return Page(rowsInWindow: count)
    }

    /// Whether an answer that holds no order says by its status that there is none.
    func isEmpty(status: Int, hasBody: Bool) -> Bool { answer.isEmpty(status: status, hasBody: hasBody) }

    /// The records of an answer whose outline was read.
    func records(_ root: JSONView) -> [JSONView] { (try? answer.recordOrList(RecordScope(root))) ?? [] }
}
