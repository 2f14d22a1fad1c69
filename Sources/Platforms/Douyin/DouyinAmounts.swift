internal import Domain
internal import JSON

/// The figures that make up a payment, of one line, of all lines or of the header; in fen.
struct DouyinAmounts {
    /// `pay_amount`, with everything below in it.
    var payFen: Int64 = 0
    /// `post_amount`: after freight coupons (`post_origin_amount = post_amount + post_promotion_amount`).
    var freightFen: Int64 = 0
    var taxFen: Int64 = 0
    /// `promotion_pay_amount`: the payment channel's discount, borne by the platform.
    var channelFen: Int64 = 0

    /// The figures of a line.
    init(line: JSONView) throws(JSONError) {
        payFen = try line.requiredAmount("pay_amount")
        freightFen = try line.amount("post_amount")
        taxFen = try line.amount("tax_amount")
        channelFen = try line.amount("promotion_pay_amount")
    }

    /// The figures of a header; what it doesn't state besides the payment is the lines' sum.
    init(header: JSONView, lines: DouyinAmounts) throws(JSONError) {
        payFen = try header.requiredAmount("pay_amount")
        freightFen = try header.amountIfPresent("post_amount") ?? lines.freightFen
        taxFen = try header.amountIfPresent("tax_amount") ?? lines.taxFen
        channelFen = try header.amountIfPresent("promotion_pay_amount") ?? lines.channelFen
    }

    init() {}

    /// A page holds less than 10^6 lines of at most 10^13 fen, so sums stay far below `Int64`.
    mutating func add(_ other: DouyinAmounts) {
        payFen += other.payFen
        freightFen += other.freightFen
        taxFen += other.taxFen
        channelFen += other.channelFen
    }

    /// The buyer's own money for the goods; below 0 where more is to be taken out than was paid, which nothing is.
    var goodsFen: Int64 { payFen - freightFen - taxFen - channelFen }

    var isReduced: Bool { freightFen != 0 || taxFen != 0 || channelFen != 0 }
}

extension Order {
    /// Brings lines and header together where they state freight or the channel's discount differently.
    ///
    /// - The header has it, no line has it, and the lines' payments add up to the header's: it is in the
    ///   lines' payments, and is spread over them by what each pays.
    /// - Lines' payments and freights together make the header's payment: the payments are without freight.
    ///
    /// Throws where a line or the header then holds less than what is inside it: never clamped.
    mutating func reconcile(
        header: DouyinAmounts, lines: DouyinAmounts, views: JSONArray
    ) throws(JSONError) {
        if lines.payFen == header.payFen {
            if header.channelFen > 0, lines.channelFen == 0 {
                try takeOut(header.channelFen, isChannel: true)
            }
            if header.freightFen > 0, lines.freightFen == 0 {
                try takeOut(header.freightFen, isChannel: false)
            }
        } else if lines.freightFen > 0, lines.payFen + lines.freightFen == header.payFen {
            for (index, view) in views.enumerated() {
                var amounts = try DouyinAmounts(line: view)
                amounts.freightFen = 0
                self.lines[index].paidFen = Fen(amounts.goodsFen)
                self.lines[index].paidOrigin = amounts.isReduced ? .lessFreight : .stated
            }
        }
        try expectParts(header.goodsFen)
    }

    private func expectParts(_ headerFen: Int64) throws(JSONError) {
        guard headerFen >= 0 else { throw JSONError(path: "pay_amount", reason: .lessThanParts) }
        guard lines.allSatisfy({ $0.paidFen >= .zero }) else {
            throw JSONError(path: "sku_order_list.pay_amount", reason: .lessThanParts)
        }
    }

    private mutating func takeOut(_ amountFen: Int64, isChannel: Bool) throws(JSONError) {
        try expectParts(0)
        let paid = lines.map(\.paidFen.amount)
        // With less to share out than there is, no share is more than what it is taken from.
        guard amountFen <= paid.reduce(0, +) else {
            throw JSONError(path: "pay_amount", reason: .lessThanParts)
        }
        for (index, part) in Split.largestRemainder(amountFen, by: paid).enumerated() {
            lines[index].paidFen.amount = paid[index] - part
            lines[index].paidOrigin = .spread
            if isChannel { lines[index].subsidies.platformFen.amount += part }
        }
    }
}

extension Subsidies {
    /// Who bore what of a line's price.
    ///
    /// By `…_cost_amount` (who bears it), and where none of those says anything by `promotion_…_amount`
    /// (whose campaign it is). Red packets are within both. The payment channel's discount is the platform's.
    init(douyin line: JSONView, channelFen: Int64) throws(JSONError) {
        var shop = try line.amount("shop_cost_amount")
        var talent = try line.amount("author_cost_amount")
        // platform_cost_amount = only_platform_cost_amount + author_cost_amount
        let together = try line.amountIfPresent("platform_cost_amount")
        var platform =
            try line.amountIfPresent("only_platform_cost_amount") ?? together.map { $0 - talent } ?? 0
        guard platform >= 0 else { throw JSONError(path: "platform_cost_amount", reason: .lessThanParts) }
        if shop == 0, talent == 0, platform == 0 {
            shop = try line.amount("promotion_shop_amount")
            talent = try line.amount("promotion_talent_amount")
            platform = try line.amount("promotion_platform_amount")
        }
        self.init(shopFen: Fen(shop), platformFen: Fen(platform + channelFen), talentFen: Fen(talent))
    }
}
