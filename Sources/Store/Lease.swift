package import Domain
import Foundation
import Glibc

/// The right to do something in a store that one process does at a time: to read an account, or to credit and seal.
///
/// A lock on a file of `<store>.leases`. The kernel lets go of it when the process ends, however it ends. Reading the store
/// needs no lease, and one transaction that is whole in itself (a dismissal) needs none either.
package final class Lease: Sendable {
    /// What is leased.
    package enum Subject: Hashable, Sendable {
        /// To read this account, or to import its files.
        case account(String)
        /// To credit anew and to seal.
        case seal
        /// To import what lies in the inbox and to move it away; taken before an account's, and nobody who has one of those waits
        /// for it.
        case inbox
        /// To make or migrate the store: as long as it is being opened.
        case opening

        /// What of an id stands in a file's name as it is.
        private static let shown = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_"))

        private static let prefix = "account-"

        /// The account whose file this is; `nil` where it is another's.
        fileprivate static func account(ofFile name: String) -> String? {
            name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)).removingPercentEncoding : nil
        }

        /// Its file in the folder; also the order in which several are taken, so that no two processes wait for each other.
        fileprivate var file: String {
            switch self {
            case .account(let id):
                Self.prefix + (id.addingPercentEncoding(withAllowedCharacters: Self.shown) ?? "")
            case .inbox: "inbox"
            case .opening: "opening"
            case .seal: "seal"
            }
        }
    }

    /// Who asks for leases, of which store, and how long.
    package struct Asking: Sendable {
        package let path: String
        package let verb: String
        package let patience: Duration

        /// A verb that asks for leases of the store with this path, and waits up to `patience` for all of them.
        package init(path: String, verb: String, patience: Duration) {
            self.path = path
            self.verb = verb
            self.patience = patience
        }
    }

    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Takes all of these, or none; `waiting` is told of each that has to be waited for who holds it.
    ///
    /// Throws `busy` with the holder (verb, process) where the patience ends.
    package static func take(
        _ subjects: Set<Subject>, _ asking: Asking, waiting: @Sendable (Notice) -> Void
    ) async throws(StoreError) -> [Lease] {
        let deadline = ContinuousClock.now + asking.patience
        let folder = asking.path + ".leases"
        mkdir(folder, 0o755)
        var leases: [Lease] = []
        for subject in subjects.sorted(by: { $0.file < $1.file }) {
            let file = folder + "/" + subject.file
            let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                throw StoreError(.unreadable, Notice("store.lock_unreadable", file))
            }
            let lease = Lease(descriptor: descriptor)
            try await lease.wait(for: subject, asking, until: deadline, waiting)
            leases.append(lease)
        }
        return leases
    }

    /// Takes everything there is a lease of, and of these accounts: nobody else reads an account, credits, seals, opens or
    /// makes the store meanwhile.
    package static func takeAll(
        accounts: [String], _ asking: Asking, waiting: @Sendable (Notice) -> Void
    ) async throws(StoreError) -> [Lease] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: asking.path + ".leases")) ?? []
        let known = files.compactMap(Subject.account(ofFile:))
        return try await take(
            Set((accounts + known).map(Subject.account)).union([.seal, .opening]), asking, waiting: waiting)
    }

    private func wait(
        for subject: Subject, _ asking: Asking, until deadline: ContinuousClock.Instant,
        _ waiting: @Sendable (Notice) -> Void
    ) async throws(StoreError) {
        var hasTold = false
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let held = subject.held(by: holder, asking.path)
            guard ContinuousClock.now < deadline else {
                throw StoreError(.busy, Notice("store.held_too_long", held))
            }
            if !hasTold { waiting(Notice("store.waiting", held)) }
            hasTold = true
            try? await Task.sleep(for: .milliseconds(100))
            if Task.isCancelled { throw StoreError(.busy, Notice("store.waiting_cancelled", held)) }
        }
        let note = Array("\(asking.verb) \(getpid())".utf8)
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, note, note.count, 0)
    }

    /// Who holds the lease: it has written its verb and the number of its process.
    private var holder: Notice {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let words = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).split(separator: " ")
        guard words.count == 2, let process = Int(words[1]) else {
            return Notice("store.lock_unknown_holder")
        }
        return Notice("store.lock_holder", words[0], process)
    }
}

extension Lease.Subject {
    fileprivate func held(by holder: Notice, _ path: String) -> Notice {
        switch self {
        case .account(let id): Notice("store.account_held", id, holder)
        case .inbox: Notice("store.inbox_held", holder)
        case .seal, .opening: Notice("store.held", path, holder)
        }
    }
}
