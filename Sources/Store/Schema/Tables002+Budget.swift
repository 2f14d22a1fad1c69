extension Tables002 {
    /// When each call of each app may be made next, by whichever process; `app` is a hash of host and app key.
    ///
    /// Of the present alone: what lies in the past says nothing.
    static let budget = """
        CREATE TABLE budget (
            app TEXT NOT NULL, method TEXT NOT NULL, next_at_ms INTEGER NOT NULL, held_until_ms INTEGER NOT NULL,
            PRIMARY KEY (app, method)) WITHOUT ROWID;
        """
}
