import Foundation
import JSON
import Testing

/// The platforms' own response samples, which lie outside this repository.
private let sampleFolder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let shared =
        ProcessInfo.processInfo.environment["DAIHUO_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? root.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "data/api")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite("The platforms' samples", .enabled(if: sampleFolder != nil, "the folder of samples is absent"))
struct SampleTests {
    private func sample(_ name: String) throws -> JSONDocument {
        let folder = try #require(sampleFolder)
        return try JSONDocument(Array(Data(contentsOf: folder.appending(path: name))))
    }

    @Test("every file is read, byte order marks included")
    func all() throws {
        let folder = try #require(sampleFolder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }
        #expect(files?.isEmpty == false)
        for file in files ?? [] {
            let document = try JSONDocument(Array(Data(contentsOf: file)))
            let start = document.read { root in root.withRawBytes { $0.first } }
            #expect(start == UInt8(ascii: "{"), "\(file.lastPathComponent)")
        }
    }

    @Test("ids beyond 2^53 are exact, as number and as text")
    func longIds() throws {
        let ids = try sample("douyin/ProductDetailResponse.json").read { (root) throws(JSONError) in
            let data = try root.object("data")
            return [try data.text("product_id"), try data.text("product_id_str")]
        }
        #expect(ids == ["3472490447010721067", "3472490447010721067"])
    }

    @Test("an id that a platform wrote with quotes inside keeps them")
    func quotedIds() throws {
        let id = try sample("douyin/AftersaleListResponse.json").read { (root) throws(JSONError) in
            try root.object("data").array("items")[0].object("aftersale_info").text("aftersale_id")
        }
        #expect(id == "\"6986853269519810849\"")
    }
}
