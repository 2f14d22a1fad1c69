/// The tables of release 0.2; never edited once released.
///
/// SQL stays in the subset that SQLite and PostgreSQL share, but for what each writes in a way of its own: `WITHOUT ROWID`,
/// keys that number themselves, triggers.
///
/// The numbers of closed lists have no upper bound here, so that a list may grow without a table being made anew.
///
/// Amounts are fen, weights grams, instants milliseconds since 1970 UTC, days yyyymmdd in Asia/Shanghai. A key 0 stands
/// for nobody or nothing. What the numbers of closed lists mean stands in `word`. docs/store.md tells the rest.
enum Tables001 {
    static let all = [names, orders, afterSales, credits, sums, journal, reading]

    /// Small tables that give integer keys to names.
    private static let names = """
        CREATE TABLE word (list TEXT NOT NULL, number INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (list, number))
            WITHOUT ROWID;
        CREATE TABLE source (
            source INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, platform TEXT NOT NULL, shop_id TEXT NOT NULL,
            host TEXT NOT NULL, since INTEGER,
            mapping TEXT NOT NULL, mapped_from_page INTEGER NOT NULL, order_times TEXT NOT NULL,
            orders_timed_from_page INTEGER NOT NULL CHECK (orders_timed_from_page <= mapped_from_page),
            refund_times TEXT NOT NULL,
            refunds_timed_from_page INTEGER NOT NULL CHECK (refunds_timed_from_page <= mapped_from_page));
        CREATE TABLE shop (
            shop INTEGER PRIMARY KEY, channel INTEGER NOT NULL CHECK (channel > 0),
            shop_id TEXT NOT NULL, UNIQUE (channel, shop_id));
        CREATE TABLE landed (
            shop INTEGER NOT NULL REFERENCES shop, source INTEGER NOT NULL REFERENCES source,
            kind INTEGER NOT NULL CHECK (kind > 0), rule TEXT NOT NULL,
            PRIMARY KEY (shop, source, kind, rule)) WITHOUT ROWID;
        CREATE TABLE roster (
            roster INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, decides TEXT NOT NULL, loaded_at_ms INTEGER NOT NULL,
            is_present INTEGER NOT NULL CHECK (is_present IN (0, 1)), facts TEXT NOT NULL);
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
        """

