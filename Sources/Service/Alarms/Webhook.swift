package import Domain
import HTTP
package import Reports
import Sync

/// Posts alarms as JSON to an address of the bureau's: a chat, a pager, a collector.
///
/// ```json
/// {"text": "账号 pds-douyin …", "code": "account_failed", "account": "pds-douyin", "since": "2022-12-31T08:00:00+08:00",
///  "level": "error", "state": "raised"}
/// ```
package struct Webhook: Sendable {
    /// Between one try and the next.
    static let pauses: [Duration] = [.seconds(1), .seconds(5), .seconds(25)]
    static let limits = HTTPLimits(
        connectMilliseconds: 5_000, totalMilliseconds: 15_000, stalledMilliseconds: 10_000,
        bodyBytesMax: 100_000)

    private let address: @Sendable () throws(SettingsError) -> String?
    private let client: HTTPClient
    private let language: Language
    private let pauses: [Duration]
    private let limits: HTTPLimits

    /// `address` is read for every alarm; it is in nothing that is told.
    init(
        client: HTTPClient, language: Language, pauses: [Duration] = Webhook.pauses,
        limits: HTTPLimits = Webhook.limits,
        address: @escaping @Sendable () throws(SettingsError) -> String?
    ) {
        self.client = client
        self.language = language
        self.pauses = pauses
        self.limits = limits
        self.address = address
    }

    /// Posts an alarm, a few times where nobody answers; what came of it where it did not arrive.
    package func post(_ alarm: Alarm) async -> Notice? {
        let url: String
        do throws(SettingsError) {
            guard let address = try address() else { return nil }
            url = address
        } catch {
            return error.problems.first?.notice
        }
        let request = HTTPRequest(
            method: "POST", url: url, headers: [("Content-Type", "application/json; charset=utf-8")],
            body: Array(alarm.json(in: language).description.utf8), limits: limits)
        for (tries, pause) in (pauses + [nil]).enumerated() {
            guard let failure = await failure(of: request) else { return nil }
            guard failure.mayPass, let pause, (try? await Task.sleep(for: pause)) != nil else {
                return Notice("alarm.not_sent", failure.what, tries + 1)
            }
        }
        return nil
    }

    private func failure(of request: HTTPRequest) async -> (what: Notice, mayPass: Bool)? {
        do {
            let status = try await client.send(request).status
            if 200..<300 ~= status { return nil }
            return (Notice("alarm.status", status), status >= 500 || [408, 425, 429].contains(status))
        } catch {
            return (error.what, error.isTransient)
        }
    }
}

extension Alarm {
    /// What is posted.
    fileprivate func json(in language: Language) -> JSONTree {
        .object([
            ("text", .text(what.text(in: language))), ("code", .text(subject.kind.rawValue)),
            ("account", .optional(subject.account)), ("since", .text(since.iso)),
            ("level", .text(level.rawValue)), ("state", .text(state.rawValue)),
        ])
    }
}

extension Workplace {
    /// Where alarms are posted to; `nil` where the configuration names no address.
    package func webhook(in language: Language) throws(ServiceError) -> Webhook? {
        guard settings.alarms.webhook != nil else { return nil }
        let alarms = settings.alarms
        do {
            let client = try HTTPClient(configuration: HTTPConfiguration(caFile: settings.caFile))
            return Webhook(client: client, language: language) { [environment] () throws(SettingsError) in
                try alarms.address(environment: environment)
            }
        } catch {
            throw ServiceError(.usage, [Notice("workplace.no_client")])
        }
    }
}
