import Domain

/// When each party can be credited, by its place in the roster.
struct TenureIndex: Sendable {
    /// The first tenure of each party; always, where its kind needs none.
    private var firsts: [DayRange]
    /// The further tenures of those that have several.
    private var others: [Int: [DayRange]] = [:]

    /// Tenures of unknown parties count for nobody.
    init(_ tenures: [Tenure], of parties: [Party], places: [ByteKey: Int]) {
        firsts = parties.map { $0.kind.needsTenure ? .never : .always }
        var known: Set<Int> = []
        for tenure in tenures {
            guard let place = places[ByteKey(tenure.partyID)], parties[place].kind.needsTenure else {
                continue
            }
            if known.insert(place).inserted {
                firsts[place] = DayRange(tenure.span)
            } else {
                others[place, default: []].append(DayRange(tenure.span))
            }
        }
    }

    /// Whether the party at this place can be credited for a sale of that day: in tenure, where its kind needs one.
    func isCreditable(_ place: Int, on day: BusinessDay) -> Bool {
        firsts[place].contains(day) || others[place]?.contains { $0.contains(day) } ?? false
    }
}
