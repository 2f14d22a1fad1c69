import Attribution
package import Domain
import Reports
import Store
import YAML

/// The values that a key of a report can have: a condition on any other one would show an empty table as if nothing had
/// been sold.
struct KnownValues {
    private let roster: Roster
    private let names: StoredNames

    init(_ roster: Roster, _ names: StoredNames) {
        self.roster = roster
        self.names = names
    }

    /// The condition with the id of what it names.
    ///
    /// Throws where nothing has that id or name, or several have the name.
    func resolve(_ filter: ReportScope.Filter) throws(ServiceError) -> ReportScope.Filter {
        // Nobody, nothing: what has no value under the key.
        if filter.value.isEmpty { return filter }
        switch filter.key {
        case .party: return try resolve(filter, roster.parties.map { ($0.id, $0.name) } + names.partyIDs)
        case .campaign: return try resolve(filter, roster.campaigns.map { ($0.id, $0.name) })
        case .session: return try resolve(filter, Set(roster.facts.sessions.map(\.id)).map { ($0, "") })
        case .shop: return try resolve(filter, names.shopIDs.map { ($0, "") })
        case .source: return try resolve(filter, names.sources.map { ($0, "") })
        case .category: return try resolve(filter, names.categories.map { ($0, "") })
        case .kind: return try resolve(filter, Self.named(PartyKind.allCases, \.rawValue) { $0.name(in: $1) })
        case .channel: return try resolve(filter, Self.named(Channel.allCases, \.key) { $0.name(in: $1) })
        case .day:
            if BusinessDay(filter.value) == nil {
                throw Self.refusal(Notice("question.no_day", "--only", filter.condition))
            }
        case .county, .region, .partyCounty, .buyerCounty:
            if Region(filter.value) == nil {
                throw Self.refusal(Notice("question.no_region", filter.condition))
            }
        }
        return filter
    }

    private func resolve(
        _ filter: ReportScope.Filter, _ known: [(id: String, name: String)]
    ) throws(ServiceError) -> ReportScope.Filter {
        if known.contains(where: { $0.id == filter.value }) { return filter }
        let named = Set(known.filter { $0.name == filter.value }.map(\.id)).sorted()
        if named.count == 1 { return ReportScope.Filter(key: filter.key, value: named[0]) }
        if named.count > 1 {
            let ids = named.joined(separator: " ")
            throw Self.refusal(
                Notice("question.several_of_the_name", filter.condition, named.count, ids))
        }
        let words = known.flatMap { [$0.id, $0.name] }.filter { !$0.isEmpty }
        throw Self.refusal(
            NearestWord.of(filter.value, among: words).map {
                Notice("question.unknown_value_near", filter.condition, $0)
            } ?? Notice("question.unknown_value", filter.condition))
    }

    /// What has a key and a name in each language.
    private static func named<Value>(
        _ values: [Value], _ key: (Value) -> String, _ name: (Value, Language) -> String
    ) -> [(id: String, name: String)] {
        Language.allCases.flatMap { language in values.map { (key($0), name($0, language)) } }
    }

    private static func refusal(_ notice: Notice) -> ServiceError { ServiceError(.usage, [notice]) }
}

extension ReportScope.Filter {
    /// As it is written behind `--only`.
    fileprivate var condition: String { "\(key.rawValue)=\(value)" }
}

extension StoredNames {
    /// Parties of an earlier roster still have credits.
    fileprivate var partyIDs: [(id: String, name: String)] { parties.map { ($0, "") } }
}

extension Pipeline {
    /// The scope of a question, its conditions by id.
    ///
    /// Throws where the question asks for something that there is not.
    package func scope(of question: AttributionQuestion) async throws(ServiceError) -> ReportScope {
        var scope = try question.scope
        if scope.only.isEmpty { return scope }
        let names = try await ServiceError.ofStore { () throws(StoreError) in try await store.names() }
        let known = KnownValues(roster, names)
        scope.only = try scope.only.map { filter throws(ServiceError) in try known.resolve(filter) }
        return scope
    }
}
