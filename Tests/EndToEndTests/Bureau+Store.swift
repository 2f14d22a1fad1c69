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

    /// Everything that is stored, as SQL.
    func everything() throws -> String {
        try python("import sqlite3, sys\nprint('\\n'.join(sqlite3.connect(sys.argv[1]).iterdump()))", [])
    }

    /// What a program says of the store; Debian's sqlite3 need not be there.
    private func python(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let store = folder.url.appendingPathComponent("daihuo.sqlite").path
        process.arguments = ["python3", "-c", program, store] + arguments
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
