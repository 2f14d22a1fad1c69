import Domain

extension Template {
    /// Who was on air where, from when to when.
    static let sessions = Template(
        name: "sessions", title: "直播排班", purpose: Notice("template.sessions"),
        use: .partOfRoster,
        notes: ["一行一位达人的一个时段；几位达人同场，各写一行，场次相同。", "店铺编号和直播间编号至少写一个。"],
        sheets: [
            TemplateSheet(
                name: "直播场次",
                columns: [
                    .required("场次", .text, "哪一场，自己起；同一场每行写法相同。", "2022-11-11-晚", "2022-11-11-晚"), .platform,
                    .optional("店铺编号", .id, "店铺在平台上的编号，照抄。", "4463798", "4463798"),
                    .optional("直播间编号", .id, "直播间在平台上的编号，照抄；空着表示店铺的任何直播间。", "", ""),
                    .party,
                    .required("开始时间", .time, "北京时间。", "2022-11-11 19:00", "2022-11-11 21:00"),
                    .required(
                        "结束时间", .time, "北京时间；过了零点写第二天的日期。", "2022-11-11 21:00", "2022-11-12 00:30"),
                    .optional("份额（万分之）", .count, "几位达人同时在播时各占多少，一半写 5000；空着表示平分。", "", ""),
                ])
        ])
}
