import Domain
import Foundation
import Testing

@testable import Service

/// Adding an account to a configuration that a person wrote.
@Suite("The text of the accounts")
struct AccountsTextTests {
    private static let account = [("id", "hall-3"), ("platform", "hall"), ("shop", "3号 馆"), ("file", "true")]

    @Test(
        "an account is added behind the others, in their indentation, and nothing else is touched",
        arguments: [
            // Nothing but an empty list, with an example beneath it.
            (
                "store: s\naccounts: []   # none yet\n# - id: example\nledgers: []\n",
                "store: s\naccounts:   # none yet\n  - id: hall-3\n    platform: hall\n    shop: \"3号 馆\"\n    file: true\n# - id: example\nledgers: []\n"
            ),
            (
                "accounts:\n",
                "accounts:\n  - id: hall-3\n    platform: hall\n    shop: \"3号 馆\"\n    file: true\n"
            ),
            (
                "accounts: ~",
                "accounts:\n  - id: hall-3\n    platform: hall\n    shop: \"3号 馆\"\n    file: true"
            ),
            (
                "store: s",
                "store: s\naccounts:\n  - id: hall-3\n    platform: hall\n    shop: \"3号 馆\"\n    file: true\n"
            ),
            // Items at the key's own column, comments and blank lines behind them.
            (
                "accounts:\n# first\n- id: a  # one\n  shop: b\n\n# the rest\nstore: s\n",
                "accounts:\n# first\n- id: a  # one\n  shop: b\n- id: hall-3\n  platform: hall\n  shop: \"3号 馆\"\n  file: true\n\n# the rest\nstore: s\n"
            ),
            (
                "accounts:\n    - {id: a}\n    -\n        id: b\n",
                "accounts:\n    - {id: a}\n    -\n        id: b\n    - id: hall-3\n      platform: hall\n      shop: \"3号 馆\"\n      file: true\n"
            ),
            (
                "accounts:\r\n  - id: a\r\nstore: s\r\n",
                "accounts:\r\n  - id: a\r\n  - id: hall-3\r\n    platform: hall\r\n    shop: \"3号 馆\"\r\n    file: true\r\nstore: s\r\n"
            ),
        ])
    func appends(text: String, edited: String) throws {
        let answer = try #require(AccountsText(text)?.appending(Self.account))
        #expect(Array(answer.text.utf8) == Array(edited.utf8), "\(answer.text.debugDescription)")
        #expect(answer.lines.contains { $0.hasSuffix("- id: hall-3") })
    }

    @Test(
        "a list that nothing can be added to line by line is left to a person",
        arguments: [
            "accounts: [{id: a}]", "accounts: [\n  {id: a}\n]\n", "\"accounts\": []\n", "{accounts: []}",
            "accounts:\n  - id: |\n      a\n      # b\n", "accounts: &a []\n", "store: s\n...\n",
            "accounts: 1\n",
            "accounts:\n  - id: a\n   # b\n...\n",
        ])
    func leaves(text: String) {
        #expect(AccountsText(text)?.appending(Self.account) == nil)
    }

    @Test(
        "what stands in an account is read as it was given",
        arguments: [
            "3号馆", "hall", "0012", "true", "null", "~", "a: b", "#1", "- a", "say \"x\" \\n", " ", "no",
            "\u{1F33E}",
        ])
    func values(shop: String) throws {
        let folder = try TemporaryFolder()
        let text = try #require(
            AccountsText("store: s\nroster: r\n")?.appending([
                ("id", "a"), ("platform", "hall"), ("shop", shop), ("file", "true"),
            ])?.text)
        let file = "\(folder.path)/daihuo.yaml"
        let settings = try Settings.load(path: file, given: text, environment: [:])
        #expect(settings.accounts.map(\.shop) == [shop] && settings.accounts.allSatisfy(\.isFile))
    }
}
