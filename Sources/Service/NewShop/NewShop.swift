import Domain
import Foundation
import Reports
import YAML

/// A shop without an API that is added to `daihuo.yaml` with the first file that it sends.
///
/// ```
/// let shop = try NewShop(id: "hall-3", platform: "hall", shop: "商丘3号馆", in: workplace)
/// try shop.write()  // now `shop.workplace` is what the configuration says
/// ```
package struct NewShop: Sendable {
    /// The lines that the configuration gets; none where it has the account already.
    package let lines: [String]
    /// The workplace with the account, before and after it is written.
    package let workplace: Workplace
    private let text: String
    /// What the configuration looked like when it was read.
    private let stamps: FileStamps

    /// An account of files that the configuration of a workplace is to have.
    ///
    /// Throws, with nothing written, where its id or its shop is another account's, or the configuration with it could not be
    /// used.
    package init(
        id: String, platform: String, shop: String, in workplace: Workplace
    ) throws(ServiceError) {
        let config = workplace.config
        stamps = FileStamps([config])
        try Self.expectOneLine([id, platform, shop])
        if let known = workplace.settings.accounts.first(where: { $0.id == id }) {
            guard known.isFile, known.platform == platform, known.shop == shop else {
                throw ServiceError(.usage, [Notice("shop.id_taken", id, known.platform, known.shop)])
            }
            (lines, text, self.workplace) = ([], "", workplace)
            return
        }
        let same = workplace.settings.accounts.first { $0.platform == platform && $0.shop == shop }
        if let same {
            throw ServiceError(.usage, [Notice("shop.shop_taken", shop, same.id, same.id.shellWord)])
        }
        let file = try Self.text(of: config)
        let account = [("id", id), ("platform", platform), ("shop", shop), ("file", "true")]
        guard let edited = AccountsText(file.text)?.appending(account) else {
            let item = account.map { "\($0): \($1)" }.joined(separator: ", ")
            throw ServiceError(.usage, [Notice("shop.by_hand", config, "- {\(item)}")])
        }
        lines = edited.lines
        text = file.mark + edited.text
        self.workplace = Workplace(
            config: config,
            settings: try Workplace.settings(
                config: config, given: edited.text, environment: workplace.environment, time: workplace.time),
            files: workplace.files, environment: workplace.environment, time: workplace.time)
    }

    /// Writes the configuration with the account.
    ///
    /// Throws, with nothing written, where somebody has saved it since.
    package func write() throws(ServiceError) {
        if lines.isEmpty { return }
        let config = workplace.config
        guard FileStamps([config]) == stamps else {
            throw ServiceError(.usage, [Notice("shop.saved_meanwhile", config)])
        }
        // A link stays one.
        var file = WholeFile(URL(fileURLWithPath: config).resolvingSymlinksInPath().path)
        file.keepsRights = true
        guard file.replace(by: Array(text.utf8)) else {
            throw ServiceError(.usage, [Notice("shop.not_written", config)])
        }
    }

    private static func expectOneLine(_ words: [String]) throws(ServiceError) {
        if words.contains(where: { $0.isEmpty || $0.hasControls }) {
            throw ServiceError(.usage, [Notice("shop.not_one_line")])
        }
    }

    /// The text of a configuration, and the mark of UTF-8 that may stand before it.
    private static func text(of config: String) throws(ServiceError) -> (mark: String, text: String) {
        do throws(SmallFile.Failure) {
            let text = String(decoding: try SmallFile(path: config).bytes, as: UTF8.self)
            let hasMark = text.unicodeScalars.first == "\u{FEFF}"
            return hasMark
                ? ("\u{FEFF}", String(text.unicodeScalars.dropFirst())) : ("", text)
        } catch {
            throw ServiceError(.usage, [Notice("settings.unreadable", error.notice)])
        }
    }
}
