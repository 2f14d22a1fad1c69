package import Domain
import Foundation
import Synchronization

/// Where the pages of a store's accounts are kept: `<store>.pages/<account>/<yyyy-mm-dd>.pages`, by the day of fetching.
///
/// Whoever writes to an account's files holds its lease.
package struct PageFolder: Sendable {
    private let path: String
    private static let suffix = ".pages"

    /// The folder beside the store with this path.
    package init(ofStore path: String) {
        self.path = path + ".pages"
    }

    /// Whether pages were ever kept here.
    package var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// The days of which pages of an account are kept, oldest first.
    package func days(of account: String) -> [BusinessDay] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(of: account))) ?? []
        return names.compactMap { name in
            name.hasSuffix(Self.suffix) ? BusinessDay(String(name.dropLast(Self.suffix.count))) : nil
        }.sorted()
    }

    /// The pages that were fetched from an account on these days, in the order in which they were.
    package func pages(of account: String, on days: [BusinessDay]) -> KeptPages {
        KeptPages(files: days.map { file(of: account, on: $0) })
    }

    /// Removes what was fetched before a day, of whatever account it is: also of one that nobody reads any more.
    package func remove(before day: BusinessDay?) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for account in names.compactMap(\.removingPercentEncoding) {
            let wereThere = !days(of: account).isEmpty
            remove(of: account, before: day)
            // Only where nothing is left in it.
            if wereThere { rmdir(folder(of: account)) }
        }
    }

    /// Removes what was fetched before a day, of all days where none is given.
    package func remove(of account: String, before day: BusinessDay?) {
        for kept in days(of: account) where day.map({ kept < $0 }) ?? true {
            try? FileManager.default.removeItem(atPath: file(of: account, on: kept))
        }
    }

    func file(of account: String, on day: BusinessDay) -> String {
        "\(folder(of: account))/\(day)\(Self.suffix)"
    }

    /// An id may hold what a name of a folder can't.
    func folder(of account: String) -> String {
        let shown = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_"))
        return "\(path)/\(account.addingPercentEncoding(withAllowedCharacters: shown) ?? "")"
    }

    /// Makes the folder of an account, for its owner alone.
    func make(of account: String) {
        for folder in [path, folder(of: account)] { mkdir(folder, 0o700) }
    }
}

/// The pages of some files, one after the other; what is damaged is passed over.
package struct KeptPages: Sequence, Sendable {
    private let files: [String]
    private let damage = Damage()

    init(files: [String]) {
        self.files = files
    }

    /// Stretches of the files gone through so far that are damaged: of a page each at least.
    package var damagedCount: Int { damage.count.withLock { $0 } }

    fileprivate final class Damage: Sendable {
        let count = Mutex(0)
    }

    /// Reads a file when its first page is asked for, and holds one at a time.
    package struct Iterator: IteratorProtocol {
        fileprivate var files: ArraySlice<String>
        private var frames = PageFrames([])
        private let damage: Damage

        fileprivate init(_ files: [String], _ damage: Damage) {
            (self.files, self.damage) = (files[...], damage)
        }

        package mutating func next() -> KeptPage? {
            while true {
                if let page = frames.next() { return page }
                damage.count.withLock { $0 += frames.damagedCount }
                frames = PageFrames([])
                guard let file = files.popFirst() else { return nil }
                frames = PageFrames(FileManager.default.contents(atPath: file).map(Array.init) ?? [])
            }
        }
    }

    package func makeIterator() -> Iterator { Iterator(files, damage) }
}
