package import Domain

extension Notice {
    /// Several of so many accounts, by name or with what is said of each: all of them where they are few, else the first and
    /// how many there are.
    package static func accounts(_ named: [some NoticeArgument], of count: Int) -> Notice {
        if named.count <= Self.accountsNamedMax { return Notice("accounts.named", named) }
        if named.count == count { return Notice("accounts.all", count) }
        return Notice("accounts.several", Array(named.prefix(Self.accountsNamedMax)), named.count)
    }

    /// More would not be read in a line that also says other things.
    package static let accountsNamedMax = 3
}
