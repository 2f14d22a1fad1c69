/// What release 0.3 adds to the tables; never edited once released.
///
/// Written as `Tables001` is.
enum Tables002 {
    static let all = [budget]
}
