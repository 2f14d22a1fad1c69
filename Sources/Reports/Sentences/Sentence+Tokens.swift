extension Sentence {
    /// Why an account has no access token, and what to do; what `authorise` says.
    static let tokens: [Sentence] = [
        .init(
            "tokens.authorise_by_code", "请重新授权：{daihuo} authorise {1} --code -（授权码从标准输入读）",
            "please authorise again: {daihuo} authorise {1} --code - (it reads the code from standard input)"),
        .init(
            "tokens.authorise_by_code_or_app",
            "请重新授权：{daihuo} authorise {1} --code -（授权码从标准输入读；自用型应用不写 --code）",
            "please authorise again: {daihuo} authorise {1} --code - (it reads the code from standard input; without --code for "
                + "an app that is the shop's own)"),
        .init(
            "tokens.authorise_by_hand", "请重新授权：在平台上取得新的令牌，写进账号 {1} 的 access_token 和 refresh_token",
            "please authorise again: get new tokens from the platform and put them into access_token and refresh_token of "
                + "account {1}"),
        .init("tokens.none", "没有令牌，{1}", "there is no token; {1}"),
        .init("tokens.answered", "平台回复 {1}", "the platform answered {1}"),
        .init(
            "tokens.refused", "平台不再接受刷新令牌（{1}），{2}", "the platform does not take the refresh token ({1}); {2}"
        ),
        .init(
            "tokens.refused_before", "平台已不接受刷新令牌，{1}",
            "the platform does not take the refresh token any more; {1}"),
        .init("tokens.expired", "授权已到期，{1}", "the authorisation has ended; {1}"),
        .init(
            "tokens.unanswered", "更换令牌时没有收到平台的回复，刷新令牌可能已作废，{1}",
            "the platform's answer with the new tokens was lost, and the refresh token may be void; {1}"),
        .init("tokens.not_given", "更换令牌没有成功：{1}", "the token could not be refreshed: {1}"),
        .init(
            "tokens.not_refreshed", "令牌快到期，没有换成（{1}）；现在的还能用，稍后再换",
            "the token ends soon and could not be refreshed ({1}); it still works, and is refreshed later"),
        .init(
            "tokens.rejected_again", "换了新令牌，平台仍说令牌无效，{1}",
            "the platform does not take the new token either; {1}"),
        .init("tokens.file_unreadable", "令牌文件 {1} {2}", "the file of tokens {1} {2}"),
        .init(
            "tokens.file_open", "令牌文件 {1} 别人也能读写，请运行 chmod 600 {1}",
            "the file of tokens {1} can be read or written by others; run chmod 600 {1}"),
        .init(
            "tokens.file_foreign", "令牌文件 {1} 读不懂，{2}", "the file of tokens {1} is not understood; {2}"),
        .init(
            "tokens.file_unwritable", "令牌文件 {1} 写不进去（错误 {2}）；请检查权限与磁盘空间",
            "the file of tokens {1} cannot be written (error {2}); check who may write there, and the space on the disk"
        ),
        .init(
            "tokens.locked", "另一个进程正在更换令牌（{1}），等得太久",
            "another process refreshes the tokens ({1}) and takes too long"),
    ]

    /// What `authorise` says.
    static let authorise: [Sentence] = [
        .init("authorise.kept", "账号 {1} 已授权，令牌写在 {2}", "account {1} is authorised; its tokens stand in {2}"),
        .init(
            "authorise.access_until", "访问令牌用到 {1}，到期前自动更换",
            "the access token lasts until {1} and is refreshed by itself"),
        .init(
            "authorise.refresh_until", "一直不运行的话，授权到 {1} 为止", "without any run the authorisation ends at {1}"),
        .init(
            "authorise.would_ask", "账号 {1}：将向 {2} {3} 取令牌，写进 {4}",
            "account {1}: would ask {2} {3} for tokens and write them into {4}"),
        .init("authorise.failed", "账号 {1} 没有取得令牌：{2}", "account {1} got no tokens: {2}"),
        .init(
            "authorise.unanswered", "{1}；授权码只能用一次，请取得新的授权码再运行一次",
            "{1}; a code works once: get a new one and run this again"),
        .init(
            "authorise.no_tokens", "账号 {1}：平台 {2} 的令牌要在平台上取得，写进 access_token",
            "account {1}: tokens of platform {2} are got there and put into access_token"),
        .init(
            "authorise.nowhere_to_keep", "账号 {1} 没有写令牌放在哪里，请在 daihuo.yaml 里加上 token: {file: 文件路径}",
            "account {1} does not say where its tokens are kept; add token: {file: PATH} to it in daihuo.yaml"
        ),
        .init(
            "authorise.code_needed", "账号 {1}（平台 {2}）要有授权码，请加上 --code - 并从标准输入给出",
            "account {1} (platform {2}) needs a code: add --code - and give it on standard input"),
        .init(
            "authorise.no_code", "账号 {1}：平台 {2} 不凭授权码给令牌，请把令牌写进 access_token 和 refresh_token",
            "account {1}: platform {2} gives no tokens for a code; put them into access_token and refresh_token"
        ),
        .init(
            "authorise.bad_code", "授权码要是一行文字，不能是空的", "the code must be one line of text, and not empty"),
    ]
}
