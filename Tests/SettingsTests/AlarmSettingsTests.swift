import Domain
import Foundation
import Reports
import Testing

@testable import Service

@Suite("Settings: alarms")
struct AlarmSettingsTests {
    private static func load(_ alarms: String, environment: [String: String] = [:]) throws -> Settings {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "store: s.sqlite\nroster: roster\naccounts: []\n\(alarms)\n", "daihuo.yaml")
        return try Settings.load(path: file, environment: environment)
    }

    @Test("three failures in a row raise an alarm, or as many as are written")
    func after() throws {
        #expect(try Self.load("").alarms.rules == AlarmRules())
        #expect(try Self.load("alarms: {after: 5}").alarms.rules.failuresMax == 5)
        #expect(try Self.load("alarms:").alarms.rules.failuresMax == 3)
    }

    @Test(
        "what is not taken is told with its line and what to write",
        arguments: [
            ("alarms: {after: 0}", "“alarms”的“after”要写成连续失败几次才报警，1 到 100 的整数"),
            ("alarms: {after: 101}", "“alarms”的“after”要写成连续失败几次才报警，1 到 100 的整数"),
            ("alarms: {after: often}", "“alarms”的“after”要写成连续失败几次才报警，1 到 100 的整数"),
            ("alarms: {webhok: env:X}", "不认识“alarms”的“webhok”，是不是“webhook”？"),
            ("alarms: [1]", "“alarms”要写成键和值，可写：webhook、after"),
            ("alarms: loud", "“alarms”要写成键和值，可写：webhook、after"),
            ("alarms: {webhook: 'env:'}", "“alarms”的“webhook”的 env: 后面"),
            (
                "alarms: {webhook: https://hooks.example.com/pass-4711}",
                "“alarms”的“webhook”的网址等于密码，不能写在文件里，请改写 env:变量名 或 file:文件路径"
            ),
        ])
    func refused(alarms: String, sentence: String) throws {
        let error = #expect(throws: SettingsError.self) { try Self.load(alarms) }
        #expect(error?.problems.map(\.line) == [4])
        #expect(error?.sentences.contains(sentence) == true, "\(error?.sentences ?? "")")
        #expect(error?.sentences.contains("4711") == false)
        #expect(error?.sentences(in: .english).holdsChinese == false)
    }

    @Test(
        "an address is one of https, or of this machine; nothing of another one is told",
        arguments: [
            ("https://hooks.example.com/a/b?key=4711", true), ("https://hooks.example.com", true),
            ("https://hooks.example.com?key=1", true),
            ("http://127.0.0.1:9/a", true), ("http://localhost/a", true),
            ("http://hooks.example.com/4711", false),
            ("hooks.example.com/4711", false), ("https:///4711", false),
            ("https://u:4711@example.com/", false),
            ("https://hooks.example.com/47 11", false), ("https://hooks.example.com/钩/4711", false),
            ("ftp://127.0.0.1/4711", false),
        ])
    func address(text: String, isTaken: Bool) throws {
        let environment = ["HOOK": text]
        let settings = try Self.load("alarms: {webhook: env:HOOK}", environment: environment)
        let problems = settings.secretProblems(environment: environment).map { $0.notice.text(in: .chinese) }
        if isTaken {
            #expect(problems.isEmpty)
            #expect(try settings.alarms.address(environment: environment) == text)
        } else {
            #expect(
                problems.count == 1 && problems[0].hasSuffix("要是 https:// 开头的网址（http:// 只能是本机）"),
                "\(problems)")
            #expect(!problems.joined().contains("4711") && !problems.joined().contains("hooks"))
        }
        #expect(settings.secretProblems(environment: [:]).count == 1)
    }
}
