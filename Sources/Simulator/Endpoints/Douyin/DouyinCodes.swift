/// The numbers by which Douyin states things.
extension OrderSpec.State {
    var douyinStatus: Int {
        switch self {
        case .unpaid: 1
        case .paid: 2
        case .shipped: 3
        case .cancelled: 4
        case .finished: 5
        }
    }

    var douyinWord: StaticString {
        switch self {
        case .unpaid: "待支付"
        case .paid: "备货中"
        case .shipped: "已发货"
        case .cancelled: "已取消"
        case .finished: "已完成"
        }
    }
}

extension OrderSpec.Kind {
    /// 0 ordinary, 10 sent to a host to try, 12 bought by a host to try.
    var douyinTradeType: Int {
        switch self {
        case .sale, .unpaid, .closed: 0
        case .sentSample: 10
        case .boughtSample: 12
        }
    }
}

extension RefundSpec {
    /// The type in `afterSale.List`: 0 goods and money, 1 money after shipping, 2 money before shipping, 3 exchange.
    var douyinType: Int {
        switch kind {
        case .returned: 0
        case .moneyOnly: 1
        case .beforeShipping: 2
        case .exchange: 3
        case .withdrawn: 1
        }
    }

    /// `after_sale_status` / `aftersale_status`: 6 asked for, 12 success, 14 exchanged, 28 failed or withdrawn.
    func douyinStatus(isDone: Bool) -> Int {
        guard isDone else { return 6 }
        switch kind {
        case .returned, .moneyOnly, .beforeShipping: return 12
        case .exchange: return 14
        case .withdrawn: return 28
        }
    }

    /// 0 none, 1 waiting, 3 success; a buyer who withdraws leaves it at 1 (documented caveat).
    func douyinRefundStatus(isDone: Bool) -> Int {
        switch kind {
        case .returned, .moneyOnly, .beforeShipping: isDone ? 3 : 1
        case .exchange: 0
        case .withdrawn: 1
        }
    }
}
