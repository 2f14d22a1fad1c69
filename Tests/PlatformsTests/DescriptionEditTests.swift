import Domain
import Foundation
import Platforms
import Testing

/// What an edit of a description comes to: other keys of the same records, other meanings of them, or neither.
@Suite("Edits of a description")
struct DescriptionEditTests {
    /// What an edit changes.
    enum Effect: CaseIterable {
        case keys, mapping, nothing
    }

    /// A description with most keys.
    private static let yaml = """
        name: zz
        title: 测试
        channel: {path: kind, map: {专馆: hall, 专区: zone}, default: other}
        base_url: https://a.example.com
        headers: {X-App: "{app_key}"}
        auth: {kind: header, name: X-Key, value: "{app_secret}"}
        feeds:
          - name: orders
            method: orders.list
            rate: 10
            time: seconds
            window: {seconds_max: 604800, overlap_seconds: 300, settle_seconds: 60, reach_days: 90, rows_max: 500}
            request: {method: POST, path: /orders, query: {t: update}, body: {from: "{from}", to: "{to}", page: "{page}"}}
            paging: {kind: page, first: 1, size: 100, total: data.total}
            answer: {success: {path: code, value: 0}, message: msg, errors: {429: slow_down}, records: data.list}
            order:
              id: no
              shop: shop.id
              status: {path: state, map: {1: unpaid, 2: sale}, default: sale_if_dated}
              dated_by: {person: payment, organisation: receipt}
              time: milliseconds
              created_at: created
              paid_at: paid_at
              received_at: received
              updated_at: updated
              money: yuan
              round: half_even
              paid: {path: total, less: [freight, tax]}
              freight: freight
              buyer: {kind: {path: group, map: {1: person, 2: organisation}, default: person}, id: unit.id, name: unit.name}
              buyer_place: {region: code, province: p, city: c, county: x}
              fund_source: {path: fund, map: {食堂: canteen}}
              remark: memo
              lines:
                path: items
                id: n
                product: p
                sku: s
                title: t
                spec: spec
                quantity: q
                unit: {path: u, map: {筐: 件}, default: 件}
                price: price
                paid: paid
                subsidies: {shop: off.shop, platform: off.platform}
                status: {path: kind, map: {赠品: gift}, default: order}
                host: host
                room: room
                origin: origin
                category: {path: cat, map: {1: 蔬菜}, default: 其他}
            refund: {path: backs, id: id, line: n, status: {path: ok, map: {1: succeeded}, default: open}, amount: fen, returned: r, refunded_at: at, updated_at: ua}
          - name: refunds
            time: seconds
            request: {path: /refunds}
            paging: {kind: none}
            answer: {records: rows}
            refund: {id: rid, order: rno, line: rline, shop: rshop, money: fen, amount: ramount, updated_at: rupdated}
        """

