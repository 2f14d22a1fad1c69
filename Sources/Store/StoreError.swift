package import Domain
import GRDB

/// What the store could not do, where, what, what to do next.
///
/// Holds no data of orders.
package struct StoreError: Error, Hashable {
    /// The kinds of failure, each with its consequence.
    package enum Kind: Hashable, Sendable {
        /// The disk is full: nothing of the transaction was kept.
        case full
        /// Another process holds the store.
        case busy
        /// There is no store yet, or one that is only being made.
        case missing
        /// An earlier daihuo made this store; it is brought up to date when it is next written to.
        case older
        /// A newer daihuo made this store.
        case newer
        /// The file is no store, is damaged or cannot be opened.
        case unreadable
        /// What is to be stored does not go together with what is: the configuration is to be looked at.
        case refused
        /// The store contradicts itself: a defect of the program.
        case inconsistent
    }

    package let kind: Kind
    package let notice: Notice

    /// An error of a kind, with what is told of it.
    package init(_ kind: Kind, _ notice: Notice) {
        self.kind = kind
        self.notice = notice
    }

    /// What an error of the database means to people.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self =
                error as? StoreError
                ?? StoreError(.inconsistent, Notice("store.failure", path, String(describing: error)))
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.full, Notice("store.full", path))
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, Notice("store.busy", path))
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            self.init(.unreadable, Notice("store.unreadable", path))
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT:
            self.init(.unreadable, Notice("store.no_store", path))
        case .SQLITE_IOERR:
            self.init(.full, Notice("store.disk_failure", path, Int(error.extendedResultCode.rawValue)))
        default:
            let message = error.message ?? "?"
            self.init(
                .inconsistent, Notice("store.code", path, message, Int(error.extendedResultCode.rawValue)))
        }
    }
}