    /// What counts of every order and line.
    ///
    /// Of an order that the API alone has spoken of, these rows are its statement; else each statement stands in
    /// `statement`. The columns of a line behind `room_id` are what was made of it.
    ///
    /// No statement of the hot tables has to be undoable alone, for which SQLite would write each page that it changes to a
    /// file first: what their rows refer to is looked for at the commit, a CHECK calls no function, and a row that breaks a
    /// constraint ends the transaction (`OR ROLLBACK`, see `RowInserter`).
    private static let orders = """
        CREATE TABLE orders (
            order_key INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL REFERENCES shop DEFERRABLE INITIALLY DEFERRED,
            order_id TEXT NOT NULL CHECK (order_id <> ''),
            kind INTEGER NOT NULL CHECK (kind > 0),
            has_statements INTEGER NOT NULL CHECK (has_statements IN (0, 1)),
            source INTEGER NOT NULL, page INTEGER NOT NULL, roster INTEGER NOT NULL,
            updated_at_ms INTEGER NOT NULL, fetched_at_ms INTEGER NOT NULL, content INTEGER NOT NULL,
            status TEXT NOT NULL, created_at_ms INTEGER, paid_at_ms INTEGER,
            day INTEGER NOT NULL CHECK (day BETWEEN 19000101 AND 99991231),
            header_paid_fen INTEGER, read_fen INTEGER NOT NULL, header_gap_fen INTEGER NOT NULL,
            freight_fen INTEGER NOT NULL,
            purchaser INTEGER NOT NULL, fund_source INTEGER CHECK (fund_source > 0),
            place INTEGER NOT NULL, seller_remark TEXT NOT NULL,
            UNIQUE (shop, order_id));
        CREATE INDEX orders_roster ON orders (roster);
        CREATE INDEX orders_gap ON orders (day) WHERE header_gap_fen <> 0;
        CREATE TABLE order_line (
            order_key INTEGER NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED,
            line INTEGER NOT NULL CHECK (line >= 0),
            line_id TEXT NOT NULL CHECK (line_id <> ''),
            product_id TEXT NOT NULL, sku_id TEXT NOT NULL, goods INTEGER NOT NULL,
            quantity_milli INTEGER NOT NULL CHECK (quantity_milli >= 0), unit INTEGER NOT NULL,
            gross_fen INTEGER NOT NULL, gross_origin INTEGER NOT NULL,
            paid_fen INTEGER NOT NULL, paid_origin INTEGER NOT NULL,
            not_sale INTEGER CHECK (not_sale > 0), sale_at_ms INTEGER,
            closed_at_ms INTEGER, first_closed_at_ms INTEGER,
            stated_refunded_fen INTEGER, stated_returned_milli INTEGER, stated_refunded_at_ms INTEGER,
            stated_at_ms INTEGER, stated_is_kept INTEGER CHECK (stated_is_kept IN (0, 1)),
            stated_origin INTEGER NOT NULL, host_id TEXT NOT NULL, room_id TEXT NOT NULL,
            day INTEGER NOT NULL, ordered_grams INTEGER CHECK (ordered_grams >= 0), weight_evidence INTEGER NOT NULL,
            origin INTEGER NOT NULL, category INTEGER NOT NULL,
            refunded_fen INTEGER NOT NULL, grams INTEGER,
            PRIMARY KEY (order_key, line),
            CHECK ((not_sale IS NULL) = (sale_at_ms IS NOT NULL)),
            CHECK ((stated_refunded_fen IS NULL) = (stated_is_kept IS NULL))) WITHOUT ROWID;
        CREATE TABLE subsidy (
            order_key INTEGER NOT NULL, line INTEGER NOT NULL, bearer INTEGER NOT NULL CHECK (bearer > 0),
            fen INTEGER NOT NULL, PRIMARY KEY (order_key, line, bearer)) WITHOUT ROWID;
        CREATE TABLE statement (
            order_key INTEGER NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED, kind INTEGER NOT NULL CHECK (kind > 0),
            line_id TEXT NOT NULL, unstated INTEGER NOT NULL, source INTEGER NOT NULL, page INTEGER NOT NULL,
            updated_at_ms INTEGER NOT NULL, fetched_at_ms INTEGER NOT NULL, content INTEGER NOT NULL,
            said TEXT NOT NULL, PRIMARY KEY (order_key, kind, line_id, unstated)) WITHOUT ROWID;
        CREATE TABLE conflict (
            conflict INTEGER PRIMARY KEY, shop INTEGER NOT NULL REFERENCES shop, order_id TEXT NOT NULL,
            line_id TEXT NOT NULL, refund_id TEXT NOT NULL,
            updated_at_ms INTEGER NOT NULL, content INTEGER NOT NULL, other_content INTEGER NOT NULL,
            page INTEGER NOT NULL, dismissed_at_ms INTEGER, dismissed_why TEXT,
            UNIQUE (shop, order_id, line_id, refund_id, updated_at_ms, content, other_content),
            CHECK ((dismissed_at_ms IS NULL) = (dismissed_why IS NULL)), CHECK (content < other_content));
        """

    /// After-sales, growths that orders state, and derived refunds; no reference to the order, which may come later.
    private static let afterSales = """
        CREATE TABLE refund (
            shop INTEGER NOT NULL REFERENCES shop DEFERRABLE INITIALLY DEFERRED, order_id TEXT NOT NULL,
            line_id TEXT NOT NULL, evidence INTEGER NOT NULL CHECK (evidence >= 0),
            refund_id TEXT NOT NULL, state INTEGER NOT NULL CHECK (state >= 0),
            refunded_fen INTEGER NOT NULL, returned_milli INTEGER NOT NULL,
            refunded_at_ms INTEGER NOT NULL, first_succeeded_at_ms INTEGER, day INTEGER NOT NULL,
            updated_at_ms INTEGER NOT NULL,
            fetched_at_ms INTEGER NOT NULL, source INTEGER NOT NULL, page INTEGER NOT NULL,
            PRIMARY KEY (shop, order_id, line_id, evidence, refund_id)) WITHOUT ROWID;
        CREATE INDEX refund_day ON refund (day);
        """

