import Domain
import Logging

/// Writes each event that swift-log hands over as one line, at once and whole.
///
/// The time comes from the clock that it is given, so that a rehearsal's log tells the rehearsal's time.
struct LineLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level
    private let format: LogFormat
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) -> Void

    init(
        level: Logger.Level, format: LogFormat, now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        logLevel = level
        self.format = format
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) {
            $1
        }
        let line = LogLine(
            time: now(), level: event.level.rawValue, message: event.message.description,
            // By their names, as swift-log keeps no order.
            fields: all.sorted { $0.key < $1.key }.map { ($0.key, LogValue($0.value)) })
        write((format == .json ? line.json : line.text) + "\n")
    }
}

extension LogValue {
    /// A whole number as such, anything else as text.
    fileprivate init(_ value: Logger.Metadata.Value) {
        if case .stringConvertible(let value) = value, let number = value as? any BinaryInteger,
            let integer = Int64(exactly: number)
        {
            self = .integer(integer)
        } else {
            self = .text("\(value)")
        }
    }
}
