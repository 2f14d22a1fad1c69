import Foundation

@testable import Service

extension Workplace {
    /// A workplace of one account that was never read, and what else its configuration says.
    static func written(
        in folder: TemporaryFolder, secret: String = "s", _ more: String = "",
        environment: [String: String] = [:]
    ) throws -> Workplace {
        try Data("party,name,kind,region,organisation\n".utf8).write(
            to: folder.url.appending(path: "parties.csv"))
        let yaml = """
            store: s.sqlite
            roster: .
            accounts:
              - {id: a, platform: douyin, shop: "1", base_url: "http://127.0.0.1:9", app_key: k, app_secret: \(secret),
                 access_token: t, since: 2022-11-01, token_until: 2099-12-31}
            \(more)
            """
        let file = folder.url.appending(path: "daihuo.yaml")
        try Data(yaml.utf8).write(to: file)
        return try Workplace(
            config: file.path(percentEncoded: false), environment: environment, time: .wall)
    }
}
