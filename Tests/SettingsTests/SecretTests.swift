import Domain
import Foundation
import Reports
import Service
import Testing

@Suite("Secrets")
struct SecretTests {
    @Test("a file is read anew each time, without the line break at its end")
    func file() throws {
        let folder = try TemporaryFolder()
        let secret = try Self.secret("file:secrets/a.token", folder.path)

        for (text, expected) in [
            ("one\n", "one"), ("two", "two"), ("three\r\n", "three"), (" 四 \n\n", " 四 "),
        ] {
            try folder.write(text, "secrets/a.token")
            #expect(try secret.read(environment: [:]) == expected)
        }
    }

    @Test("an environment variable is read anew each time")
    func variable() throws {
        let folder = try TemporaryFolder()
        let secret = try Self.secret("env:A_1", folder.path)

        #expect(try secret.read(environment: ["A_1": "one"]) == "one")
        #expect(try secret.read(environment: ["A_1": "two"]) == "two")
    }

    @Test(
        "a file that others may read is refused",
        arguments: [0o640, 0o604, 0o620, 0o601, 0o660, 0o644, 0o777])
    func permissions(mode: Int) throws {
        let folder = try TemporaryFolder()
        let secret = try Self.secret("file:a.token", folder.path)
        try folder.write("pass-4711", "a.token", permissions: mode)

        let error = #expect(throws: SettingsError.self) { try secret.read(environment: [:]) }

        #expect(error?.sentences.contains("chmod 600") == true)
        #expect(error?.sentences.contains("pass-4711") == false)
    }

    @Test("a file that only its owner may read is taken", arguments: [0o600, 0o400, 0o700])
    func ownerOnly(mode: Int) throws {
        let folder = try TemporaryFolder()
        let secret = try Self.secret("file:a.token", folder.path)
        try folder.write("pass-4711", "a.token", permissions: mode)

        #expect(try secret.read(environment: [:]) == "pass-4711")
    }

    @Test("what is wrong with the secrets is said for all of them, with the line that names them")
    func problems() throws {
        let folder = try TemporaryFolder()
        try folder.write("pass-4711\nX-Other: 1\n", "lines")
        try folder.write("\n", "nothing")
        let names = [
            "env:UNSET", "env:EMPTY", "env:LINES", "file:missing", "file:lines", "file:nothing", "file:.",
            "env:GOOD",
        ]
        let accounts = names.enumerated().map { index, name in
            "  - {id: a\(index), platform: douyin, shop: 1, app_key: k, app_secret: '\(name)', "
                + "access_token: env:GOOD, since: 2022-11-01}\n"
        }
        let file = try folder.write(
            "store: s\nroster: r\naccounts:\n" + accounts.joined(), "daihuo.yaml")
        let settings = try Settings.load(path: file, environment: [:])

        let problems = settings.secretProblems(
            environment: ["GOOD": "pass-4711", "EMPTY": "", "LINES": "pass-4711\npass-4711"])

        let text = problems.map { $0.notice.text(in: .chinese) + "\n" }.joined().replacing(
            "\(folder.path)/", with: "")
        try Fixture.expectGolden(text, "secrets.txt")
        #expect(!text.contains("pass-4711"))
        #expect(problems.allSatisfy { !$0.notice.text(in: .english).holdsChinese })
    }

    @Test("neither print nor dump nor interpolation shows a literal")
    func description() throws {
        let folder = try TemporaryFolder()
        let secret = try Self.secret("pass-4711", folder.path)

        var dumped = ""
        dump(secret, to: &dumped)
        let texts = ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped]

        #expect(texts.allSatisfy { !$0.contains("pass-4711") })
        #expect(try secret.read(environment: [:]) == "pass-4711")
    }

    /// The app secret of an account on loopback.
    private static func secret(_ text: String, _ folder: String) throws -> Secret {
        let file = "\(folder)/daihuo.yaml"
        let yaml = """
            store: s
            roster: r
            accounts:
              - {id: a, platform: p832, shop: 1, base_url: "http://[::1]:1", app_key: k,
                 app_secret: '\(text)', since: 2022-11-01}
            """
        try Data(yaml.utf8).write(to: URL(filePath: file))
        let settings = try Settings.load(path: file, environment: [:])
        return try #require(settings.accounts.first?.appSecret)
    }
}
