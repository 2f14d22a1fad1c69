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
    /// The page that this is read from, where it was kept.
    private let source: KeptPage?
    /// What is to be kept of it.
    private let keys: PageKeys?
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
        source = nil
        keys = account.keepsPages ? account.platform.pageKeys(of: query.feed) : nil
    }

    /// A page that was kept, as if it had just been received; throws where it is no page of the platform any more.
    init(_ kept: KeptPage, query: PageQuery, account: SyncAccount) throws(PageFailure) {
        let document: JSONDocument
        do {
            document = try JSONDocument(kept.body)
        } catch {
            throw PageFailure(PlatformError(.retry, code: "JSON", advice: error.notice))
        }
        do {
            outline = try document.read { (root) throws(PlatformError) in
                try account.platform.outline(root, query: query)
            }
        } catch {
            throw PageFailure(error)
        }
        self.document = document
        self.query = query
        platform = account.platform
        access = AccountAccess(account.shopID)
        fetchedAt = kept.facts.fetchedAt
        serverTime = kept.serverAt
        source = kept
        keys = nil
    }

    /// An empty page that tells when an order was asked for, of a platform that refuses to give it.
    init(refused query: PageQuery, account: SyncAccount, at now: Instant) {
        outline = Page(rowsInWindow: 0)
        document = nil
        self.query = query
        platform = account.platform
        access = AccountAccess(account.shopID)
        fetchedAt = now
        serverTime = nil
        source = nil
        keys = nil
    }

    /// The page with its records, and what is kept of it.
    func mapped() -> FetchedPage {
        var page = outline
        var (hash, kept) = (source?.facts.hash ?? "", PageKeys.Copy?.none)
        document?.read { root in
            platform.records(root, query: query, account: access, into: &page)
            if source == nil {
                hash = root.withRawBytes { ContentHash(UnsafeRawBufferPointer($0)) }.description
            }
            kept = keys?.copy(root)
        }
        // What stands in the place of a record that was left out is none.
        if source?.recordsLeftOut ?? 0 > 0 { page.parked.removeAll { $0.body == PageKeys.leftOut } }
        var fetched = FetchedPage(
            page: page, feed: query.feed.name,
            window: query.orderID == nil ? ReadSpan(from: query.from, to: query.to) : nil,
            cursor: query.page.text,
            hash: hash, fetchedAt: fetchedAt, serverTime: serverTime)
        fetched.kept = kept.map { copy in
            KeptPage(
                facts: fetched.facts, serverAt: serverTime, mapping: platform.mapping, keys: keys?.kept ?? [],
                recordsLeftOut: copy.recordsLeftOut, body: copy.json)
        }
        return fetched
    }
}

extension AccountAccess {
    /// What mapping an answer needs; nobody is asked with it.
    fileprivate init(_ shopID: String) {
        self.init(shopID: shopID, baseURL: "", appKey: "", appSecret: "", accessToken: "")
    }
}

extension PageCursor {
    /// As the store notes it.
    var text: String {
        switch self {
        case .first: "first"
        case .number(let number): String(number)
        case .text(let text): text
        case .order(let order): PageFacts.cursor(of: order)
        }
    }
}
