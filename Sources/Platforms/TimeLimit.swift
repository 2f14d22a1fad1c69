/// From 1991-09-15, when UTC+8 began to hold without exception, to the end of 9999: seconds that are taken for
/// milliseconds, or the reverse, fall outside.
let plausibleMilliseconds: ClosedRange<Int64> = 684_867_600_000...253_402_271_999_999
