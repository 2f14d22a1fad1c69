import Domain

extension ScenarioBuilder {
    /// Eight e-commerce firms of the association sell on shops of their own.
    mutating func addEcommerceMembers() {
        var seats: [Seat] = []
        for (index, county) in County.elsewhere.prefix(8).enumerated() {
            let party = "ec-\((index + 1).padded(3))"
            let shop = String(7_300_101 + index * 1117)
            // One of them has no API: its orders come as exports, which somebody saves by hand.
            let isOfFiles = index == 3
            let account = account(
                "ec\(index + 1)-douyin", "\(county.name)电商会员抖音店",
                isOfFiles ? .files(.douyinExports) : .endpoint(.douyin), shopID: shop)
            roster.party(
                party, "河南\(county.name)\(Self.brands[index])电子商务有限公司", .memberEcommerce,
                region: county.codeText,
                organisation: "河南省乡村振兴协会")
            // The last one joined in mid-November: what it sold before belongs to nobody.
            let isLate = index == 7
            roster.tenure(
                party, region: county.codeText, role: "member", from: isLate ? "2022-11-15" : "2020-01-01")
            roster.identity(party, platform: "douyin", kind: .shop, value: shop)
            var seat = Seat(account: account, sellerIDs: [shop])
            if isOfFiles { seat.comeByFiles(.douyinExports) }
            if isLate { seat.span = (Season.opens + 14 * Season.daySeconds)...Season.sales.upperBound }
            seats.append(seat)
        }
        let errand = Errand(
            figure: .ecommerceMembers, totalGrams: FigureID.ecommerceMembers.articleGrams,
            assortment: assortments.members, odds: Fate.parcels, isRetail: true, orderCount: count(52_000),
            affiliates: (1...5).map { Host(id: 51_230_000_000 + UInt64($0) * 77_777, name: "助农达人\($0)号") })
        run(errand, stream: "ecommerce", seats: seats)
    }

    /// Twenty catering firms of the association buy: 100 t through joint purchasing, 33 t on the 832 platform.
    mutating func addCateringMembers() {
        let canteen = onlyAccount("xh-canteen", "协会餐饮会员联合采购平台", .canteen, shopID: "xiehui-canteen")
        let p832 = onlyAccount("henan-832", "832平台（省级监管账号）", .p832, shopID: "henan-410000")
        var canteenSeats: [Seat] = []
        var platformSeats: [Seat] = []
        for number in 1...20 {
            let party = "cm-\(number.padded(3))"
            let name = "河南\(Self.brands[number % Self.brands.count])餐饮管理有限公司\(number)"
            let county = County.zhengzhou[number % County.zhengzhou.count]
            let purchaser = Purchaser(id: "CY\(number.padded(4))", name: name, county: county)
            roster.party(party, name, .memberCatering, region: county.codeText, organisation: "河南省乡村振兴协会")
            roster.tenure(party, region: county.codeText, role: "member", from: "2020-01-01")
            roster.identity(party, platform: "xh-canteen", kind: .purchaser, value: purchaser.id)
            roster.identity(party, platform: "p832", kind: .purchaserName, value: name)
            var seat = Seat(account: canteen, sellerIDs: ["GYS\((number % 6).padded(3))"])
            seat.purchasers = [purchaser]
            canteenSeats.append(seat)
            var other = Seat(account: p832, sellerIDs: ["8320410526", "8320410527"])
            other.purchasers = [Purchaser(id: "cgqy\(number.padded(5))", name: name, county: county)]
            platformSeats.append(other)
        }
        let parts = [
            ("canteen", canteenSeats, Int64(100_000_000), 2200),
            ("catering-832", platformSeats, 33_000_000, 800),
        ]
        for (stream, seats, grams, count) in parts {
            let errand = Errand(
                figure: .cateringMembers, totalGrams: grams, assortment: assortments.catering,
                odds: Fate.deals,
                isRetail: false, orderCount: self.count(count))
            run(errand, stream: stream, seats: seats)
        }
    }

