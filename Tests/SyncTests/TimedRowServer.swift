import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import SeededRandomness
import Synchronization

/// A platform on loopback whose rows live in its own time, with the faults of paging of `RowServer` and those of a busy line.
final class TimedRowServer: Sendable {
    /// What goes wrong; chances are in thousandths of the answers.
    struct Habits: Sendable {
        var paging = RowServer.Habits()
        /// Whether its answers have a `Date`.
        var tellsDate = true
        /// How often it begins to answer several times that it is too much.
        var storms = 0
        /// How often an answer is cut off, with its connection or as a text.
        var cuts = 0
        /// How often something happens to a row between two answers.
        var happens = 0
    }

    private struct State {
        var world: RowWorld
        var habits: Habits
        var random: SeededRandom
        /// What happens during this sync.
        var happening = RowWorld.Happening.comes
        var stormEnds = 0
        var answers = 0

        mutating func chance(_ perMille: Int) -> Bool { random.next(in: 0...999) < perMille }
    }

    private let list: RowServer
    private let state: Mutex<State>

    init(_ world: RowWorld, _ habits: Habits, seed: UInt64) {
        list = RowServer([], habits.paging, seed: seed)
        state = Mutex(State(world: world, habits: habits, random: SeededRandom(seed: seed)))
    }

    /// Its clock.
    var now: Instant { state.withLock { $0.world.now } }
    var shown: [RowWorld.Shown] { state.withLock { $0.world.shown } }
    /// How many requests it answered.
    var answers: Int { state.withLock { $0.answers } }

    /// Time passes that nobody reads in; in the sync that follows this happens to rows.
    func pass(milliseconds: Int64, rowsMax: Int, then happening: RowWorld.Happening = .comes) {
        state.withLock { state in
            state.world.pass(milliseconds: milliseconds, rowsMax: rowsMax)
            state.happening = happening
            state.stormEnds = 0
        }
    }

    /// Time passes up to an instant that is still to come.
    func pass(until end: Instant) {
        pass(milliseconds: max(0, end.milliseconds - now.milliseconds), rowsMax: 0)
    }

    /// From now on the line is sound, and nothing happens to rows while they are read.
    func calmDown() {
        state.withLock { state in
            (state.habits.storms, state.habits.cuts, state.habits.happens) = (0, 0, 0)
            state.stormEnds = 0
        }
        list.calmDown()
    }

    func response(to request: Request) async throws -> Response {
        var request = request
        let body = Data(try await request.collectBody(upTo: 4_096).readableBytesView)
        let uri = request.uri
        return try state.withLock { state in
            state.answers += 1
            state.world.tick()
            if state.chance(state.habits.happens) { state.world.happen(state.happening) }
            var head = HTTPFields()
            if state.habits.tellsDate {
                head[.date] = state.world.now.ofHTTP
            }
            if state.chance(state.habits.storms) {
                state.stormEnds = state.answers + state.random.next(in: 1...6)
            }
            if state.answers <= state.stormEnds {
                if state.random.next(in: 0...2) == 0 { head[.retryAfter] = "0" }
                return Response(status: .tooManyRequests, headers: head)
            }
            list.show(state.world.shown.map(\.row))
            let text = ByteBuffer(string: try list.text(for: uri, body))
            guard state.chance(state.habits.cuts) else {
                return Response(status: .ok, headers: head, body: ResponseBody(byteBuffer: text))
            }
            let half = text.getSlice(at: 0, length: text.readableBytes / 2) ?? ByteBuffer()
            if state.random.next(in: 0...1) == 0 {
                return Response(status: .ok, headers: head, body: ResponseBody(byteBuffer: half))
            }
            return Response(
                status: .ok, headers: head,
                body: ResponseBody(contentLength: text.readableBytes) { writer in
                    try await writer.write(half)
                    throw CutOff()
                })
        }
    }

    private struct CutOff: Error {}
}

extension Instant {
    /// As a `Date` of HTTP: `Fri, 30 Dec 2022 01:00:00 GMT`.
    var ofHTTP: String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(
            Date.VerbatimFormatStyle(
                format: """
                    \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
                    \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                    \(second: .twoDigits) GMT
                    """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
                calendar: Calendar(identifier: .gregorian)))
    }
}
