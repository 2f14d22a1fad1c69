extension Sentence {
    /// What is wrong with files, rows and cells, and what to do.
    static let tables: [Sentence] = [
        .init("table.problem", "{1}：{2}；{3}。", "{1}: {2}; {3}."),
        .init("table.line", "{1} 第 {2} 行", "{1} line {2}"),
        .init("table.column", "{1}“{2}”列", "{1} column \"{2}\""),
        .init("table.cell", "{1} 第 {2} 行“{3}”列", "{1} line {2} column \"{3}\""),
        .init("table.does_not_exist", "文件不存在", "there is no such file"),
        .init("table.check_path", "请检查路径和文件名", "check its path and name"),
        .init("table.may_not_be_read", "没有读取权限", "it may not be read"),
        .init("table.check_permissions", "请检查文件的权限", "check the permissions of the file"),
        .init("table.cannot_be_read", "读不了（系统错误 {1}）", "it cannot be read (system error {1})"),
        .init("table.check_disk", "请检查磁盘，或重新下载这个文件", "check the disk, or download the file again"),
        .init("table.is_no_file", "不是普通文件", "it is no regular file"),
        .init("table.give_path", "请给出一个文件的路径", "give the path of a file"),
        .init("table.is_empty", "是空文件，没有表头", "the file is empty and has no header"),
        .init("table.export_or_download", "请重新导出或下载", "export or download it again"),
        .init("table.is_zip", "是压缩包，里面没有能读的表", "it is an archive without a table in it"),
        .init("table.unzip", "请解压后看看里面有什么，或重新导出", "unzip it and look what is in it, or export it again"),
        .init(
            "table.is_excel", "是旧版 Office 文件，不是 Excel 表", "it is a file of old Office, no workbook of Excel"),
        .init(
            "table.remove_password", "请在 Excel 里去掉密码，另存后再导入",
            "remove the password in Excel, save it and import again"),
        .init(
            "table.is_web_page", "是网页或 XML，不是表格（多半是登录已过期）",
            "it is a web page or XML, no table (most likely the login had run out)"),
        .init("table.log_in_again", "请重新登录后台再导出", "log in again and export once more"),
        .init(
            "table.is_json", "是 JSON，不是表格（多半是下载时平台报错）",
            "it is JSON, no table (most likely the platform answered an error)"),
        .init("table.export_again", "请重新导出", "export it again"),
        .init("table.is_binary", "不是文本文件", "it is no text file"),
        .init("table.export_as_csv", "请重新导出为 CSV", "export it as CSV"),
        .init(
            "table.encoding_unknown_here", "是 {1} 编码，而本机的 C 库不认识它",
            "it is in {1}, which this machine's C library does not know"),
        .init("table.convert_encoding", "请把文件转成 UTF-8", "convert the file to UTF-8"),
        .init("table.column_missing", "表头缺少{1}列", "the header has no column {1}"),
        .init("table.either_column", "{1}或{2}", "{1} or {2}"),
        .init(
            "table.check_header", "请检查表头，或重新导出并勾选这一列",
            "check the header, or export again with this column"),
        .init(
            "table.column_twice", "表头有 {1} 个“{2}”列（{3}），不知道该读哪一个",
            "the header has {1} columns \"{2}\" ({3}), and which to read is not known"),
        .init("table.column_number", "第 {1} 列", "column {1}"),
        .init("table.delete_columns", "请删去多出来的列，或重新导出", "delete those that are too many, or export again"),
        .init(
            "table.row_too_wide", "有 {1} 格，与表头的 {2} 列对不上",
            "the row has {1:cell|cells} and the header {2:column|columns}"),
        .init("table.check_commas_and_quotes", "请检查这一行的逗号和引号", "check the commas and quotes of this row"),
        .init("table.quote_unclosed", "引号没有闭合", "a quote is not closed"),
        .init("table.text_after_quote", "引号闭合之后还有文字", "text follows a closing quote"),
        .init(
            "table.row_too_many_cells", "格数多得不合理（超过 16384 格）",
            "the row has more cells than any sheet has columns (more than 16,384)"),
        .init("table.row_too_long", "长得不合理（超过 16 MB）", "the row is too long to be true (more than 16 MB)"),
        .init(
            "table.mend_row", "请改正这一行，或重新导出文件；已从下一行继续读取",
            "mend this row, or export the file again; reading went on at the next line"),
        .init("table.has_nul", "含有空字节（NUL），文件已损坏", "there is a NUL byte, so the file is damaged"),
        .init(
            "table.cut_off", "在一个字的中间断了，文件不完整",
            "the file ends in the middle of a character, so it is incomplete"),
        .init("table.download_or_export", "请重新下载或导出", "download or export it again"),
        .init("table.bad_bytes", "含有不是 {1} 编码的字节", "there are bytes that are no {1}"),
        .init(
            "table.keep_encoding", "请重新导出，不要用编辑器改编码",
            "export it again, and change no encoding in an editor"),
        .init("table.no_time", "不是时间", "it is no time"),
        .init(
            "table.write_beijing_time", "请写成 2022-11-01 20:15:00 这样的北京时间",
            "write Beijing time such as 2022-11-01 20:15:00"),
        .init(
            "table.id_has_decimals", "编号被 Excel 变成了小数", "Excel has made a number with decimals of the id"),
        .init(
            "table.id_has_exponent", "编号被 Excel 变成了科学计数法，末尾的数字已丢失",
            "Excel has made a number with an exponent of the id, and its last digits are lost"),
        .init(
            "table.id_ends_in_zeros", "编号从第 16 位起全是 0，像是被 Excel 改过",
            "the id is all zeros from its 16th digit on, as Excel leaves it"),
        .init(
            "table.export_without_excel", "请从后台重新导出（CSV，编号列为文本），不要用 Excel 打开后另存",
            "export it again (CSV, ids as text), and do not save it from Excel"),
        .init("table.no_amount", "不是金额", "it is no amount"),
        .init("table.write_yuan", "请改成以元为单位的数字，如 12.30", "write a number of yuan, such as 12.30"),
        .init("table.finer_than_fen", "金额比分还细", "the amount is finer than a fen"),
        .init("table.two_decimals", "请改成最多两位小数", "write two decimals at most"),
        .init("table.amount_too_large", "金额大得不合理", "the amount is too large to be true"),
        .init("table.check_cell", "请检查这一格", "check this cell"),
        .init("table.only_about", "只是个大概的数", "it is only about so much"),
        .init("table.from_to", "是一个范围，不是一个数", "it is a range and no figure"),
        .init(
            "table.write_exact", "请写确切的数；不知道就空着", "write the exact figure, or nothing where it is not known"),
        .init("table.no_quantity", "不是数量", "it is no quantity"),
        .init("table.no_unit", "单位认不出", "its unit is not known"),
        .init(
            "table.write_quantity", "请写成 12、13.5吨、8千斤、2.6万斤 这样",
            "write a number, and its unit behind it or in the column for units"),
        .init("table.units_disagree", "数量里写的单位与单位列不一致", "its unit is not the one of the column for units"),
        .init("table.unit_unsaid", "没有写单位", "it has no unit"),
        .init(
            "table.say_unit", "请写上单位，如 13吨、8千斤、12件", "write its unit, such as 13t or 500kg"),
        .init(
            "table.yuan_or_wan", "这一列以万元为单位，这一格又另写了单位",
            "its column is in ten thousands of yuan, and the cell says another unit"),
        .init("table.one_unit", "请只写一个单位", "write one unit only"),
        .init("table.quantity_too_fine", "比单位的千分之一还细", "it is finer than a thousandth of its unit"),
        .init("table.no_day", "不是日期", "it is no date"),
        .init("table.write_day", "请写成 2022-11-01 这样带年份的日期", "write a date with its year such as 2022-11-01"),
        .init(
            "table.excel_error", "是 Excel 的错误值，或没有算出结果的公式",
            "it is an error of Excel's, or a formula without a result"),
        .init(
            "table.mend_in_excel", "请在 Excel 里改正这一格，保存后再导入",
            "mend the cell in Excel, save and import again"),
        .init(
            "table.id_is_number", "编号存成了数字，超过 15 位的部分已不可靠",
            "the id is kept as a number, which does not hold more than 15 digits"),
    ]

    /// What is wrong with workbooks and archives, and what to do.
    static let workbooks: [Sentence] = [
        .init("table.is_old_workbook", "是旧版 Excel 文件（.xls）", "it is a workbook of old Excel (.xls)"),
        .init("table.is_encrypted_workbook", "是有密码的 Excel 文件", "it is a workbook of Excel with a password"),
        .init(
            "table.is_other_workbook", "是 .xlsb 或 .ods 格式的表", "it is a workbook in the format .xlsb or .ods"),
        .init(
            "table.save_as_workbook", "请用 Excel 或 WPS 打开，另存为 .xlsx 再导入",
            "open it in Excel or WPS, save it as .xlsx and import that"),
        .init(
            "table.no_such_member", "压缩包里没有“{1}”（有：{2}）",
            "there is no \"{1}\" in the archive (there are: {2})"),
        .init(
            "table.many_members", "压缩包里有 {1} 个可能是表的文件",
            "there are {1} files in the archive that may be tables"),
        .init("table.many_sheets", "有 {1} 个工作表，多得不合理", "there are {1} sheets, too many to be true"),
        .init(
            "table.save_sheet_alone", "请把要读的工作表另存为单独的文件", "save the sheet that is meant as a file of its own"),
        .init("table.tags_unclosed", "有太多没有写完的标签", "too many of its tags are never closed"),
        .init("table.name_member", "请写明要读其中哪一个", "say which of them to read"),
        .init(
            "table.cannot_unpack", "解压时写不进 {1}（系统错误 {2}）", "it can't be unpacked into {1} (system error {2})"),
        .init("table.make_room", "请检查 {1} 的剩余空间和权限", "check the room and the permissions of {1}"),
        .init("table.no_such_sheet", "没有名为“{1}”的工作表（有：{2}）", "there is no sheet \"{1}\" (there are: {2})"),
        .init("table.name_sheet", "请写明要读哪一个", "say which to read"),
        .init(
            "table.several_sheets", "有 {1} 个表都可能是要读的（{2}）", "{1} tables may be the one that is meant ({2})"),
        .init("table.zip_damaged", "压缩包已损坏，或没有下载完整", "the archive is damaged or incomplete"),
        .init("table.zip_has_password", "有密码", "it has a password"),
        .init("table.give_password", "请给出正确的密码", "give the right password"),
        .init("table.password_wrong", "密码不对", "the password is wrong"),
        .init(
            "table.zip_packed_otherwise", "用了不支持的压缩或加密方式",
            "it is packed or encrypted in a way that is not supported"),
        .init("table.unzip_first", "请先解压，再导入里面的文件", "unpack it first and import the file in it"),
        .init(
            "table.unpacks_too_large", "解压后大得不合理（超过 4 GB）",
            "it unpacks to more than is true of a table (4 GB)"),
        .init("table.xml_malformed", "内容不完整或已损坏，不是有效的 XML", "it is incomplete or damaged: no valid XML"),
        .init(
            "table.save_in_excel", "请用 Excel 打开并另存一次，再导入",
            "open it in Excel, save it once more and import again"),
        .init("table.xml_hostile", "含有任何表格都不会有的 XML 声明", "it has declarations that no table has"),
        .init("table.no_memory", "内存不够，读不了", "there is not enough memory to read it"),
        .init("table.free_memory", "请关闭其他程序后再试", "close other programs and try again"),
        .init("table.texts_too_large", "文字太多（超过 128 MB）", "it has too much text (more than 128 MB)"),
        .init("table.divide", "请按日期分成几份，或另存为 CSV", "divide it into parts by date, or save it as CSV"),
        .init("table.cells_out_of_order", "单元格的位置互相矛盾", "the places of its cells contradict each other"),
        .init("table.text_missing", "有一格的文字在文件里找不到", "the text of a cell is missing in the file"),
    ]
}
