import Attribution
package import Domain
import Foundation
import HTTP
import Platforms
package import Store
package import Sync

/// A configuration made usable: settings, roster, secrets and store of one `daihuo.yaml`.
package struct Workplace: Sendable {
    package let settings: Settings
    package let files: RosterFiles
    package let environment: [String: String]
    /// The wall clock; fixed in rehearsals.
    package let now: @Sendable () -> Instant
    private let config: String
    private let fixedNow: Instant?

    /// Reads settings and roster.
    ///
    /// Every problem of either is in the error, and nothing is half-loaded.
    ///
    /// `fixedNow` stops the clock for rehearsals; it is refused where an account is on a platform's own host.
    package init(config: String, environment: [String: String], fixedNow: Instant?) throws(ServiceError) {
        do {
            settings = try Settings.load(path: config, environment: environment)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.description))
        }
        if fixedNow != nil, let account = settings.accounts.first(where: { !$0.isOnLoopback }) {
            throw ServiceError(
                .usage, ["账号 \(account.id)：使用平台自己的地址时不能用 --now；请去掉 --now，或把 base_url 指向本机"])
        }
        do {
            files = try RosterFiles.load(folder: settings.rosterFolder, catalogue: settings.cataloguePath)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.text))
        }
        (self.config, self.fixedNow) = (config, fixedNow)
        self.environment = environment
        now = { fixedNow ?? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    }

    /// Opens the store for reading; it is neither made nor migrated.
    package func openStore() throws(ServiceError) -> OrderStore {
        do {
            return try OrderStore(reading: settings.storePath)
        } catch {
            throw ServiceError(error)
        }
    }

    /// A workplace whose store is open for writing, with the right to do so.
    package struct Writing: Sendable {
        /// With settings and roster as they were read after the lock was there.
        package let workplace: Workplace
        package let store: OrderStore
        package let lock: StoreLock
    }

    /// Takes the right to write, then reads settings and roster anew and opens the store; waits up to `patience` for
    /// another process.
    ///
    /// Either may have changed while this process waited: what it decided by the old ones would be decided once more.
    package func openForWriting(
        verb: String, patience: Duration, waiting: @escaping @Sendable (String) -> Void
    ) async throws(ServiceError) -> Writing {
        let lock: StoreLock
        do {
            lock = try await StoreLock(
                path: settings.storePath, verb: verb, patience: patience, waiting: waiting)
        } catch {
            throw ServiceError(error)
        }
        let present = try Workplace(config: config, environment: environment, fixedNow: fixedNow)
        guard present.settings.storePath == settings.storePath else {
            throw ServiceError(.usage, ["\(config)：store 在等待期间改成了另一个路径；请再运行一次"])
        }
        do {
            return Writing(workplace: present, store: try OrderStore(path: settings.storePath), lock: lock)
        } catch {
            throw ServiceError(error)
        }
    }

    /// The pipeline over a store.
    package func pipeline(_ store: OrderStore) -> Pipeline {
        Pipeline(store: store, roster: files.roster, now: now)
    }

    /// The accounts to sync: those named, or all.
    package func accounts(_ ids: [String]) throws(ServiceError) -> [SyncAccount] {
        let unknown = ids.filter { id in !settings.accounts.contains { $0.id == id } }
        guard unknown.isEmpty else {
            let known = settings.accounts.map(\.id).joined(separator: "、")
            throw ServiceError(.usage, unknown.map { "账号 \($0)：配置中没有这个账号；已有的账号：\(known)" })
        }
        var accounts: [SyncAccount] = []
        for account in settings.accounts where ids.isEmpty || ids.contains(account.id) {
            guard let platform = settings.platforms.platform(named: account.platform) else { continue }
            accounts.append(try syncAccount(account, platform))
        }
        return accounts
    }

    /// What the sync needs of the outside.
    package func syncEnvironment(
        patience: Duration, report: @escaping @Sendable (SyncEvent) -> Void
    ) throws(ServiceError) -> SyncEnvironment {
        do {
            let client = try HTTPClient(configuration: HTTPConfiguration(caFile: settings.caFile))
            return SyncEnvironment(
                client: client, pacer: Pacer(), now: now, patience: patience,
                seed: .random(in: .min ... .max),
                report: report)
        } catch {
            throw ServiceError(.usage, ["HTTP：\(error)；请检查 ca_file 与系统证书"])
        }
    }

    private func syncAccount(
        _ account: Account, _ platform: any Platform
    ) throws(ServiceError) -> SyncAccount {
        guard let baseURL = account.baseURL ?? platform.baseURL else {
            throw ServiceError(.usage, ["账号 \(account.id)：平台 \(account.platform) 没有自己的地址，请填写 base_url"])
        }
        let environment = environment
        let pace =
            account.rate ?? (account.baseURL == nil ? platform.feeds.map(\.requestsPerSecond).min() : nil)
        return SyncAccount(
            id: account.id, platform: platform, shopID: account.shop, host: baseURL,
            access: { () throws(SyncError) in
                do throws(SettingsError) {
                    return AccountAccess(
                        shopID: account.shop, baseURL: baseURL,
                        appKey: try account.appKey?.read(environment: environment) ?? "",
                        appSecret: try account.appSecret?.read(environment: environment) ?? "",
                        accessToken: try account.accessToken?.read(environment: environment) ?? "")
                } catch {
                    throw SyncError(account: account.id, place: "密钥", advice: error.description)
                }
            }, since: account.since, requestsPerSecond: pace)
    }
}
