/// The views of the journal, and of what was read and is known: the rest of release 0.2.
extension Views001 {
    static let entry = """
        CREATE VIEW v_entry AS
        SELECT e.batch, e.line AS number, b.booked_at_ms, \(day("e.period_day")) AS period_day, \(bookingColumns)
        FROM entry e JOIN batch b ON b.batch = e.batch \(bookingJoins)
        """

    static let pending = """
        CREATE VIEW v_pending AS
        SELECT e.pending AS number, \(bookingColumns)
        FROM pending e \(bookingJoins)
        """

    static let batch =
        "CREATE VIEW v_batch AS SELECT batch, entries, booked_at_ms, previous_hash, hash FROM batch"

    /// Read once for a query, however many rows it is joined with: a roster has thousands of parties in one text.
    static let party = """
        CREATE VIEW v_party AS
        WITH known AS MATERIALIZED (
            SELECT f.value ->> 'party' AS party, f.value ->> 'name' AS name, f.value ->> 'kind' AS kind,
                coalesce(f.value ->> 'region', '') AS region, f.value ->> 'organisation' AS organisation
            FROM roster r, json_each(r.facts, '$.parties') f WHERE r.is_present = 1)
        SELECT party, name, kind, CAST(region AS TEXT) AS region, organisation FROM known
        """

    static let roster = """
        CREATE VIEW v_roster AS
        SELECT r.roster, r.loaded_at_ms, r.is_present, r.hash, r.decides,
            (SELECT count(*) FROM orders o WHERE o.roster = r.roster) AS orders
        FROM roster r
        """

    static let source = """
        CREATE VIEW v_source AS
        SELECT s.name AS source, s.platform, s.shop_id AS shop, s.host, \(day("s.since")) AS since,
            s.mapping, s.mapped_from_page, s.order_times, s.orders_timed_from_page, s.refund_times,
            s.refunds_timed_from_page
        FROM source s
        """

    static let page = """
        CREATE VIEW v_page AS
        SELECT p.page, s.name AS source, p.feed, p.window_from_ms, p.window_to_ms, p.cursor, p.file, p.hash,
            p.fetched_at_ms, p.records, p.inserted, p.changed, p.unchanged, p.older, p.refunds, p.known_refunds, p.parked,
            p.conflicts
        FROM page p JOIN source s ON s.source = p.source
        """

    static let readSpan = """
        CREATE VIEW v_read_span AS
        SELECT s.name AS source, r.feed, r.from_ms, r.to_ms FROM read_span r JOIN source s ON s.source = r.source
        """

    static let parked = """
        CREATE VIEW v_parked AS
        SELECT p.parked, s.name AS source, p.feed, p.order_id, p.line_id, p.refund_id, p.path, p.reason,
            p.amount_fen, p.parked_at_ms, g.file, p.page, p.dismissed_at_ms, p.dismissed_why
        FROM parked p JOIN source s ON s.source = p.source LEFT JOIN page g ON g.page = p.page
        """

    /// A day as a text.
    static func day(_ column: String) -> String {
        "\(month(column)) || '-' || substr(CAST(\(column) AS TEXT), 7, 2)"
    }

    /// The month of a day as a text.
    static func month(_ column: String) -> String {
        "substr(CAST(\(column) AS TEXT), 1, 4) || '-' || substr(CAST(\(column) AS TEXT), 5, 2)"
    }

    /// A division as a text that also compares with a number.
    static func digits(_ column: String) -> String {
        "CAST(CASE WHEN \(column) = 0 THEN '' ELSE CAST(\(column) AS TEXT) END AS TEXT)"
    }

    /// The six digits of the county that a division lies in, as a text that also compares with a number.
    static func county(_ column: String) -> String {
        "CAST(CASE WHEN \(column) = 0 THEN '' ELSE substr(CAST(\(column) AS TEXT), 1, 6) END AS TEXT)"
    }

    /// What a number of a closed list means.
    static func word(_ list: String, _ column: String, _ name: String) -> String {
        "LEFT JOIN word \(name) ON \(name).list = '\(list)' AND \(name).number = \(column)"
    }

    private static let bookingColumns = """
        g.word AS leg, a.party_id AS party, r.word AS reason, \(day("e.day")) AS day, \(month("e.day")) AS month,
            ch.word AS channel, h.shop_id AS shop, e.order_id, e.line_id, \(county("e.county")) AS county,
            coalesce(c.name, '') AS category, u.word AS cause, e.lines, e.gross_fen, e.paid_fen, e.refunded_fen,
            e.paid_fen - e.refunded_fen AS net_fen, e.grams, e.weighed_paid_fen
        """

    private static let bookingJoins = """
        JOIN shop h ON h.shop = e.shop LEFT JOIN party a ON a.party = e.party
            LEFT JOIN category c ON c.category = e.category
            \(word("channel", "h.channel", "ch")) \(word("leg", "e.leg", "g")) \(word("reason", "e.reason", "r"))
            \(word("cause", "e.cause", "u"))
        """

    static let conflict = """
        CREATE VIEW v_conflict AS
        SELECT c.conflict, ch.word AS channel, h.shop_id AS shop, c.order_id, c.line_id, c.refund_id,
            c.updated_at_ms, g.fetched_at_ms AS read_at_ms, s.name AS source, c.page, c.dismissed_at_ms,
            c.dismissed_why
        FROM conflict c JOIN shop h ON h.shop = c.shop
            LEFT JOIN page g ON g.page = c.page LEFT JOIN source s ON s.source = g.source
            LEFT JOIN word ch ON ch.list = 'channel' AND ch.number = h.channel
        """
}
