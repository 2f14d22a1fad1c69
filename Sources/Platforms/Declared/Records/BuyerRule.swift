internal import Domain
internal import JSON

/// Who bought, from where, and from which source of funds.
struct BuyerRule: Sendable {
    private enum Kind: Sendable { case person, organisation }

    private let kind: Choice<Kind>
    private let id: ValuePath?
    private let name: ValuePath?
    /// What stands for the name of an organisation where a person bought; `nil`: names are the platform's own.
    private let personWords: Set<String>?
    private let place: PlaceRule?
    private let fund: FundRule?

    init(_ section: DescriptionSection) {
        let words: [(String, Kind)] = [("person", .person), ("organisation", .organisation)]
        place = section.section("buyer_place").map(PlaceRule.init)
        fund = section.section("fund_source").map(FundRule.init)
        guard let buyer = section.section("buyer") else {
            (kind, id, name, personWords) = (.constant(.person), nil, nil, nil)
            return
        }
        if !buyer.has("kind") { buyer.missing("kind") }
        kind = Choice(buyer, "kind", words: words, standIn: .person, refusedDefault: "organisation")
        id = buyer.path("id", keeping: .ofOrganisations)
        name = buyer.path("name", keeping: .ofOrganisations)
        personWords = buyer.has("person_words") ? Set(buyer.texts("person_words")) : nil
        buyer.finish()
    }

    /// The buyer; id and name are read of organisations only, and who is unknown is a person.
    func buyer(_ scope: RecordScope, _ unknown: inout UnknownWords) -> Buyer {
        guard kind.meaning(scope, &unknown) == .organisation else { return .person }
        let name = name?.text(scope) ?? ""
        if let personWords, personWords.contains(name) || !OrganisationName.isPlausible(name) {
            return .person
        }
        return .organisation(purchaserID: id?.text(scope) ?? "", name: name)
    }

    /// The buyer's county; names that can be none park the record.
    func place(_ scope: RecordScope) throws(UnreadableRecord) -> Place {
        let place = place?.place(scope) ?? Place()
        guard place.hasPlausibleNames else {
            throw UnreadableRecord(Notice("declared.no_place"))
        }
        return place
    }

    /// What was paid from.
    func fundSource(_ scope: RecordScope, _ unknown: inout UnknownWords) -> FundSource? {
        fund?.source(scope, &unknown)
    }
}

/// Where a buyer's county stands in a record.
private struct PlaceRule: Sendable {
    private let region: ValuePath?
    private let province: ValuePath?
    private let city: ValuePath?
    private let county: ValuePath?

    init(_ section: DescriptionSection) {
        region = section.path("region")
        province = section.path("province")
        city = section.path("city")
        county = section.path("county")
        section.finish()
    }

    func place(_ scope: RecordScope) -> Place {
        Place(
            region: region.flatMap { Region($0.text(scope)) }, province: Self.name(province, scope),
            city: Self.name(city, scope), county: Self.name(county, scope))
    }

    /// A name; nothing where the source has hidden it behind asterisks.
    private static func name(_ path: ValuePath?, _ scope: RecordScope) -> String {
        let name = path?.text(scope) ?? ""
        return name.allSatisfy { $0 == "*" } ? "" : name
    }
}

/// What the words for sources of funds mean; those not in the map count by their beginning.
private struct FundRule: Sendable {
    private let map: WordMap<FundSource?>

    init(_ section: DescriptionSection) {
        let words = FundSource.allCases.map { ("\($0)", FundSource?.some($0)) }
        map = WordMap(section, words: words, standIn: .none, defaultIsRequired: false)
    }

    func source(_ scope: RecordScope, _ unknown: inout UnknownWords) -> FundSource? {
        map.meaning(scope, &unknown) { word in FundSource(word: word).map { $0 } }
    }
}
