/// A file to be read: what errors call it, and where its bytes are.
struct FileSource: Sendable {
    /// What errors call it: the path as the caller gave it, and what lies inside.
    let name: String
    /// What is opened.
    let path: String
    /// So many of its first bytes count; those behind them are padding.
    var bytesMax = Int.max

    /// Keeps a file open that has no name on disk.
    private let extracted: ExtractedFile?

    init(path: String) {
        (name, self.path, extracted) = (path, path, nil)
    }

    /// A file out of an archive.
    init(name: String, _ extracted: ExtractedFile) {
        (self.name, path, self.extracted) = (name, extracted.path, extracted)
    }
}
