import Domain
import Store

/// The sources that are stored and those that are to be read: what each may not be read beside.
///
/// Records that one source lands under other keys than another count twice, once under either.
struct SourcesBeside: Sendable {
    let stored: [String: StoredSource]
    let facts: [SourceFacts]

    /// Why a source may not be read; `nil` where it may.
    ///
    /// All accounts of its platform count, whatever their shops: records name their shops themselves. Of other platforms
    /// count those that read the same shop: they may be this one by an earlier name.
    func refusal(of facts: SourceFacts) -> Notice? {
        if let known = stored[facts.name],
            known.platform != facts.platform || known.shopID != facts.shopID
        {
            return Notice(
                "admission.other_shop", facts.name, known.platform, known.shopID, facts.platform, facts.shopID
            )
        }
        // Where only files are imported, no keys are made by a description.
        guard let api = facts.api else { return nil }
        if stored.values.contains(where: { $0.platform == facts.platform && $0.makesOtherKeys(than: api) }) {
            return Notice("admission.other_keys", facts.name, facts.platform)
        }
        guard let other = otherPlatform(ofShopOf: facts, api) else { return nil }
        return Notice(
            "admission.other_keys_of_shop", facts.name, facts.platform, facts.shopID, other.name,
            other.platform)
    }

    /// A source of another platform that makes other keys of the same shop's records: one that did, or one that is to.
    private func otherPlatform(
        ofShopOf facts: SourceFacts, _ api: SourceFacts.API
    ) -> (name: String, platform: String)? {
        let others = stored.filter { $0.value.platform != facts.platform }.sorted { $0.key < $1.key }
        let other = others.first { _, other in
            api.channels.contains { other.shops.contains(.init($0, facts.shopID)) }
                && other.landedKeys.clash(with: api.keys)
        }
        if let other { return (other.key, other.value.platform) }
        let beside = self.facts.first { other in
            guard other.platform != facts.platform, other.shopID == facts.shopID, let otherAPI = other.api
            else { return false }
            return !otherAPI.channels.isDisjoint(with: api.channels) && otherAPI.keys.clash(with: api.keys)
        }
        return beside.map { ($0.name, $0.platform) }
    }
}

extension StoredSource {
    /// Whether records that are stored would come under other keys now; a further kind of record does no harm, nor one of
    /// which nothing has landed.
    fileprivate func makesOtherKeys(than api: SourceFacts.API) -> Bool {
        !landedKeys.isSubset(of: api.keys)
    }

    /// What made the keys of what has landed, by kind of record.
    fileprivate var landedKeys: Set<Substring> {
        Set(identity.split(separator: " ").filter { landedKinds.contains($0.kind) })
    }
}

extension SourceFacts.API {
    /// What makes the keys of its records, by kind of record.
    fileprivate var keys: Set<Substring> { Set(identity.split(separator: " ")) }
}

extension Set<Substring> {
    /// Whether two platforms would count a sale or a refund twice: both make keys of orders, or of refunds in whichever way,
    /// and neither makes all that the other makes.
    fileprivate func clash(with others: Set<Substring>) -> Bool {
        [["order"], ["refund", "stated"]].contains { (kinds: Set<String>) in
            let (own, theirs) = (
                filter { kinds.contains($0.kind) }, others.filter { kinds.contains($0.kind) }
            )
            return !own.isSubset(of: theirs) && !theirs.isSubset(of: own)
        }
    }
}

extension Substring {
    /// The kind of record that a word of an identity is about: `order`, `refund`, `stated`.
    fileprivate var kind: String { String(prefix { $0 != ":" }) }
}
