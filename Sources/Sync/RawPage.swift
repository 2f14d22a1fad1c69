import Domain
import HTTP
import Hash
import JSON
import Platforms

/// A page whose envelope is read and whose records are not: enough to ask for the next one.
struct RawPage: Sendable {
    let outline: Page
    /// `nil`: what was asked for was refused, or the status alone said that there is nothing.
    private let document: JSONDocument?
    private let query: PageQuery
    private let platform: any Platform
    private let access: AccountAccess
    private let fetchedAt: Instant
    /// The platform's own clock as it answered, to the second; `nil` where the answer has no date, or nobody was asked.
    let serverTime: Instant?

    init(
        _ response: consuming HTTPResponse, query: PageQuery, account: SyncAccount, access: AccountAccess,
        at now: Instant
    ) throws(PageFailure) {
        // What the answer is worth by its status; a sound page under a status of failure is none.
        let failure = PageFailure(status: response.status)
        let isEmpty = account.platform.isEmpty(
            status: response.status, hasBody: !response.body.isEmpty, query: query)
        // Moved out, so that the document need not copy it.
        let body = response.body
        response.body = []
        var document: JSONDocument?
        do {
            document = try JSONDocument(body)
        } catch {
            // Without JSON the status counts.
            if !isEmpty {
                throw failure ?? PageFailure(PlatformError(.retry, code: "JSON", advice: error.notice))
            }
        }
        var page: Page?
        do {
            page = try document?.read { (root) throws(PlatformError) in
                try account.platform.outline(root, query: query)
            }
        } catch {
            if !isEmpty || error.basis == .knownCode { throw PageFailure(error, under: failure) }
            document = nil
        }
        if let failure, !isEmpty || page?.next != nil || page?.rowsInWindow ?? 0 > 0 { throw failure }
        outline = page ?? Page()
        self.document = document
        self.query = query
        platform = account.platform
        self.access = access
        fetchedAt = now
        serverTime = response.dateSeconds("Date").map(Instant.init(seconds:))
    }

    /// An empty page that tells when an order was asked for, of a platform that refuses to give it.
    init(refused query: PageQuery, account: SyncAccount, at now: Instant) {
        outline = Page(rowsInWindow: 0)
        document = nil
        self.query = query
        platform = account.platform
        access = AccountAccess(
            shopID: account.shopID, baseURL: "", appKey: "", appSecret: "", accessToken: "")
        fetchedAt = now
        serverTime = nil
    }

    /// The page with its records.
    func mapped() -> FetchedPage {
        var page = outline
        let hash = document?.read { root in
            platform.records(root, query: query, account: access, into: &page)
            return root.withRawBytes { ContentHash(UnsafeRawBufferPointer($0)) }
        }
        return FetchedPage(
            page: page, feed: query.feed.name,
            window: query.orderID == nil ? ReadSpan(from: query.from, to: query.to) : nil, cursor: cursor,
            hash: hash?.description ?? "", fetchedAt: fetchedAt, serverTime: serverTime)
    }

    private var cursor: String {
        switch query.page {
        case .first: "first"
        case .number(let number): String(number)
        case .text(let text): text
        case .order(let order): PageFacts.cursor(of: order)
        }
    }
}
