import Compression
package import Domain
import Synchronization

/// Keeps the pages of one account, behind whoever lands them: nothing waits for it, and what can't be kept is told once.
///
/// The caller holds the account's lease. Pages are not synced to the disk one by one: a page that is lost is one that cannot
/// be mapped again.
package final class PageKeeper: Sendable {
    private let waiting: AsyncStream<KeptPage>.Continuation
    private let writing: Task<Int, Never>
    private let dropped = Mutex(0)

    /// Pages that may wait: a page of a hundred orders has some ten KB.
    private static let pagesWaitingMax = 512

    /// Writes into a folder until `finish`.
    package init(_ folder: PageFolder, account: String) {
        let (stream, waiting) = AsyncStream<KeptPage>.makeStream(
            bufferingPolicy: .bufferingOldest(Self.pagesWaitingMax))
        self.waiting = waiting
        writing = Task(priority: .utility) {
            var (file, lost) = (PageFile?.none, 0)
            let maker = ZstdFrame.Maker()
            for await page in stream {
                let day = page.facts.fetchedAt.day
                if file?.day != day { file = PageFile(folder, account: account, day: day) }
                let frame = page.lines.flatMap { maker?.frame(of: $0) }
                if frame.flatMap({ file?.add($0) }) != true { lost += 1 }
            }
            return lost
        }
    }

    /// Takes pages that have landed, and answers at once.
    package func keep(_ pages: [KeptPage]) {
        for page in pages {
            if case .dropped = waiting.yield(page) { dropped.withLock { $0 += 1 } }
        }
    }

    /// Waits until all is written; answers how many pages could not be kept.
    package func finish() async -> Int {
        waiting.finish()
        return await writing.value + dropped.withLock { $0 }
    }

    deinit { waiting.finish() }
}
