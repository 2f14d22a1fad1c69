internal import Domain

extension JSONView {
    /// Epoch milliseconds of a Beijing wall-clock time, UTC+8 always.
    ///
    /// `yyyy-MM-dd HH:mm:ss`, also with `/`, with `T`, without seconds. Nil for null, an empty text, 0 and
    /// the zero date, by which platforms say "not yet".
    package func beijingTime() throws(JSONError) -> Int64? {
        guard !isBlank, !isWritten("0"), !isWritten("0000-00-00 00:00:00") else { return nil }
        guard kind == .text else { throw error(.wrongKind(expected: .text, found: kind)) }
        guard let clock = ClockText(UnsafeRawBufferPointer(span)), clock.isPadded, !clock.hasZone else {
            throw error(.notTime)
        }
        return clock.instant.milliseconds
    }
}
