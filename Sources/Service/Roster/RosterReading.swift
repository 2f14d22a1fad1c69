import Domain
import Foundation
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
            "parties.csv", ["party", "name", "kind", "region", "organisation"], unused: ["organisation"],
            isRequired: true
        ) { row in
            let id = row.requiredText("party")
            if let line = lines[id] {
                row.report(
                    "party", Notice("roster.party_twice", RosterRow.shown(id), line),
                    Notice("roster.renumber_party"))
            }
            _ = row.requiredText("kind")
            let kind = row.word("kind", of: PartyKind.allCases, key: \.rawValue) {
                Notice("roster.unknown_party_kind", $0)
            }
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
        var withoutRule: Set<Identity.Kind> = []
        _ = read("identities.csv", ["party", "platform", "kind", "value", "from", "to"]) { row in
            let partyID = party(row)
            _ = row.requiredText("kind")
            let kind = row.word("kind", of: Identity.Kind.allCases, key: \.rawValue) {
                Notice("roster.unknown_identity_kind", $0)
            }
            let value = kind == .purchaserName ? row.text("value") : row.platformID("value")
            if row.text("value").isEmpty { _ = row.requiredText("value") }
            if let kind, kind.isOfNoRule { withoutRule.insert(kind) }
            identities.append(
                Identity(
                    partyID: partyID, platform: row.text("platform"), kind: kind ?? .promo, value: value,
                    span: row.span()))
        }
        if !withoutRule.isEmpty {
            let kinds = withoutRule.map(\.rawValue).sorted()
            problems.noteUnused(
                TabularError(
                    file: path("identities.csv"), column: "kind",
                    what: Notice("roster.identities_unused", kinds),
                    remedy: Notice("roster.changes_no_credit")))
        }
        return identities
    }

    /// Reads `sessions.csv`.
    func sessions() -> [LiveSession] {
        var sessions: [LiveSession] = []
        let columns = ["session", "platform", "shop", "room", "party", "start", "end", "share"]
        _ = read("sessions.csv", columns, unused: ["party", "share"]) { row in
            let id = row.requiredText("session")
            let (shopID, roomID) = (row.platformID("shop"), row.platformID("room"))
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
                    channel: row.word("channel", of: Channel.allCases, key: \.key) {
                        Notice("roster.unknown_channel", $0)
                    },
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
        _ = table.read(columns: columns, unused: ["supplier"], isRequired: true) { row in
            let grams = row.number(
                "net_grams", in: 1...1_000_000_000, remedy: Notice("roster.state_net_grams"))
            let item = CatalogueItem(
                platform: row.text("platform"), productID: row.platformID("product"),
                skuID: row.platformID("sku"), title: row.text("title"), netGrams: grams.map { Grams($0) },
                category: row.text("category"), region: row.region("region"), supplier: row.text("supplier"))
            check.add(item, row)
        }
        return check.items
    }

    /// Notes the tables of the folder that hold rows although nothing reads them: those of the contract that nothing uses
    /// yet, and those whose names are none of the roster's.
    func noteFilesNotRead(catalogue: String?) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let catalogue = catalogue.map { URL(filePath: $0).lastPathComponent }
        for name in names.sorted() where name.hasSuffix(".csv") && !Self.files.contains(name) {
            guard name != catalogue, let rows = try? TableFile(path: path(name)).rows(),
                (try? rows.nextRow()) != nil
            else { continue }
            let isOfContract = Self.filesNotUsed.contains(name)
            problems.noteUnused(
                TabularError(
                    file: path(name),
                    what: isOfContract ? Notice("roster.file_unused") : Notice("roster.file_not_read"),
                    remedy: isOfContract
                        ? Notice("roster.changes_nothing") : Notice("roster.check_name", Self.files)))
        }
    }

    /// The files that a roster may have; the first one it has to.
    static let files = [
        "parties.csv", "tenures.csv", "identities.csv", "sessions.csv", "campaigns.csv",
    ]
    private static let filesNotUsed = ["suppliers.csv", "targets.csv"]

    private func read(
        _ file: String, _ columns: [String], unused: [String] = [], isRequired: Bool = false,
        _ body: (RosterRow) -> Void
    ) -> Bool {
        RosterTable(path: path(file), problems: problems).read(
            columns: columns, unused: unused, isRequired: isRequired, body)
    }

    private func path(_ file: String) -> String {
        folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
    }

    /// The row's party, which must be known.
    private func party(_ row: RosterRow) -> String {
        let id = row.requiredText("party")
        if let kinds, !id.isEmpty, kinds[id] == nil {
            row.report(
                "party", Notice("roster.unknown_party", RosterRow.shown(id)), Notice("roster.register_party"))
        }
        return id
    }
}

extension Identity.Kind {
    /// Whether no rule of crediting asks for it yet.
    fileprivate var isOfNoRule: Bool { self == .room || self == .promo }
}
