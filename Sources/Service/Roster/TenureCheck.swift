import Domain

/// Collects the tenures and finds those that cannot both be.
struct TenureCheck {
    private(set) var tenures: [Tenure] = []
    private var rows: [RosterRow] = []
    private var placesByRole: [Role: [Int]] = [:]
    private var placesByVillage: [Region: [Int]] = [:]

    private struct Role: Hashable {
        let partyID: String
        let role: String
    }

    mutating func add(_ tenure: Tenure, isFirstSecretary: Bool, _ row: RosterRow) {
        let place = tenures.count
        tenures.append(tenure)
        rows.append(row)
        guard !tenure.partyID.isEmpty else { return }
        placesByRole[Role(partyID: tenure.partyID, role: tenure.role), default: []].append(place)
        if isFirstSecretary, let village = tenure.region, village != village.county {
            placesByVillage[village, default: []].append(place)
        }
    }

    /// Reports tenures of one party and role that overlap, and warns of two first secretaries in one village.
    func report() {
        for places in placesByRole.values {
            for (place, earlier) in overlaps(places) {
                rows[place].report(
                    "from", Notice("roster.tenures_overlap", rows[earlier].line),
                    Notice("roster.correct_tenure"))
            }
        }
        for places in placesByVillage.values {
            for (place, earlier) in overlaps(places) where tenures[place].partyID != tenures[earlier].partyID
            {
                let village = tenures[place].region.map(\.description) ?? ""
                rows[place].warn(
                    Notice("roster.two_first_secretaries", rows[earlier].line, village),
                    Notice("roster.check_handover"))
            }
        }
    }

    /// Each place that overlaps one which began earlier, with that one.
    private func overlaps(_ places: [Int]) -> [(Int, Int)] {
        let ordered = places.sorted { one, other in
            let (from, otherFrom) = (tenures[one].span.from, tenures[other].span.from)
            guard let from, let otherFrom else { return from == nil && otherFrom != nil }
            return from < otherFrom
        }
        var found: [(Int, Int)] = []
        var lasting: Int?
        for place in ordered {
            if let earlier = lasting {
                if tenures[place].span.overlaps(tenures[earlier].span) {
                    found.append((max(place, earlier), min(place, earlier)))
                }
                if isOutlasted(earlier, by: place) { lasting = place }
            } else {
                lasting = place
            }
        }
        return found
    }

    private func isOutlasted(_ earlier: Int, by place: Int) -> Bool {
        guard let end = tenures[earlier].span.to else { return false }
        return tenures[place].span.to.map { $0 > end } ?? true
    }
}
