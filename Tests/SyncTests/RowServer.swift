import Domain
import Foundation
import Hummingbird
import HummingbirdCore
import Synchronization

/// A platform on loopback that lists rows by update time, with the faults of paging that real ones have.
///
/// It speaks as 抖店 does (`/order/searchList`) and as a description of one list (`/rows`).
final class RowServer: Sendable {
    static let now = Instant(seconds: 1_672_329_600)

    /// A row by its number, and when it was updated.
    struct Row: Hashable, Sendable {
        let number: Int
        var at: Int64
        /// What it says, which may change in silence.
        var version = 0
    }

    /// What goes wrong; chances are in thousandths of the answers.
    struct Habits: Sendable {
        /// Rows that a page has at most, whatever is asked for.
        var sizeMax = Int.max
        /// Whether its answers admit to that.
        var tellsSize = false
        var ignoresPage = false
        /// Rows of one second come in another order in every answer.
        var shufflesTies = false
        /// Without a total it says whether more follows.
        var statesTotal = true
        /// Rows too many in every total.
        var addsToTotal = 0
        /// When rows were updated that are counted and never shown.
        var ghosts: [Int64] = []
        /// The second at which a window ends is no part of it.
        var endsBefore = false
        /// Every page starts with the last row of the one before.
        var overlaps = false
        /// Cursors lead from the third page back to the second.
        var goesInCircles = false
        /// How often the total is another one for one answer, the page before is answered, or the next one.
        var falseTotals = 0
        var repeats = 0
        var skips = 0
        /// How often a row leaves for the time after the window, or moves to a later second of the list.
        var leaves = 0
        var moves = 0
        /// The first row leaves behind these answers, from 1.
        var leavesBehind: Set<Int> = []
    }

    private struct State {
        var rows: [Row]
        var habits: Habits
        var random: SplitMix64
        var answers = 0
        var moved: Set<Int> = []

        mutating func happens(_ perMille: Int) -> Bool { random.next() % 1000 < UInt64(perMille) }
    }

    private var habits: Habits { state.withLock { $0.habits } }
    private let state: Mutex<State>

    init(_ rows: [Row], _ habits: Habits, seed: UInt64 = 1) {
        state = Mutex(State(rows: rows, habits: habits, random: SplitMix64(seed: seed)))
    }

    /// The rows that it could show all the time where they stand.
    ///
    /// One that moves comes late to where it stands then: a matter of the sweep over the last days.
    var rows: [Row] { state.withLock { state in state.rows.filter { !state.moved.contains($0.number) } } }
    /// Has these rows from now on.
    func show(_ rows: [Row]) { state.withLock { $0.rows = rows } }
    /// From now on every answer is what it would be by itself: no false total, no other page than the one asked for.
    func calmDown() {
        state.withLock { state in
            (state.habits.falseTotals, state.habits.repeats, state.habits.skips) = (0, 0, 0)
        }
    }
    /// How many pages it answered.
    var answers: Int { state.withLock { $0.answers } }

    /// Rows one after the other, from so many seconds before now on.
    static func rows(_ count: Int, secondsBeforeNow: Int64, every seconds: Int64) -> [Row] {
        (0..<count).map {
            Row(number: $0, at: now.seconds - secondsBeforeNow + Int64($0) * seconds)
        }
    }

