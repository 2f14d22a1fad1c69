/// What every call of libcrypto is held to.
enum Libcrypto {
    /// Ends the process unless libcrypto did what it was asked.
    ///
    /// It fails at a hash only where no memory is left or its configuration forbids SHA-256; no caller can go on then.
    static func expect(_ isDone: Bool) {
        if !isDone { fatalError("libcrypto refused SHA-256: check the memory left and openssl.cnf") }
    }
}
