import Domain
import Testing

@testable import Books

@Suite("The rank of versions")
struct VersionTests {
    @Test("the later fetch wins where the update time is the same")
    func rank() {
        let stored = Version(
            updatedAt: Instant(seconds: 10), fetchedAt: Instant(seconds: 20), content: 1)
        var new = stored
        #expect(new.rank(against: stored) == .same)
        new.content = 2
        #expect(new.rank(against: stored) == .conflict)
        new.fetchedAt = Instant(seconds: 19)
        #expect(new.rank(against: stored) == .older)
        new.updatedAt = Instant(seconds: 11)
        #expect(new.rank(against: stored) == .newer)
        new.updatedAt = Instant(seconds: 9)
        #expect(new.rank(against: stored) == .older)
    }

    @Test("what an API says again is known without loading the order; what says anything else is not")
    func known() {
        func arrival(_ orders: [Order], _ kind: SourceKind = .api) -> Arrival {
            Arrival(
                orders, kind: kind, platform: "douyin", fetchedAt: .november(29),
                roster: RosterInForce(number: 1, crediting: HostCrediting.sample))
        }
        let order = Order.sample()
        let stored = Version(updatedAt: order.updatedAt, fetchedAt: .november(28), content: order.content)
        #expect(Books.isKnown(arrival([order]), stored, readAt: .unknown))
        #expect(!Books.isKnown(arrival([order], .file), stored, readAt: .unknown))
        #expect(!Books.isKnown(arrival([.sample([.sample(paidFen: 900)])]), stored, readAt: .unknown))
        for day in [5, 7] {
            #expect(!Books.isKnown(arrival([.sample(updated: day)]), stored, readAt: .unknown))
        }
    }
}
