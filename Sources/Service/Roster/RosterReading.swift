import Domain
import Tabular

/// One reading of the roster's files: each method reads one table, parties first.
struct RosterReading {
    let problems: RosterProblemList
    let folder: RosterFolder
    /// The kinds by id, of every row that has an id, sound or not; `nil` where the parties could not be read, so that not every
    /// row of the other tables is wrong too.
    private var kinds: [String: PartyKind?]?

    /// A reading of all the tables of a folder.
    init(folder: String) {
        problems = RosterProblemList()
        self.folder = RosterFolder(path: folder, problems: problems)
    }

    /// A reading of chosen tables.
    init(_ folder: RosterFolder) {
        problems = RosterProblemList()
        self.folder = folder
    }

    mutating func parties() -> [Party] {
        var parties: [Party] = []
        var kinds: [String: PartyKind?] = [:]
        var lines: [String: Int] = [:]
        let isRead = read(.parties, isRequired: true) { row in
            let id = row.requiredID("party")
            if let line = lines[id] {
                row.report(
                    "party", Notice("roster.party_twice", RosterRow.shown(id), line),
                    Notice("roster.renumber_party"))
            }
            _ = row.requiredText("kind")
            let kind = row.value("kind", of: RosterWords.partyKinds, unknown: "roster.unknown_party_kind")
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

    func tenures() -> [Tenure] {
        var check = TenureCheck()
        problems.ofOneFile {
            _ = read(.tenures) { row in
                let tenure = Tenure(
                    partyID: party(row), region: row.region("region"),
                    role: row.key("role", of: RosterWords.roles), span: row.span())
                let kind = kinds?[tenure.partyID] ?? nil
                check.add(tenure, isFirstSecretary: kind == .firstSecretary, row)
            }
            check.report()
        }
        return check.tenures
    }

    func identities() -> [Identity] {
        var identities: [Identity] = []
        var withoutRule: Set<Identity.Kind> = []
        var heading: String?
        _ = read(.identities) { row in
            let partyID = party(row)
            _ = row.requiredText("kind")
            let kind = row.value(
                "kind", of: RosterWords.identityKinds, unknown: "roster.unknown_identity_kind")
            let value = kind == .purchaserName ? row.requiredText("value") : row.requiredID("value")
            if let kind, kind.isOfNoRule {
                withoutRule.insert(kind)
                heading = row.heading("kind")
            }
            identities.append(
                Identity(
                    partyID: partyID, platform: row.key("platform", of: RosterWords.platforms),
                    kind: kind ?? .promo, value: value, span: row.span()))
        }
        if case .at(let place) = folder.finding(of: .identities), let heading {
            let kinds = withoutRule.map(\.rawValue).sorted()
            problems.noteUnused(
                TabularError(
                    file: place.pathAndSheet, column: heading,
                    what: Notice("roster.identities_unused", kinds),
                    remedy: Notice("roster.changes_no_credit")))
        }
        return identities
    }

    func sessions() -> [LiveSession] {
        var sessions: [LiveSession] = []
        _ = read(.sessions) { row in
            let id = row.requiredID("session")
            let (shopID, roomID) = (row.id("shop"), row.id("room"))
            let partyID = party(row)
            let (start, end) = (row.instant("start"), row.instant("end"))
            let share = row.number("share", in: 0...10_000, remedy: Notice("roster.state_share"))
            if row.text("shop").isEmpty, row.text("room").isEmpty {
                row.warn(Notice("roster.session_nowhere"), Notice("roster.state_shop_or_room"))
            }
            guard let start, let end else { return }
            if start >= end {
                row.report("end", Notice("roster.session_ends_early"), Notice("roster.check_session"))
            }
            sessions.append(
                LiveSession(
                    id: id, platform: row.key("platform", of: RosterWords.platforms), shopID: shopID,
                    roomID: roomID, partyID: partyID, start: start, end: end,
                    share: share.flatMap { BasisPoints($0) }))
        }
        return sessions
    }

    func campaigns() -> [Campaign] {
        var campaigns: [Campaign] = []
        _ = read(.campaigns) { row in
            campaigns.append(
                Campaign(
                    id: row.requiredID("campaign"), name: row.text("name"), span: row.span(),
                    channel: row.value(
                        "channel", of: RosterWords.channels, unknown: "roster.unknown_channel"),
                    category: row.text("category"), region: row.region("region"),
                    partyID: row.text("party").isEmpty ? "" : party(row)))
        }
        return campaigns
    }

    /// Reads the catalogue, wherever it lies.
    func catalogue(_ place: RosterPlace) -> [CatalogueItem] {
        var check = CatalogueCheck()
        let table = RosterTable(form: .catalogue, place: place, problems: problems)
        _ = table.read { row in
            let grams = row.number(
                "net_grams", in: 1...1_000_000_000, remedy: Notice("roster.state_net_grams"))
            let item = CatalogueItem(
                platform: row.key("platform", of: RosterWords.platforms), productID: row.id("product"),
                skuID: row.id("sku"), title: row.text("title"), netGrams: grams.map { Grams($0) },
                category: row.text("category"), region: row.region("region"), supplier: row.text("supplier"))
            check.add(item, row)
        }
        return check.items
    }

    /// Hands each row of a table to the closure; false where it can't be read.
    func read(
        _ form: RosterForm, isRequired: Bool = false, _ body: (RosterRow) -> Void
    ) -> Bool {
        let place: RosterPlace
        switch folder.finding(of: form) {
        case .at(let found): place = found
        case .nowhere where isRequired: place = RosterPlace(path: folder.file("\(form.name).csv"))
        case .nowhere, .unknown: return false
        }
        return RosterTable(form: form, place: place, problems: problems).read(body)
    }

    /// The row's party, which must be known.
    func party(_ row: RosterRow) -> String {
        let id = row.requiredID("party")
        if let kinds, !id.isEmpty, kinds[id] == nil, case .at(let place) = folder.finding(of: .parties) {
            row.report(
                "party", Notice("roster.unknown_party", place.name, RosterRow.shown(id)),
                Notice("roster.register_party", place.name))
        }
        return id
    }
}

extension Identity.Kind {
    /// Whether no rule of crediting asks for it yet.
    fileprivate var isOfNoRule: Bool { self == .room || self == .promo }
}
