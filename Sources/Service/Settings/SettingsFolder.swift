/// Where the paths of a configuration start.
struct SettingsFolder {
    private let path: String
    private let home: String?

    init(ofFile file: String, home: String?) {
        path = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        self.home = home
    }

    /// Absolute paths as they are, `~/x` in the home folder, others in the configuration's folder.
    func resolve(_ text: String) -> String {
        if text.hasPrefix("/") { return text }
        if text.hasPrefix("~/"), let home { return home + text.dropFirst() }
        return path + text
    }
}
