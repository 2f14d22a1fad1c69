internal import Domain
internal import JSON

/// Why a record is parked.
///
/// Holds the reason, never the record's content.
struct UnreadableRecord: Error {
    /// One sentence in Chinese.
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    /// Runs what reads the page.
    static func reading<Value>(_ body: () throws(JSONError) -> Value) throws(UnreadableRecord) -> Value {
        do {
            return try body()
        } catch {
            throw UnreadableRecord(error.description)
        }
    }

    /// Runs arithmetic on amounts.
    static func adding<Value>(_ body: () throws(AmountOverflow) -> Value) throws(UnreadableRecord) -> Value {
        do {
            return try body()
        } catch {
            throw UnreadableRecord("金额或数量大得超出范围，请向平台核对这一单")
        }
    }
}
