import Domain
import JSON
import Platforms
import Testing

@Suite("Platforms: kind of source")
struct PlatformKindTests {
    /// A source that retells what platforms said.
    private struct ERP: Platform {
        let name = "erp"
        let baseURL: String? = nil
        let kind = SourceKind.erp
        let mapping = "erp-1"
        let updateTimes = UpdateTimes(orders: "erp-1", refunds: "erp-1")
        let channels: Set<Channel> = [.other]
        let feeds: [Feed] = []

        func keyRules(of feed: Feed) -> Set<KeyRule> { [] }

        func request(
            _ query: PageQuery, account: AccountAccess, now: Instant
        ) throws(PlatformError) -> PlatformRequest {
            PlatformRequest(method: "GET", url: "")
        }

        func outline(_ root: JSONView, query: PageQuery) throws(PlatformError) -> Page { Page() }

        func records(_ root: JSONView, query: PageQuery, account: AccountAccess, into page: inout Page) {}
    }

    @Test("a platform is an API of its own unless it says otherwise")
    func kinds() throws {
        let declared = try DeclaredFixture.platform("events")
        let platforms: [any Platform] = PlatformList.platforms + [declared, ERP()]

        #expect(platforms.dropLast().allSatisfy { $0.kind == .api })
        #expect(platforms.last?.kind == .erp)
    }
}
