import ChildProcesses
import Foundation

/// What stands in the store itself.
extension Bureau {
    /// The rows that a question of SQL has, read beside everybody else.
    func rows(_ sql: String) throws -> String {
        let program = """
            import sqlite3, sys
            rows = sqlite3.connect(sys.argv[1]).execute(sys.argv[2])
            print("\\n".join("|".join(str(cell) for cell in row) for row in rows))
            """
        return try python(program, [sql])
    }

    /// Changes the store behind daihuo's back.
    func change(_ sql: String) throws {
        let program =
            "import sqlite3, sys\nwith sqlite3.connect(sys.argv[1]) as store: store.execute(sys.argv[2])"
        _ = try python(program, [sql])
    }

    /// Takes the log and the lock away that a process left beside the store, once all of it stands in the file.
    func leaveOnlyStore() throws {
        _ = try rows("PRAGMA wal_checkpoint(TRUNCATE)")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        where name.hasPrefix("daihuo.sqlite") && name != "daihuo.sqlite" {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
        }
    }

    /// Runs a verb as somebody who may read everything and write nothing.
    ///
    /// To root nothing is forbidden: then as nobody.
    func runWithoutRights(_ arguments: [String]) throws -> DaihuoProcess.Result {
        let elsewhere = try TestFolder()
        let paths =
            [folder.url.path]
            + (FileManager.default.subpaths(atPath: folder.url.path) ?? []).map {
                folder.url.appendingPathComponent($0).path
            }
        func permit(_ folderMode: Int, _ fileMode: Int) throws {
            for path in paths {
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
                let mode = isFolder.boolValue ? folderMode : fileMode
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            }
        }
        try permit(0o555, 0o444)
        defer { try? permit(0o755, 0o644) }
        let config = folder.url.appendingPathComponent("daihuo.yaml").path
        return try DaihuoProcess.run(
            ["--quiet", "--now", now, "--config", config] + arguments, in: elsewhere.url,
            asNobody: getuid() == 0)
    }

    /// Everything that is stored, as SQL.
    func everything() throws -> String {
        try python("import sqlite3, sys\nprint('\\n'.join(sqlite3.connect(sys.argv[1]).iterdump()))", [])
    }

    /// What a program says of the store; Debian's sqlite3 need not be there.
    func python(_ program: String, _ arguments: [String]) throws -> String {
        let process = ChildProcess()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let store = folder.url.appendingPathComponent("daihuo.sqlite").path
        process.arguments = ["python3", "-c", program, store] + arguments
        process.standardOutput = output
        try process.run()
        let text = output.all()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
