/// The numbers by which Douyin states what an order is; a number that is not here may mean anything.
///
/// Official: the Go, Java and C# models that are generated from the documentation agree. (A)
enum DouyinOrderStatus: Int64 {
    case unpaid = 1
    case preparing = 2
    case shipped = 3
    case cancelled = 4
    case finished = 5
    case partlyShipped = 101
    case paid = 105

    /// Whether it was paid, or is to be paid on delivery, and was not cancelled.
    var isStanding: Bool { self != .unpaid && self != .cancelled }
}

/// How an order is paid.
enum DouyinPayType: Int64 {
    case cashOnDelivery = 0
    case weChat, alipay, miniApp, bankCard, balance
    case nothingToPay = 7
    case instalments, newCard
    case payLater = 12
    case cashier = 16
}

/// What kind of trade a line is.
///
/// Not here, and so parked, are those of which it is not known whether the shop sold goods: 3 订金找货, 6 回收, 7 寄卖,
/// 103 收款.
enum DouyinTradeType: Int64 {
    case ordinary = 0
    case group, presale
    case auction = 4
    case free = 5
    case sentSample = 10
    case lottery, boughtSample, custom
    case publicAuction = 16
    case withinHours = 18
    case presaleGift = 102

    /// Whether nobody pays for it.
    var isFree: Bool { [.sentSample, .boughtSample, .lottery, .presaleGift].contains(self) }
}

/// Whether a line is what a gift goes with, or the gift.
enum DouyinGivenType: String {
    case none = ""
    case main = "MASTER"
    case gift = "FREE"
}

/// What is asked for after the sale.
enum DouyinAfterSaleType: Int64 {
    case returned = 0
    case refunded, beforeShipping, exchange
    /// 价保: the difference to a later, lower price.
    case priceProtection = 6
    case sentAgain, repair

    /// 换货, 补寄, 维修: goods move, money doesn't.
    var movesMoney: Bool { ![.exchange, .sentAgain, .repair].contains(self) }
}

/// Where an after-sale stands.
enum DouyinAfterSaleStatus: Int64 {
    case exchangeUnderway = 3
    case asked = 6
    case awaitingReturn, awaitingShipment
    case returning = 11
    case succeeded, exchangeShipped, exchanged
    case refused = 27
    /// Failed or withdrawn.
    case failed
    case refusedReturn
    case cancelled = 51
    case finished = 53

    /// Refused by the shop, failed, withdrawn or cancelled; a buyer may reopen what was refused, and the record then
    /// comes again with a later update time.
    var isEnded: Bool { [.refused, .failed, .refusedReturn, .cancelled].contains(self) }
}

/// What became of the money.
enum DouyinRefundStatus: Int64 {
    case none = 0
    case waiting, underway, succeeded, failed
    /// 追缴成功: the platform had advanced the buyer's refund and has it back from the shop.
    case recovered

    /// Whether the buyer has the money.
    var isPaidBack: Bool { self == .succeeded || self == .recovered }
}
