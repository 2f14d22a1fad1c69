import Domain
import Foundation
import Glibc
import Sync

/// One JSON file with the tokens of an account, which nobody but its owner may read and nobody but daihuo writes.
///
/// It is replaced as a whole: written beside it, flushed to the disk, renamed, and the folder flushed. Whoever may ask for
/// tokens holds a lock on a file beside it, never on the file itself, which is another one after every renaming.
struct StoredTokenFile: TokenFile {
    let path: String
    let seed: TokenSeed
    /// What to do where there is nothing to begin with.
    let again: Notice

    /// How often it is looked whether the lock is free.
    private static let pause = Duration.milliseconds(50)

    private var whole: WholeFile { WholeFile(path, hasLock: true) }

    func read() throws(TokenFailure) -> KeptToken {
        let given = seed.pair()
        guard let kept = try stored() else {
            if let given { return given }
            throw TokenFailure(Notice("tokens.none", again))
        }
        // A pair that was put in since is newer than all that came of the one before.
        if let given, given.begunWith != kept.begunWith { return given }
        return kept
    }

    /// What the file holds; `nil` where there is none.
    private func stored() throws(TokenFailure) -> KeptToken? {
        let file: SmallFile
        do throws(SmallFile.Failure) {
            file = try SmallFile(path: path)
        } catch .missing {
            return nil
        } catch {
            throw TokenFailure(Notice("tokens.file_unreadable", path, error.notice))
        }
        guard file.permissions & 0o077 == 0 else { throw TokenFailure(Notice("tokens.file_open", path)) }
        do {
            return try JSONDecoder().decode(KeptToken.self, from: Data(file.bytes))
        } catch {
            // Not the decoder's words: they may hold a part of the text.
            throw TokenFailure(Notice("tokens.file_foreign", path, again))
        }
    }

    func write(_ kept: KeptToken) throws(TokenFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(kept), whole.replace(by: Array(data) + [UInt8(ascii: "\n")])
        else {
            throw TokenFailure(Notice("tokens.file_unwritable", path, Int(errno)))
        }
    }

    func lock(patience: Duration) async throws(TokenFailure) -> any TokenLock {
        whole.makeFolder()
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw TokenFailure(Notice("tokens.file_unwritable", file, Int(errno))) }
        let lock = FileLock(descriptor: descriptor)
        let deadline = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < deadline, !Task.isCancelled else {
                throw TokenFailure(Notice("tokens.locked", path), isTransient: true)
            }
            try? await Task.sleep(for: Self.pause)
        }
        return lock
    }
}

/// A lock on an open file, which the kernel takes back when the process ends, however it ends.
private final class FileLock: TokenLock {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    func release() { flock(descriptor, LOCK_UN) }
}
