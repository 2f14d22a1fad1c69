/// What release 0.4 adds to the tables; never edited once released.
///
/// Written as `Tables001` is.
enum Tables003 {
    static let all = [selfReports, unknownAmounts]

    /// What people say was sold on a day, by what it is about, as it was reported last; and what was reported of it before.
    ///
    /// NULL is a figure that is not stated, which is not 0. Nothing else in the store is worked out of it.
    private static let selfReports = """
        CREATE TABLE self_report (
            self_report INTEGER PRIMARY KEY,
            reporter TEXT NOT NULL, region TEXT NOT NULL,
            day INTEGER NOT NULL CHECK (day BETWEEN 19000101 AND 99991231),
            channel INTEGER NOT NULL CHECK (channel >= 0), channel_word TEXT NOT NULL, product TEXT NOT NULL,
            \(figures),
            page INTEGER NOT NULL, line INTEGER NOT NULL CHECK (line > 0), reported_at_ms INTEGER NOT NULL,
            UNIQUE (reporter, region, day, channel, channel_word, product),
            CHECK (reporter <> '' OR region <> ''), CHECK (channel = 0 OR channel_word = ''),
            CHECK ((quantity_milli IS NULL) = (unit IS NULL)));
        CREATE INDEX self_report_day ON self_report (day);
        CREATE TABLE self_report_was (
            self_report INTEGER NOT NULL REFERENCES self_report, version INTEGER NOT NULL CHECK (version > 0),
            \(figures),
            page INTEGER NOT NULL, line INTEGER NOT NULL CHECK (line > 0), reported_at_ms INTEGER NOT NULL,
            PRIMARY KEY (self_report, version), CHECK ((quantity_milli IS NULL) = (unit IS NULL))) WITHOUT ROWID;
        """

    /// Lines whose paid amount nobody has stated (`amount_origin` 5): few lists leave one open, and every report counts them.
    private static let unknownAmounts = """
        CREATE INDEX order_line_unknown ON order_line (day) WHERE paid_origin = 5;
        """

    private static let figures = """
        fen INTEGER, grams INTEGER CHECK (grams >= 0),
            quantity_milli INTEGER CHECK (quantity_milli >= 0), unit INTEGER CHECK (unit >= 0),
            orders INTEGER CHECK (orders >= 0), origin TEXT NOT NULL, remark TEXT NOT NULL
        """
}
