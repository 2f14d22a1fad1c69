package import Domain

/// One shop at one platform, or one source of records.
package struct Account: Sendable {
    /// Unique; it names the account in every message and report.
    package let id: String
    /// A name that the registry of the settings knows; of a file account also one that files alone are of.
    package let platform: String
    /// The platform's own shop id, as written.
    package let shop: String
    /// Whether its orders come as files alone: nobody is asked for them.
    package let isFile: Bool
    /// What ERPs call the same shop: `wangdiantong:示例旗舰店`; their exports name it so.
    package let aliases: [String]
    /// Scheme, host and port, without a trailing slash; `nil` = the platform's own host.
    package let baseURL: String?
    /// Whether `baseURL` is this machine itself.
    package let isOnLoopback: Bool
    /// Not secret as such: may be written in the file for any host.
    package let appKey: Secret?
    package let appSecret: Secret?
    package let accessToken: Secret?
    package let refreshToken: Secret?
    /// The file in which its tokens are kept; `nil` = beside the store, where there is a refresh token to begin with.
    let tokenFile: String?
    /// The day on which the access token ends, as far as somebody wrote it down; of tokens that are kept the platform tells.
    package let tokenUntil: BusinessDay?
    /// The first business day to fetch; of a file account that does not say it, the first of all.
    package let since: BusinessDay
    /// How often `serve` reads the account; `nil` = its default.
    package let every: Duration?
    /// What of it is read again although it was read.
    package let lookBack: LookBack
    /// Requests per second; `nil` = the platform's own pace, or none for an account with a `baseURL`.
    package let rate: Int?

    /// The keys that are stated although nothing uses them yet; `refreshes`: whether the platform gives tokens.
    func unusedKeys(refreshes: Bool) -> [UnusedKey] {
        refreshToken == nil || refreshes ? [] : [.refreshToken]
    }

    /// A key of an account that nothing uses yet; the raw value is the key.
    enum UnusedKey: String, CaseIterable {
        case refreshToken = "refresh_token"
    }

    /// What is wrong with its secrets at this moment, first of all; `nil` where all can be read.
    func secretProblem(environment: [String: String]) -> SettingsError.Problem? {
        for secret in secrets {
            do throws(SettingsError) {
                _ = try secret.read(environment: environment)
            } catch {
                return error.problems.first
            }
        }
        return nil
    }

    /// What the account states of the secrets that are used.
    var secrets: [Secret] { [appKey, appSecret, accessToken, refreshToken].compactMap(\.self) }
}
