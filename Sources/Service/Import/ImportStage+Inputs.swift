package import Domain
package import Platforms
import Reports

extension ImportStage {
    /// A file to import and where it belongs.
    package struct Input: Sendable {
        package let path: String
        /// The account's id; also the name of the source.
        package let account: String
        package let platform: String
        package let shopID: String
        /// The format's name.
        package let format: String
        /// Who wrote it, by which it counts.
        package var kind = SourceKind.file
        /// Where the shops are that its rows name; of most formats none is.
        package var shops = NamedShops([:])
        /// Whether it counts as telling of all orders from its first to its last day.
        package var isComplete = true
        /// Whether a person named the account.
        package var isAccountNamed = false
        /// Whether orders that are stored under another shop land all the same.
        package var confirmsShop = false
        /// Whether it is done although ids in it are damaged; their rows are parked all the same.
        package var acceptsDamagedIDs = false
        /// Where the rows go that could not be read; `nil`: nowhere.
        package var unreadablePath: String?
        /// Opened already; `nil`: whoever imports it opens it.
        package var opened: OpenedFile?
        /// What people say was sold, opened; `nil` of a file of orders.
        package var selfReports: OpenedSelfReports?

        /// What the account calls its platform where an order of the file was sold.
        ///
        /// An ERP's numbers of goods are its own, wherever it was sold.
        func platform(of key: OrderKey) -> String {
            kind == .file ? shops.platform(of: key) ?? platform : platform
        }

        /// It, opened.
        func opening() throws(ServiceError) -> OpenedFile {
            if let opened { return opened }
            return try OpenedFile(path, named: format, FileChoice())
        }
    }

    /// Opens each file, finds its format by its header (or by name) and the account that it belongs to.
    ///
    /// The account may stay unsaid where only one is of the file's platform: exports don't name their shop. A daily report is
    /// of none; `year` is that of its dates without one.
    package static func inputs(
        _ files: [String], account: String?, named name: String?, choice: FileChoice = FileChoice(),
        isComplete: Bool = true, year: Int? = nil, in workplace: Workplace
    ) throws(ServiceError) -> [Input] {
        var inputs: [Input] = []
        let all = workplace.settings.accounts
        for file in files {
            let found = try FoundFile(
                file, named: name, choice, among: workplace.settings.platforms.orderFiles)
            let opened: OpenedFile
            switch found {
            case .orders(let orders): opened = orders
            case .selfReports(let reports):
                inputs.append(try Input(reports, of: file, year: year, in: workplace))
                continue
            }
            if year != nil { throw ServiceError(.usage, [Notice("reported.year_of_orders", file)]) }
            if all.isEmpty {
                let platform = opened.format.platforms[0]
                let id = workplace.freeID(of: platform)
                throw ServiceError(.usage, [Notice("import.no_accounts", file.shellWord, id, platform)])
            }
            try workplace.expectAccounts([account].compactMap(\.self))
            let own = try owner(of: file, opened, account, in: workplace)
            // Before anything of it, or of the files beside it, is read.
            try opened.expectColumns()
            inputs.append(
                Input(
                    path: file, account: own.id, platform: own.platform, shopID: own.shop,
                    format: opened.format.name, kind: opened.format.kind,
                    shops: workplace.shops(namedBy: opened.format),
                    isComplete: isComplete, isAccountNamed: account != nil,
                    unreadablePath: UnreadableRows.path(
                        of: file, besideStore: workplace.settings.storePath), opened: opened))
        }
        return inputs
    }

    /// The account that a file is of: the one that was named, else the only one of its platform, or of a list of ours the one
    /// whose place its rows name first.
    private static func owner(
        of file: String, _ opened: OpenedFile, _ account: String?, in workplace: Workplace
    ) throws(ServiceError) -> Account {
        let format = opened.format
        let all = workplace.settings.accounts
        var own = all.filter {
            if let account { $0.id == account } else { format.platforms.contains($0.platform) }
        }
        if account == nil, own.count > 1, let named = try shopNamedFirst(opened, in: workplace) {
            own = own.filter { $0.platform == named.platform && $0.shop == named.shopID }
        }
        guard own.count == 1 else {
            let known = own.map(\.id)
            let notice =
                known.isEmpty
                ? Notice(
                    "import.no_account_of_platform", file, format.platforms[0], all.map(\.id), file.shellWord,
                    workplace.freeID(of: format.platforms[0]))
                : Notice("import.shop_unsaid", file, known)
            throw ServiceError(.usage, [notice])
        }
        guard format.platforms.contains(own[0].platform) else {
            let other = Notice(
                "import.other_platform", file, format.platforms, own[0].id, own[0].platform)
            throw ServiceError(.usage, [other])
        }
        return own[0]
    }

    /// The shop of ours that the first row of a list names which can be read; `nil` where none does, and of other files.
    private static func shopNamedFirst(
        _ opened: OpenedFile, in workplace: Workplace
    ) throws(ServiceError) -> NamedShops.Shop? {
        let shops = workplace.shops(namedBy: opened.format)
        guard opened.format.namesShops, opened.format.kind == .file,
            var reader = try? OrderFileReader(opened.table, as: opened.format, shopID: "", shops: shops)
        else { return nil }
        while let item = try next(&reader) {
            guard case .records(let records) = item, let key = records.order?.key else { continue }
            return shops.platform(of: key).map {
                NamedShops.Shop(channel: key.channel, shopID: key.shopID, platform: $0)
            }
        }
        return nil
    }
}
