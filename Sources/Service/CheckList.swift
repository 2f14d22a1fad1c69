import Attribution
import Domain
import Foundation
import Platforms
package import Reports
import Store
import Sync

/// `daihuo check`: configuration, secrets, roster, store and reachability; every problem at once.
package struct CheckList: Sendable {
    package let config: String
    package let environment: [String: String]
    package let time: TimeSource
    /// How many orders are worked out anew, picked evenly; `nil`: all.
    package let sample: Int?
    /// Whether every page of the store's file is looked at, too.
    package let isDeep: Bool

    /// A check of one configuration.
    package init(
        config: String, environment: [String: String], time: TimeSource, sample: Int? = nil,
        isDeep: Bool = false
    ) {
        self.config = config
        self.environment = environment
        self.time = time
        self.sample = sample
        self.isDeep = isDeep
    }

    /// Looks at everything; what is wrong is a finding, not an error.
    package func run() async -> CheckReport {
        let workplace: Workplace
        do {
            workplace = try Workplace(config: config, environment: environment, time: time)
        } catch {
            // A roster that cannot be read says nothing of the secrets.
            let settings = try? Settings.load(path: config, environment: environment)
            return CheckReport(
                findings: error.notices.map { .init(.error, place: .verbatim(config), what: $0) }
                    + (settings.map(secrets) ?? []))
        }
        var findings = files(workplace)
        findings += await rosterDoubts(workplace)
        findings += workplace.missingIdentities + workplace.sinceAhead
        findings += workplace.unusedKeys + workplace.lookBackNotes + workplace.inboxNotes
        findings += secrets(workplace.settings)
        findings += tokens(workplace)
        findings += await store(workplace)
        findings += await accounts(workplace)
        return CheckReport(findings: findings)
    }

    private func files(_ workplace: Workplace) -> [CheckReport.Finding] {
        let count = workplace.settings.accounts.count
        let parties = workplace.files.roster.parties.count
        return [
            .init(.ok, place: .verbatim(config), what: Notice("check.settings_usable", count)),
            .init(
                .ok, place: .verbatim(workplace.settings.rosterFolder),
                what: Notice("check.roster_usable", parties)),
        ] + workplace.files.warnings.map { .init(.warning, place: Notice("check.roster"), what: $0.notice) }
    }

    private func secrets(_ settings: Settings) -> [CheckReport.Finding] {
        settings.secretProblems(environment: environment).map {
            .init(.error, place: Notice("check.secrets"), what: $0.notice)
        }
    }

    /// `again`: another process may write while the store is looked at; it is looked at once more then.
    private func store(_ workplace: Workplace, again: Bool = true) async -> [CheckReport.Finding] {
        do {
            return try await storedFindings(workplace)
        } catch  where again && error.kind == .busy {
            return await store(workplace, again: false)
        } catch  where error.kind == .missing {
            let folder = URL(fileURLWithPath: workplace.settings.storePath).deletingLastPathComponent().path
            guard access(folder, W_OK | X_OK) == 0 else {
                return [
                    .init(
                        .error, place: Notice("check.store"), what: Notice("check.store_folder", folder),
                        advice: Notice("check.make_folder"))
                ]
            }
            return [.init(.ok, of: .store, place: Notice("check.store"), what: Notice("check.no_store"))]
                + ((try? await workplace.fileNotes(nil)) ?? [])
        } catch  where error.kind == .older {
            return [.init(.warning, of: .store, place: Notice("check.store"), what: error.notice)]
        } catch {
            return [.init(.error, of: .store, place: Notice("check.store"), what: error.notice)]
        }
    }

    private func storedFindings(_ workplace: Workplace) async throws(StoreError) -> [CheckReport.Finding] {
        let store = try OrderStore(reading: workplace.settings.storePath)
        let pipeline = workplace.pipeline(store)
        let facts = workplace.settings.accounts.map { account in
            SourceFacts(
                name: account.id, platform: account.platform, shopID: account.shop,
                api: account.isFile
                    ? nil
                    : workplace.settings.platforms.platform(named: account.platform).map { platform in
                        .init(platform, host: account.baseURL ?? platform.baseURL ?? "", since: account.since)
                    })
        }
        let reading = try await workplace.coverage(store)
        // An account that was never read may be one that files are imported for.
        let severity: CheckReport.Severity = reading.isCompleteWhereRead ? .note : .warning
        let unread = reading.isComplete ? nil : reading.notice
        return try await pages(of: store) + pipeline.checkSources(facts) + pipeline.checkStore(sample: sample)
            + store.openCounts().findings + workplace.fileNotes(store)
            + [unread].compactMap(\.self).map {
                .init(severity, place: Notice("check.accounts"), what: $0, names: reading.incompleteIDs)
            }
    }

    private func pages(of store: OrderStore) async throws(StoreError) -> [CheckReport.Finding] {
        guard isDeep else { return [] }
        let damage = try await store.damage().map { Notice("check.pages_damaged", $0) }
        return [
            .init(
                damage == nil ? .ok : .error, of: .store, place: Notice("check.store"),
                what: damage ?? Notice("check.pages_sound"),
                advice: damage == nil ? nil : Notice("check.restore_backup"))
        ]
    }

    /// Asks every account for a page of the last hour.
    private func accounts(_ workplace: Workplace) async -> [CheckReport.Finding] {
        do {
            let environment = try workplace.syncEnvironment(
                patience: .zero, sharing: false, progress: { _ in })
            var findings: [CheckReport.Finding] = []
            var silent: [String] = []
            let accounts = try workplace.accounts([], refreshingTokens: false)
            for account in accounts {
                let tokens = workplace.tokens(ofAccount: account.id)
                if let tokens, !tokens.works(at: workplace.now()) {
                    if tokens.refreshes(at: workplace.now()) { findings.append(Self.due(tokens)) }
                    continue
                }
                do {
                    try await Reachability(account: account, environment: environment).probe()
                    findings.append(
                        .init(
                            .ok, of: .source, place: .verbatim(account.id),
                            what: Notice("check.account_answers")))
                } catch  where error.isWithoutToken && tokens?.refreshes(at: workplace.now()) == true {
                    findings += tokens.map { [Self.due($0)] } ?? []
                } catch {
                    findings.append(
                        .init(.error, of: .source, place: .verbatim(account.id), what: error.notice))
                    if !error.isRefusal { silent.append(account.id) }
                }
            }
            if silent.isEmpty { return findings }
            // Nothing asks again by itself: only a sync does.
            let later = Notice("check.ask_later", Notice.accounts(silent, of: accounts.count))
            return findings + [.init(.note, place: Notice("check.accounts"), what: later, names: silent)]
        } catch {
            return error.notices.map { .init(.error, place: Notice("check.accounts"), what: $0) }
        }
    }
}
