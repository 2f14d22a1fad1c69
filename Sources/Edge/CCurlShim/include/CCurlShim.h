// The parts of libcurl that Swift cannot call: its variadic functions, one wrapper per argument type (passing
// an int where curl reads a long is undefined), the union inside CURLMsg, and the start of the library.
#ifndef CCURLSHIM_H
#define CCURLSHIM_H

#include <curl/curl.h>
#include <stdbool.h>

// 7.87: CURLOPT_QUICK_EXIT; 7.85: CURLOPT_PROTOCOLS_STR.
#if !CURL_AT_LEAST_VERSION(7, 87, 0)
#error "libcurl 7.87 or newer is needed: install libcurl4-openssl-dev of Debian 12 or newer"
#endif

// Starts libcurl; call once, before any other thread uses it.
CURLcode ccurl_global_init(void);

// curl_easy_setopt. The assert in each refuses an option of another type.
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value);
// Curl copies the text; NULL gives back the option's default.
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *text);
// Not copied: list, memory and error buffer must outlive the transfer.
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list);
CURLcode ccurl_set_upload(CURL *easy, const void *bytes, curl_off_t count);
CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer);
// Callback and context together, so that they cannot be mismatched.
CURLcode ccurl_set_body_callback(CURL *easy, curl_write_callback callback, void *context);
CURLcode ccurl_set_head_callback(CURL *easy, curl_write_callback callback, void *context);
// How many bytes the system keeps of a connection until they are read, which ends its own choice of a size. Linux takes
// twice the number, and no more than twice net.core.rmem_max.
CURLcode ccurl_set_receive_buffer(CURL *easy, int byte_count);

// How many bytes of requests a transfer has sent, over whatever connections; 0: nobody can have received anything.
long ccurl_bytes_sent(CURL *easy);

// curl_multi_setopt.
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);

// One finished transfer.
struct ccurl_done {
    CURL *easy;
    CURLcode code;
};

// Takes the next finished transfer off the multi's queue; false when there is none.
bool ccurl_next_done(CURLM *multi, struct ccurl_done *done);

#endif
