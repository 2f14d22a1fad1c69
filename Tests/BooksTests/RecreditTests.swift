import Domain
import Testing

@testable import Books

@Suite("A roster decides anew")
struct RecreditTests {
    @Test("the same decision changes nothing, whatever the number of the roster's version")
    func same() throws {
        var kept = KeptOrder()
        #expect(kept.credit(by: .sample) == nil)
        kept.land(.sample([.sample(hostID: "host-ab"), .sample("L2", closed: 6)]))
        try kept.land(refund: .sample(fen: 300))
        let before = kept.standing
        #expect(kept.credit(by: .sample) == nil)
        #expect(kept.standing == before)
    }

    @Test("another decision names the version that made it, and books from the one to the other")
    func other() throws {
        var kept = KeptOrder()
        kept.land(.sample())
        try kept.land(refund: .sample(fen: 300))
        let crediting = HostCrediting(shares: ["host-a": [("b", 10_000)]])
        let change = kept.credit(by: crediting)
        #expect(change?.standing?.roster == 2)
        #expect(change?.order == nil && change?.statements == nil)
        #expect(change?.creditsDropped.map(\.partyID) == ["a"])
        #expect(change?.creditsWritten.map(\.partyID) == ["b"])
        #expect(change?.differences.map(\.sums.netFen) == [-700, 700])
        #expect(change?.refundsWritten == [])
        kept.expectSound("another decision")
    }

    @Test("who might have an ambiguous line is kept, and changes without anything to book")
    func candidates() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(hostID: "host-either")]))
        #expect(kept.standing?.credits.map(\.candidateIDs) == [["a", "b"]])
        #expect(kept.standing?.credits.map(\.reason) == [.ambiguous])
        #expect(kept.credit(by: .sample) == nil)
        var crediting = HostCrediting.sample
        crediting.candidates["host-either"] = ["a", "b", "c"]
        let change = kept.credit(by: crediting)
        #expect(change?.creditsWritten.map(\.candidateIDs) == [["a", "b", "c"]])
        #expect(change?.differences == [])
        kept.expectSound("candidates")
    }

    @Test("another county or category moves what is booked, and leaves the amounts")
    func origin() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(), .sample("L2", closed: 6)]))
        let before = kept.amounts(of: "a")
        var crediting = HostCrediting.sample
        (crediting.county, crediting.category) = (Region("411422"), "粮油")
        let change = kept.credit(by: crediting)
        #expect(change?.linesWritten == [0, 1])
        #expect(change?.creditsWritten == [])
        #expect(change?.differences.map(\.cause) == [.reassigned, .reassigned, .reassigned, .reassigned])
        #expect(kept.amounts(of: "a") == before)
        kept.expectSound("origin")
    }

    @Test("what was decided is counted by line and by reason")
    func counts() {
        var kept = KeptOrder()
        let lines = [
            OrderLine.sample("L1", hostID: "host-ab"), .sample("L2", hostID: ""),
            .sample("L3", hostID: "host-part"),
        ]
        let counts = kept.land(.sample(lines)).verdict.counts
        #expect(counts.creditedLines == 2)
        #expect(counts.unassignedLines == [.noIdentity: 2])
    }
}