    /// 百家媒体聚力河南公益助农: a hundred outlets, eight days, whole lorries.
    mutating func addMedia() {
        let account = onlyAccount("media-zhunong", "百家媒体公益助农登记平台", .media, shopID: "media-410000")
        roster.campaign(
            .media, "百家媒体聚力河南公益助农", from: "2022-12-05", to: "2022-12-13", channel: "media", region: "")
        let places = [
            "河南", "开封市", "洛阳市", "安阳市", "新乡市", "焦作市", "三门峡市", "南阳市", "信阳市", "周口市", "驻马店市", "鹤壁市", "濮阳市",
        ]
        let outlets = ["日报", "晚报", "广播电视台", "融媒体中心", "新闻网", "农村频道", "交通广播", "都市报"]
        let seats = (0..<100).map { number in
            let party = "media-\((number + 1).padded(3))"
            let code = "MT\((number + 1).padded(4))"
            let name = places[number % places.count] + outlets[number / places.count]
            roster.party(party, name, .organiser, region: "410000")
            roster.identity(party, platform: "media-zhunong", kind: .shop, value: code)
            var seat = Seat(account: account, sellerIDs: [code])
            seat.purchasers = (0..<4).map { buyer in
                Purchaser(
                    id: "MB\((number * 4 + buyer).padded(4))",
                    name: Self.firmNames[(number + buyer) % Self.firmNames.count]
                        + "第\(number * 4 + buyer + 1)档口",
                    county: County.all[(number * 3 + buyer) % County.all.count])
            }
            seat.span = Season.mediaDays
            return seat
        }
        let errand = Errand(
            figure: .media, totalGrams: FigureID.media.articleGrams, assortment: assortments.bulk,
            odds: Fate.deals, isRetail: false, isMixed: false, orderCount: count(9000))
        run(errand, stream: "media", seats: seats)
    }

    /// Where the goods of the catalogue come from, with the households that the sale helps.
    mutating func addSuppliers() {
        var random = SeededRandom(seed: seed, stream: "suppliers")
        let counties = Set(assortments.catalogued.map(\.origin)).sorted()
        for code in counties {
            let name = County.all.first { $0.code == code }?.name ?? String(code)
            let households = random.within(40...900)
            roster.supplier(
                "sup-\(code)", name + "农产品合作社", region: String(code), households: households,
                people: households * 26 / 10)
        }
    }

    /// Sales that nobody is credited with: unknown hosts, and a member's shop before it joined.
    ///
    /// What is kept of them weighs nothing; what weighs something comes back whole.
    mutating func addNobodys() {
        var random = SeededRandom(seed: seed, stream: "nobodys")
        let stranger = Host(id: 61_111_000_222, name: "乡村好物推荐官")
        let goods = assortments.secretaries
        let lateMember = accounts.lastIndex { $0.endpoint == .douyin } ?? 0
        for turn in 0..<max(6, count(240)) {
            let isReturned = turn % 3 == 0
            var line = LineSpec(
                goods: isReturned ? goods.smallest : random.pick(goods.weightless),
                quantityMilli: Int64(random.within(1...3)) * 1000)
            let isBeforeJoining = turn % 3 == 2
            if !isBeforeJoining {
                line.host = stranger
                line.roomID = 7_160_000_000_000_000_000 + UInt64(turn)
            }
            let span = isBeforeJoining ? 13 * Season.daySeconds : Season.refundable.upperBound - Season.opens
            add(
                account: isBeforeJoining ? lateMember : turn % 2, lines: [line],
                fate: isReturned ? .wholeReturned : .plain, at: Season.opens + Int64(random.below(Int(span))),
                random: &random)
        }
    }

    private static let brands = ["豫见", "黄河源", "中原粮", "伏牛山", "太行", "嵩岳", "淮上", "汴梁", "殷都", "卫水"]
}
