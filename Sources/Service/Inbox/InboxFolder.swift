import Domain
import Foundation
import Glibc

/// The folder that files are dropped into: what waits in it, and where it goes.
struct InboxFolder: Sendable {
    let path: String

    /// A file that waits.
    struct Waiting: Hashable, Sendable {
        /// Its path in the inbox: `orders.csv`, `hall-3/orders.csv`.
        let name: String
        /// The account whose folder it lies in; `nil` where it lies in none.
        let account: String?
        let path: String

        /// What it looks like now.
        var stamps: FileStamps { FileStamps([path]) }
    }

    /// Where a file goes; the raw value is the folder in the inbox.
    enum Shelf: String, CaseIterable {
        case done, held
    }

    /// Why a file could not be moved: the system's number.
    struct Immovable: Error {
        let code: Int32
    }

    /// Makes the folder where there is none; whether it can be used is told by whoever looks into it.
    func make() { mkdir(path, 0o755) }

    /// What lies in the inbox, by name, and the folders in it that are no account's and hold something.
    ///
    /// What programs call a file before it is whole is left alone.
    func waiting(accounts: Set<String>) throws(ServiceError) -> (files: [Waiting], strange: [String]) {
        // Whoever only asks makes none.
        if access(path, F_OK) != 0, errno == ENOENT { return ([], []) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ServiceError(.usage, [Notice("inbox.unusable", path)])
        }
        var files: [Waiting] = []
        var strange: [String] = []
        for name in names.sorted() where Self.isWhole(name) {
            switch Self.kind(of: "\(path)/\(name)") {
            case S_IFREG: files.append(Waiting(name: name, account: nil, path: "\(path)/\(name)"))
            case S_IFDIR where Shelf(rawValue: name) == nil:
                let inside = filesBelow(name)
                if accounts.contains(name) {
                    files += inside.map { Waiting(name: $0, account: name, path: "\(path)/\($0)") }
                } else if !inside.isEmpty {
                    strange.append(name)
                }
            default: break
            }
        }
        return (files, strange)
    }

    /// How many files are held: each but the notes beside them.
    var heldCount: Int {
        let root = "\(path)/\(Shelf.held.rawValue)"
        let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        let files = Set(all.filter { Self.kind(of: "\(root)/\($0)") == S_IFREG })
        return files.count {
            !($0.hasSuffix(Self.noteEnd) && files.contains(String($0.dropLast(Self.noteEnd.count))))
        }
    }

    /// Moves a file to a shelf, with a note beside it; the note is there first.
    ///
    /// Answers its path in the inbox. Nothing is ever overwritten: a number is added.
    func move(_ file: Waiting, to shelf: Shelf, note: String) throws(Immovable) -> String {
        let folder = file.account.map { "\(shelf.rawValue)/\($0)" } ?? shelf.rawValue
        try? FileManager.default.createDirectory(
            atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        let name = (file.name as NSString).lastPathComponent
        for number in 1...Self.numbersMax {
            let target = "\(folder)/\(Self.numbered(name, number))"
            let noteFile = "\(path)/\(target)\(Self.noteEnd)"
            guard access("\(path)/\(target)", F_OK) != 0 else { continue }
            guard Self.create(noteFile, note) else {
                if errno == EEXIST { continue }
                throw Immovable(code: errno)
            }
            if rename(file.path, "\(path)/\(target)") == 0 { return target }
            let failure = Immovable(code: errno)
            unlink(noteFile)
            throw failure
        }
        throw Immovable(code: EEXIST)
    }

    private static let noteEnd = ".txt"
    private static let numbersMax = 10_000

    /// A name with a number that tells it from others: `orders-2.csv`.
    private static func numbered(_ name: String, _ number: Int) -> String {
        if number == 1 { return name }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(name)-\(number)" }
        return "\(name[..<dot])-\(number)\(name[dot...])"
    }

    /// Writes a file that is not there yet; `false`, with `errno`, where that cannot be done.
    private static func create(_ path: String, _ text: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            return true
        } catch {
            unlink(path)
            errno = EIO
            return false
        }
    }

    /// Whether a name is none that browsers, Office, WPS and copying programs give to what is not whole, or not for reading.
    static func isWhole(_ name: String) -> Bool {
        let endings = [".tmp", ".part", ".crdownload", ".download", ".filepart"]
        return !name.hasPrefix(".") && !name.hasPrefix("~$")
            && !endings.contains(where: name.lowercased().hasSuffix)
    }

    private func filesBelow(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
        return names.sorted().filter(Self.isWhole).map { "\(folder)/\($0)" }
            .filter { Self.kind(of: "\(path)/\($0)") == S_IFREG }
    }

    /// `S_IFREG`, `S_IFDIR`, …; a link is none of them, whatever it points to.
    private static func kind(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }
}
