/// Which of two versions of an order counts (docs/flow.md, one landing transaction).
enum VersionRank {
    case same, older, newer
    /// The same update time with other content: recorded, the later fetch wins.
    case conflict
    /// A file may fill what the API left empty.
    case fills

    static func compare(stored: StoredHeader, new: StoredHeader) -> VersionRank {
        if stored.isFile != new.isFile { return new.isFile ? .fills : .newer }
        if new.updatedAtMilliseconds != stored.updatedAtMilliseconds {
            return new.updatedAtMilliseconds < stored.updatedAtMilliseconds ? .older : .newer
        }
        return new.content == stored.content ? .same : .conflict
    }
}
