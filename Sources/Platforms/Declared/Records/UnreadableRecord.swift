internal import Domain
internal import JSON

/// Why a record is parked.
///
/// Holds the reason, never the record's content.
struct UnreadableRecord: Error {
    /// What is wrong, and what to do.
    let reason: Notice

    init(_ reason: Notice) {
        self.reason = reason
    }

    /// Runs what reads the page.
    static func reading<Value>(_ body: () throws(JSONError) -> Value) throws(UnreadableRecord) -> Value {
        do {
            return try body()
        } catch {
            throw UnreadableRecord(error.notice)
        }
    }

    /// Runs arithmetic on amounts.
    static func adding<Value>(_ body: () throws(AmountOverflow) -> Value) throws(UnreadableRecord) -> Value {
        do {
            return try body()
        } catch {
            throw UnreadableRecord(Notice("declared.number_too_large"))
        }
    }
}