    func response(to request: Request) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: 4_096)
        let text = try text(for: request.uri, Data(body.readableBytesView))
        return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// The answer to a request.
    func text(for uri: URI, _ body: Data) throws -> String {
        switch uri.path {
        case "/rows": declared(uri.queryParameters)
        case "/order/searchList": try douyin(body)
        default: #"{"code":10000,"data":{"total":0,"items":[]}}"#
        }
    }

    private func declared(_ query: Parameters) -> String {
        func number(_ key: String) -> Int? { query[key[...]].flatMap { Int($0) } }
        let page = number("page") ?? 0
        let asked = Asked(
            from: Int64(number("from") ?? 0), to: Int64(number("to") ?? 0), page: page,
            size: number("size") ?? 100)
        let answer = answer(asked)
        let rows = answer.rows.map { #"{"id":\#($0.number),"at":\#($0.at),"fen":\#($0.version + 1)}"# }
            .joined(separator: ",")
        let total = answer.total.map { #","total":\#($0)"# } ?? ""
        let next = habits.goesInCircles && page == 2 ? "1" : answer.hasMore ? String(page + 1) : ""
        return #"{"rows":[\#(rows)],"more":\#(answer.hasMore),"next":"\#(next)"\#(total)}"#
    }

    private func douyin(_ body: Data) throws -> String {
        let fields = try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
        func number(_ key: String) -> Int { fields[key] as? Int ?? 0 }
        let answer = answer(
            Asked(
                from: Int64(number("update_time_start")), to: Int64(number("update_time_end")),
                page: number("page"), size: number("size")))
        let rows = answer.rows.map(Self.order).joined(separator: ",")
        let size = habits.tellsSize ? #""size":\#(min(number("size"), habits.sizeMax)),"# : ""
        let total = answer.total.map { #""total":\#($0),"# } ?? ""
        return
            #"{"code":10000,"data":{\#(size)\#(total)"has_more":\#(answer.hasMore),"shop_order_list":[\#(rows)]}}"#
    }

    /// The number of a row as an order of 抖店.
    static func orderID(_ number: Int) -> String { String(6_900_000_000_000_000_000 + number) }

    private static func order(_ row: Row) -> String {
        let (id, fen) = (orderID(row.number), row.version + 1)
        return
            #"{"order_id":"\#(id)","order_status":5,"pay_type":2,"trade_type":0,"create_time":\#(row.at),"pay_time":\#(row.at),"#
            + #""update_time":\#(row.at),"pay_amount":\#(fen),"sku_order_list":[{"order_id":"\#(id)","#
            + #""item_num":1,"order_amount":\#(fen),"pay_amount":\#(fen),"product_name":"苹果"}]}"#
    }

    private struct Asked {
        let from: Int64
        let to: Int64
        var page: Int
        let size: Int

        func holds(_ at: Int64, endsBefore: Bool) -> Bool { from <= at && (endsBefore ? at < to : at <= to) }
    }

    private func answer(_ asked: Asked) -> (rows: [Row], total: Int?, hasMore: Bool) {
        state.withLock { state in
            state.answers += 1
            let habits = state.habits
            func isAsked(_ at: Int64) -> Bool { asked.holds(at, endsBefore: habits.endsBefore) }
            let found = state.rows.filter { isAsked($0.at) }
            let listed = Self.sorted(found, by: habits.shufflesTies ? state.random.next() : 0)
            let size = min(asked.size, habits.sizeMax)
            var page = habits.ignoresPage ? 0 : asked.page
            if page > 0, state.happens(habits.repeats) { page -= 1 }
            if state.happens(habits.skips) { page += 1 }
            var total = listed.count + habits.ghosts.count { isAsked($0) }
            total += habits.addsToTotal
            if state.happens(habits.falseTotals) { total += 1 + Int(state.random.next() % 3) }
            let start = page * (habits.overlaps ? size - 1 : size)
            let rows = Array(listed.dropFirst(start).prefix(size))
            drift(&state, listed)
            let hasMore = habits.ignoresPage || start + size < listed.count
            return (rows, habits.statesTotal ? total : nil, hasMore)
        }
    }

    /// One row at most moves between two answers.
    private func drift(_ state: inout State, _ listed: [Row]) {
        let habits = state.habits
        guard let first = listed.first else { return }
        let leaves = state.happens(habits.leaves)
        if leaves || habits.leavesBehind.contains(state.answers) {
            let row = leaves ? listed[Int(state.random.next() % UInt64(listed.count))] : first
            state.rows.removeAll { $0 == row }
        } else if state.happens(habits.moves) {
            let row = listed[Int(state.random.next() % UInt64(listed.count))]
            let later = UInt64(max(1, Self.now.seconds - 200 - row.at))
            guard let place = state.rows.firstIndex(of: row) else { return }
            state.moved.insert(row.number)
            state.rows[place].at = min(
                row.at + 1 + Int64(state.random.next() % later), Self.now.seconds - 200)
        }
    }

    /// By update time; `order` decides where it is the same.
    private static func sorted(_ rows: [Row], by order: UInt64) -> [Row] {
        func place(_ row: Row) -> UInt64 {
            if order == 0 { return UInt64(row.number) }
            var random = SplitMix64(seed: order ^ UInt64(row.number))
            return random.next()
        }
        return rows.sorted { ($0.at, place($0)) < ($1.at, place($1)) }
    }
}
