/// Invented names of people: no real person is meant.
enum PersonNames {
    private static let family = [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
        "梁", "宋", "郑",
        "谢", "韩", "唐", "冯", "于", "董", "萧",
    ]
    private static let given = [
        "建国", "志强", "秀英", "海燕", "永红", "新华", "卫东", "桂兰", "玉梅", "学军", "文博", "晓光", "立新", "春生", "红霞", "振兴", "丰收",
        "明月", "国庆",
        "长河", "青山", "向阳", "雪松", "慧敏",
    ]

    /// The name with this number; the first 720 are all different.
    static func name(_ number: Int) -> String {
        family[number % family.count] + given[(number / family.count + number * 7) % given.count]
    }

    /// How a platform masks a receiver: `张*`.
    static func masked(_ number: Int) -> String {
        family[number % family.count] + "*"
    }
}
