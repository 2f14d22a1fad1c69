import Testing

@testable import HTTP

@Suite("HTTPConfiguration")
struct HTTPConfigurationTests {
    @Test(
        "hosts without a proxy are those that the environment excepts, and this machine",
        arguments: [
            ("", ",localhost,127.0.0.0/8,::1"), ("example.com", "example.com,localhost,127.0.0.0/8,::1"),
            ("*", "*"),
        ])
    func hostsWithoutProxy(_ named: String, _ hosts: String) {
        #expect(HTTPConfiguration.hostsWithoutProxy(named) == hosts)
    }
}
