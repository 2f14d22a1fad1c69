package import Domain

/// Every platform and file format that is built in, one line each.
package enum PlatformList {
    package static let platforms: [any Platform] =
        [
            Douyin()
        ] + Platform832.builtIn

    /// In the order in which a file's header is tried.
    package static let orderFiles: [any OrderFileFormat] = [DouyinOrderFile()] + BuiltInFiles.formats
}

extension Platform {
    /// What to do about time of a feed that the platform gives no longer: which exports tell of it, or that none does.
    package func insteadOfReading(_ feed: Feed) -> Notice {
        let formats = PlatformList.orderFiles.filter { $0.platforms.contains(name) && $0.holdsOrders }.map(
            \.name)
        let holdsOrders = keyRules(of: feed).contains { $0.kind == .order }
        return formats.isEmpty || !holdsOrders
            ? Notice("platform.gone") : Notice("platform.gone_import", formats)
    }
}
