import Domain

extension Version {
    /// How this version stands to the one that is stored; the one rank of orders, rows and after-sales.
    func rank(against stored: Version) -> Rank {
        if updatedAt != stored.updatedAt { return updatedAt < stored.updatedAt ? .older : .newer }
        if content == stored.content { return .same }
        return fetchedAt < stored.fetchedAt ? .older : .conflict
    }
}
