import Domain

extension Order {
    /// A stable hash of what a source said of the order: that of which another value makes another statement.
    ///
    /// When a growing refund was stated, and where an amount comes from, are not in it.
    var content: Int64 {
        var hash = StableHash()
        hash.combine(status)
        hash.combine(createdAt?.milliseconds)
        hash.combine(paidAt?.milliseconds)
        hash.combine(headerPaidFen?.amount)
        hash.combine(freightFen.amount)
        if case .organisation(let purchaserID, let name) = buyer {
            hash.combine(purchaserID)
            hash.combine(name)
        }
        hash.combine(buyerPlace.region?.code)
        hash.combine(buyerPlace.province)
        hash.combine(buyerPlace.city)
        hash.combine(buyerPlace.county)
        hash.combine(Int64(fundSource?.rawValue ?? 0))
        hash.combine(sellerRemark)
        // A span lends each line; a loop over the array would copy it, text by text.
        let lines = lines.span
        for place in lines.indices { lines[place].combine(into: &hash) }
        return hash.value
    }
}

extension OrderLine {
    fileprivate func combine(into hash: inout StableHash) {
        for text in [lineID, productID, skuID, title, spec, hostID, roomID, category] { hash.combine(text) }
        hash.combine(quantity.milli)
        hash.combine(Int64(quantity.unit.rawValue))
        hash.combine(grossFen.amount)
        hash.combine(paidFen.amount)
        hash.combine(freightFen.amount)
        hash.combine(subsidies.shopFen.amount)
        hash.combine(subsidies.platformFen.amount)
        hash.combine(subsidies.talentFen.amount)
        hash.combine(subsidies.stateFen.amount)
        switch sale {
        case .sale(let instant): hash.combine(instant.milliseconds)
        case .notSale(let reason): hash.combine(-Int64(reason.rawValue))
        }
        hash.combine(closedAt?.milliseconds)
        // What was kept of another version is not said by this one.
        let saidRefund = statedRefund?.isKept == true ? nil : statedRefund
        hash.combine(saidRefund?.refundedFen.amount)
        hash.combine(saidRefund?.returnedMilli)
        hash.combine(originRegion?.code)
    }
}

extension RefundRow {
    /// A stable hash of what counts of an after-sale, whose rows come by line: its date is the platform's own, or the
    /// update time.
    static func content(of rows: [RefundRow]) -> Int64 {
        var hash = StableHash()
        for row in rows {
            hash.combine(row.lineID)
            hash.combine(Int64(row.state.rawValue))
            hash.combine(row.refundedFen)
            hash.combine(row.returnedMilli)
        }
        return hash.value
    }
}
