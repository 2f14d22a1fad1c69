package import Domain

extension Instant {
    /// Beijing time as in ISO 8601: `2022-11-01T08:30:00+08:00`.
    package var iso: String {
        description.split(separator: " ").joined(separator: "T") + "+08:00"
    }
}
