import Attribution
import Books
import Domain
import Platforms
import Store
import Sync

/// What has to be settled before anything lands: the sources are those that the store knows, and the roster's version is
/// kept.
struct Admission: Sendable {
    /// The numbers of the sources in the store, by their names.
    let sources: [String: Int64]
    let roster: RosterInForce
}

extension Pipeline {
    /// Notes sources and roster in the store.
    ///
    /// Throws, with nothing noted, where a source is another shop or platform than the one whose orders are stored under
    /// its name: they would be counted twice, or credited by another platform's identities.
    func admit(_ facts: [SourceFacts]) async throws(ServiceError) -> Admission {
        let version: RosterVersion
        do {
            version = try roster.version
        } catch {
            throw ServiceError(.usage, ["名册：\(error)"])
        }
        let (loadedAt, attributor) = (now(), attributor)
        let (others, numbers, roster) = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.write { session -> ([WriteSession.OtherSource?], [Int64], Int64) in
                let others = try facts.map(session.other)
                // One that is refused leaves nothing of the others behind either.
                guard others.allSatisfy({ $0 == nil }) else { return (others, [], 0) }
                return (
                    others, try facts.map(session.number), try session.roster(version, loadedAt: loadedAt)
                )
            }
        }
        let refusals = zip(facts, others).compactMap { facts, other in
            other.map { Self.refusal(facts, $0) }
        }
        if !refusals.isEmpty { throw ServiceError(.usage, refusals) }
        return Admission(
            sources: Dictionary(zip(facts.map(\.name), numbers)) { first, _ in first },
            roster: RosterInForce(number: roster, crediting: attributor))
    }

    /// Why reading these accounts would be refused: a sentence each.
    func refusals(of facts: [SourceFacts]) async throws(StoreError) -> [String] {
        let stored = try await store.sources()
        return facts.compactMap { facts in
            guard let known = stored[facts.name],
                known.platform != facts.platform || known.shopID != facts.shopID
            else { return nil }
            return Self.refusal(facts, known)
        }
    }

    /// How many orders were decided by a roster with other facts than the present one.
    func decidedOtherwise() async throws(ServiceError) -> Int64 {
        let decides = roster.fingerprint
        return try await ServiceError.ofStore { () throws(StoreError) in
            try await store.countDecidedOtherwise(than: decides)
        }
    }

    static func refusal(_ facts: SourceFacts, _ stored: WriteSession.OtherSource) -> String {
        let was = "平台 \(stored.platform)、店铺 \(stored.shopID)"
        let isNow = "平台 \(facts.platform)、店铺 \(facts.shopID)"
        return "账号 \(facts.name)：数据库里这个账号是\(was)，配置现在写的是\(isNow)；若写错了请改回去，若是另一家店铺请另起一个账号 id；"
            + "若原来写的就是错的，已入库的订单仍在旧号名下，请换一个 store 路径重新同步，否则会算两遍"
    }
}

extension SyncAccount {
    /// What the store keeps of it.
    var facts: SourceFacts {
        SourceFacts(name: id, platform: platform.name, shopID: shopID, host: host, since: since)
    }
}
