package import Domain
import GRDB

/// By which rules records have landed, shop by shop.
extension WriteSession {
    /// Notes that a record of an order's shop has landed by a rule.
    ///
    /// Throws where another platform has landed records of the shop by rules that are not among `ownRules`: the same sale or
    /// refund would count twice, once under either number. Two APIs only: an ERP and files retell what others said.
    package func note(
        _ rule: KeyRule, of key: OrderKey, source: Int64, kind: SourceKind, beside ownRules: Set<KeyRule>
    ) throws {
        let shop = try keys.shop(key.channel, key.shopID, database)
        guard landed.insert(LandedKey(shop: shop, source: source, kind: kind, rule: rule)).inserted else {
            return
        }
        if kind == .api { try expectSameKeys(rule, shop, key.shopID, source, ownRules) }
        try database.cachedStatement(
            sql: "INSERT INTO landed (shop, source, kind, rule) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        ).execute(arguments: [shop, source, kind.rawValue, rule.text])
    }

    private func expectSameKeys(
        _ rule: KeyRule, _ shop: Int64, _ shopID: String, _ source: Int64, _ ownRules: Set<KeyRule>
    ) throws {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT s.name, s.platform, l.rule, own.name, own.platform
                    FROM landed l JOIN source s ON s.source = l.source JOIN source own ON own.source = ?2
                    WHERE l.shop = ?1 AND s.platform <> own.platform AND l.kind = \(SourceKind.api.rawValue)
                    """), arguments: [shop, source])
        let others = rows.compactMap { row in KeyRule(text: row[2]).map { (row, $0) } }
        if others.contains(where: { $0.1 == rule }) { return }
        let other = others.first { _, other in other.isAboutTheSame(as: rule) && !ownRules.contains(other) }
        guard let row = other?.0 else { return }
        throw StoreError(
            .refused,
            Notice(
                "admission.other_keys_of_shop", row[3] as String, row[4] as String, shopID, row[0] as String,
                row[1] as String))
    }

    /// What is noted in this transaction.
    struct LandedKey: Hashable {
        let shop: Int64
        let source: Int64
        let kind: SourceKind
        let rule: KeyRule
    }
}
