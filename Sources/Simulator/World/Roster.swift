import Domain

/// The roster files of the scenario, row by row.
struct Roster: Sendable {
    private(set) var tables: [(file: String, header: String, rows: [String])] = [
        ("parties.csv", "party,name,kind,region,organisation", []),
        ("tenures.csv", "party,region,role,from,to", []),
        ("identities.csv", "party,platform,kind,value,from,to", []),
        ("sessions.csv", "session,platform,shop,room,party,start,end,share", []),
        ("campaigns.csv", "campaign,name,from,to,channel,category,region,party", []),
        ("suppliers.csv", "supplier,name,region,households,people,from,to", []),
    ]

    mutating func party(
        _ id: String, _ name: String, _ kind: PartyKind, region: String, organisation: String = ""
    ) {
        tables[0].rows.append("\(id),\(name),\(kind.rawValue),\(region),\(organisation)")
    }

    /// Days as `yyyy-mm-dd`; `to` is exclusive, empty = open.
    mutating func tenure(_ party: String, region: String, role: String, from: String, to: String = "") {
        tables[1].rows.append("\(party),\(region),\(role),\(from),\(to)")
    }

    mutating func identity(_ party: String, platform: String, kind: Identity.Kind, value: String) {
        tables[2].rows.append("\(party),\(platform),\(kind.rawValue),\(value),,")
    }

    mutating func session(_ session: Seat.Session, shop: String, party: String) {
        let start = Instant(seconds: session.start).description.prefix(16)
        let end = Instant(seconds: session.end).description.prefix(16)
        tables[3].rows.append(
            "live-\(session.roomID),douyin,\(shop),\(session.roomID),\(party),\(start),\(end),")
    }

    mutating func campaign(
        _ figure: FigureID, _ name: String, from: String, to: String, channel: String, region: String
    ) {
        tables[4].rows.append("\(figure.rawValue),\(name),\(from),\(to),\(channel),,\(region),")
    }

    mutating func supplier(_ id: String, _ name: String, region: String, households: Int, people: Int) {
        tables[5].rows.append("\(id),\(name),\(region),\(households),\(people),,")
    }
}
