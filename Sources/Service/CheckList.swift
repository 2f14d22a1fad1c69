import Attribution
package import Domain
import Platforms
package import Reports
import Store
import Sync

/// `daihuo check`: configuration, secrets, roster, store and reachability; every problem at once.
package struct CheckList: Sendable {
    package let config: String
    package let environment: [String: String]
    package let fixedNow: Instant?
    /// How many orders are worked out anew, picked evenly; `nil`: all.
    package let sample: Int?

    /// A check of one configuration.
    package init(
        config: String, environment: [String: String], fixedNow: Instant?, sample: Int? = nil
    ) {
        self.config = config
        self.environment = environment
        self.fixedNow = fixedNow
        self.sample = sample
    }

    /// Looks at everything; what is wrong is a finding, not an error.
    package func run() async -> CheckReport {
        let workplace: Workplace
        do {
            workplace = try Workplace(config: config, environment: environment, fixedNow: fixedNow)
        } catch {
            return CheckReport(findings: error.sentences.map { .init(.error, place: config, what: $0) })
        }
        var findings = files(workplace)
        findings += secrets(workplace)
        findings += tokens(workplace)
        findings += await store(workplace)
        findings += await accounts(workplace)
        return CheckReport(findings: findings)
    }

    private func files(_ workplace: Workplace) -> [CheckReport.Finding] {
        let count = workplace.settings.accounts.count
        let parties = workplace.files.roster.parties.count
        return [
            .init(.ok, place: config, what: "配置可用，\(count) 个账号"),
            .init(.ok, place: workplace.settings.rosterFolder, what: "名册可用，\(parties) 个责任主体"),
        ] + workplace.files.warnings.map { .init(.warning, place: "名册", what: $0.text) }
    }

    private func secrets(_ workplace: Workplace) -> [CheckReport.Finding] {
        workplace.settings.secretProblems(environment: environment).map {
            .init(.error, place: "密钥", what: $0.description)
        }
    }

    /// The days left of every token of which somebody wrote down when it ends.
    private func tokens(_ workplace: Workplace) -> [CheckReport.Finding] {
        let today = workplace.now().day
        return workplace.settings.accounts.compactMap { account in
            guard let until = account.tokenUntil else { return nil }
            let daysLeft = until.number - today.number
            let what = daysLeft > 0 ? "授权令牌还有 \(daysLeft) 天到期（\(until)）" : "授权令牌已于 \(until) 到期"
            let severity: CheckReport.Severity =
                daysLeft <= 0 ? .error : daysLeft <= Self.daysLeftToWarn ? .warning : .ok
            return .init(
                severity, place: account.id, what: what,
                advice: severity == .ok ? "" : "请换新的 access_token，并把 token_until 改成新的到期日")
        }
    }

    /// A week: time to ask a shop for its consent anew.
    private static let daysLeftToWarn = 7

    private func store(_ workplace: Workplace) async -> [CheckReport.Finding] {
        do {
            let store = try OrderStore(reading: workplace.settings.storePath)
            let pipeline = workplace.pipeline(store)
            let facts = workplace.settings.accounts.map { account in
                let platform = workplace.settings.platforms.platform(named: account.platform)
                return SourceFacts(
                    name: account.id, platform: account.platform, shopID: account.shop, since: account.since,
                    identity: platform?.identity ?? "", mapping: platform?.mapping ?? "")
            }
            return try await pipeline.checkSources(facts) + pipeline.checkStore(sample: sample)
        } catch  where error.kind == .missing {
            return [.init(.ok, of: .store, place: "数据库", what: "还没有建立，第一次 daihuo run 时建立")]
        } catch {
            return [.init(.error, of: .store, place: "数据库", what: "\(error)")]
        }
    }

    /// Asks every account for a page of the last hour.
    private func accounts(_ workplace: Workplace) async -> [CheckReport.Finding] {
        do {
            let environment = try workplace.syncEnvironment(patience: .zero, report: { _ in })
            var findings: [CheckReport.Finding] = []
            for account in try workplace.accounts([]) {
                do {
                    try await Reachability(account: account, environment: environment).probe()
                    findings.append(.init(.ok, of: .source, place: account.id, what: "平台可达，授权有效"))
                } catch {
                    findings.append(.init(.error, of: .source, place: account.id, what: error.description))
                }
            }
            return findings
        } catch {
            return error.sentences.map { .init(.error, place: "账号", what: $0) }
        }
    }
}
