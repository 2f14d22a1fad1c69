import Glibc

/// What holds for all requests of one client.
package struct HTTPConfiguration: Sendable {
    /// Path of a PEM file of authorities to trust **in place of** the system's.
    ///
    /// To trust both, concatenate the system's file (Debian: /etc/ssl/certs/ca-certificates.crt) and the
    /// private one. nil: the system's. Verification itself cannot be switched off.
    package var caFile: String?
    /// Connections open to one host at a time; further requests wait for one.
    ///
    /// Below 1 counts as 1.
    package var connectionsPerHostMax: Int
    /// Value of `User-Agent`, unless the request has one of its own.
    package var userAgent: String

    package init(caFile: String? = nil, connectionsPerHostMax: Int = 8, userAgent: String = "daihuo") {
        self.caFile = caFile
        self.connectionsPerHostMax = connectionsPerHostMax
        self.userAgent = userAgent
        let named = getenv("no_proxy") ?? getenv("NO_PROXY")
        hostsWithoutProxy = Self.hostsWithoutProxy(named.map { String(cString: $0) } ?? "")
    }

    /// Hosts that are asked directly whatever proxy the environment names, as curl lists them.
    let hostsWithoutProxy: String

    /// Those that the environment excepts, and this machine: what is asked of it with a token must not leave it.
    static func hostsWithoutProxy(_ named: String) -> String {
        // Curl takes a star for all hosts only where it stands alone.
        named == "*" ? named : "\(named),localhost,127.0.0.0/8,::1"
    }
}
