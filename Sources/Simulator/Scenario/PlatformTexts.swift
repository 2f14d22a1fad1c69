/// The descriptions of the platforms that have no code: what the simulator answers, as docs/declared-platforms.md says.
enum PlatformTexts {
    static let files = [
        "platforms/zz-events.yaml": events,
        "platforms/sq-counters.yaml": counters,
        "platforms/xh-canteen.yaml": canteen,
        "platforms/media-zhunong.yaml": media,
    ]

    private static let events = #"""
        # 郑州市产销对接平台：按更新时间分页，接口密钥放在请求头里；退货写在成交记录之内。
        name: zz-events
        title: 郑州产销对接
        channel: event
        auth: {kind: header, name: X-Api-Key, value: "{app_secret}"}
        feeds:
          - name: orders
            method: deals
            rate: 10
            time: beijing
            window: {seconds_max: 1209600, overlap_seconds: 600}
            request: {path: /zz/api/deals, query: {from: "{from}", to: "{to}", page: "{page}", size: "{size}"}}
            paging: {kind: page, first: 1, size: 100, total: data.total}
            answer:
              success: {path: code, value: 0}
              message: msg
              errors: {401: token_expired, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: data.list
            order:
              id: deal_no
              shop: organiser.code       # 组织单位
              status: {path: state, map: {待付款: unpaid, 已成交: sale, 已取消: closed}, default: sale_if_dated}
              dated_by: payment
              created_at: signed_at
              paid_at: paid_at
              updated_at: updated_at
              money: yuan
              buyer: {kind: organisation, id: buyer.code, name: buyer.name}
              buyer_place: {region: buyer.county_code}
              lines:
                path: goods
                id: "no"
                product: code
                title: name
                quantity: tonnes
                unit: 吨
                price: price_per_tonne
                paid: amount
                room: /event_no          # 场次编号
            refund:
              path: returns
              id: return_no
              line: goods_no
              status: {path: state, map: {已退: succeeded, 处理中: open}, default: open}
              amount: amount
              returned: tonnes
              refunded_at: at
        """#

    private static let counters = #"""
        # 商丘市专馆、专区收银平台：游标翻页，按销售日记账，金额为分。
        name: sq-counters
        title: 商丘专馆专区
        channel: {path: venue.kind, map: {专馆: hall, 专区: zone}, default: other}
        auth: {kind: bearer}
        feeds:
          - name: orders
            method: tickets
            rate: 10
            time: seconds
            window: {seconds_max: 1209600, overlap_seconds: 600}
            request: {path: /cashier/v2/tickets, query: {since: "{from}", until: "{to}", cursor: "{page}", limit: "{size}"}}
            paging: {kind: cursor, size: 100, next: next_cursor}
            answer:
              success: {path: status, value: ok}
              code: code
              message: msg
              errors: {401: token_expired, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: tickets
            order:
              id: ticket
              shop: venue.code
              dated_by: list_day
              time: beijing
              created_at: created
              updated_at: updated
              list_day: day
              money: fen
              paid: total_fen
              buyer: {kind: person}
              lines:
                path: rows
                id: row
                product: code
                sku: sku
                title: name
                spec: spec
                quantity: amount
                unit: {path: unit, default: 件}
                price: price_fen
                paid: paid_fen
            refund:
              path: returns
              id: id
              line: row
              status: {path: done, map: {1: succeeded, 0: open}, default: open}
              amount: fen
              returned: amount
              refunded_at: at
        """#

    private static let canteen = #"""
        # 协会餐饮会员联合采购平台：签名请求，时间为毫秒，金额为分；挂账采购，按下单日计。
        name: xh-canteen
        title: 协会联合采购
        channel: canteen
        headers: {X-App-Key: "{app_key}", X-Timestamp: "{timestamp}"}
        auth: {kind: hmac-sha256, header: X-Sign, template: "{method}\n{path}\n{query}\n{body}\n{timestamp}"}
        feeds:
          - name: orders
            method: orders.query
            rate: 10
            time: milliseconds
            window: {seconds_max: 1209600, overlap_seconds: 600}
            request:
              method: POST
              path: /joint/orders/query
              body: {fromMs: "{from}", toMs: "{to}", pageNo: "{page}", pageSize: "{size}"}
            paging: {kind: page, first: 1, size: 100, total: data.total}
            answer:
              success: {path: code, value: 0}
              message: msg
              errors: {401: token_expired, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: data.list
            order:
              id: orderNo
              shop: supplierNo
              status: {path: state, map: {10: unpaid, 30: sale, 90: closed}, default: sale_if_dated}
              dated_by: order
              created_at: orderedAt
              updated_at: updatedAt
              money: fen
              buyer: {kind: organisation, id: buyer.no, name: buyer.name}
              buyer_place: {region: buyer.county}
              lines:
                path: goods
                id: lineNo
                product: goodsNo
                sku: skuNo
                title: goodsName
                spec: spec
                quantity: num
                unit: {path: unit, default: 件}
                price: priceFen
                paid: payFen
            lookup:                      # 按单号取一笔订单：退货先到、订单未到时用
              method: orders.get
              request: {method: POST, path: /joint/orders/get, body: {orderNo: "{order}"}}
              answer:
                success: {path: code, value: 0}
                message: msg
                errors: {401: token_expired, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
                records: data
          - name: refunds
            method: returns.query
            rate: 10
            time: milliseconds
            window: {seconds_max: 1209600, overlap_seconds: 600}
            request:
              method: POST
              path: /joint/returns/query
              body: {fromMs: "{from}", toMs: "{to}", pageNo: "{page}", pageSize: "{size}"}
            paging: {kind: page, first: 1, size: 100, total: data.total}
            answer:
              success: {path: code, value: 0}
              message: msg
              errors: {401: token_expired, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: data.list
            refund:
              id: returnNo
              order: orderNo
              line: lineNo
              shop: supplierNo
              status: {path: state, map: {1: open, 2: succeeded}, default: open}
              money: fen
              amount: fen
              returned: num
              updated_at: updatedAt
        """#

    private static let media = #"""
        # 百家媒体公益助农登记平台：从最后一页往前翻；一条记录就是一笔大宗采购，按吨计。
        name: media-zhunong
        title: 百家媒体公益助农
        channel: media
        auth: {kind: bearer}
        feeds:
          - name: orders
            method: records
            rate: 10
            time: beijing
            window: {seconds_max: 1209600, overlap_seconds: 600}
            request: {path: /media-help/records, query: {from: "{from}", to: "{to}", page: "{page}", size: "{size}"}}
            paging: {kind: backwards, first: 1, size: 100, total: data.total}
            answer:
              success: {path: code, value: 0}
              message: msg
              errors: {401: token_expired, 429: slow_down, 500: retry, 503: retry, "*": stop_account}
              records: data.list
            order:
              id: id
              shop: outlet               # 媒体
              status: {path: state, map: {未付: unpaid, 成交: sale, 作废: closed}, default: sale_if_dated}
              dated_by: payment
              created_at: ordered
              paid_at: paid
              updated_at: changed
              money: yuan
              buyer: {kind: organisation, id: buyer_id, name: buyer_name}
              buyer_place: {region: buyer_county}
              lines:
                product: goods_code
                title: goods
                quantity: tonnes
                unit: 吨
                price: price
                paid: total
                origin: origin
            refund:
              amount: refund
              returned: refund_tonnes
              refunded_at: refund_at
        """#
}
