import Domain
import SeededRandomness

/// A description of which parts are read from other places, with records in which all of these are there.
struct EditedDescription {
    /// The edits that are made, by what stands there then.
    var isOn: Set<String> = []

    /// Parts that may stand there instead: each reads another value of the same record.
    private static let keyEdits = [
        ("channel: hall", "channel: {path: kind, map: {a: hall, b: zone}, default: other}"),
        ("      id: no\n", "      id: no2\n"), ("shop: shop", "shop: shop2"), ("id: n,", "id: n2,"),
        ("id: rid,", "id: rid2,"), ("line: rline,", "line: rline2,"),
    ]
    private static let meaningEdits = [
        ("money: fen", "money: yuan"), ("paid: paid\n", "paid: paid2\n"), ("2: closed", "2: sale"),
        ("path: state,", "path: state2,"), ("paid_at: at", "paid_at: at2"),
        ("updated_at: up\n", "updated_at: up2\n"), ("title: t,", "title: t2,"),
        ("quantity: q,", "quantity: q2,"),
        ("host: h,", "host: h2,"), ("category: c", "category: {path: c, map: {1: 蔬菜}, default: 其他}"),
        ("amount: back,", "amount: back2,"), ("refunded_at: bat", "refunded_at: at2"),
        ("rstate, map: {1: succeeded}", "rstate, map: {1: succeeded, 2: succeeded}"),
        ("amount: ra,", "amount: ra2,"),
        ("refunded_at: rat,", "refunded_at: rat2,"), ("updated_at: rup}", "updated_at: rat}"),
        ("path: /o", "path: /o2"), ("name: orders", "name: trades"), ("name: refunds", "name: returns"),
    ]
    private static let otherEdits = [
        ("title: 测试", "title: 试验"), ("kind: none}\nfeeds", "kind: bearer}\nfeeds"),
        ("\nauth", "\nbase_url: https://b.example.com\nauth"),
        ("size: 100", "size: 50"), ("name: zz\n", "name: zz # 注\n"),
        ("overlap_seconds: 0", "overlap_seconds: 60"),
    ]

    /// What is made of the keys.
    var keys: Set<String> { isOn.intersection(Self.keyEdits.map(\.1)) }
    /// What is made of the meanings.
    var meanings: Set<String> { isOn.intersection(Self.meaningEdits.map(\.1)) }

    /// Whether other keys are made of what has landed by another description: orders have, after-sales perhaps.
    func isRefused(after stored: EditedDescription, hasRefunds: Bool) -> Bool {
        let edited = keys.symmetricDifference(stored.keys)
        return !edited.isSubset(of: hasRefunds ? [] : ["id: rid2,", "line: rline2,"])
    }

    /// Makes or takes back some edits: mostly of meanings.
    mutating func edit(_ random: inout SeededRandom) {
        if random.next(in: 0...3) == 0 { toggle(random.element(of: Self.keyEdits).1) }
        if random.next(in: 0...1) == 0 { toggle(random.element(of: Self.otherEdits).1) }
        if random.next(in: 0...3) > 0 { editMeanings(&random) }
    }

    /// Makes or takes back edits of meanings.
    mutating func editMeanings(_ random: inout SeededRandom) {
        for _ in 0...random.next(in: 0...2) { toggle(random.element(of: Self.meaningEdits).1) }
    }

    private mutating func toggle(_ edit: String) {
        if isOn.remove(edit) == nil { isOn.insert(edit) }
    }

    var yaml: String {
        var text = Self.original
        for (old, new) in Self.keyEdits + Self.meaningEdits + Self.otherEdits where isOn.contains(new) {
            text = text.replacing(old, with: new)
        }
        // The line that the growing amount is of has to be one of the order's.
        return isOn.contains("id: n2,") ? text.replacing("line: bline,", with: "line: bline2,") : text
    }

    private static let original = """
        name: zz
        title: 测试
        channel: hall
        auth: {kind: none}
        feeds:
          - name: orders
            time: seconds
            window: {seconds_max: 864000, overlap_seconds: 0}
            request: {path: /o}
            paging: {kind: page, size: 100}
            answer: {records: list}
            order:
              id: no
              shop: shop
              status: {path: state, map: {1: sale, 2: closed}, default: sale_if_dated}
              paid_at: at
              updated_at: up
              money: fen
              paid: paid
              lines: {path: items, id: n, title: t, quantity: q, gross: g, host: h, category: c}
            refund: {line: bline, amount: back, refunded_at: bat}
          - name: refunds
            time: seconds
            window: {seconds_max: 864000, overlap_seconds: 0}
            request: {path: /r}
            paging: {kind: page, size: 100}
            answer: {records: list}
            refund: {id: rid, order: rno, line: rline, shop: shop, status: {path: rstate, map: {1: succeeded}, default: open}, money: fen, amount: ra, refunded_at: rat, updated_at: rup}
        """

    /// Orders and after-sales of some weeks.
    static func records(_ random: inout SeededRandom) -> [[DescribedShop.Record]] {
        var (orders, refunds): ([DescribedShop.Record], [DescribedShop.Record]) = ([], [])
        for number in 0..<random.next(in: 1...8) {
            let at = Instant(seconds: 1_667_400_000 + Int64(random.next(in: 0...4_000_000)))
            let paid = random.next(in: 1...5_000)
            let state = random.next(in: 1...3)
            let back = random.next(in: 0...1) == 0 ? 0 : random.next(in: 0...paid)
            orders.append(
                record(
                    number: number, at, paid: paid, back: back, state: state,
                    state2: random.next(in: 1...3), kind: random.element(of: ["a", "b", "c"])))
            guard random.next(in: 0...1) == 0 else { continue }
            let amount = random.next(in: 1...paid)
            refunds.append(
                refund(
                    number: number, Instant(seconds: at.seconds + 5_000), amount: amount,
                    amount2: amount / 2 + 1, state: random.next(in: 1...2)))
        }
        return [orders, refunds]
    }

    /// An after-sale of the line of an order.
    static func refund(
        number: Int, _ at: Instant, amount: Int, amount2: Int, state: Int = 1
    ) -> DescribedShop.Record {
        DescribedShop.Record(
            updatedAt: at,
            json: """
                {"rid":"r\(number)","rid2":"s\(number)","rno":"\(number)","rline":"x","rline2":"y","shop":"S1","shop2":"S2",
                "rstate":\(state),"ra":\(amount),"ra2":\(amount2),
                "rat":\(at.seconds - 90),"rat2":\(at.seconds - 90_000),"rup":\(at.seconds)}
                """)
    }

    /// An order of one line, of which some was refunded.
    static func record(
        number: Int, _ at: Instant, paid: Int, back: Int, state: Int = 1, state2: Int = 1, kind: String = "a"
    ) -> DescribedShop.Record {
        func line(_ name: String) -> String {
            """
            {"n":"\(name)","n2":"\(name)2","t":"红薯","t2":"红薯","q":2,"q2":3,"g":900,"h":"h1","h2":"h2","c":"1"}
            """
        }
        let seconds = at.seconds
        return DescribedShop.Record(
            updatedAt: at,
            json: """
                {"no":"\(number)","no2":"\(number + 100)","shop":"S1","shop2":"S2","kind":"\(kind)",
                "state":\(state),"state2":\(state2),"at":\(seconds - 500),"at2":\(seconds - 90_000),"up":\(seconds),
                "up2":\(seconds - 40),"paid":\(paid),"paid2":\(paid + 7),"items":[\(line("x"))],
                "bline":"x","bline2":"x2","back":\(back),"back2":\(back / 2),"bat":\(seconds - 100)}
                """)
    }
}
