import Domain

/// One party's hold on an id.
struct Holder: Sendable {
    /// The party's place in `Roster.parties`.
    var party: Int { Int(place) }
    let partyID: String
    private let place: Int32
    private let days: DayRange
    private let platform: String

    init(party: Int, identity: Identity) {
        place = Int32(party)
        partyID = identity.partyID
        days = DayRange(identity.span)
        platform = identity.platform
    }

    /// Whether the id on that platform is meant.
    func covers(platform other: String) -> Bool {
        platform.isEmpty || platform == other
    }

    /// Whether the id belonged to the party on that day.
    func covers(_ day: BusinessDay) -> Bool {
        days.contains(day)
    }
}

/// The holders of all ids of one kind.
///
/// An open hash table in two arrays, an id beside its holders: every line asks for another host's id, so that a lookup
/// costs what it misses in the cache.
struct HolderTable: Sendable {
    /// A holder, with its id and how many further rows this id has.
    fileprivate struct Row: Sendable {
        let id: ExactText
        let others: Int
        let holder: Holder
    }

    private var rows: [Row] = []
    /// Each 0, or the upper half of an id's hash above the number of its first row + 1.
    private var places: [UInt64]

    init(_ holdersByID: [ExactText: [Holder]]) {
        var count = 2
        while count < holdersByID.count * 2 { count *= 2 }
        places = Array(repeating: 0, count: count)
        for (id, holders) in holdersByID {
            var place = firstPlace(of: id)
            while places[place] != 0 { place = (place + 1) & (count - 1) }
            places[place] = Self.tag(of: id) | UInt64(rows.count + 1)
            for (index, holder) in holders.enumerated() {
                rows.append(Row(id: id, others: holders.count - 1 - index, holder: holder))
            }
        }
    }

    /// The holders of the id, in the order of the roster.
    func holders(of id: ExactText) -> Holders { Holders(rows: rows, range: range(of: id)) }

    /// The holders of one id.
    struct Holders: RandomAccessCollection, Sendable {
        fileprivate let rows: [Row]
        fileprivate let range: Range<Int>

        var startIndex: Int { range.lowerBound }
        var endIndex: Int { range.upperBound }
        subscript(position: Int) -> Holder { rows[position].holder }
    }

    private func range(of id: ExactText) -> Range<Int> {
        let tag = Self.tag(of: id)
        var place = firstPlace(of: id)
        while places[place] != 0 {
            let row = Int(places[place] & 0xFFFF_FFFF) - 1
            if places[place] & Self.tags == tag, rows[row].id == id {
                return row..<row + 1 + rows[row].others
            }
            place = (place + 1) & (places.count - 1)
        }
        return 0..<0
    }

    private static let tags: UInt64 = 0xFFFF_FFFF_0000_0000

    private static func tag(of id: ExactText) -> UInt64 { id.hash & tags }

    private func firstPlace(of id: ExactText) -> Int { Int(truncatingIfNeeded: id.hash) & (places.count - 1) }
}
