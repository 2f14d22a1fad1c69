/// The pages whose records were mapped otherwise than their platform maps now: of each source, those before a number.
///
/// Several sources may read one shop, and an order is then one statement by whichever read it last. So what is stored is
/// judged by the source that read it, not by the one that arrives.
package struct OutdatedPages: Hashable, Sendable {
    private let firstPresent: [Int64: Int64]
    private let firstTimed: [Record: [Int64: Int64]]

    /// What has update times of its own.
    package enum Record: Hashable, Sendable { case order, afterSale }

    /// None.
    package static let none = OutdatedPages(before: [:])

    /// By the number of a source in the store, the first page that is mapped as now, and for orders and after-sales the first
    /// whose update times are read as now; what is not named has no outdated page.
    package init(before firstPresent: [Int64: Int64], timedFrom firstTimed: [Record: [Int64: Int64]] = [:]) {
        self.firstPresent = firstPresent.filter { $0.value > 0 }
        self.firstTimed = firstTimed
    }

    /// Whether what was read there was mapped otherwise.
    package func contains(_ origin: Origin) -> Bool {
        firstPresent[origin.source].map { origin.page < $0 } ?? false
    }

    /// Whether the update times that were read there do not compare with those that are read now.
    package func isTimedOtherwise(_ record: Record, at origin: Origin) -> Bool {
        firstTimed[record]?[origin.source].map { origin.page < $0 } ?? false
    }

    /// Whether what was read there gives way to what arrives, whatever their ranks: it was mapped otherwise, and is not known
    /// to be newer.
    package func yields(
        _ record: Record, updatedAt: Instant, at origin: Origin, to arriving: Instant
    ) -> Bool {
        contains(origin) && (isTimedOtherwise(record, at: origin) || updatedAt <= arriving)
    }

    /// The first page of a source whose update times are read as now; 0 where those of all are.
    package func firstTimed(_ record: Record, of source: Int64) -> Int64 {
        firstTimed[record]?[source] ?? 0
    }

    /// The first page of a source that is mapped as now; 0 where all are.
    package func end(of source: Int64) -> Int64 { firstPresent[source] ?? 0 }
}
