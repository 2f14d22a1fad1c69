/// What release 0.3 adds to the tables; never edited once released.
///
/// Written as `Tables001` is.
enum Tables002 {
    static let all = [parked, reading, budget, epoch]

    /// What a parked record says its update time is; NULL where it could not be read, or nobody had asked yet.
    private static let parked = "ALTER TABLE parked ADD COLUMN updated_at_ms INTEGER"

    /// A store's life between two restores: batches from this number on belong to it, up to the next one's.
    ///
    /// After a restore the numbers of the lost time are given once more; with its epoch each is another.
    private static let epoch = """
        CREATE TABLE epoch (
            epoch INTEGER PRIMARY KEY, from_batch INTEGER NOT NULL CHECK (from_batch > 0), began_at_ms INTEGER);
        INSERT INTO epoch (epoch, from_batch) VALUES (1, 1);
        CREATE TRIGGER epoch_is_history_1 BEFORE UPDATE ON epoch
            BEGIN SELECT RAISE(ABORT, 'an epoch is history'); END;
        CREATE TRIGGER epoch_is_history_2 BEFORE DELETE ON epoch
            BEGIN SELECT RAISE(ABORT, 'an epoch is history'); END;
        """

    /// What is known of how far each feed was read, and of what came late.
    ///
    /// `window_proof` holds a window by the last reading that covers it. `window_unread` is what the last sync wanted and did
    /// not read. `late_record` is history; `read_before_ms` is when its time had been read last before. `look_back` is since
    /// when a feed is looked back at so many days or more without a break, 1000000 being all. `file_span` is from when to when
    /// the orders of an imported file were created.
    private static let reading = """
        CREATE TABLE window_proof (
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL, from_ms INTEGER NOT NULL,
            to_ms INTEGER NOT NULL CHECK (to_ms > from_ms), rows INTEGER NOT NULL CHECK (rows >= 0),
            total INTEGER CHECK (total >= 0), times INTEGER NOT NULL CHECK (times > 0),
            page INTEGER NOT NULL, asked_at_ms INTEGER NOT NULL, server_at_ms INTEGER,
            PRIMARY KEY (source, feed, from_ms, to_ms)) WITHOUT ROWID;
        CREATE TABLE window_unread (
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL, from_ms INTEGER NOT NULL,
            to_ms INTEGER NOT NULL CHECK (to_ms > from_ms), cause INTEGER NOT NULL CHECK (cause > 0),
            reason TEXT NOT NULL, told_at_ms INTEGER NOT NULL,
            PRIMARY KEY (source, feed, from_ms, to_ms)) WITHOUT ROWID;
        CREATE TABLE late_record (
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL, order_id TEXT NOT NULL,
            refund_id TEXT NOT NULL, updated_at_ms INTEGER NOT NULL, found_at_ms INTEGER NOT NULL,
            read_before_ms INTEGER CHECK (read_before_ms <= found_at_ms),
            is_new INTEGER NOT NULL CHECK (is_new IN (0, 1)), moved_fen INTEGER NOT NULL CHECK (moved_fen >= 0),
            page INTEGER NOT NULL,
            PRIMARY KEY (source, feed, order_id, refund_id, updated_at_ms, found_at_ms)) WITHOUT ROWID;
        CREATE TABLE look_back (
            source INTEGER NOT NULL REFERENCES source, feed TEXT NOT NULL,
            days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 1000000), since_ms INTEGER NOT NULL,
            PRIMARY KEY (source, feed, days)) WITHOUT ROWID;
        CREATE TABLE file_span (
            source INTEGER NOT NULL REFERENCES source, file TEXT NOT NULL, hash TEXT NOT NULL,
            from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL CHECK (to_ms >= from_ms),
            PRIMARY KEY (source, file, hash)) WITHOUT ROWID;
        """
}
