/// How often a platform was asked for tokens, and what it made of it.
package struct TokenCounts: Hashable, Sendable {
    /// New pairs for a refresh token.
    package var refreshed = 0
    /// Refresh tokens and codes that were not taken.
    package var refused = 0
    /// New pairs for a code, or for an app of the shop's own.
    package var created = 0
}

/// The tokens of every shop: which pair is in force, and what of the one before still works.
///
/// Until somebody says when they end, those of the scenario work for ever.
struct TokenDesk: Sendable {
    /// An access token, what refreshes it, and when each ends, epoch seconds.
    struct Pair: Sendable {
        let access: String
        let refresh: String
        var accessEnd: Int64
        var refreshEnd: Int64
    }

    enum Standing { case good, expired, unknown, withdrawn }

    private static let accessSeconds: Int64 = 7 * 86_400
    private static let refreshSeconds: Int64 = 14 * 86_400
    /// How long before its end a pair is renewed, and how long the one before works beside it.
    private static let hour: Int64 = 3_600

    private(set) var counts = TokenCounts()
    /// How many of the next answers with tokens are lost.
    var answersToLose = 0
    private var pairs: [String: Pair] = [:]
    private var before: [String: Pair] = [:]
    private var withdrawn: Set<String> = []
    private var codesUsed: Set<String> = []
    private var issued = 0

    /// What an access token is worth.
    func standing(of access: String, _ account: Account, at now: Int64) -> Standing {
        if withdrawn.contains(account.shopID) { return .withdrawn }
        let known = [pair(of: account), before[account.shopID]].compactMap(\.self)
        guard let pair = known.first(where: { $0.access == access }) else { return .unknown }
        return now < pair.accessEnd ? .good : .expired
    }

    /// The pair for a refresh token; `nil` where it is not taken.
    ///
    /// More than an hour before the end the same; within the hour a new one beside the old one; after the end a new one alone.
    mutating func refresh(_ token: String, _ account: Account, at now: Int64) -> Pair? {
        let present = pair(of: account)
        let isOld = before[account.shopID].map { $0.refresh == token && now < $0.refreshEnd } ?? false
        guard !withdrawn.contains(account.shopID),
            isOld || present.refresh == token && now < present.refreshEnd
        else {
            counts.refused += 1
            return nil
        }
        if isOld || now < present.accessEnd - Self.hour { return present }
        var old = present
        let isOver = now >= present.accessEnd
        (old.accessEnd, old.refreshEnd) = isOver ? (0, 0) : (now + Self.hour, now + Self.hour)
        before[account.shopID] = old
        counts.refreshed += 1
        return issue(account, at: now)
    }

    /// The pair for a code, which works once, or for an app of the shop's own (no code); `nil` where it is not taken.
    mutating func create(_ code: String?, _ account: Account, at now: Int64) -> Pair? {
        if let code {
            guard code == account.code, codesUsed.insert(code).inserted else {
                counts.refused += 1
                return nil
            }
            withdrawn.remove(account.shopID)
        } else if withdrawn.contains(account.shopID) {
            counts.refused += 1
            return nil
        }
        before[account.shopID] = nil
        counts.created += 1
        return issue(account, at: now)
    }

    mutating func end(of account: Account, at end: Int64) {
        var pair = pair(of: account)
        (pair.accessEnd, pair.refreshEnd) = (end, end + Self.refreshSeconds - Self.accessSeconds)
        pairs[account.shopID] = pair
    }

    mutating func withdraw(_ account: Account) { withdrawn.insert(account.shopID) }

    private func pair(of account: Account) -> Pair {
        pairs[account.shopID]
            ?? Pair(
                access: account.accessToken, refresh: account.refreshToken, accessEnd: .max, refreshEnd: .max)
    }

    private mutating func issue(_ account: Account, at now: Int64) -> Pair {
        issued += 1
        let pair = Pair(
            access: "\(account.accessToken)-\(issued)", refresh: "\(account.refreshToken)-\(issued)",
            accessEnd: now + Self.accessSeconds, refreshEnd: now + Self.refreshSeconds)
        pairs[account.shopID] = pair
        return pair
    }
}
