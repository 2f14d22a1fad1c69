import GRDB

/// The numbered migrations of the store.
///
/// A number once released is never edited; the next change is the next number.
///
/// SQL stays in the subset that SQLite and PostgreSQL share, but for what each writes in a way of its own: `WITHOUT ROWID`,
/// keys that number themselves, `BLOB`, triggers. What others know an order by is
/// (shop, order id), where a shop is one of a channel; inside the store it has a number, `order_key`, which its lines
/// carry (docs/decisions/0009).
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 orders by key, credits by line, sheets by reason, journal") {
            database in
            try database.execute(sql: names)
            try database.execute(sql: orders)
            try database.execute(sql: sums)
            try database.execute(sql: journal)
            try database.execute(sql: reading)
        }
        return migrator
    }

    /// Whether the store was made before the first release, in a format that nothing reads any more.
    static func isOutdated(_ database: Database) throws -> Bool {
        guard try database.tableExists("grdb_migrations") else { return false }
        return try !migrator.appliedIdentifiers(database).isDisjoint(with: [
            "001 orders, credits, journal", "001 orders by key, credits, sheets, journal",
            "001 orders by key, credits by line, sheets, journal",
        ])
    }

    /// Small tables that give integer keys to names; 0 stands for none.
    private static let names = """
        CREATE TABLE source (
            source INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, platform TEXT NOT NULL);
        CREATE TABLE shop (
            shop INTEGER PRIMARY KEY, channel INTEGER NOT NULL CHECK (channel BETWEEN 1 AND 17),
            shop_id TEXT NOT NULL, UNIQUE (channel, shop_id));
        CREATE TABLE party (party INTEGER PRIMARY KEY, party_id TEXT NOT NULL UNIQUE CHECK (party_id <> ''));
        CREATE TABLE category (category INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE goods (
            goods INTEGER PRIMARY KEY, title TEXT NOT NULL, spec TEXT NOT NULL, category TEXT NOT NULL,
            UNIQUE (title, spec, category));
        CREATE TABLE place (
            place INTEGER PRIMARY KEY, region INTEGER NOT NULL, province TEXT NOT NULL, city TEXT NOT NULL,
            county TEXT NOT NULL, UNIQUE (region, province, city, county));
        CREATE TABLE purchaser (
            purchaser INTEGER PRIMARY KEY, purchaser_id TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (purchaser_id, name));
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
        """

    /// What the platforms say.
    ///
    /// `day` is yyyymmdd in Asia/Shanghai; instants are milliseconds since 1970 UTC. A private person is purchaser 0.
    /// `credits` is a `LineCredits`: who has what of the line (docs/decisions/0014).
    ///
    /// No statement of these tables has to be undoable alone, for which SQLite would write each page that it changes to a
    /// file first: what the rows of the hot path refer to is looked for at the commit, a CHECK calls no function (the
    /// length of a remark is looked at by `RecordFlaw`), and a row that breaks a constraint ends the transaction (`OR
    /// ROLLBACK`, see `RowInserter`).
    private static let orders = """
        CREATE TABLE orders (
            order_key INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL REFERENCES shop DEFERRABLE INITIALLY DEFERRED,
            order_id TEXT NOT NULL CHECK (order_id <> ''),
            source INTEGER NOT NULL, is_file INTEGER NOT NULL CHECK (is_file IN (0, 1)), landing INTEGER NOT NULL,
            status TEXT NOT NULL, created_at_ms INTEGER, paid_at_ms INTEGER, updated_at_ms INTEGER NOT NULL,
            content INTEGER NOT NULL, day INTEGER NOT NULL CHECK (day BETWEEN 19000101 AND 99991231),
            header_paid_fen INTEGER NOT NULL, header_gap_fen INTEGER NOT NULL, freight_fen INTEGER NOT NULL,
            purchaser INTEGER NOT NULL, fund_source INTEGER CHECK (fund_source BETWEEN 1 AND 3),
            place INTEGER NOT NULL, seller_remark TEXT NOT NULL,
            UNIQUE (shop, order_id));
        CREATE TABLE order_line (
            order_key INTEGER NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED,
            line INTEGER NOT NULL CHECK (line >= 0),
            line_id TEXT NOT NULL CHECK (line_id <> ''),
            product_id TEXT NOT NULL, sku_id TEXT NOT NULL, goods INTEGER NOT NULL,
            quantity_milli INTEGER NOT NULL CHECK (quantity_milli >= 0), unit INTEGER NOT NULL,
            gross_fen INTEGER NOT NULL, gross_origin INTEGER NOT NULL,
            paid_fen INTEGER NOT NULL, paid_origin INTEGER NOT NULL,
            not_sale INTEGER CHECK (not_sale BETWEEN 1 AND 7), sale_at_ms INTEGER, closed_at_ms INTEGER,
            ordered_grams INTEGER CHECK (ordered_grams >= 0), weight_evidence INTEGER NOT NULL,
            host_id TEXT NOT NULL, room_id TEXT NOT NULL, origin INTEGER NOT NULL,
            credits BLOB NOT NULL CHECK (credits <> x''),
            PRIMARY KEY (order_key, line),
            CHECK ((not_sale IS NULL) = (sale_at_ms IS NOT NULL))) WITHOUT ROWID;
        CREATE TABLE subsidy (
            order_key INTEGER NOT NULL, line INTEGER NOT NULL, bearer INTEGER NOT NULL CHECK (bearer BETWEEN 1 AND 4),
            fen INTEGER NOT NULL, PRIMARY KEY (order_key, line, bearer)) WITHOUT ROWID;
        CREATE TABLE refund (
            shop INTEGER NOT NULL REFERENCES shop DEFERRABLE INITIALLY DEFERRED, order_id TEXT NOT NULL,
            line_id TEXT NOT NULL, refund_id TEXT NOT NULL, source INTEGER NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
            is_derived INTEGER NOT NULL CHECK (is_derived IN (0, 1)),
            refunded_fen INTEGER NOT NULL, returned_milli INTEGER NOT NULL CHECK (returned_milli >= 0),
            refunded_at_ms INTEGER NOT NULL, day INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL,
            landing INTEGER NOT NULL,
            PRIMARY KEY (shop, order_id, line_id, refund_id)) WITHOUT ROWID;
        CREATE TABLE conflict (
            conflict INTEGER PRIMARY KEY, order_key INTEGER NOT NULL REFERENCES orders,
            updated_at_ms INTEGER NOT NULL, old_content INTEGER NOT NULL, new_content INTEGER NOT NULL,
            landing INTEGER NOT NULL);
        CREATE INDEX conflict_order ON conflict (order_key);
        """

    /// The sums that reports read; `cells` is a `DailySheet`.
    private static let sums = """
        CREATE TABLE daily (
            day INTEGER NOT NULL, shop INTEGER NOT NULL, source INTEGER NOT NULL, cells BLOB NOT NULL,
            PRIMARY KEY (day, shop, source)) WITHOUT ROWID;
        CREATE TABLE daily_read (
            day INTEGER NOT NULL, is_organisation INTEGER NOT NULL, shop INTEGER NOT NULL, source INTEGER NOT NULL,
            read_fen INTEGER NOT NULL, header_gap_fen INTEGER NOT NULL, refunds_read_fen INTEGER NOT NULL,
            orphan_refund_fen INTEGER NOT NULL, orphan_refunds INTEGER NOT NULL,
            not_sales_orders INTEGER NOT NULL, not_sales_lines INTEGER NOT NULL, not_sales_paid_fen INTEGER NOT NULL,
            not_sales_refunded_fen INTEGER NOT NULL,
            PRIMARY KEY (day, is_organisation, shop, source)) WITHOUT ROWID;
        """

    /// The journal: postings wait with a number above the last batch; sealing a batch makes them history.
    private static let journal = """
        CREATE TABLE posting (
            posting INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL, order_id TEXT NOT NULL, line_id TEXT NOT NULL,
            leg INTEGER NOT NULL CHECK (leg IN (1, 2)), party INTEGER NOT NULL,
            county INTEGER NOT NULL, category INTEGER NOT NULL, day INTEGER NOT NULL, period_day INTEGER NOT NULL,
            cause INTEGER NOT NULL CHECK (cause BETWEEN 1 AND 3),
            paid_fen INTEGER NOT NULL, refunded_fen INTEGER NOT NULL, grams INTEGER NOT NULL);
        CREATE TABLE batch (
            batch INTEGER PRIMARY KEY, first_posting INTEGER NOT NULL, last_posting INTEGER NOT NULL,
            entries INTEGER NOT NULL, booked_at_ms INTEGER NOT NULL, previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE, CHECK (last_posting >= first_posting - 1));
        CREATE TABLE daily_booked (
            day INTEGER NOT NULL, leg INTEGER NOT NULL, paid_fen INTEGER NOT NULL, refunded_fen INTEGER NOT NULL,
            grams INTEGER NOT NULL, PRIMARY KEY (day, leg)) WITHOUT ROWID;
        CREATE TRIGGER posting_is_history_1 BEFORE UPDATE ON posting
            WHEN OLD.posting <= (SELECT last_posting FROM batch ORDER BY batch DESC LIMIT 1)
            BEGIN SELECT RAISE(ABORT, 'a booked posting is history'); END;
        CREATE TRIGGER posting_is_history_2 BEFORE DELETE ON posting
            WHEN OLD.posting <= (SELECT last_posting FROM batch ORDER BY batch DESC LIMIT 1)
            BEGIN SELECT RAISE(ABORT, 'a booked posting is history'); END;
        CREATE TRIGGER batch_is_history_1 BEFORE UPDATE ON batch
            BEGIN SELECT RAISE(ABORT, 'a batch is history'); END;
        CREATE TRIGGER batch_is_history_2 BEFORE DELETE ON batch
            BEGIN SELECT RAISE(ABORT, 'a batch is history'); END;
        """

    /// How far each source is read, the pages that landed, and the records that could not be decoded.
    private static let reading = """
        CREATE TABLE landing (
            landing INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL,
            page TEXT NOT NULL, page_hash TEXT NOT NULL, fetched_at_ms INTEGER NOT NULL,
            records INTEGER NOT NULL, inserted INTEGER NOT NULL, changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL, older INTEGER NOT NULL, parked INTEGER NOT NULL);
        CREATE TABLE read_to (
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL, read_to_ms INTEGER NOT NULL,
            PRIMARY KEY (source, feed)) WITHOUT ROWID;
        CREATE TABLE parked (
            parked INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL,
            order_id TEXT NOT NULL, refund_id TEXT NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL,
            body_hash INTEGER NOT NULL, landing INTEGER NOT NULL, UNIQUE (source, feed, body_hash));
        CREATE INDEX parked_order ON parked (source, order_id);
        """
}