    /// Parts of the description, each with what stands there afterwards, and what that changes.
    private static let edits: [(old: String, new: String, effect: Effect)] = [
        // Keys.
        ("{path: kind, map: {专馆: hall, 专区: zone}, default: other}", "hall", .keys),
        ("{path: kind, map: {专馆", "{path: sort, map: {专馆", .keys),
        ("专馆: hall", "专馆: counter", .keys),
        ("专馆: hall", "专柜: counter, 专馆: hall", .keys),
        ("default: other}", "default: media}", .keys),
        ("      id: no\n", "      id: number\n", .keys),
        ("shop: shop.id", "shop: shop.code", .keys),
        ("      shop: shop.id\n", "", .keys),
        ("path: items", "path: goods", .keys),
        ("id: n\n", "id: m\n", .keys),
        ("path: backs", "path: returns", .keys),
        ("backs, id: id, line: n", "backs, id: no, line: n", .keys),
        ("backs, id: id, line: n", "backs, id: id, line: m", .keys),
        ("id: rid", "id: number", .keys),
        ("order: rno", "order: number", .keys),
        ("line: rline", "line: number", .keys),
        ("shop: rshop, ", "", .keys),
        // Meanings.
        ("time: seconds\n    window", "time: beijing\n    window", .mapping),
        ("path: /orders", "path: /v2/orders", .mapping),
        ("{t: update}", "{t: create}", .mapping),
        ("records: data.list", "records: data.rows", .mapping),
        ("path: state", "path: status", .mapping),
        ("1: unpaid", "1: closed", .mapping),
        ("1: unpaid, 2: sale", "1: unpaid, 2: sale, 3: gift", .mapping),
        ("default: sale_if_dated", "default: unpaid", .mapping),
        ("person: payment", "person: order", .mapping),
        ("time: milliseconds", "time: beijing", .mapping),
        ("created_at: created", "created_at: made", .mapping),
        ("paid_at: paid_at", "paid_at: pay", .mapping),
        ("received_at: received", "received_at: signed", .mapping),
        ("      updated_at: updated\n", "      updated_at: changed\n", .mapping),
        ("money: yuan", "money: fen", .mapping),
        ("      round: half_even\n", "", .mapping),
        ("path: total", "path: sum", .mapping),
        ("less: [freight, tax]", "less: [freight]", .mapping),
        ("freight: freight", "freight: post", .mapping),
        ("path: group", "path: type", .mapping),
        ("unit.id", "unit.no", .mapping),
        ("region: code", "region: gb", .mapping),
        ("食堂: canteen", "食堂: union", .mapping),
        ("remark: memo", "remark: note", .mapping),
        ("product: p", "product: pid", .mapping),
        ("sku: s\n", "sku: sid\n", .mapping),
        ("title: t\n", "title: name\n", .mapping),
        ("spec: spec", "spec: size", .mapping),
        ("quantity: q", "quantity: num", .mapping),
        ("筐: 件", "筐: 斤", .mapping),
        ("price: price", "gross: price", .mapping),
        ("        paid: paid\n", "", .mapping),
        ("shop: off.shop", "state: off.shop", .mapping),
        ("赠品: gift", "赠品: sample", .mapping),
        ("host: host", "host: anchor", .mapping),
        ("room: room", "room: studio", .mapping),
        ("origin: origin", "origin: /origin", .mapping),
        ("1: 蔬菜", "1: 水果", .mapping),
        ("1: succeeded", "1: without_refund", .mapping),
        ("amount: fen,", "amount: cents,", .mapping),
        ("returned: r,", "returned: back,", .mapping),
        ("refunded_at: at", "refunded_at: done", .mapping),
        ("amount: ramount", "amount: sum", .mapping),
        ("rupdated}", "rchanged}", .mapping),
        // Neither.
        ("title: 测试", "title: 试验", .nothing),
        ("name: zz\n", "name: zz2\n", .nothing),
        ("name: orders", "name: trades", .mapping),
        ("a.example.com", "b.example.com", .nothing),
        ("X-App:", "X-Application:", .nothing),
        ("name: X-Key", "name: X-Secret", .nothing),
        ("{kind: header, name: X-Key, value: \"{app_secret}\"}", "{kind: bearer}", .nothing),
        ("method: orders.list", "method: orders.search", .nothing),
        ("rate: 10", "rate: 20", .nothing),
        ("seconds_max: 604800", "seconds_max: 86400", .nothing),
        ("overlap_seconds: 300", "overlap_seconds: 600", .nothing),
        ("reach_days: 90", "reach_days: 180", .nothing),
        ("size: 100", "size: 50", .nothing),
        ("total: data.total", "total: data.count", .nothing),
        ("429: slow_down", "429: retry", .nothing),
        ("value: 0}, message", "value: [0, 200]}, message", .nothing),
        ("message: msg", "message: message", .nothing),
        ("1: unpaid, 2: sale", "\"2\": sale, \"1\": unpaid", .nothing),
        ("专馆: hall", "其他: other, 专馆: hall", .nothing),
        ("专馆: hall, 专区: zone", "专区: zone, 专馆: hall", .nothing),
        ("money: yuan", "money: yuan   # 元", .nothing),
        ("      id: no\n", "      id: /no\n", .mapping),
    ]

    @Test("each key changes the keys of records, what they mean, or neither", arguments: edits)
    func edit(old: String, new: String, effect: Effect) throws {
        let before = try DeclaredPlatform(yaml: Self.yaml, file: "p.yaml")
        let text = try #require(Self.yaml.replacingOnce(old, by: new), "“\(old)” stands there once")
        let after = try DeclaredPlatform(yaml: text, file: "p.yaml")

        #expect((before.keyRules != after.keyRules) == (effect == .keys))
        #expect((before.mapping != after.mapping) == (effect != .nothing))
        #expect(!after.keyRules.isEmpty && !after.mapping.isEmpty)
    }

    @Test(
        "a further feed adds keys and takes none away; the order of feeds and of their keys does not matter")
    func feeds() throws {
        let parts = Self.yaml.components(separatedBy: "  - name: ")
        let both = try DeclaredPlatform(yaml: Self.yaml, file: "p.yaml")
        let one = try DeclaredPlatform(yaml: parts[0] + "  - name: " + parts[1], file: "p.yaml")
        let turned = try DeclaredPlatform(
            yaml: "\(parts[0])  - name: \(parts[2])\n  - name: \(parts[1])", file: "p.yaml")

        let (few, all) = (one.keyRules, both.keyRules)
        #expect(few.isStrictSubset(of: all) && few.count == 2 && all.count == 3)
        #expect(one.mapping != both.mapping)
        #expect(turned.keyRules == both.keyRules && turned.mapping == both.mapping)
    }

    @Test("every built-in platform says what makes its keys and what its records mean, by nothing but hashes")
    func builtIn() {
        for platform in PlatformList.platforms {
            for text in platform.keyRules.map(\.text) + [platform.mapping] {
                #expect(!text.isEmpty && text.utf8.count < 100, "\(platform.name)")
            }
        }
    }
}

extension String {
    /// The text with another part in the place of one that stands there once; `nil` where it does not.
    fileprivate func replacingOnce(_ part: String, by other: String) -> String? {
        let parts = components(separatedBy: part)
        return parts.count == 2 ? parts.joined(separator: other) : nil
    }
}
