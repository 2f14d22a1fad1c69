package import Domain

extension RawRepresentable<Int> {
    /// The key of a case for JSON: `outsideTenure` → `outside_tenure`, `hostID` → `host_id`.
    var snakeKey: String {
        var key = ""
        for character in String(describing: self) {
            if character.isUppercase, key.last?.isLowercase == true { key.append("_") }
            key.append(character)
        }
        return key.lowercased()
    }
}

extension Quantity.Unit {
    /// What is counted, in words.
    func name(in language: Language) -> String {
        switch self {
        case .piece: language.text("件", "piece")
        case .jin: language.text("斤", "jin")
        case .kilogram: language.text("公斤", "kilogram")
        case .tonne: language.text("吨", "tonne")
        case .gram: language.text("克", "gram")
        }
    }
}

extension NotSaleReason {
    /// Why a line is no sale, in words.
    func name(in language: Language) -> String {
        switch self {
        case .unpaid: language.text("未付款", "unpaid")
        case .closedUnpaid: language.text("未付款已关闭", "closed unpaid")
        case .gift: language.text("赠品", "gift")
        case .sample: language.text("样品", "sample")
        case .lottery: language.text("抽奖", "lottery")
        case .points: language.text("积分兑换", "points")
        case .exchange: language.text("换货补发", "exchange")
        }
    }
}

extension FundSource {
    /// What the purchaser pays from, in words.
    package func name(in language: Language) -> String {
        switch self {
        case .canteen: language.text("食堂", "canteen")
        case .union: language.text("工会", "trade union")
        case .personal: language.text("个人", "personal")
        }
    }
}

extension AmountOrigin {
    /// Where an amount came from, in words.
    func name(in language: Language) -> String {
        switch self {
        case .stated: language.text("平台给出", "stated")
        case .multiplied: language.text("单价×数量", "unit price × quantity")
        case .spread: language.text("按订单金额分摊", "spread from the order")
        case .lessFreight: language.text("已扣运费税费", "less freight and tax")
        case .summed: language.text("实付加补贴", "paid plus subsidies")
        case .unknown: language.text("没有人填报，不知道", "not stated by anybody, unknown")
        }
    }
}

extension Refund.State {
    /// What became of the request, in words.
    func name(in language: Language) -> String {
        switch self {
        case .open: language.text("处理中", "open")
        case .succeeded: language.text("退款成功", "succeeded")
        case .withoutRefund: language.text("未退款", "without refund")
        }
    }
}

extension BookingCause {
    /// Why something was booked, in words.
    func name(in language: Language) -> String {
        switch self {
        case .sale: language.text("首次入账", "sale")
        case .change: language.text("金额变化", "change")
        case .reassigned: language.text("改归属", "reassigned")
        }
    }
}

extension SourceKind {
    /// What staff call the source.
    func name(in language: Language) -> String {
        switch self {
        case .api: language.text("接口", "API")
        case .file: language.text("文件", "file")
        case .erp: "ERP"
        }
    }
}
