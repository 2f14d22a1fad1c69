/// 832平台, the sales platform for farm produce of the 832 counties lifted out of poverty (脱贫地区农副产品网络销售平台).
///
/// **The platform publishes no order API, no export format and no state codes** (looked for on 2026-11-23: mall
/// `www.fupin832.com`, purchasers `cg.fupin832.com`, suppliers `gy.fupin832.com`; the search call that third parties
/// use on `ys.fupin832.com` is no sanctioned interface). So this is a description that a bureau edits to what its own
/// access gives, not a statement about the platform. What it assumes:
/// - Hosts and authorisation: none of the platform's own; every account states its `base_url`. Requests carry the app
///   key, and an HMAC-SHA256 by the app secret.
/// - Orders are B2B: purchaser (a budget unit with region, rarely a person), supplier, county of origin per line,
///   source of funds 食堂/工会/个人 (财库〔2021〕19号 and 20号 count these three).
/// - States by a public how-to: 待付款, 待发货, 待验货验票, 待评价, 完成, 关闭. A unit buys on account, so everything
///   after 待付款 is a sale, dated by the order; a person's purchase is dated by payment. 关闭 without a payment is no
///   sale; with one it is a sale that was closed. Any other word is parked, and a purchaser of any other type than
///   个人, 单位 and 预算单位 is taken for a person: nothing of theirs is kept.
/// - Money is yuan as text, time is Beijing time as text. `amount` of a line is what the purchaser pays for its goods,
///   without freight; `pay_amount` of the order likewise.
/// - Quantities have up to three decimals and a unit: 13 吨 is a quantity, not a SKU.
/// - The shop of an order is the supplier, so that a supplier's party is found by `shop` and a purchaser's by `purchaser`.
package enum Platform832 {
    /// The description itself, for a bureau to edit.
    package static let description = #"""
        # 832平台没有公开的订单接口；以下地址、字段和状态是假定的，请按本单位取得的接口修改。
        # 各项的写法见 docs/declared-platforms.md。
        name: p832
        title: 832平台
        channel: p832
        headers: {X-App-Key: "{app_key}", X-Timestamp: "{timestamp}"}
        auth: {kind: hmac-sha256, header: X-Sign, template: "{method}\n{path}\n{query}\n{body}\n{timestamp}"}
        feeds:
          - name: orders
            method: orders.list
            rate: 5
            time: beijing
            window: {seconds_max: 604800, overlap_seconds: 600, settle_seconds: 180, reach_days: 365, rows_max: 50000}
            request:
              method: POST
              path: /openapi/v1/orders/list
              body: {account: "{shop}", update_from: "{from}", update_to: "{to}", page_no: "{page}", page_size: "{size}"}
            paging: {kind: backwards, first: 1, size: 100, total: data.total}
            answer:
              success: {path: code, value: 0}
              message: msg
              errors: {401: token_expired, 403: stop_account, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: data.list
            order:
              id: order_no
              shop: supplier.id
              status:
                path: status
                map: {待付款: unpaid, 待发货: sale, 待验货验票: sale, 待评价: sale, 完成: sale, 关闭: closed}
                default: park
              dated_by: {person: payment, organisation: order}
              created_at: order_time
              paid_at: pay_time
              updated_at: update_time
              money: yuan
              paid: pay_amount
              freight: freight
              buyer:
                kind: {path: purchaser.type, map: {个人: person, 单位: organisation, 预算单位: organisation}, default: person}
                id: purchaser.id
                name: purchaser.name
              buyer_place:
                region: purchaser.county_code
                province: purchaser.province
                city: purchaser.city
                county: purchaser.county
              fund_source: {path: fund_source, map: {食堂食材: canteen, 工会福利: union, 个人采购: personal}}
              lines:
                path: items
                id: item_no
                product: goods_id
                sku: sku_id
                title: goods_name
                spec: spec
                quantity: num
                unit: {path: unit, default: 件}
                price: price
                paid: amount
                origin: origin_code
                category: category
          - name: refunds
            method: refunds.list
            rate: 5
            time: beijing
            window: {seconds_max: 604800, overlap_seconds: 600, settle_seconds: 180, reach_days: 365, rows_max: 50000}
            request:
              method: POST
              path: /openapi/v1/refunds/list
              body: {account: "{shop}", update_from: "{from}", update_to: "{to}", page_no: "{page}", page_size: "{size}"}
            paging: {kind: backwards, first: 1, size: 100, total: data.total}
            answer:
              success: {path: code, value: 0}
              message: msg
              errors: {401: token_expired, 403: stop_account, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: data.list
            refund:
              id: refund_no
              order: order_no
              line: item_no
              shop: supplier.id
              status: {path: status, map: {处理中: open, 已退款: succeeded, 已拒绝: without_refund, 已撤销: without_refund}, default: park}
              money: yuan
              amount: refund_amount
              returned: num
              refunded_at: finish_time
              updated_at: update_time
        """#

    /// The platform as described, for the list of all; none where the description above were wrong, which a test
    /// excludes.
    package static let builtIn: [any Platform] = (try? platform()).map { [$0] } ?? []

    /// The platform as described.
    ///
    /// Throws only where the description above is wrong, which a test excludes.
    package static func platform() throws(DeclaredError) -> DeclaredPlatform {
        try DeclaredPlatform(yaml: description, file: "platforms/p832.yaml")
    }
}
