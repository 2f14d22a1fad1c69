import Domain

/// Writes orders down: numbers, times, states and after-sales as the fate of each wants them.
struct OrderDesk {
    private var sequence: UInt64 = 0
    private var refundSequence: UInt64 = 0

    /// One order of these net goods; what comes back in part is added to them here.
    mutating func order(
        account: Int, figure: FigureID?, sellerID: String, occasion: String = "", purchaser: Purchaser? = nil,
        lines: [LineSpec], fate: Fate, at createdAt: Int64, random: inout SeededRandom
    ) -> OrderSpec {
        sequence += 1
        let paidAt = fate == .unpaid ? 0 : createdAt + Int64(random.within(20...240))
        var lines = lines
        let refunds = refunds(fate, lines: &lines, paidAt: paidAt, by: &random)
        var order = OrderSpec(
            account: account, number: 4_990_000_000_000_000_000 + sequence * 10, figure: figure,
            sellerID: sellerID,
            occasion: occasion, purchaser: purchaser,
            buyerPlace: purchaser?.county ?? random.pick(County.all), buyerNumber: random.below(10_000),
            kind: fate.kind, createdAt: createdAt, paidAt: paidAt, lines: lines, refunds: refunds,
            versions: [])
        order.versions = Self.versions(fate, of: order, by: &random)
        if fate == .echoed { order.echoedAt = Season.ends - Int64(random.below(4 * 3600)) }
        return order
    }

    private mutating func refunds(
        _ fate: Fate, lines: inout [LineSpec], paidAt: Int64, by random: inout SeededRandom
    ) -> [RefundSpec] {
        switch fate {
        case .wholeReturned, .lateWhole, .refundedBeforeShipping:
            let kind = fate == .refundedBeforeShipping ? RefundSpec.Kind.beforeShipping : .returned
            let times = Self.times(fate, paidAt: paidAt, by: &random)
            return lines.indices.map { refund(kind, line: $0, of: lines, times: times) }
        case .lineReturned:
            return [refund(.returned, line: lines.count - 1, of: lines, fate, paidAt: paidAt, by: &random)]
        case .itemsReturned, .lateReturn:
            let step = lines[0].goods.stepMilli
            let returned = step * Int64(1 + random.below(Int(lines[0].quantityMilli / step / 4)))
            lines[0].quantityMilli += returned
            let paidFen = lines[0].paidFen
            let amountFen = max(1, paidFen * returned / lines[0].quantityMilli)
            return [
                refund(
                    .returned, line: 0, of: lines, times: Self.times(fate, paidAt: paidAt, by: &random),
                    part: (amountFen, returned))
            ]
        case .moneyBack, .orphan:
            let amountFen = max(1, lines[0].paidFen / Int64(random.within(5...20)))
            return [
                refund(
                    .moneyOnly, line: 0, of: lines, times: Self.times(fate, paidAt: paidAt, by: &random),
                    part: (amountFen, 0))
            ]
        case .exchanged:
            return [refund(.exchange, line: 0, of: lines, fate, paidAt: paidAt, by: &random)]
        case .withdrawn:
            return [refund(.withdrawn, line: 0, of: lines, fate, paidAt: paidAt, by: &random)]
        case .plain, .closed, .unpaid, .sentSample, .boughtSample, .echoed:
            return []
        }
    }

    private mutating func refund(
        _ kind: RefundSpec.Kind, line: Int, of lines: [LineSpec], _ fate: Fate, paidAt: Int64,
        by random: inout SeededRandom
    ) -> RefundSpec {
        refund(kind, line: line, of: lines, times: Self.times(fate, paidAt: paidAt, by: &random))
    }

    /// The whole line comes back, unless a part is given.
    private mutating func refund(
        _ kind: RefundSpec.Kind, line: Int, of lines: [LineSpec], times: (appliedAt: Int64, doneAt: Int64),
        part: (amountFen: Int64, returnedMilli: Int64)? = nil
    ) -> RefundSpec {
        refundSequence += 1
        return RefundSpec(
            number: 7_140_000_000_000_000_000 + refundSequence, line: line, kind: kind,
            amountFen: part?.amountFen ?? lines[line].paidFen,
            returnedMilli: part?.returnedMilli ?? lines[line].quantityMilli, appliedAt: times.appliedAt,
            doneAt: times.doneAt)
    }

    /// When the after-sale is asked for and settled, epoch seconds.
    private static func times(
        _ fate: Fate, paidAt: Int64, by random: inout SeededRandom
    ) -> (appliedAt: Int64, doneAt: Int64) {
        let hour = Season.hourSeconds
        switch fate {
        case .lateReturn, .lateWhole:
            let applied = Season.firstNow.seconds + Int64(random.within(2...140)) * hour
            return (applied, applied + Int64(random.within(6...30)) * hour)
        case .refundedBeforeShipping, .orphan:
            let applied = paidAt + hour + Int64(random.below(3 * 3600))
            return (applied, applied + hour + Int64(random.below(2 * 3600)))
        default:
            let applied = paidAt + Int64(random.within(44...80)) * hour
            return (applied, applied + Int64(random.within(6...36)) * hour)
        }
    }

    /// The states of an order, oldest first, until the season ends.
    private static func versions(
        _ fate: Fate, of order: OrderSpec, by random: inout SeededRandom
    ) -> [OrderSpec.Version] {
        let hour = Season.hourSeconds
        var states: [(at: Int64, state: OrderSpec.State)]
        let shippedAt = order.paidAt + Int64(random.within(12...40)) * hour + Int64(random.below(3600))
        let finishedAt = shippedAt + Int64(random.within(96...190)) * hour
        switch fate {
        case .unpaid:
            states = [
                (order.createdAt, .unpaid),
                (order.createdAt + Int64(random.within(1800...80_000)), .cancelled),
            ]
        case .closed:
            states = [
                (order.paidAt, .paid), (order.paidAt + Int64(random.within(20...48)) * hour, .cancelled),
            ]
        case .refundedBeforeShipping:
            states = [(order.paidAt, .paid), (order.refunds.first?.doneAt ?? order.paidAt, .cancelled)]
        case .orphan:
            let listedAt = Season.firstNow.seconds + Int64(random.within(3...60)) * hour
            states = [(listedAt, .shipped), (max(listedAt, finishedAt) + hour, .finished)]
        default:
            states = [(order.paidAt, .paid), (shippedAt, .shipped), (finishedAt, .finished)]
        }
        // An after-sale touches its order too.
        for instant in order.refunds.flatMap({ [$0.appliedAt, $0.doneAt] }) {
            guard let before = states.last(where: { $0.at <= instant }), before.at < instant else { continue }
            states.append((instant, before.state))
            states.sort { $0.at < $1.at }
        }
        return states.filter { $0.at <= Season.ends }.map {
            OrderSpec.Version(updatedAt: $0.at, state: $0.state)
        }
    }
}
