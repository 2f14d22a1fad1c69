import Domain
import Platforms
import Testing

@testable import Sync

@Suite("Rows in the second in which one window ends and the next begins")
struct WindowEdgeTests {
    private static let hour: Int64 = 3_600
    private static let first = RowServer.now.seconds - 86_400

    /// In the seconds around every full hour but the present, from the first one that is asked for.
    private static let rows = (0..<24).flatMap { hour in
        (hour == 0 ? 0...1 : -1...1).map { second in
            RowServer.Row(number: hour * 3 + second, at: first + Int64(hour) * Self.hour + Int64(second))
        }
    }

    @Test(
        "are read, whether the platform counts the end of a window to it or not, also where windows are halved",
        arguments: [true, false], [true, false])
    func edges(endsBefore: Bool, isHalved: Bool) async throws {
        // Of pages of two rows everything is read in halves down to the second where the page is not heeded.
        let server = RowServer(Self.rows, .init(sizeMax: 2, ignoresPage: isHalved, endsBefore: endsBefore))
        let platform = try ProofReading.described(
            "kind: page, first: 0, size: 2, total: total", window: "seconds_max: 3600, overlap_seconds: 0")
        let reading = try await ProofReading.of(server, by: platform)
        #expect(reading.outcome.failures.isEmpty && reading.outcome.windows >= 24)
        #expect(reading.landed == Set(Self.rows.map(\.number)))
        #expect(reading.covers(Instant(seconds: Self.first), RowServer.now))
    }
}
