import Attribution
import Domain
import Foundation
import Testing

@testable import Service

@Suite("A configuration that is kept while its files are saved")
struct KeptConfigurationTests {
    private static let parties = "party,name,kind,region,organisation\n"
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try write(Self.parties + "a,甲,enterprise,,\n", to: "roster/parties.csv")
        try write("store: daihuo.sqlite\nroster: roster\naccounts: []\n", to: "daihuo.yaml")
    }

    private func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(folder.path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func kept() throws -> KeptConfiguration {
        try KeptConfiguration(
            config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall, quietFor: .zero)
    }

    /// As the loop does: what was saved is read at the second look that finds it the same.
    private func look(_ kept: KeptConfiguration) -> KeptConfiguration.Change? { kept.look() ?? kept.look() }

    @Test("what nobody saves is read once")
    func same() throws {
        let kept = try kept()
        #expect(look(kept) == nil)
        #expect(kept.faults.isEmpty)
    }

    @Test("a roster that is saved well is in force, one that is saved badly is not, and is told once")
    func saved() throws {
        let kept = try kept()
        try write(Self.parties + "a,甲,enterprise,,\nb,乙,enterprise,,\n", to: "roster/parties.csv")
        #expect(look(kept) == .taken)
        #expect(kept.workplace.files.roster.parties.count == 2)

        try write(Self.parties + "a,甲,nobody,,\n", to: "roster/parties.csv")
        guard case .broken(let why) = try #require(look(kept)) else {
            Issue.record("it was taken")
            return
        }
        #expect(!why.isEmpty && kept.faults == why)
        #expect(look(kept) == nil)
        #expect(kept.workplace.files.roster.parties.count == 2)

        try write(Self.parties + "a,甲,enterprise,,\n", to: "roster/parties.csv")
        #expect(look(kept) == .taken)
        #expect(kept.faults.isEmpty && kept.workplace.files.roster.parties.count == 1)
    }

    @Test(
        "whoever begins while the roster is broken goes on by the copy of the last good one; without a copy it says why not"
    )
    func beginning() throws {
        try write(Self.parties + "a,甲,nobody,,\n", to: "roster/parties.csv")
        #expect(throws: ServiceError.self) { try kept() }
        try write(Self.parties + "a,甲,enterprise,,\n", to: "roster/parties.csv")
        _ = try kept()
        try write("party,name\n", to: "roster/parties.csv")
        let second = try kept()
        #expect(second.workplace.files.roster.parties.map(\.name) == ["甲"])
        #expect(!second.faults.isEmpty)
        // The copy is not that of a broken one.
        #expect(try kept().workplace.files.roster.parties.count == 1)
    }

    @Test("settings that cannot be used, or name another store, are not in force")
    func settings() throws {
        let kept = try kept()
        for text in ["store: other.sqlite\nroster: roster\naccounts: []\n", "stor: daihuo.sqlite\n", ""] {
            try write(text, to: "daihuo.yaml")
            guard case .broken = try #require(look(kept)) else {
                Issue.record("taken: \(text)")
                continue
            }
            #expect(kept.workplace.settings.storePath == "\(folder.path)/daihuo.sqlite")
        }
        #expect(throws: ServiceError.self) { try self.kept() }
    }

    @Test("what is being saved is not read before nobody has saved anything for a while")
    func quiet() throws {
        let kept = try KeptConfiguration(
            config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall, quietFor: .seconds(3_600))
        try write(Self.parties, to: "roster/parties.csv")
        for _ in 0..<3 { #expect(kept.look() == nil) }
        #expect(kept.workplace.files.roster.parties.count == 1 && kept.faults.isEmpty)

        let hasty = try self.kept()
        try write(Self.parties + "a,甲,enterprise,,\n", to: "roster/parties.csv")
        #expect(hasty.look() == nil)
        try write(Self.parties + "a,甲,enterprise,,\nb,乙,enterprise,,\n", to: "roster/parties.csv")
        #expect(hasty.look() == nil, "it was saved again")
        #expect(hasty.look() == .taken && hasty.workplace.files.roster.parties.count == 2)
    }

    @Test("a broken roster of another folder is watched until it is mended; what else lies there is not")
    func otherFolder() throws {
        let kept = try kept()
        try write(Self.parties + "a,甲,nobody,,\n", to: "second/parties.csv")
        try write("store: daihuo.sqlite\nroster: second\naccounts: []\n", to: "daihuo.yaml")
        guard case .broken = try #require(look(kept)) else {
            Issue.record("it was taken")
            return
        }
        try write(Self.parties + "c,丙,enterprise,,\n", to: "second/parties.csv")
        #expect(look(kept) == .taken && kept.workplace.files.roster.parties.map(\.id) == ["c"])
        #expect(look(kept) == nil, "it is taken once")
        try write("x", to: "second/.parties.csv.swp")
        #expect(look(kept) == nil)
        // What was kept is the new folder's.
        try write("party\n", to: "second/parties.csv")
        #expect(try self.kept().workplace.files.roster.parties.map(\.id) == ["c"])
    }

    @Test("a file of the roster that is taken away does not empty it; one with nothing but its header does")
    func fileGone() throws {
        let identities = "party,platform,kind,value,from,to\n"
        try write(identities + "a,,shop,1,,\n", to: "roster/identities.csv")
        let kept = try kept()
        try FileManager.default.removeItem(atPath: "\(folder.path)/roster/identities.csv")
        guard case .broken(let why) = try #require(look(kept)) else {
            Issue.record("it was taken")
            return
        }
        #expect(why.map(\.code) == ["serve.roster_file_gone"])
        #expect(kept.workplace.files.roster.facts.identities.count == 1 && !kept.isOfCopy)
        // Also for whoever begins now; and nothing is credited anew by what an earlier process kept.
        let second = try self.kept()
        #expect(second.workplace.files.roster.facts.identities.count == 1 && second.isOfCopy)
        #expect(second.faults.map(\.code) == ["serve.roster_file_gone"])
        try write(identities, to: "roster/identities.csv")
        #expect(look(kept) == .taken && kept.workplace.files.roster.facts.identities.isEmpty)
        #expect(look(second) == .taken && !second.isOfCopy)
    }

    @Test(
        "a table that is saved as another kind of file is no table that is gone; a sheet that is taken away is"
    )
    func otherKind() throws {
        let tenures = "party,region,role,from,to\na,,member,2022-11-01,\n"
        try write(tenures, to: "roster/tenures.csv")
        let kept = try kept()
        try FileManager.default.moveItem(
            atPath: "\(folder.path)/roster/tenures.csv", toPath: "\(folder.path)/roster/tenures.xlsx")
        #expect(look(kept) == .taken && kept.workplace.files.roster.facts.tenures.count == 1)
        #expect(try self.kept().faults.isEmpty)
        try write(tenures.replacing("2022-11-01", with: "2022-11-02"), to: "roster/tenures.xlsx")
        #expect(look(kept) == .taken, "it is watched")

        for name in ["parties.csv", "tenures.xlsx"] {
            try FileManager.default.removeItem(atPath: "\(folder.path)/roster/\(name)")
        }
        try write(
            workbook(sheets: ["责任主体": Self.parties + "a,甲,企业,,", "任期": tenures]), to: "roster/roster.xlsx")
        #expect(look(kept) == .taken && kept.workplace.files.roster.facts.tenures.count == 1)
        try write(workbook(sheets: ["责任主体": Self.parties + "a,甲,企业,,"]), to: "roster/roster.xlsx")
        guard case .broken(let why) = try #require(look(kept)) else {
            Issue.record("it was taken")
            return
        }
        #expect(why == [Notice("serve.roster_file_gone", "\(folder.path)/roster/roster.xlsx › 任期")])
        #expect(try self.kept().workplace.files.roster.facts.tenures.count == 1)
    }

    /// A workbook of Excel 2003 as XML.
    private func workbook(sheets: KeyValuePairs<String, String>) -> String {
        let written = sheets.map { name, rows in
            let rows = rows.split(separator: "\n").map { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false).map {
                    "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>"
                }
                return "<Row>\(cells.joined())</Row>"
            }
            return "<Worksheet ss:Name=\"\(name)\"><Table>\(rows.joined())</Table></Worksheet>"
        }
        return """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\(written.joined())</Workbook>
            """
    }

    @Test("a roster that lies beside the store is read once, and the copy is its owner's alone")
    func beside() throws {
        try write(Self.parties + "a,甲,enterprise,,\n", to: "parties.csv")
        try write("store: daihuo.sqlite\nroster: .\naccounts: []\n", to: "daihuo.yaml")
        let kept = try kept()
        try write("", to: "daihuo.sqlite-wal")
        #expect(look(kept) == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.filter { $0.hasPrefix("daihuo.sqlite.") } == ["daihuo.sqlite.last-good.json"])
        let attributes = try FileManager.default.attributesOfItem(
            atPath: "\(folder.path)/daihuo.sqlite.last-good.json")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}

@Suite("Where the time comes from")
struct TimeSourceTests {
    @Test("of a file it is what stands in it, and what stood in it last while it says nothing")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/clock"
        try Data("2022-12-30T00:00:00+08:00\n".utf8).write(to: URL(fileURLWithPath: path))
        let time = try TimeSource(rehearsing: "file:" + path)
        #expect(time.now() == Instant(iso: "2022-12-30T00:00:00+08:00") && time.isDriven && time.isRehearsal)
        for text in ["", "soon"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            #expect(time.now() == Instant(iso: "2022-12-30T00:00:00+08:00"))
        }
        try Data("2023-01-01T08:00:00+08:00".utf8).write(to: URL(fileURLWithPath: path))
        #expect(time.now() == Instant(iso: "2023-01-01T08:00:00+08:00"))
    }

    @Test(
        "what is no instant, and a file that holds none, is refused",
        arguments: ["soon", "file:/nowhere", "file:"])
    func refused(text: String) {
        #expect(throws: ServiceError.self) { try TimeSource(rehearsing: text) }
    }
}
