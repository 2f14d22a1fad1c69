import Domain

extension OrderFields {
    /// Every field alone.
    static let all: [OrderFields] = [
        .freight, .buyer, .buyerPlace, .fundSource, .sellerRemark, .productID, .skuID, .title, .spec, .gross,
        .subsidies, .hostID, .roomID, .originRegion, .category, .status, .createdAt, .paidAt, .headerPaid,
        .closedAt,
    ]
}

extension Order {
    /// Every field that a file may lack has something in it.
    static var full: Order {
        var order = sample([.full], remark: "村播")
        order.freightFen = Fen(400)
        order.buyer = .organisation(purchaserID: "unit", name: "示例大学")
        order.buyerPlace = Place(region: Region("411422"), province: "河南", city: "商丘", county: "睢县")
        order.fundSource = .canteen
        (order.status, order.headerPaidFen) = ("3", Fen(900))
        return order
    }

    /// There is nothing in any of them.
    static func bare(_ lineIDs: [String] = ["L1"], updated day: Int = 6) -> Order {
        var order = sample(lineIDs.map { .bare($0) }, updated: day)
        (order.createdAt, order.paidAt) = (nil, nil)
        return order
    }

    /// Makes a field what it is in another order, on the header and on the lines of the same number.
    mutating func put(_ field: OrderFields, from other: Order) {
        switch field {
        case .freight: freightFen = other.freightFen
        case .buyer: buyer = other.buyer
        case .buyerPlace: buyerPlace = other.buyerPlace
        case .fundSource: fundSource = other.fundSource
        case .sellerRemark: sellerRemark = other.sellerRemark
        case .status: status = other.status
        case .createdAt: createdAt = other.createdAt
        case .paidAt: paidAt = other.paidAt
        case .headerPaid: headerPaidFen = other.headerPaidFen
        default: break
        }
        for place in lines.indices {
            if let line = other.line(lines[place].lineID) { lines[place].put(field, from: line) }
        }
    }

    /// Has nothing in the fields that it does not state, as a file without the columns.
    func lacking(_ fields: OrderFields) -> Order {
        var order = self
        order.unstated = fields
        let bare = Order.bare(lines.map(\.lineID))
        for field in OrderFields.all where fields.contains(field) { order.put(field, from: bare) }
        return order
    }
}

extension OrderLine {
    static var full: OrderLine {
        var line = sample(closed: 6, freightFen: 300)
        (line.productID, line.skuID, line.spec, line.roomID) = ("p-1", "s-1", "5斤", "room-1")
        (line.originRegion, line.category) = (Region("411422"), "粮油")
        line.subsidies = Subsidies(platformFen: Fen(50))
        return line
    }

    fileprivate static func bare(_ lineID: String) -> OrderLine {
        var line = sample(lineID, hostID: "")
        (line.title, line.grossFen, line.grossOrigin) = ("", .zero, .summed)
        return line
    }

    fileprivate mutating func put(_ field: OrderFields, from other: OrderLine) {
        switch field {
        case .freight: freightFen = other.freightFen
        case .gross: (grossFen, grossOrigin) = (other.grossFen, other.grossOrigin)
        case .subsidies: subsidies = other.subsidies
        case .productID: productID = other.productID
        case .skuID: skuID = other.skuID
        case .title: title = other.title
        case .spec: spec = other.spec
        case .hostID: hostID = other.hostID
        case .roomID: roomID = other.roomID
        case .originRegion: originRegion = other.originRegion
        case .category: category = other.category
        case .closedAt: closedAt = other.closedAt
        default: break
        }
    }
}
