extension Sentence {
    /// What is wrong with the grammar of a YAML file, and what was meant by a word.
    static let yaml: [Sentence] = [
        .init("hint.nearest", "，是不是“{1}”？", "; did you mean \"{1}\"?"),
        .init("hint.none", "", ""),
        .init(
            "yaml.another_document", "这里多了一行“---”，一个文件只写一份设置，请删去",
            "there is a further line `---`; a file holds one document: delete it"),
        .init(
            "yaml.starts_with_sign", "值不能以 @、` 或 % 开头，请给值加上引号",
            "a value cannot begin with @, ` or %; put it in quotes"),
        .init(
            "yaml.stray_colon", "这里多了一个冒号或缩进不对，请与同级的键对齐；值里有“: ”时请加引号",
            "there is a colon too many, or the indentation is wrong: align it with the keys beside it, and put a value with \": \" in it in quotes"
        ),
        .init(
            "yaml.no_colon", "键和值要写成“键: 值”，请用半角冒号并在后面加一个空格",
            "write `key: value`, with a space behind the colon"),
        .init("yaml.open_bracket", "方括号没有写完，请补上 ] 或逗号", "a square bracket is not closed: add ] or a comma"),
        .init("yaml.open_brace", "花括号没有写完，请补上 } 或逗号", "a curly bracket is not closed: add } or a comma"),
        .init(
            "yaml.items_not_aligned", "列表的各项没有对齐，请让每项的“- ”在同一列",
            "the items of the list are not aligned: put each `- ` in the same column"),
        .init(
            "yaml.not_aligned", "这一行的缩进与上下行不一致，请与同级的键对齐",
            "the indentation of this line fits none around it: align it with the keys beside it"),
        .init("yaml.item_not_here", "“- ”不能写在这里，请另起一行", "`- ` cannot stand here; begin a new line"),
        .init(
            "yaml.starts_with_anchor", "值不能以 * 或 & 开头，请给值加上引号",
            "a value cannot begin with * or &; put it in quotes"),
        .init("yaml.starts_with_star", "值不能以 * 开头，请给值加上引号", "a value cannot begin with *; put it in quotes"),
        .init(
            "yaml.too_many_aliases", "用 * 引用的内容展开后太多，请直接写出来",
            "what it refers to by * comes to too much; write it out"),
        .init("yaml.tab", "这一行的缩进里有制表符（Tab），请改用空格", "this line is indented by a tab; use spaces"),
        .init(
            "yaml.control_character", "有控制字符，请删去这一行里看不见的字符",
            "there is a control character: delete what cannot be seen on this line"),
        .init("yaml.key_twice", "“{1}”写了两次，请删去一个", "\"{1}\" stands there twice; delete one"),
        .init(
            "yaml.no_yaml", "不是 YAML 文件，请检查缩进、引号和冒号", "this is no YAML; check indentation, quotes and colons"),
        .init("yaml.bad_escape", "双引号里的 \\ 写错了，请改用单引号", "a \\ in double quotes is wrong; use single quotes"),
        .init(
            "yaml.open_quote", "从这一行起的引号没有成对，请补上另一个",
            "a quote that opens on this line is not closed; add the other one"),
        .init(
            "yaml.bad_line", "这一行不合 YAML 的写法，请检查缩进、引号和冒号",
            "this line is no YAML; check indentation, quotes and colons"),
    ]
}