    /// Who has what of each line: a row a leg and party, one more for what nobody has.
    ///
    /// The one index answers "the credits of a party" and "what nobody has, by money" (party 0).
    private static let credits = """
        CREATE TABLE credit (
            order_key INTEGER NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED, line INTEGER NOT NULL,
            leg INTEGER NOT NULL CHECK (leg IN (1, 2)), party INTEGER NOT NULL CHECK (party >= 0),
            share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 0 AND 10000), rule INTEGER NOT NULL,
            reason INTEGER NOT NULL CHECK (reason >= 0),
            gross_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL, refunded_fen INTEGER NOT NULL, grams INTEGER,
            PRIMARY KEY (order_key, line, leg, party, reason), CHECK ((party = 0) = (reason <> 0))) WITHOUT ROWID;
        CREATE INDEX credit_party ON credit (party, paid_fen);
        CREATE TABLE candidate (
            order_key INTEGER NOT NULL, line INTEGER NOT NULL, leg INTEGER NOT NULL, party INTEGER NOT NULL,
            PRIMARY KEY (order_key, line, leg, party)) WITHOUT ROWID;
        """

    /// The sums that reports read; the shop leads every key, so that a transaction, which is of one, stays in one place.
    ///
    /// `daily.orders` counts the orders that lie in this cell alone of their leg; those in several are rows of
    /// `daily_order`. Leg 3 is the headline of organisations' orders; that of private buyers is the sell leg.
    private static let sums = """
        CREATE TABLE daily (
            day INTEGER NOT NULL, shop INTEGER NOT NULL, source INTEGER NOT NULL,
            leg INTEGER NOT NULL CHECK (leg BETWEEN 1 AND 3), is_organisation INTEGER NOT NULL,
            party INTEGER NOT NULL, reason INTEGER NOT NULL, county INTEGER NOT NULL, category INTEGER NOT NULL,
            orders INTEGER NOT NULL, lines INTEGER NOT NULL, gross_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL,
            refunded_fen INTEGER NOT NULL, grams INTEGER NOT NULL, weighed_paid_fen INTEGER NOT NULL,
            PRIMARY KEY (shop, day, source, leg, is_organisation, party, reason, county, category)) WITHOUT ROWID;
        CREATE TABLE daily_order (
            day INTEGER NOT NULL, shop INTEGER NOT NULL, source INTEGER NOT NULL,
            leg INTEGER NOT NULL, is_organisation INTEGER NOT NULL,
            order_key INTEGER NOT NULL, is_whole INTEGER NOT NULL,
            party INTEGER NOT NULL, reason INTEGER NOT NULL, county INTEGER NOT NULL, category INTEGER NOT NULL,
            PRIMARY KEY (shop, day, source, order_key, leg, is_organisation, party, reason, county, category))
            WITHOUT ROWID;
        CREATE TABLE daily_read (
            day INTEGER NOT NULL, is_organisation INTEGER NOT NULL, shop INTEGER NOT NULL, source INTEGER NOT NULL,
            read_fen INTEGER NOT NULL, header_gap_fen INTEGER NOT NULL, refunds_read_fen INTEGER NOT NULL,
            orphan_refund_fen INTEGER NOT NULL, orphan_refunds INTEGER NOT NULL,
            not_sales_orders INTEGER NOT NULL, not_sales_lines INTEGER NOT NULL, not_sales_paid_fen INTEGER NOT NULL,
            not_sales_refunded_fen INTEGER NOT NULL,
            PRIMARY KEY (shop, day, is_organisation, source)) WITHOUT ROWID;
        CREATE INDEX daily_read_orphans ON daily_read (day) WHERE orphan_refunds <> 0;
        """

