import Attribution
import Books
import Domain
import Platforms
import Reports
import Store
import Sync

/// What has to be settled before anything lands: the sources are those that the store knows, and the roster's version is
/// kept.
struct Admission: Sendable {
    /// The sources by their names.
    let sources: [String: AdmittedSource]
    /// What was mapped otherwise than these sources map now.
    let outdated: OutdatedPages
    let roster: RosterInForce
}

extension Pipeline {
    /// Notes sources and roster in the store.
    ///
    /// Throws, with nothing noted, where a source is another shop or platform than the one whose orders are stored under
    /// its name, or makes other keys of the same records: they would be counted twice, or credited by another platform's
    /// identities. A source whose records are mapped otherwise than before is read again from its first day.
    func admit(_ facts: [SourceFacts]) async throws(ServiceError) -> Admission {
        let version: RosterVersion
        do {
            version = try roster.version
        } catch {
            throw ServiceError(.usage, ["名册：\(error)"])
        }
        let (loadedAt, attributor) = (now(), attributor)
        let (refusals, admission) = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.write { session -> ([String], Admission?) in
                let stored = try session.sources()
                let refusals = facts.compactMap { Self.refusal($0, stored) }
                // One that is refused leaves nothing of the others behind either.
                guard refusals.isEmpty else { return (refusals, nil) }
                var sources: [String: AdmittedSource] = [:]
                for facts in facts {
                    sources[facts.name] = try session.admit(facts, known: stored[facts.name])
                }
                let number = try session.roster(version, loadedAt: loadedAt)
                let admission = Admission(
                    sources: sources, outdated: try session.outdatedPages(beside: facts),
                    roster: RosterInForce(number: number, crediting: attributor))
                return ([], admission)
            }
        }
        guard let admission else { throw ServiceError(.usage, refusals) }
        return admission
    }

    /// What reading these accounts would come to: refused, read again, or some of it out of reach.
    func checkSources(_ facts: [SourceFacts]) async throws(StoreError) -> [CheckReport.Finding] {
        let stored = try await store.sources()
        let otherwise = try await store.mappedOtherwise()
        return facts.compactMap { facts in
            if let refusal = Self.refusal(facts, stored) {
                return .init(.error, place: "账号", what: refusal)
            }
            if let known = stored[facts.name], known.isMappedOtherwise(than: facts) {
                let since = facts.since.map { "（since \($0)）" } ?? ""
                return .init(
                    .warning, place: facts.name,
                    what: "平台 \(facts.platform) 的描述改过，已入库的订单还是按以前的描述算的；下次同步会从头\(since)全部重读",
                    advice: "请运行 daihuo run")
            }
            guard let count = otherwise[facts.name] else { return nil }
            return .init(
                .warning, place: facts.name,
                what: "有 \(count) 条订单和售后还是按以前的平台描述算的，没有再读到：在 since 之前、平台不再提供，或这次没能读懂",
                advice: "请把 since 改早后运行 daihuo run，并查看无法解析的记录")
        }
    }

    /// How many orders were decided by a roster with other facts than the present one.
    func decidedOtherwise() async throws(ServiceError) -> Int64 {
        let decides = roster.fingerprint
        return try await ServiceError.ofStore { () throws(StoreError) in
            try await store.countDecidedOtherwise(than: decides)
        }
    }

    /// Why a source may not be read beside what is stored of it; `nil` where it may.
    ///
    /// Another account that has read the same shop counts as well: its orders are there, too.
    static func refusal(_ facts: SourceFacts, _ sources: [String: StoredSource]) -> String? {
        let known = sources[facts.name]
        guard let stored = known, stored.platform != facts.platform || stored.shopID != facts.shopID else {
            let sameShop = sources.values.filter {
                ($0.platform, $0.shopID) == (facts.platform, facts.shopID)
            }
            guard sameShop.contains(where: { $0.makesOtherKeys(than: facts) }) else { return nil }
            return "账号 \(facts.name)：平台 \(facts.platform) 的描述改了渠道、店铺号、订单号、行号、售后号或累计退款所属行的取法，"
                + "已入库的订单会换一个号再入库一遍，算两遍；请把 channel、shop、id、lines、refund 里的这些改回去，"
                + "若非改不可，请换一个 store 路径重新同步"
        }
        let was = "平台 \(stored.platform)、店铺 \(stored.shopID)"
        let isNow = "平台 \(facts.platform)、店铺 \(facts.shopID)"
        return "账号 \(facts.name)：数据库里这个账号是\(was)，配置现在写的是\(isNow)；若写错了请改回去，若是另一家店铺请另起一个账号 id；"
            + "若原来写的就是错的，已入库的订单仍在旧号名下，请换一个 store 路径重新同步，否则会算两遍"
    }
}

extension SyncAccount {
    /// What the store keeps of it.
    var facts: SourceFacts {
        SourceFacts(
            name: id, platform: platform.name, shopID: shopID, host: host, since: since,
            identity: platform.identity, mapping: platform.mapping)
    }
}

extension StoredSource {
    /// Whether records that are stored would come under other keys now; a further kind of record does no harm.
    fileprivate func makesOtherKeys(than facts: SourceFacts) -> Bool {
        guard hasLanded, !facts.identity.isEmpty else { return false }
        return !Set(identity.split(separator: " ")).isSubset(of: facts.identity.split(separator: " "))
    }

    fileprivate func isMappedOtherwise(than facts: SourceFacts) -> Bool {
        hasLanded && !facts.mapping.isEmpty && mapping != facts.mapping && !mapping.isEmpty
    }
}
