import Domain

/// 抖店's export of orders: one row per 子订单, in the newest state that is to be seen; receivers are masked.
struct DouyinOrderExport {
    let orders: [OrderSpec]
    /// Epoch seconds.
    let now: Int64

    var table: ExportTable {
        var table = ExportTable(columns: Self.columns)
        for order in orders {
            guard let version = order.version(at: now) else { continue }
            for index in order.lines.indices {
                table.add(cells(of: index, in: order, version))
            }
        }
        return table
    }

    private func cells(of index: Int, in order: OrderSpec, _ version: OrderSpec.Version) -> [String: String] {
        goods(order.lines[index], number: order.lineNumber(index), order)
            .merging(money(order.lines[index])) { $1 }
            .merging(state(of: order.lines[index], in: order, version)) { $1 }
            .merging(receiver(order)) { $1 }
            .merging(["售后状态": afterSale(of: index, in: order)]) { $1 }
    }

    private func goods(_ line: LineSpec, number: UInt64, _ order: OrderSpec) -> [String: String] {
        [
            "主订单编号": ExportTable.number(order.number), "子订单编号": ExportTable.number(number),
            "选购商品": line.goods.title, "商品规格": line.goods.spec,
            "商品数量": String(line.quantityMilli / 1000), "商品ID": ExportTable.number(line.goods.productID),
            "达人ID": line.host.map { String($0.id) } ?? "0", "达人昵称": line.host?.name ?? "",
            "流量来源": line.host == nil ? "小店自卖" : "精选联盟",
        ]
    }

    /// 订单应付金额 is what was due, with freight.
    private func money(_ line: LineSpec) -> [String: String] {
        [
            "商品单价": yuan(line.goods.priceFen), "订单应付金额": yuan(line.paidFen + line.freightFen),
            "运费": yuan(line.freightFen), "优惠总金额": yuan(line.discountFen),
            "平台优惠": yuan(line.platformDiscountFen),
            "商家优惠": yuan(line.isGift ? line.grossFen : line.shopDiscountFen),
            "达人优惠": yuan(line.talentDiscountFen), "支付优惠": yuan(0), "红包抵扣": yuan(0),
        ]
    }

    private func state(
        of line: LineSpec, in order: OrderSpec, _ version: OrderSpec.Version
    ) -> [String: String] {
        let isUnpaid = order.paidAt == 0 || version.state == .unpaid
        return [
            "订单提交时间": time(order.createdAt), "支付完成时间": isUnpaid ? "" : time(order.paidAt),
            "发货时间": time(order.time(of: .shipped, in: version)),
            "订单完成时间": time(order.time(of: .finished, in: version)),
            "承诺发货时间": isUnpaid ? "" : time(order.paidAt + 2 * Season.daySeconds),
            "订单状态": version.state.exportWord, "取消原因": version.state == .cancelled ? "用户取消" : "",
            "订单类型": line.isGift ? "赠品订单" : order.kind.exportWord,
            "支付方式": order.number / 10 % 2 == 0 ? "微信支付" : "支付宝", "APP渠道": "抖音",
            "流量体裁": "数据将于第二天更新",
        ]
    }

    /// Names and phones as the platform masks them.
    private func receiver(_ order: OrderSpec) -> [String: String] {
        let place = order.buyerPlace
        return [
            "收件人": PersonNames.masked(order.buyerNumber), "收件人手机号": order.maskedPhone,
            "省": place.province, "市": place.city, "区": place.name, "街道": "城关镇", "详细地址": "***",
            "买家留言": order.buyerWords, "商家备注": order.sellerWords,
        ]
    }

    /// A word without an amount: what was paid back stands in the export of after-sales.
    private func afterSale(of index: Int, in order: OrderSpec) -> String {
        guard let refund = order.refunds.last(where: { $0.line == index && $0.appliedAt <= now }) else {
            return ""
        }
        return refund.exportState(isDone: refund.doneAt <= now)
    }

    private func yuan(_ fen: Int64) -> String { Fen(fen).description }

    private func time(_ seconds: Int64) -> String { ExportTable.time(seconds) }

    private static let columns = [
        "主订单编号", "子订单编号", "选购商品", "商品规格", "商品数量", "商品ID", "商家编码", "商品单价", "订单应付金额", "运费", "优惠总金额",
        "平台优惠", "商家优惠", "达人优惠", "商家改价", "支付优惠", "红包抵扣", "支付方式", "手续费", "收件人", "收件人手机号", "省", "市", "区",
        "街道", "详细地址", "是否修改过地址", "地址修改时段", "买家留言", "订单提交时间", "旗帜颜色", "商家备注", "订单完成时间", "支付完成时间",
        "APP渠道", "流量来源", "订单状态", "承诺发货时间", "订单类型", "鲁班落地页ID", "达人ID", "达人昵称", "所属门店ID", "售后状态",
        "取消原因", "流量体裁", "流量渠道", "发货时间",
    ]
}

extension ExportTable {
    /// Beijing time; nothing for 0.
    static func time(_ seconds: Int64) -> String {
        seconds == 0 ? "" : Instant(seconds: seconds).description
    }
}

extension OrderSpec.State {
    fileprivate var exportWord: String {
        switch self {
        case .unpaid: "待支付"
        case .paid: "备货中"
        case .shipped: "已发货"
        case .finished: "已完成"
        case .cancelled: "已关闭"
        }
    }
}

extension OrderSpec.Kind {
    fileprivate var exportWord: String {
        switch self {
        case .sale, .unpaid, .closed: "普通订单"
        case .sentSample, .boughtSample: "样品订单"
        }
    }
}
