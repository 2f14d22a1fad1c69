/// Every platform and file format that is built in, one line each.
package enum PlatformList {
    package static let platforms: [any Platform] =
        [
            Douyin()
        ] + Platform832.builtIn

    /// In the order in which a file's header is tried.
    package static let orderFiles: [any OrderFileFormat] = [
        DouyinOrderFile()
    ]
}
