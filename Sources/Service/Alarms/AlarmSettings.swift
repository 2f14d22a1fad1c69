import Domain

/// `alarms: {webhook: env:URL, after: 3}` of a configuration.
package struct AlarmSettings: Sendable {
    private static let key = "alarms"
    private static let failures = 1...100

    package let rules: AlarmRules
    /// An address that alarms are posted to, which is as secret as a password; `nil`: none.
    let webhook: Secret?

    /// Reads the section; what is not taken is a problem.
    init(_ section: SettingsSection, folder: SettingsFolder) {
        guard let alarms = section.section(Self.key, known: ["webhook", "after"]) else {
            (rules, webhook) = (AlarmRules(), nil)
            return
        }
        webhook = Self.webhook(alarms, folder)
        let after = alarms.text("after").map(Int.init)
        if let after, !(after.map(Self.failures.contains) ?? false) {
            alarms.add("after") {
                Notice("settings.alarm_after", $0, Self.failures.lowerBound, Self.failures.upperBound)
            }
        }
        rules = (after ?? nil).map { AlarmRules(failuresMax: $0) } ?? AlarmRules()
    }

    private static func webhook(_ section: SettingsSection, _ folder: SettingsFolder) -> Secret? {
        let key = "webhook"
        guard let text = section.text(key) else { return nil }
        let place = SecretPlace(
            name: section.name(key), file: section.problems.file, line: section.line(of: key))
        do throws(Secret.Fault) {
            return try Secret(text, literalAllowed: false, folder: folder, place: place)
        } catch {
            section.add(key) {
                if case .literal = error { return Notice("settings.webhook_literal", $0) }
                return error.notice(of: $0)
            }
            return nil
        }
    }

    /// The address as it is at this moment; `nil` where there is none.
    ///
    /// Throws, without telling it, where it cannot be read, or is not `https://…`, or `http://…` of this machine.
    func address(environment: [String: String]) throws(SettingsError) -> String? {
        guard let webhook else { return nil }
        let text = try webhook.read(environment: environment)
        let schemeEnd = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let end = text[schemeEnd...].firstIndex { "/?".contains($0) } ?? text.endIndex
        guard (try? BaseURL(String(text[..<end]))) != nil, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 })
        else { throw webhook.place.error { Notice("settings.webhook_no_address", $0) } }
        return text
    }

    /// What is wrong with the address at this moment.
    func problems(environment: [String: String]) -> [SettingsError.Problem] {
        do throws(SettingsError) {
            _ = try address(environment: environment)
            return []
        } catch {
            return error.problems
        }
    }
}