    /// `pending` is a queue, `entry` and `batch` are history: nothing of them is ever changed.
    private static let journal = """
        CREATE TABLE pending (
            pending INTEGER PRIMARY KEY, \(bookingColumns));
        CREATE TABLE batch (
            batch INTEGER PRIMARY KEY, entries INTEGER NOT NULL CHECK (entries >= 0), booked_at_ms INTEGER NOT NULL,
            previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE);
        CREATE TABLE entry (
            batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
            line INTEGER NOT NULL CHECK (line > 0), period_day INTEGER NOT NULL, \(bookingColumns),
            PRIMARY KEY (batch, line)) WITHOUT ROWID;
        CREATE TABLE daily_booked (
            day INTEGER NOT NULL, leg INTEGER NOT NULL, paid_fen INTEGER NOT NULL, refunded_fen INTEGER NOT NULL,
            grams INTEGER NOT NULL, PRIMARY KEY (day, leg)) WITHOUT ROWID;
        CREATE TRIGGER entry_is_history_1 BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'an entry is history'); END;
        CREATE TRIGGER entry_is_history_2 BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'an entry is history'); END;
        CREATE TRIGGER batch_is_history_1 BEFORE UPDATE ON batch
            BEGIN SELECT RAISE(ABORT, 'a batch is history'); END;
        CREATE TRIGGER batch_is_history_2 BEFORE DELETE ON batch
            BEGIN SELECT RAISE(ABORT, 'a batch is history'); END;
        """

    private static let bookingColumns = """
        shop INTEGER NOT NULL, order_id TEXT NOT NULL, line_id TEXT NOT NULL,
            leg INTEGER NOT NULL CHECK (leg IN (1, 2)), party INTEGER NOT NULL, reason INTEGER NOT NULL,
            county INTEGER NOT NULL, category INTEGER NOT NULL, day INTEGER NOT NULL,
            cause INTEGER NOT NULL CHECK (cause > 0), lines INTEGER NOT NULL,
            gross_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL, weighed_paid_fen INTEGER NOT NULL,
            refunded_fen INTEGER NOT NULL, grams INTEGER NOT NULL
        """

    /// The pages and files that landed, what each source was read of, and the records that were not understood.
    private static let reading = """
        CREATE TABLE page (
            page INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL,
            window_from_ms INTEGER, window_to_ms INTEGER, cursor TEXT NOT NULL, file TEXT,
            hash TEXT NOT NULL, fetched_at_ms INTEGER NOT NULL,
            records INTEGER NOT NULL, inserted INTEGER NOT NULL, changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL, older INTEGER NOT NULL, refunds INTEGER NOT NULL,
            known_refunds INTEGER NOT NULL, parked INTEGER NOT NULL, conflicts INTEGER NOT NULL);
        CREATE TABLE read_span (
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL, from_ms INTEGER NOT NULL,
            to_ms INTEGER NOT NULL CHECK (to_ms >= from_ms), PRIMARY KEY (source, feed, from_ms)) WITHOUT ROWID;
        CREATE TABLE parked (
            parked INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL,
            shop_id TEXT NOT NULL, identity TEXT NOT NULL, is_after_sale INTEGER NOT NULL CHECK (is_after_sale IN (0, 1)),
            order_id TEXT NOT NULL, line_id TEXT NOT NULL, refund_id TEXT NOT NULL, path TEXT NOT NULL,
            reason TEXT NOT NULL, amount_fen INTEGER, body TEXT NOT NULL, body_hash INTEGER NOT NULL,
            page INTEGER NOT NULL, parked_at_ms INTEGER NOT NULL, dismissed_at_ms INTEGER, dismissed_why TEXT,
            UNIQUE (source, feed, shop_id, identity), CHECK ((dismissed_at_ms IS NULL) = (dismissed_why IS NULL)));
        CREATE INDEX parked_order ON parked (order_id);
        CREATE TABLE unknown_word (
            order_id TEXT NOT NULL, line_id TEXT NOT NULL, refund_id TEXT NOT NULL, shop_id TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL,
            description_key TEXT NOT NULL, word TEXT NOT NULL, paid_fen INTEGER,
            page INTEGER NOT NULL, read_at_ms INTEGER NOT NULL,
            PRIMARY KEY (order_id, line_id, refund_id, shop_id, source, feed, description_key)) WITHOUT ROWID;
        """
}
