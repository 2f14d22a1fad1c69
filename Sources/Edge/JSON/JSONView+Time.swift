internal import Domain

extension JSONView {
    /// Epoch milliseconds of a Beijing wall-clock time, UTC+8 always, or of one with a zone, which counts.
    ///
    /// `yyyy-MM-dd HH:mm:ss`, also with `/`, with `T`, without seconds, with parts of a second; with dashes also ISO 8601 with
    /// a zone (`2022-11-01T08:00:00.123+08:00`, `…+0800`, `…Z`). Nil for null, an empty text, 0 and
    /// the zero date, by which platforms say "not yet".
    package func beijingTime() throws(JSONError) -> Int64? {
        guard !isBlank, !isWritten("0"), !isWritten("0000-00-00 00:00:00") else { return nil }
        guard kind == .text else { throw error(.wrongKind(expected: .text, found: kind)) }
        guard let clock = ClockText(UnsafeRawBufferPointer(span)), clock.isPadded,
            clock.hasDashes || !clock.hasZone
        else {
            throw error(.notTime)
        }
        return clock.instant.milliseconds
    }
}
