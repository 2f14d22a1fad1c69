import CCurlShim

/// Sets options of one easy handle and keeps the first failure, so that a request is built in one go and
/// checked once.
struct CurlOptions {
    let easy: UnsafeMutableRawPointer
    private(set) var failure = CURLE_OK

    init(easy: UnsafeMutableRawPointer) { self.easy = easy }

    mutating func set(_ option: CURLoption, _ value: Int) { keep(ccurl_set_long(easy, option, value)) }

    mutating func set(_ option: CURLoption, _ text: String?) { keep(ccurl_set_text(easy, option, text)) }

    mutating func set(_ option: CURLoption, _ list: UnsafeMutablePointer<curl_slist>?) {
        keep(ccurl_set_list(easy, option, list))
    }

    mutating func setUpload(_ bytes: UnsafeRawBufferPointer) {
        keep(ccurl_set_upload(easy, bytes.baseAddress, curl_off_t(bytes.count)))
    }

    mutating func setErrorBuffer(_ buffer: UnsafeMutablePointer<CChar>) {
        keep(ccurl_set_error_buffer(easy, buffer))
    }

    mutating func setCallbacks(
        head: curl_write_callback, body: curl_write_callback, context: UnsafeMutableRawPointer
    ) {
        keep(ccurl_set_head_callback(easy, head, context))
        keep(ccurl_set_body_callback(easy, body, context))
    }

    mutating func setReceiveBuffer(_ byteCount: Int32) {
        keep(ccurl_set_receive_buffer(easy, byteCount))
    }

    private mutating func keep(_ code: CURLcode) {
        if failure == CURLE_OK { failure = code }
    }
}
