import Domain
import Store

/// What sources that are to be read may not be read beside: what is stored of them, and of others.
///
/// Records that one source lands under other keys than another count twice, once under either. Which shops records name is
/// seen only when they land (`WriteSession.note`); here is told what can be told before anything is asked for.
struct SourcesBeside: Sendable {
    let stored: [String: StoredSource]

    /// Why a source may not be read; `nil` where it may.
    ///
    /// All accounts of its platform count, whatever their shops: records name their shops themselves. Of other platforms
    /// count those that have read the account's shop: they may be this one by an earlier name.
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
        let own = stored.values.filter { $0.platform == facts.platform }
        if own.contains(where: { !$0.keyRules.isSubset(of: api.keyRules) }) {
            return Notice("admission.other_keys", facts.name, facts.platform)
        }
        let others = stored.filter { $0.value.platform != facts.platform }.sorted { $0.key < $1.key }
        guard let other = others.first(where: { $0.value.makesOtherKeys(of: facts.shopID, than: api) }) else {
            return nil
        }
        return Notice(
            "admission.other_keys_of_shop", facts.name, facts.platform, facts.shopID, other.key,
            other.value.platform)
    }
}

extension StoredSource {
    /// Whether it has read this shop, and orders of it or refunds would count twice: both platforms read them, and neither
    /// by all the rules of the other.
    fileprivate func makesOtherKeys(of shopID: String, than api: SourceFacts.API) -> Bool {
        let rules = api.channels.reduce(into: Set<KeyRule>()) { $0.formUnion(landed[Shop($1, shopID)] ?? []) }
        return rules.contains { rule in
            !api.keyRules.contains(rule)
                && api.keyRules.contains { $0.isAboutTheSame(as: rule) && !rules.contains($0) }
        }
    }
}
