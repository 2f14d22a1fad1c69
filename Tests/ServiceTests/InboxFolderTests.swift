import Foundation
import Testing

@testable import Service

/// What is taken out of a folder that files are dropped into, and where it goes.
@Suite("The folder of the inbox")
struct InboxFolderTests {
    private let folder: TemporaryFolder
    private var inbox: InboxFolder { InboxFolder(path: "\(folder.path)/inbox") }

    init() throws { folder = try TemporaryFolder() }

    private func drop(_ name: String, _ text: String = "x") throws {
        let file = URL(filePath: "\(inbox.path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(inbox.path)/\(name)", encoding: .utf8)
    }

    @Test(
        "what programs call a file that is not whole is left alone",
        arguments: [
            ("orders.csv", true), ("订单 11月.xlsx", true), ("orders", true), ("tmp.csv", true), ("part", true),
            ("~$orders.xlsx", false), (".orders.csv", false), (".~orders.xlsx", false),
            ("orders.csv.tmp", false),
            ("orders.TMP", false), ("orders.csv.part", false), ("orders.csv.crdownload", false),
            ("orders.csv.filepart", false),
        ])
    func whole(name: String, isWhole: Bool) throws {
        #expect(InboxFolder.isWhole(name) == isWhole)
        try drop(name)
        #expect(try inbox.waiting(accounts: []).files.map(\.name) == (isWhole ? [name] : []))
    }

    @Test(
        "files in it and in the folders of accounts wait, those of other folders are told, links are not followed"
    )
    func waits() throws {
        for name in [
            "b.csv", "a.csv", "hall-3/c.csv", "hall-3/deep/d.csv", "misc/e.csv", "done/f.csv", "held/g.csv",
        ] {
            try drop(name)
        }
        try FileManager.default.createDirectory(
            atPath: "\(inbox.path)/empty", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: "\(inbox.path)/link.csv", withDestinationPath: "\(inbox.path)/a.csv")
        let (files, strange) = try inbox.waiting(accounts: ["hall-3", "done"])
        #expect(files.map(\.name) == ["a.csv", "b.csv", "hall-3/c.csv"])
        #expect(files.map(\.account) == [nil, nil, "hall-3"])
        #expect(strange == ["misc"])
    }

    @Test("a file goes beside those of its name, with its note, and neither takes the place of another")
    func moves() throws {
        for number in 1...3 {
            try drop("hall-3/c.csv", "\(number)")
            let file = try #require(try inbox.waiting(accounts: ["hall-3"]).files.first)
            let moved = try inbox.move(file, to: .held, note: "note \(number)")
            #expect(moved == "held/hall-3/c\(number == 1 ? "" : "-\(number)").csv")
            #expect(try text(moved) == "\(number)" && text(moved + ".txt") == "note \(number)")
        }
        // A note that is left without its file, and a file that is called like the note of another.
        try drop("done/a.csv.txt", "left")
        try drop("done/b.csv-2.txt", "theirs")
        for name in ["a.csv", "noend", ".hidden"] {
            let path = "\(inbox.path)/\(name)"
            try drop(name)
            let moved = try inbox.move(.init(name: name, account: nil, path: path), to: .done, note: "n")
            #expect(moved == (name == "a.csv" ? "done/a-2.csv" : "done/\(name)"))
        }
        #expect(try text("done/a.csv.txt") == "left")
        #expect(inbox.heldCount == 3)
    }

    @Test("what cannot be moved leaves no note")
    func immovable() throws {
        try drop("a.csv")
        let gone = InboxFolder.Waiting(name: "b.csv", account: nil, path: "\(inbox.path)/b.csv")
        #expect(throws: InboxFolder.Immovable.self) { try inbox.move(gone, to: .done, note: "n") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(inbox.path)/done").isEmpty)
    }

    @Test("a file that is held and is a text itself counts as one")
    func heldText() throws {
        for name in ["held/a.txt", "held/a.txt.txt", "held/hall-3/b.csv", "held/hall-3/b.csv.txt"] {
            try drop(name)
        }
        #expect(inbox.heldCount == 2)
    }
}
