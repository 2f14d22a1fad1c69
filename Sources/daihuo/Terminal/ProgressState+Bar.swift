import Domain
import Reports
import Service

extension ProgressState {
    /// `████████░░░░ 12,345 单  8,900 单/秒  剩余 12 秒  pds-douyin orders 2022-11-08`.
    func bar(at now: ContinuousClock.Instant, in language: Language) -> String {
        let filled = Int(share * 20)
        let blocks = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        var figures = [
            Notice("progress.orders", orders.grouped),
            Notice("progress.orders_per_second", ordersPerSecond(at: now).grouped),
        ]
        if let seconds = secondsLeft(at: now) { figures.append(Notice("progress.left", seconds)) }
        if posted > 0 { figures.append(Notice("progress.booked", posted.grouped)) }
        if attributed > 0 { figures.append(Notice("progress.credited", attributed.grouped)) }
        var parts = [blocks] + figures.map { $0.text(in: language) }
        if let place { parts.append("\(place.account) \(place.feed) \(place.day)") }
        return parts.joined(separator: "  ")
    }
}
