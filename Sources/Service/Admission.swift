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

    /// The number of an admitted source; throws where it was not: nothing may land without one.
    func number(of source: String) throws(StoreError) -> Int64 {
        guard let admitted = sources[source] else {
            throw StoreError(.inconsistent, Notice("sync.not_admitted", source))
        }
        return admitted.number
    }
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
            throw ServiceError(.usage, [error.notice])
        }
        let (loadedAt, attributor) = (now(), attributor)
        let (refusals, admission) = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.write { session -> ([Notice], Admission?) in
                let stored = try session.sources()
                let sources = SourcesBeside(stored: stored)
                let refusals = facts.compactMap { sources.refusal(of: $0) }
                // One that is refused leaves nothing of the others behind either.
                guard refusals.isEmpty else { return (refusals, nil) }
                var admitted: [String: AdmittedSource] = [:]
                for facts in facts {
                    admitted[facts.name] = try session.admit(facts, known: stored[facts.name])
                }
                let number = try session.roster(version, loadedAt: loadedAt)
                let admission = Admission(
                    sources: admitted, outdated: try session.outdatedPages(),
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
        let sources = SourcesBeside(stored: stored)
        let findings = facts.compactMap { facts -> CheckReport.Finding? in
            if let refusal = sources.refusal(of: facts) {
                return .init(.error, place: Notice("check.accounts"), what: refusal)
            }
            if let known = stored[facts.name], known.isMappedOtherwise(than: facts) {
                let what =
                    facts.api.map { Notice("admission.mapped_otherwise_since", facts.platform, $0.since) }
                    ?? Notice("admission.mapped_otherwise", facts.platform)
                return .init(
                    .warning, place: .verbatim(facts.name), what: what, advice: Notice("admission.run"))
            }
            guard let count = otherwise[facts.name] else { return nil }
            return .init(
                .warning, place: .verbatim(facts.name),
                what: Notice("admission.not_read_again", count),
                advice: Notice("admission.earlier_since"))
        }
        return findings + Self.outdatedWithoutAccount(beside: facts, stored, otherwise)
    }

    /// Sources that no account reads any more, and that are mapped otherwise than their platform maps now.
    private static func outdatedWithoutAccount(
        beside facts: [SourceFacts], _ stored: [String: StoredSource], _ otherwise: [String: Int64]
    ) -> [CheckReport.Finding] {
        let names = Set(facts.map(\.name))
        return stored.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }.compactMap {
            name, source in
            let isEdited = facts.contains {
                $0.platform == source.platform && source.isMappedOtherwise(than: $0)
                    && !source.landed.isEmpty
            }
            guard isEdited || otherwise[name] != nil else { return nil }
            return .init(
                .warning, place: .verbatim(name),
                what: Notice("admission.outdated_without_account", source.platform),
                advice: Notice("admission.account_back"))
        }
    }

    /// How many orders were decided by a roster with other facts than the present one.
    func decidedOtherwise() async throws(ServiceError) -> Int64 {
        let decides = roster.fingerprint
        return try await ServiceError.ofStore { () throws(StoreError) in
            try await store.countDecidedOtherwise(than: decides)
        }
    }
}

extension SyncAccount {
    /// What the store keeps of it.
    var facts: SourceFacts {
        SourceFacts(
            name: id, platform: platform.name, shopID: shopID, api: .init(platform, host: host, since: since))
    }
}

extension SourceFacts.API {
    /// What a platform says of itself, with what an account says.
    init(_ platform: any Platform, host: String, since: BusinessDay) {
        self.init(
            host: host, since: since, keyRules: platform.keyRules, mapping: platform.mapping,
            updateTimes: platform.updateTimes, channels: platform.channels,
            feeds: platform.feeds.map(\.name))
    }
}

extension StoredSource {
    fileprivate func isMappedOtherwise(than facts: SourceFacts) -> Bool {
        guard let api = facts.api else { return false }
        return mapping != api.mapping && !mapping.isEmpty
    }
}
