/// Collects accounts, roster and orders while the parts of the scenario are told one after the other.
struct ScenarioBuilder {
    let seed: UInt64
    let scale: Double
    let assortments = Assortments()
    private(set) var accounts: [Account] = []
    var roster = Roster()
    private(set) var orders: [OrderSpec] = []
    private var desk = OrderDesk()
    private var secrets: SeededRandom
    private var partyCount = 0

    init(seed: UInt64, scale: Double) {
        self.seed = seed
        self.scale = scale
        secrets = SeededRandom(seed: seed, stream: "secrets")
        addSecretaries()
        addUnits()
        addMatching()
        addVenues()
        addUniversities()
        addEcommerceMembers()
        addCateringMembers()
        addMedia()
        addSuppliers()
        addNobodys()
        orders.sort { $0.createdAt == $1.createdAt ? $0.number < $1.number : $0.createdAt < $1.createdAt }
    }

    /// How many orders a part has at this scale; errands raise it to what their parties need.
    func count(_ atScaleOne: Int) -> Int {
        Int((Double(atScaleOne) * scale).rounded(.up))
    }

    /// Adds an account for which an endpoint answers; returns its index.
    mutating func account(_ id: String, _ title: String, _ endpoint: Endpoint, shopID: String) -> Int {
        account(id, title, .endpoint(endpoint), shopID: shopID)
    }

    /// Adds an account; returns its index.
    mutating func account(_ id: String, _ title: String, _ access: Account.Access, shopID: String) -> Int {
        accounts.append(Account(id: id, title: title, access: access, shopID: shopID, random: &secrets))
        return accounts.count - 1
    }

    /// The one account of an endpoint that has only one, made when it is first asked for.
    mutating func onlyAccount(_ id: String, _ title: String, _ endpoint: Endpoint, shopID: String) -> Int {
        accounts.firstIndex { $0.endpoint == endpoint } ?? account(id, title, endpoint, shopID: shopID)
    }

    /// Runs an errand with a random stream of its own.
    mutating func run(_ errand: Errand, stream: String, seats: [Seat]) {
        var random = SeededRandom(seed: seed, stream: stream)
        orders += errand.orders(from: seats, desk: &desk, random: &random)
    }

    /// One order that belongs to no figure.
    mutating func add(
        account: Int, lines: [LineSpec], fate: Fate, at createdAt: Int64, random: inout SeededRandom
    ) {
        orders.append(
            desk.order(
                account: account, figure: nil, sellerID: accounts[account].shopID, lines: lines, fate: fate,
                at: createdAt, random: &random))
    }

    /// An invented person's name, never the same twice.
    mutating func personName() -> String {
        partyCount += 1
        return PersonNames.name(partyCount)
    }
}

extension Int {
    /// Digits with leading zeros.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
