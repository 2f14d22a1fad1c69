import Domain
import Platforms
import Reports

/// What was mapped, as text that a person can review line by line.
enum GoldenText {
    static func of(_ page: Page) -> String {
        var text = "rows in window: \(page.rowsInWindow.map(String.init) ?? "-"), next: "
        switch page.next {
        case nil: text += "-"
        case .first: text += "first"
        case .number(let number): text += "page \(number)"
        case .text(let cursor): text += "cursor \(cursor)"
        case .order(let number): text += "order \(number)"
        }
        return text + "\n" + page.orders.map(of).joined() + page.refunds.map(of).joined()
            + page.parked.map(of).joined() + page.unknownWords.map(of).joined()
    }

    private static func of(_ word: UnknownWord) -> String {
        let record = word.refundID.isEmpty ? word.orderID : "\(word.orderID)/\(word.refundID)"
        return "\nunknown \(word.key) “\(word.word)” of \(record), \(word.paidFen?.description ?? "-")\n"
    }

    static func of(_ order: Order) -> String {
        var text = "\norder \(order.channel.key) \(order.shopID) \(order.orderID) status \(order.status)\n"
        text += "  created \(instant(order.createdAt)), paid \(instant(order.paidAt))"
        text += ", updated \(order.updatedAt)\n"
        text += "  header \(order.headerPaidFen?.description ?? "-"), freight \(order.freightFen)"
        text += ", buyer \(buyer(order)) [\(place(order.buyerPlace))]\n"
        if !order.sellerRemark.isEmpty { text += "  remark \(order.sellerRemark)\n" }
        if !order.unstated.isEmpty { text += "  says nothing of \(names(order.unstated))\n" }
        return text + order.lines.map(of).joined()
    }

    static func of(_ refund: Refund) -> String {
        "\nrefund \(refund.refundID) of \(refund.orderID)/\(refund.lineID) \(refund.state)"
            + " \(refund.refundedFen), returned \(refund.returnedMilli), at \(refund.refundedAt)"
            + ", updated \(refund.updatedAt)\n"
    }

    static func of(_ parked: ParkedRecord) -> String {
        "\nparked \(parked.path) of \(parked.orderID.isEmpty ? "-" : parked.orderID)"
            + (parked.lineID.isEmpty ? "\n" : "/\(parked.lineID)\n")
            + "  \(parked.reason.text(in: .chinese))\n  \(parked.body)\n"
    }

    private static func of(_ line: OrderLine) -> String {
        var text = "  line \(line.lineID) product \(line.productID) sku \(line.skuID)"
        text += " “\(line.title)” (\(line.spec)) × \(line.quantity.milli) \(line.quantity.unit)\n"
        text += "    gross \(line.grossFen) \(line.grossOrigin), paid \(line.paidFen) \(line.paidOrigin)"
        text += ", shop \(line.subsidies.shopFen), platform \(line.subsidies.platformFen)"
        text += ", talent \(line.subsidies.talentFen), state \(line.subsidies.stateFen)\n"
        switch line.sale {
        case .sale(let instant): text += "    sale \(instant)"
        case .notSale(let reason): text += "    no sale: \(reason)"
        }
        if let closedAt = line.closedAt { text += ", closed \(closedAt)" }
        if line.freightFen != .zero { text += ", freight \(line.freightFen)" }
        if let stated = line.statedRefund {
            text += ", so far refunded \(stated.refundedFen), returned \(stated.returnedMilli)"
            text += " at \(stated.refundedAt)"
        }
        if !line.hostID.isEmpty { text += ", host \(line.hostID)" }
        if !line.roomID.isEmpty { text += ", room \(line.roomID)" }
        if let origin = line.originRegion { text += ", from \(origin)" }
        if !line.category.isEmpty { text += ", category \(line.category)" }
        return text + "\n"
    }

    private static func names(_ fields: OrderFields) -> String {
        let names: [(OrderFields, String)] = [
            (.freight, "freight"), (.buyer, "buyer"), (.buyerPlace, "place"), (.fundSource, "fund"),
            (.sellerRemark, "remark"), (.productID, "product"), (.skuID, "sku"), (.title, "title"),
            (.spec, "spec"), (.gross, "gross"), (.subsidies, "subsidies"), (.hostID, "host"),
            (.roomID, "room"),
            (.originRegion, "origin"), (.category, "category"), (.status, "status"), (.createdAt, "created"),
            (.paidAt, "paid"), (.headerPaid, "header"), (.closedAt, "closed"),
            (.paid, "money"), (.sale, "sale"),
        ]
        return names.filter { fields.contains($0.0) }.map(\.1).joined(separator: " ")
    }

    private static func instant(_ instant: Instant?) -> String { instant?.description ?? "-" }

    private static func buyer(_ order: Order) -> String {
        let source = order.fundSource.map { " \($0)" } ?? ""
        switch order.buyer {
        case .person: return "person" + source
        case .organisation(let id, let name): return "organisation \(id) \(name)" + source
        }
    }

    private static func place(_ place: Place) -> String {
        let names = [place.region?.description ?? "-", place.province, place.city, place.county]
        return names.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
