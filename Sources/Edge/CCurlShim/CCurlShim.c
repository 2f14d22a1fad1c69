#define _GNU_SOURCE
#include "CCurlShim.h"

#include <assert.h>
#include <dlfcn.h>
#include <stdint.h>
#include <sys/socket.h>

// OPENSSL_INIT_NO_ATEXIT of openssl/crypto.h; looked up by name so that OpenSSL's headers are not needed.
static const uint64_t openssl_init_no_atexit = 0x00080000;

CURLcode ccurl_global_init(void) {
    // OpenSSL's exit handler would free its tables while our thread may still use them
    // (swift-corelibs-foundation issue 5469), so it must be told before curl initialises it.
    int (*init_crypto)(uint64_t, const void *) =
        (int (*)(uint64_t, const void *))dlsym(RTLD_DEFAULT, "OPENSSL_init_crypto");
    if (init_crypto != NULL) {
        init_crypto(openssl_init_no_atexit, NULL);
    }
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

static bool is_of_type(CURLoption option, int type) {
    return (int)option / 10000 * 10000 == type;
}

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    assert(is_of_type(option, CURLOPTTYPE_LONG));
    return curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    assert(is_of_type(option, CURLOPTTYPE_OFF_T));
    return curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *text) {
    assert(is_of_type(option, CURLOPTTYPE_STRINGPOINT));
    return curl_easy_setopt(easy, option, text);
}

CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
    assert(is_of_type(option, CURLOPTTYPE_SLISTPOINT));
    return curl_easy_setopt(easy, option, list);
}

CURLcode ccurl_set_upload(CURL *easy, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_POSTFIELDS, (const char *)bytes);
}

CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer) {
    return curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode ccurl_set_body_callback(CURL *easy, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
}

CURLcode ccurl_set_head_callback(CURL *easy, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
}

static int set_receive_buffer(void *byte_count, curl_socket_t connection, curlsocktype purpose) {
    (void)purpose;
    int count = (int)(intptr_t)byte_count;
    // Only speed depends on it.
    (void)setsockopt(connection, SOL_SOCKET, SO_RCVBUF, &count, sizeof count);
    return CURL_SOCKOPT_OK;
}

CURLcode ccurl_set_receive_buffer(CURL *easy, int byte_count) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, (void *)(intptr_t)byte_count);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, set_receive_buffer);
}

long ccurl_bytes_sent(CURL *easy) {
    long count = 0;
    // Whoever cannot be asked may have sent something.
    return curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &count) == CURLE_OK ? count : 1;
}

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    assert((int)option / 10000 * 10000 == CURLOPTTYPE_LONG);
    return curl_multi_setopt(multi, option, value);
}

bool ccurl_next_done(CURLM *multi, struct ccurl_done *done) {
    int left = 0;
    for (CURLMsg *message = curl_multi_info_read(multi, &left); message != NULL;
         message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE) {
            done->easy = message->easy_handle;
            done->code = message->data.result;
            return true;
        }
    }
    return false;
}
