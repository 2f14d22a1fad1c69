package import Domain

/// A file that somebody at a shop without an API saves for the bureau.
package struct ShopFile: Sendable {
    /// The id of its account in `daihuo.yaml`.
    package let account: String
    /// `orders-2022-12-20.csv`.
    package let name: String
    package let content: Content

    /// What stands in it.
    package enum Content: Sendable, Equatable {
        case bytes([UInt8])
        /// Rows that are filled into a template of ours, by its headers.
        case form(template: String, rows: [[String: String]])
    }
}

extension Scenario {
    /// What the accounts without an API have to tell at an instant: all that there is until then, as if downloaded anew.
    ///
    /// Nobody saves an export of after-sales while there are none.
    package func shopFiles(at now: Instant) -> [ShopFile] {
        accounts.enumerated().flatMap { index, account -> [ShopFile] in
            guard let kind = account.files else { return [] }
            let orders = orders.filter { $0.account == index }
            switch kind {
            case .douyinExports:
                let exports = [
                    ("orders", DouyinOrderExport(orders: orders, now: now.seconds).table),
                    ("refunds", DouyinAfterSaleExport(orders: orders, now: now.seconds).table),
                ]
                return exports.filter { !$1.isEmpty }.map {
                    ShopFile(account: account.id, name: "\($0)-\(now.day).csv", content: .bytes($1.csv))
                }
            case .salesList:
                let rows = HallSalesList(orders: orders, now: now.seconds).rows
                return [
                    ShopFile(
                        account: account.id, name: "sales-list-\(now.day).xlsx",
                        content: .form(template: "sales-list", rows: rows))
                ]
            }
        }
    }
}
