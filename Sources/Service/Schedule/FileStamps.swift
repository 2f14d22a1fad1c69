import Glibc

/// What files look like from outside: whoever saves, replaces or removes one of them changes it.
package struct FileStamps: Hashable {
    private struct Stamp: Hashable {
        let path: String
        let inode: UInt64
        let bytes: Int64
        /// Of content, name or rights: unlike the time of its content it can't be set.
        let changedSeconds: Int
        let changedNanoseconds: Int
    }

    /// How long nobody may have changed a file before it is read: files are saved bit by bit.
    package static let quietFor = Duration.seconds(3)

    private let stamps: [Stamp]

    /// Those of these files; what is not there has none.
    init(_ files: [String]) {
        stamps = files.compactMap { path in
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            return Stamp(
                path: path, inode: UInt64(status.st_ino), bytes: Int64(status.st_size),
                changedSeconds: status.st_ctim.tv_sec, changedNanoseconds: status.st_ctim.tv_nsec)
        }
    }
}
