import Domain
import Platforms

extension AccountSync {
    /// Asks for orders one by one, each an answer that lands like a page; ends quietly where the platform answers no more.
    ///
    /// A refusal is about its order alone, and lands as an empty page, which tells when it was asked for. All else that
    /// stops an account is left to its feeds: they meet it at the next sync, and what was not asked for is asked for then.
    /// An order that was tried until the patience ended counts as asked for, else it would hold up the others every time.
    func ask(
        for orders: [OrderKey], by lookup: Feed, _ raw: Mailbox<SyncItem<RawPage>>,
        _ outcome: inout SyncOutcome
    ) async {
        var fetcher = PageFetcher(
            account: account, feed: lookup, environment: environment,
            patienceMax: SyncLimits.patienceWithOrders)
        var told: Set<Notice> = []
        for (place, wanted) in orders.enumerated() {
            if environment.isEnding { break }
            if place > 0, place % SyncLimits.ordersToAnnounce == 0 {
                say(Notice("sync.asked_for_orders", place, orders.count))
            }
            let query = PageQuery(order: wanted, by: lookup)
            let page: RawPage
            var isLast = false
            do throws(SyncError) {
                page = try await order(query, &fetcher)
            } catch {
                if !error.isAnswer {
                    isLast = true
                    say(Notice("sync.asking_stopped", place, orders.count, error.advice))
                    // The platform was not asked.
                    if error.isRefusal || environment.isEnding { break }
                } else if told.insert(error.advice).inserted {
                    // One sentence for all that are refused alike.
                    say(Notice("sync.order_refused", wanted.orderID, error.advice))
                }
                page = RawPage(refused: query, account: account, at: environment.now())
            }
            outcome.ordersAsked += 1
            if page.outline.rowsInWindow ?? 0 > 0 { outcome.ordersFound += 1 }
            environment.report(.page(account: account.id, feed: lookup.name, rowsInWindow: nil))
            guard await raw.put(SyncItem(feed: lookup, window: nil, page: page)), !isLast else { break }
        }
        outcome.retries += fetcher.retries
    }

    private func order(_ query: PageQuery, _ fetcher: inout PageFetcher) async throws(SyncError) -> RawPage {
        switch try await fetcher.fetch(query) {
        case .page(let page): return page
        // There is no window to split or to read again.
        case .tooLarge:
            throw fetcher.error(query, Notice("sync.order_holds_too_much"), isRefusal: true, isAnswer: true)
        case .contradiction(let advice):
            throw fetcher.error(query, advice, isRefusal: true, isAnswer: true)
        }
    }

    private func say(_ what: Notice) {
        environment.report(.notice(account: account.id, what: what))
    }
}
