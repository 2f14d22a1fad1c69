import Domain
import Foundation
import GRDB
import Reports
import Store
import Testing

@Suite("The format of a store")
struct FormatTests {
    /// A store whose file says that it went through this migration, too.
    private func store(migratedBy identifier: String) throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.damage("INSERT INTO grdb_migrations (identifier) VALUES ('\(identifier)')")
        return temporary
    }

    @Test("a reader says that there is no store, and makes none")
    func missing() throws {
        let path = try TemporaryFolder().path + "/daihuo.sqlite"
        let error = #expect(throws: StoreError.self) { try OrderStore(reading: path) }
        #expect(error?.kind == .missing)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a store that is only being made is none yet for a reader")
    func beingMade() throws {
        let folder = try TemporaryFolder()
        try DatabaseQueue(path: folder.path + "/daihuo.sqlite").write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        let error = #expect(throws: StoreError.self) {
            try OrderStore(reading: folder.path + "/daihuo.sqlite")
        }
        #expect(error?.kind == .missing)
    }

    @Test("somebody else's database is left as it is")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE somebodys (a)") }
        for open in [{ try OrderStore(path: $0) }, { try OrderStore(reading: $0) }]
            as [(String) throws -> OrderStore]
        {
            let error = #expect(throws: StoreError.self) { try open(path) }
            #expect(error?.kind == .unreadable)
        }
        let tables = try DatabaseQueue(path: path).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master")
        }
        #expect(tables == ["somebodys"])
    }

    @Test("a store of a later version is refused by writer and reader, and says to upgrade")
    func later() throws {
        let temporary = try store(migratedBy: "999 something to come")
        for open in [{ try OrderStore(path: $0) }, { try OrderStore(reading: $0) }]
            as [(String) throws -> OrderStore]
        {
            let error = #expect(throws: StoreError.self) { try open(temporary.path) }
            #expect(error?.kind == .newer)
            #expect(error?.notice.text(in: .chinese).contains("请升级程序") == true)
            #expect(
                error?.notice.text(in: .english).hasSuffix("update the program, or use another store path")
                    == true)
        }
    }

    @Test(
        "a store of a format before release 0.2 is refused by writer and reader, and says to sync anew",
        arguments: [
            "001 orders, credits, journal", "001 orders by key, credits, sheets, journal",
            "001 orders by key, credits by line, sheets, journal",
            "001 orders by key, credits by line, sheets by reason, journal",
        ])
    func early(migration: String) throws {
        let temporary = try store(migratedBy: migration)
        for open in [{ try OrderStore(path: $0) }, { try OrderStore(reading: $0) }]
            as [(String) throws -> OrderStore]
        {
            let error = #expect(throws: StoreError.self) { try open(temporary.path) }
            #expect(error?.kind == .unreadable)
            #expect(error?.notice.text(in: .chinese).contains("重新同步") == true)
            #expect(error?.notice.text(in: .english).hasSuffix("sync into another store path") == true)
        }
    }

    @Test("a file that is no store is refused, and left as it is")
    func noStore() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        let text = Data("party,name\nfs-0001,示例\n".utf8)
        try text.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StoreError.self) { try OrderStore(path: path) }
        #expect(error?.kind == .unreadable)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }
}
