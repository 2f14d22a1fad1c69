import Domain

extension ScenarioBuilder {
    private static let secretaryCount = 48
    private static let unitCount = 116
    /// What is sold live; the support units buy the rest of the 455 t on the 832 platform.
    private static let liveGrams: Int64 = 331_400_000

    /// 平顶山 "第一书记帮带货": 48 first secretaries live on three Douyin shops.
    mutating func addSecretaries() {
        let shared = [
            account("pds-douyin", "平顶山第一书记帮带货抖音店", .douyin, shopID: "4463798"),
            account("lushan-douyin", "鲁山县第一书记抖音店", .douyin, shopID: "5127306"),
        ]
        let own = account("fs048-douyin", "第一书记自有抖音店", .douyin, shopID: "6090412")
        roster.campaign(
            .secretaries, "平顶山市第一书记帮带货", from: "2022-11-01", to: "2023-01-01", channel: "", region: "410400")
        var seats: [Seat] = []
        for number in 1...Self.secretaryCount {
            let account = number == Self.secretaryCount ? own : shared[number % 3 == 0 ? 1 : 0]
            seats.append(addSecretary(number, account: account))
        }
        roster.identity("fs-0048", platform: "douyin", kind: .shop, value: accounts[own].shopID)
        let errand = Errand(
            figure: .secretaries, totalGrams: Self.liveGrams, assortment: assortments.secretaries,
            odds: Fate.parcels, isRetail: true, orderCount: count(30_000))
        run(errand, stream: "secretaries", seats: seats)
    }

    /// Number 2 follows number 1 in the same village on 1 December, on the same host account: the tenure decides.
    private mutating func addSecretary(_ number: Int, account: Int) -> Seat {
        let party = "fs-\(number.padded(4))"
        let place = number <= 2 ? 1 : number
        let county = County.pingdingshan[place % County.pingdingshan.count]
        let village = county.codeText + (100 + place).padded(3) + (200 + place).padded(3)
        let name = personName()
        roster.party(
            party, name, .firstSecretary, region: village,
            organisation: Self.unitName(number * 2 % Self.unitCount))
        roster.tenure(
            party, region: village, role: "first_secretary", from: number == 2 ? "2022-12-01" : "2021-06-01",
            to: number == 1 ? "2022-12-01" : "")
        let host = Host(
            id: 98_760_000_000 + UInt64(place) * 613, name: number <= 2 ? "村里来了第一书记" : "第一书记\(name)")
        roster.identity(party, platform: "douyin", kind: .host, value: String(host.id))
        var seat = Seat(account: account, sellerIDs: [accounts[account].shopID], host: host)
        seat.sessions = Self.sessions(number)
        for session in seat.sessions {
            roster.session(session, shop: accounts[account].shopID, party: party)
        }
        return seat
    }

    /// Two hours every third evening, each in a room of its own.
    private static func sessions(_ number: Int) -> [Seat.Session] {
        let handover = Season.opens + 30 * Season.daySeconds
        let starts = stride(
            from: Season.opens + Int64(number % 3) * Season.daySeconds + 19 * Season.hourSeconds,
            to: Season.ends - 2 * Season.daySeconds, by: Int(3 * Season.daySeconds))
        return starts.enumerated().compactMap { index, start in
            if number == 1, start >= handover { return nil }
            if number == 2, start < handover { return nil }
            let room = 7_161_000_000_000_000_000 + UInt64(number) * 1_000_003 + UInt64(index) * 29
            return Seat.Session(roomID: room, start: start, end: start + 2 * Season.hourSeconds)
        }
    }

    /// 116 support units buy from the secretaries' shops on the 832 platform: two legs on one line.
    mutating func addUnits() {
        let account = onlyAccount("henan-832", "832平台（省级监管账号）", .p832, shopID: "henan-410000")
        let shops = (3...42).map { "8320\(410_400 + $0)" }
        for (index, shop) in shops.enumerated() {
            roster.identity("fs-\((index + 3).padded(4))", platform: "p832", kind: .shop, value: shop)
        }
        var seats: [Seat] = []
        for number in 0..<Self.unitCount {
            let party = "unit-\((number + 1).padded(4))"
            let name = Self.unitName(number)
            let purchaser = Purchaser(
                id: "cg4104\((number + 1).padded(5))", name: name,
                county: County.pingdingshan[number % County.pingdingshan.count])
            roster.party(party, name, .unit, region: "410400")
            // Half are known by their account, half by their exact name only.
            let isByName = number % 2 == 1
            roster.identity(
                party, platform: "p832", kind: isByName ? .purchaserName : .purchaser,
                value: isByName ? name : purchaser.id)
            var seat = Seat(
                account: account, sellerIDs: [shops[number % shops.count], shops[number * 7 % shops.count]])
            seat.purchasers = [purchaser]
            seats.append(seat)
        }
        let errand = Errand(
            figure: .secretaries, totalGrams: FigureID.secretaries.articleGrams - Self.liveGrams,
            assortment: assortments.secretariesWholesale, odds: Fate.deals, isRetail: false,
            orderCount: count(2400))
        run(errand, stream: "units", seats: seats)
    }

    /// The name of a support unit of 平顶山.
    private static func unitName(_ number: Int) -> String {
        let places = ["平顶山市"] + County.pingdingshan.map(\.name)
        let offices = [
            "财政局", "教育体育局", "税务局", "人民医院", "自然资源局", "交通运输局", "水利局", "农业农村局", "总工会", "供销社", "公安局", "民政局",
        ]
        return places[number % places.count] + offices[number / places.count % offices.count]
    }
}
