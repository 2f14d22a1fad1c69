import Domain
import Reports
import Store
import Sync

/// What the meter knows; pure but for the clock that it is handed.
struct ProgressState {
    let startedAt: ContinuousClock.Instant
    private var drawnAt: ContinuousClock.Instant?
    private var accounts: [String: Account] = [:]
    private var orders = 0
    private var posted = 0
    private var attributed = 0

    private struct Account {
        var window = 0
        var windows = 1
        var feed = ""
        var from = ""
        var to = ""
    }

    init(startedAt: ContinuousClock.Instant) {
        self.startedAt = startedAt
    }

    mutating func take(_ event: StageProgress) {
        switch event {
        case .sync(.window(let account, let feed, let from, let to, let number, let count)):
            accounts[account] = Account(
                window: number - 1, windows: max(count, 1), feed: feed, from: from.day.description,
                to: to.day.description)
        case .landed(_, let counts):
            orders += counts.inserted + counts.changed + counts.unchanged + counts.older
        case .posted(let entries, _): posted += entries
        case .attributed(let orders): attributed = orders
        case .sync: break
        }
    }

    /// Whether a tenth of a second has passed since the last drawing.
    mutating func mayDraw(at now: ContinuousClock.Instant) -> Bool {
        if let drawnAt, now - drawnAt < .milliseconds(100) { return false }
        drawnAt = now
        return true
    }

    /// `████████░░░░ 12,345 单  8,900 单/秒  剩余 12 秒  pds-douyin orders 2022-11-08`.
    func bar(at now: ContinuousClock.Instant, _ language: Language) -> String {
        let share = progress
        let filled = Int(share * 20)
        let blocks = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        let seconds = Self.seconds(now - startedAt)
        let speed = seconds > 0 ? Int(Double(orders) / seconds) : 0
        var parts = [
            blocks, "\(orders.grouped) \(language.text("单", "orders"))",
            "\(speed.grouped) \(language.text("单/秒", "orders/s"))",
        ]
        if share > 0.02, share < 1 {
            let left = Int(seconds / share * (1 - share)) + 1
            parts.append(language.text("剩余约 \(left) 秒", "about \(left) s left"))
        }
        if posted > 0 {
            parts.append(language.text("已入账 \(posted.grouped) 笔", "\(posted.grouped) entries booked"))
        }
        if attributed > 0 {
            parts.append(
                language.text("已重算归属 \(attributed.grouped) 单", "\(attributed.grouped) credited anew"))
        }
        if let (name, account) = accounts.max(by: { $0.value.window < $1.value.window }) {
            parts.append("\(name) \(account.feed) \(account.from)")
        }
        return parts.joined(separator: "  ")
    }

    /// A line for a log: windows, retries and batches, not single pages.
    func line(_ event: StageProgress, at now: ContinuousClock.Instant, _ language: Language) -> String? {
        switch event {
        case .sync(.window(let account, let feed, let from, let to, let number, let count)):
            "sync account=\(account) feed=\(feed) window=\(number)/\(count) from=\(from) to=\(to)"
        case .sync(.retrying(let account, let advice, let delay)):
            "retry account=\(account) in=\(delay) reason=\(advice)"
        case .sync(.notice(let account, let text)): "notice account=\(account) \(text)"
        case .posted(let entries, let batch): "posted batch=\(batch) entries=\(entries)"
        case .attributed(let orders): "attributed orders=\(orders)"
        case .landed, .sync(.page): nil
        }
    }

    /// Windows begun of all windows known, 0...1.
    private var progress: Double {
        let all = accounts.values.reduce(0) { $0 + $1.windows }
        let done = accounts.values.reduce(0) { $0 + $1.window }
        return all == 0 ? 0 : min(1, Double(done) / Double(all))
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
