extension FaultPlan.Kind {
    /// The answer in place of the right one; `nil` where the right one goes out, changed or late.
    func reply(isDouyin: Bool) -> Reply? {
        switch self {
        case .rateLimited:
            return isDouyin
                ? DouyinEndpoint.failure(60000, "isp.service-error:6", "触发限流，请稍后重试")
                : DeclaredEndpoint.failure(status: 429, "请求过于频繁")
        case .busy:
            return isDouyin
                ? DouyinEndpoint.failure(20000, "isp.service-error:1", "服务不可用，请稍后重试")
                : DeclaredEndpoint.failure(status: 503, "系统繁忙")
        case .expiredToken:
            return isDouyin
                ? DouyinEndpoint.failure(40003, "isv.access-token-expired", "access_token 已过期")
                : DeclaredEndpoint.failure(status: 401, "令牌已过期")
        case .serverError:
            return Reply(status: 500, contentType: "text/plain; charset=utf-8", text: "Internal Server Error")
        case .htmlPage:
            return Reply(
                status: 200, contentType: "text/html; charset=utf-8",
                text: "<!DOCTYPE html><html><body><h1>系统维护中</h1></body></html>")
        case .truncatedBody, .droppedConnection, .slow:
            return nil
        }
    }
}
