/// A file to be read: what errors call it, and where its bytes are.
struct FileSource: Sendable {
    /// What errors call it: the path as the caller gave it, and what lies inside.
    let name: String
    /// What is opened.
    let path: String
    /// So many of its first bytes count; those behind them are padding.
    var bytesMax = Int.max

    init(path: String) {
        self.name = path
        self.path = path
    }
}
