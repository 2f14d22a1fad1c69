import GRDB

/// What the store could not do, in one sentence: where, what, what to do next.
///
/// Holds no data of orders.
package struct StoreError: Error, Hashable, CustomStringConvertible {
    /// The kinds of failure, each with its consequence.
    package enum Kind: Hashable, Sendable {
        /// The disk is full: nothing of the transaction was kept.
        case full
        /// Another process holds the store.
        case busy
        /// There is no store yet, or one that is only being made.
        case missing
        /// A newer daihuo made this store.
        case newer
        /// The file is no store, is damaged or cannot be opened.
        case unreadable
        /// The store contradicts itself: a defect of the program.
        case inconsistent
    }

    package let kind: Kind
    package let description: String

    /// An error of a kind, with its sentence.
    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// What an error of the database means to people.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self = error as? StoreError ?? StoreError(.inconsistent, "数据库 \(path)：\(error)")
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.full, "数据库 \(path)：磁盘已满，本次写入已撤销，已入库的数据不受影响；请腾出空间后再运行一次")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "数据库 \(path)：正被另一个进程写入；请等它结束后再运行一次")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            self.init(.unreadable, "数据库 \(path)：打不开或不可写；请检查文件夹是否存在、是否有写权限")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT:
            self.init(.unreadable, "数据库 \(path)：不是 daihuo 的数据库或已损坏；请改用备份，或换一个 store 路径重新同步")
        case .SQLITE_IOERR:
            self.init(.full, "数据库 \(path)：读写磁盘失败（代码 \(error.extendedResultCode.rawValue)）；请检查磁盘空间与状态")
        default:
            let message = error.message ?? "?"
            self.init(.inconsistent, "数据库 \(path)：\(message)（代码 \(error.extendedResultCode.rawValue)）；请报告此问题")
        }
    }
}
