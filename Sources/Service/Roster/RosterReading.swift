import Domain
import Tabular

/// One reading of the roster's files: each method reads one file, parties first.
struct RosterReading {
    let problems = RosterProblemList()
    private let folder: String
    /// The kinds by id, of every row that has an id, sound or not; `nil` where parties.csv could not be read, so that
    /// not every row of the other files is wrong too.
    private var kinds: [String: PartyKind?]?

    init(folder: String) {
        self.folder = folder
    }

    /// Reads `parties.csv`.
    mutating func parties() -> [Party] {
        var parties: [Party] = []
        var kinds: [String: PartyKind?] = [:]
        var lines: [String: Int] = [:]
        let isRead = read(
            "parties.csv", ["party", "name", "kind", "region", "organisation"], isRequired: true
        ) { row in
            let id = row.requiredText("party")
            if let line = lines[id] {
                row.report("party", "编号\(RosterRow.shown(id))与第 \(line) 行重复", "请改成另一个编号，或删去一行")
            }
            _ = row.requiredText("kind")
            let kind = row.word("kind", what: "主体类型", of: PartyKind.allCases, key: \.rawValue)
            if !id.isEmpty, lines[id] == nil {
                lines[id] = row.line
                kinds[id] = kind
            }
            parties.append(
                Party(
                    id: id, name: row.text("name"), kind: kind ?? .other, region: row.region("region"),
                    organisation: row.text("organisation")))
        }
        self.kinds = isRead ? kinds : nil
        return parties
    }

    /// Reads `tenures.csv`.
    func tenures() -> [Tenure] {
        var check = TenureCheck()
        problems.ofOneFile {
            _ = read("tenures.csv", ["party", "region", "role", "from", "to"]) { row in
                let tenure = Tenure(
                    partyID: party(row), region: row.region("region"), role: row.text("role"),
                    span: row.span())
                let kind = kinds?[tenure.partyID] ?? nil
                check.add(tenure, isFirstSecretary: kind == .firstSecretary, row)
            }
            check.report()
        }
        return check.tenures
    }

    /// Reads `identities.csv`.
    func identities() -> [Identity] {
        var identities: [Identity] = []
        _ = read("identities.csv", ["party", "platform", "kind", "value", "from", "to"]) { row in
            let partyID = party(row)
            _ = row.requiredText("kind")
            let kind = row.word("kind", what: "身份类型", of: Identity.Kind.allCases, key: \.rawValue)
            let value = kind == .purchaserName ? row.text("value") : row.platformID("value")
            if row.text("value").isEmpty { _ = row.requiredText("value") }
            identities.append(
                Identity(
                    partyID: partyID, platform: row.text("platform"), kind: kind ?? .promo, value: value,
                    span: row.span()))
        }
        return identities
    }

    /// Reads `sessions.csv`.
    func sessions() -> [LiveSession] {
        var sessions: [LiveSession] = []
        let columns = ["session", "platform", "shop", "room", "party", "start", "end", "share"]
        _ = read("sessions.csv", columns) { row in
            let id = row.requiredText("session")
            let (shopID, roomID) = (row.platformID("shop"), row.platformID("room"))
            let partyID = party(row)
            let (start, end) = (row.instant("start"), row.instant("end"))
            let share = row.number("share", in: 0...10_000, remedy: "请填万分之几，例如一半填 5000，或留空表示均分")
            if row.text("shop").isEmpty, row.text("room").isEmpty {
                row.warn("既没有店铺也没有直播间，不会匹配任何订单", "请至少填写 shop 或 room")
            }
            guard let start, let end else { return }
            if start >= end { row.report("end", "结束时间不晚于开始时间", "请核对这一场的起止时间；跨零点的场次，结束日期要写次日") }
            sessions.append(
                LiveSession(
                    id: id, platform: row.text("platform"), shopID: shopID, roomID: roomID, partyID: partyID,
                    start: start, end: end, share: share.flatMap { BasisPoints($0) }))
        }
        return sessions
    }

    /// Reads `campaigns.csv`.
    func campaigns() -> [Campaign] {
        var campaigns: [Campaign] = []
        let columns = ["campaign", "name", "from", "to", "channel", "category", "region", "party"]
        _ = read("campaigns.csv", columns) { row in
            campaigns.append(
                Campaign(
                    id: row.requiredText("campaign"), name: row.text("name"), span: row.span(),
                    channel: row.word("channel", what: "渠道", of: Channel.allCases, key: \.key),
                    category: row.text("category"), region: row.region("region"),
                    partyID: row.text("party").isEmpty ? "" : party(row)))
        }
        return campaigns
    }

    /// Reads the catalogue.
    func catalogue(path: String) -> [CatalogueItem] {
        var check = CatalogueCheck()
        let columns = ["platform", "product", "sku", "title", "net_grams", "category", "region", "supplier"]
        let table = RosterTable(path: path, problems: problems)
        _ = table.read(columns: columns, isRequired: true) { row in
            let grams = row.number("net_grams", in: 1...1_000_000_000, remedy: "请填一件的净重克数，例如 5 斤填 2500，或留空")
            let item = CatalogueItem(
                platform: row.text("platform"), productID: row.platformID("product"),
                skuID: row.platformID("sku"), title: row.text("title"), netGrams: grams.map { Grams($0) },
                category: row.text("category"), region: row.region("region"), supplier: row.text("supplier"))
            check.add(item, row)
        }
        return check.items
    }

    private func read(
        _ file: String, _ columns: [String], isRequired: Bool = false, _ body: (RosterRow) -> Void
    ) -> Bool {
        let path = folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
        return RosterTable(path: path, problems: problems).read(
            columns: columns, isRequired: isRequired, body)
    }

    /// The row's party, which must be known.
    private func party(_ row: RosterRow) -> String {
        let id = row.requiredText("party")
        if let kinds, !id.isEmpty, kinds[id] == nil {
            row.report("party", "parties.csv 中没有这个主体\(RosterRow.shown(id))", "请先在 parties.csv 中登记，或改正编号")
        }
        return id
    }
}
