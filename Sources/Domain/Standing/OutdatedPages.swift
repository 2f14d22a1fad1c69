/// The pages whose records were mapped otherwise than their platform maps now: of each source, those before a number.
///
/// Several sources may read one shop, and an order is then one statement by whichever read it last. So what is stored is
/// judged by the source that read it, not by the one that arrives.
package struct OutdatedPages: Hashable, Sendable {
    private let firstPresent: [Int64: Int64]

    /// None.
    package static let none = OutdatedPages(before: [:])

    /// By the number of a source in the store, the first page that is mapped as now; what is not named has no outdated page.
    package init(before firstPresent: [Int64: Int64]) {
        self.firstPresent = firstPresent.filter { $0.value > 0 }
    }

    /// Whether what was read there was mapped otherwise.
    package func contains(_ origin: Origin) -> Bool {
        firstPresent[origin.source].map { origin.page < $0 } ?? false
    }

    /// The first page of a source that is mapped as now; 0 where all are.
    package func end(of source: Int64) -> Int64 { firstPresent[source] ?? 0 }
}
