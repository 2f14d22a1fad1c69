import Domain

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

    /// The case in words: its own Chinese name, or its key without underscores.
    func words(chinese: String, in language: Language) -> String {
        language.text(chinese, snakeKey.split(separator: "_").joined(separator: " "))
    }
}

extension PartyKind {
    /// What staff read.
    func name(in language: Language) -> String {
        language.text(name, rawValue.split(separator: "_").joined(separator: " "))
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
