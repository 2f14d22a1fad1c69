import Domain
import Reports
import Service

extension StageProgress {
    /// A line for a log: windows, retries and batches, not single pages.
    func logLine(in language: Language) -> String? {
        switch self {
        case .window(let account, let feed, let from, let to, let number, let count):
            "sync account=\(account) feed=\(feed) window=\(number)/\(count) from=\(from) to=\(to)"
        case .retrying(let account, let advice, let delay):
            "retry account=\(account) in=\(delay) reason=\(advice.text(in: language))"
        case .notice(let account, let what): "notice account=\(account) \(what.text(in: language))"
        case .posted(let entries, let batch): "posted batch=\(batch) entries=\(entries)"
        case .attributed(let orders): "attributed orders=\(orders)"
        case .landed, .page: nil
        }
    }
}
