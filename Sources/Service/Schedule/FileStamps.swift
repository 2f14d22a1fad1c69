import Glibc

/// What the files of a configuration look like from outside: whoever saves one of them changes it.
struct FileStamps: Hashable {
    private struct Stamp: Hashable {
        let path: String
        let inode: UInt64
        let bytes: Int64
        let changedSeconds: Int
        let changedNanoseconds: Int
    }

    private let stamps: [Stamp]

    /// Those of these files, and of the files of these folders; what is not there has none.
    init(files: [String], folders: [String]) {
        let inFolders = folders.flatMap { folder in Self.names(in: folder).map { folder + "/" + $0 } }
        stamps = (files + inFolders).compactMap { path in
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            return Stamp(
                path: path, inode: UInt64(status.st_ino), bytes: Int64(status.st_size),
                changedSeconds: status.st_mtim.tv_sec, changedNanoseconds: status.st_mtim.tv_nsec)
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
