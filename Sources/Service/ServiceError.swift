package import Domain
import Store

/// Why a verb could not do its work: what people are told, and the exit code (README).
package struct ServiceError: Error, Hashable {
    /// One each: where, what, what to do.
    package let notices: [Notice]
    package let exitCode: ExitCode

    /// An error of several things to tell.
    package init(_ exitCode: ExitCode, _ notices: [Notice]) {
        self.exitCode = exitCode
        self.notices = notices
    }

    /// Names that are no account's, each once, by the sentence that says so; beneath them the accounts that there are.
    ///
    /// `nil` where each is known.
    init?(unknown names: [String], among known: [String], _ code: String) {
        let unknown = names.enumerated().filter { place, name in
            !known.contains(name) && !names[..<place].contains(name)
        }
        if unknown.isEmpty { return nil }
        self.init(.usage, unknown.map { Notice(code, $1) } + [Notice("accounts.known", known)])
    }

    /// The store failed, or refused.
    init(_ error: StoreError) {
        self.init(error.kind == .refused ? .usage : .store, [error.notice])
    }

    /// Runs something that reads or writes the store; the store's failures become this error.
    package static func wrapping<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let error as StoreError {
            throw ServiceError(error)
        }
    }

    /// As `wrapping`, where nothing but the store can fail.
    static func ofStore<Answer>(
        _ body: () async throws(StoreError) -> Answer
    ) async throws(ServiceError) -> Answer {
        do {
            return try await body()
        } catch {
            throw ServiceError(error)
        }
    }

}

/// How a process ends; with several causes 2 > 4 > 3 > 1.
package enum ExitCode: Int32, Sendable {
    case done = 0
    /// Only with `--strict`: done, but there are differences, parked records or unassigned lines.
    case differences = 1
    /// Usage or configuration.
    case usage = 2
    /// A source failed, the others went on.
    case source = 3
    /// The store, or an unexplained remainder.
    case store = 4

    private var rank: Int {
        switch self {
        case .done: 0
        case .differences: 1
        case .source: 2
        case .store: 3
        case .usage: 4
        }
    }

    /// The one that counts of two.
    package func or(_ other: ExitCode) -> ExitCode {
        rank >= other.rank ? self : other
    }
}
