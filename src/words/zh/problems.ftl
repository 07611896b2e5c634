# Words: problems and refusals of reading

stage-open = 正在打开文件
stage-rows = 正在读取行

file-xlsx = Excel 工作簿
file-xlsb = Excel 二进制工作簿
file-xls = Excel 97–2003 工作簿
file-ods = OpenDocument 电子表格
file-text = 带分隔符的文本
file-html = 另存为电子表格的网页
file-mhtml = 另存为电子表格的网页存档
file-spreadsheet-xml = Excel 2003 XML 电子表格
file-printed-list = 打印格式清单（SAP“未转换”）
file-archive = 压缩包
file-mt940 = MT940/MT942 银行对账单
file-camt = ISO 20022 银行对账单（CAMT）
file-bai2 = BAI2 银行报表
file-ofx = OFX/QFX 银行对账单
file-qif = QIF 银行对账单
file-lockbox = 锁箱收款文件
file-e-invoice = 电子发票（UBL 或 CII）
file-exchange = SYLK、DIF 或 dBase 表

format-archive = 压缩包
format-bai2 = BAI2 银行对账单
format-binary = 不含表格的二进制文件
format-camt = ISO 20022 银行报文
format-database = 数据库文件
format-document = 文字文档
format-e-invoice = 电子发票文件
format-ebcdic = 大型机 EBCDIC 文件
format-edi = EDI 报文
format-image = 图片
format-json = JSON 文件
format-lotus = Lotus 1-2-3 工作表
format-mail = 保存的电子邮件
format-mt940 = MT940 银行对账单
format-numbers = Apple Numbers 文稿
format-ofx = OFX 银行对账单
format-pdf = PDF 文档
format-presentation = 演示文稿
format-program = 可执行程序
format-qif = QIF 银行对账单
format-xml = XML 文件

refused-empty =
    .what = 文件是空的。
    .why = 除空格和换行外没有任何内容。
    .remedy = 请确认查询条件和所选行后重新导出。
refused-damaged =
    .what = 文件已损坏。
    .why = 部分内容缺失或前后不符，可能是复制时中断。
    .remedy = 请用 Excel 打开并修复后重新保存，或请发件人重新发送。
refused-encrypted =
    .what = 文件受密码保护。
    .why = 内容已加密，没有密码无法读取。
    .remedy = 请输入密码；在终端中可用 --password-file 提供。也可在 Excel 的“文件 > 信息 > 保护工作簿”中取消密码，另存后再添加。
refused-wrong-password =
    .what = 密码不正确，无法打开该文件。
    .why = 已用该密码核对文件，结果不符；请注意大小写和输入法。
    .remedy = 请重新输入密码，或向发送人确认。
refused-locked-archive =
    .what = 压缩包受密码保护。
    .why = 其中的文件已加密，只能打开没有密码的压缩包。
    .remedy = 请用密码解压后，添加其中的文件。
refused-unknown-encryption =
    .what = 文件的加密方式不受支持。
    .why = 它使用的不是 Excel 的标准加密方式。
    .remedy = 请在 Excel 中用密码打开，另存为 xlsx（可设新密码或不设密码）后再添加。
refused-protected =
    .what = 文件受权限管理（IRM）保护。
    .why = 公司或发件人限制了打开权限，只有 Office 能解除。
    .remedy = 请在 Excel 中打开并另存一份不受限制的副本，或请发件人提供。
refused-too-large =
    .what = 文件太大。
    .why = 文件有 { $size } MB，浏览器标签页的内存最多容纳 { $limit } MB。
    .remedy = 请按月份或公司拆分后分别添加。
refused-too-many-cells =
    .what = 工作表太大。
    .why = 跨 { $rows } 行、{ $columns } 列，浏览器标签页的内存最多容纳 { $limit } 个单元格。
    .remedy = 请删除不需要的行列（包括最右侧的空列），或拆分文件。
refused-zip-bomb =
    .what = 文件解压后远超工作簿应有的大小。
    .why = 解压后达 { $size } MB，恶意耗尽电脑资源的文件就是这样。
    .remedy = 请不要打开，并请发件人换一种方式提供清单。
refused-nested-too-deep =
    .what = 压缩包嵌套过深。
    .why = 压缩包内再套压缩包，超过 { $limit } 层。
    .remedy = 请先解压，再添加需要的文件。
refused-unknown =
    .what = 这不是可以读取的清单。
    .why = 从内容看是{ $format }。
    .remedy = 请添加 xlsx、xls、ods 或 csv 格式的清单。
refused-other-format =
    .what = 不读取这种形式的电子表格。
    .why = 无论文件名是什么，实际内容是{ $format }。
    .remedy = 请用 Excel 或 LibreOffice 打开，另存为 xlsx 后再添加。
refused-bank-format =
    .what = 暂不读取这种格式的银行对账单。
    .why = 实际内容是{ $format }。
    .remedy = 请从网上银行将明细导出为 csv 或 xlsx 后添加。
refused-no-sheet =
    .what = 工作簿中没有含单元格的工作表。
    .why = 所有工作表都是空的，或只有图表。
    .remedy = 请确认清单已保存，然后重新添加。
refused-unread-workbook =
    .what = 无法读取此工作簿。
    .why = 文件已损坏，或含有只有 Excel 才能处理的内容。
    .remedy = 请用 Excel 打开，另存为 xlsx 后再添加。

problem-wrongly-named = 文件名以 .{ $extension } 结尾，实际内容是{ $kind }，已按实际内容读取。
problem-replaced-characters = 有些字符无法按 { $encoding } 读取，已用 � 代替。如影响名称或单号，请另存为 UTF-8 后重新添加。
problem-nulls = 已略去 { $count } 个 NUL 字符。生成文件的程序留有空位，请核对看起来过短的单号。
problem-mojibake = 出现 Ã© 之类的字符，说明文本曾以错误的编码保存。可在编码列表中选择修复后的读法；若仍不正确，请重新索取导出文件。
problem-open-quote = 此处的引号没有结束，已按普通字符处理，请核对本行。
problem-open-quotes = 另有 { $count } 行的引号没有结束。
problem-row-short = 本行有 { $found } 个单元格，清单应为 { $expected } 个，缺少的按空白处理。
problem-row-long = 本行有 { $found } 个单元格，清单应为 { $expected } 个。文字中的分隔符可能使单元格错位。
problem-rows-ragged = 另有 { $count } 行的单元格数不符。
problem-columns-beyond = 第 { $limit } 列右侧的 { $count } 个单元格未读取。请删除，或将清单左移。
problem-cell-cut = 有单元格超过 { $limit } 个字符，超出部分已略去。
problem-cells-replaced = 文件中有 { $count } 个单元格出现两次且值不同，以后出现的值为准。
problem-gap-rows = 远处单元格之前的 { $count } 个空行已跳过。
problem-tables-on-sheet = 此工作表含 { $count } 个表格，已分别读取，名称末尾为其单元格范围。
problem-filled-down = { $field }：{ $count } 行为空，已按所属分组的值填充。
problem-labels-lifted = 列表上方的“{ $labels }”共 { $count } 项已作为末尾的列读取，并填入其下各行。
problem-headers-once = 同一{ $column }的各行重复列出{ $total }，已另按{ $column }各读取一次。
problem-matrix-unfolded = { $first } 至 { $last } 列为按重量、分区或箱型列出的价格，每个价格已读作一条费率：{ $lanes } 行、{ $cells } 个单元格，共 { $count } 条费率。{ $blank ->
    [0] 每个单元格都有价格。
   *[other] 其中 { $blank } 个单元格没有价格。
    }
problem-matrix-unit = { $first } 至 { $last } 列的价格未注明是每公斤、每票还是每件。请选择单位，或在表格上方写明，例如“元/kg”。
problem-matrix-ends = { $first } 至 { $last } 列像是按重量列出的价格，但未注明所列重量是起点还是上限。请在重量上方写明“kg以上”或“kg以下”，然后重新载入文件。
problem-matrix-side-ends = { $first } 至 { $last } 列像是按重量和分区列出的价格，但 { $weights } 列的重量未注明是起点还是上限。请在重量上方写明“kg以上”或“kg以下”，然后重新载入文件。
problem-matrix-further = { $first } 至 { $last } 列像是按重量或分区列出的价格，旁边另有续重价格。这种价格无法读作费率，请改为带起止重量的行，然后重新载入文件。
problem-hidden-sheet = 此工作表在工作簿中是隐藏的，在您选择采用之前不计入。
problem-hidden-columns = 工作簿中有 { $count } 列被隐藏，已照常读取。
problem-veiled-cells = 有 { $count } 个单元格的数字格式使其不显示内容，其值已读取。
problem-merged-rows = 有 { $count } 个合并单元格跨越多行，其值只计入各自的第一行。
problem-calculated-by-hand = 此工作簿设为手动计算，公式结果可能不是最新的。如有疑问，请在 Excel 中重新计算（F9）、保存后重新添加。
problem-hidden-rows = 工作簿中有 { $count } 行被隐藏或筛掉，已照常读取。
problem-no-value = { $field }：公式没有计算结果。请用 Excel 打开、保存后重新添加。
problem-cell-error = { $field }：单元格显示错误 { $text }，请在源表中修正。
problem-cells-refer = { $field }：{ $count } 个单元格引用本表其他行，第一个“{ $text }”指第 { $row } 行。数值只在被引用的行计一次。
problem-cells-explain = { $field }：{ $count } 个单元格写明没有数值的原因：{ $texts }。
problem-number-unread = { $field }：“{ $text }”无法读作数字。
problem-date-unread = { $field }：“{ $text }”无法读作日期。
problem-number-two-ways = { $field }：“{ $text }”有两种读法，请选择本列的小数点符号。
problem-date-two-ways = { $field }：“{ $text }”有两种读法，请选择本列日和月的顺序。
problem-currency-unread = { $field }：“{ $text }”不是币种。
problem-flag-unread = { $field }：“{ $text }”既不是“是”也不是“否”。
problem-text-unread = { $field }：“{ $text }”无法读作文本。
problem-id-destroyed = { $field }：“{ $text }”是长号码被电子表格截断后的结果。请将此列设为文本后重新导出。
problem-ids-destroyed = { $field }：另有 { $count } 个长编号被电子表格截断。
problem-more-unread = { $field }：另有 { $count } 个单元格无法读取。
problem-total-differs = { $field }：合计行为 { $stated }，明细相加为 { $counted }。源表可能缺行或有隐藏行。
problem-statement-differs = 账户 { $account } 的对账单 { $number } 不平：期初余额 { $opening } 加发生额 { $movements }，与期末余额 { $closing } { $currency } 相差 { $difference }。请向银行索取缺少的明细，或核对被排除的行。
problem-statement-sum-differs = 账户 { $account } 的对账单 { $number } 注明合计 { $stated } { $currency }，明细合计为 { $counted }。请核对是否缺少明细。
problem-statement-count-differs = 账户 { $account }（{ $currency }）的对账单 { $number } 注明 { $stated } 笔，实际 { $counted } 笔。请核对是否缺少明细。
problem-statement-open = 账户 { $account } 的对账单没有期末余额，无法核对是否有遗漏的记录。请向银行索取完整的对账单。
problem-statement-gap = 账户 { $account } 的对账单 { $number } 期初余额为 { $opening }，而上一份对账单期末余额为 { $closing }。请向银行索取中间的对账单。
problem-balance-breaks = 余额 { $balance } 与上一余额加减本笔后的结果相差 { $difference }。请核对此处是否缺少明细。
problem-side-turned = 借贷标志与余额增减方向相反。正负号已按余额确定，请向银行确认该列以哪一方为准。
problem-signs-by-balance = 金额不带正负号，已按余额增减判断收支。首笔之前没有余额，请核对。
problem-sign-unknown = 有 { $count } 笔金额既无正负号也无借贷标志，暂按原数计入。请查看这些行，或指定表示收支的列。
problem-currency-marked = 有 { $count } 笔金额带有 { $marked } 标记，而所在行的币种为 { $stated }。暂按 { $stated } 计入，请核对哪一个正确。
problem-sep-ignored = 首行声明以“{ $mark }”分列，但表中并未使用，已改按“{ $used }”读取。
problem-lines-quoted = 清单的每一整行都带有引号，已去掉引号后按列拆分读取。请索取整行不带引号的文件。
problem-thousands-joined = 金额中的千位逗号把本行拆开了，已将金额重新合并。请索取金额带引号或不带逗号的文件。
problem-rows-thousands-joined = 另有 { $count } 行的金额已重新合并。
problem-debits-unsigned = 账户 { $account }：有 { $count } 笔支出不带负号，且全部金额均无负号。暂按原数计为收入，请向银行重新索取文件，或与对账单核对。
problem-bank-line-unread = “{ $text }”一行无法读取，未计入合计。请在文件中查看该行，或向银行重新索取对账单。
problem-batch-differs = 这笔批量入账的各笔付款合计为 { $details }，而入账金额为 { $stated }。暂按一笔保留，请向银行索取明细。
problem-reversals-turned = 对账单 { $number } 中的冲正按与文件所写相反的方向计入，只有这样期初与期末余额才相符。
problem-entries-not-booked = 对账单 { $number } 中有 { $count } 笔待入账或仅供参考的记录，尚未记账，已排除。
problem-lines-pending = 有 { $count } 笔记录尚未入账，已排除。
problem-trades-left-out = 账户 { $account } 中有 { $count } 笔证券交易，不属于银行收付，已排除。
problem-control-total-differs = 记录 { $record } 注明的控制合计为 { $stated }，其上各金额按最小货币单位合计为 { $counted }。请核对是否缺少记录。
problem-control-count-differs = 记录 { $record } 注明有 { $stated } 个账户或分组，实际为 { $counted } 个。请核对是否缺少记录。
problem-control-records-differ = 记录 { $record } 注明有 { $stated } 条记录，实际为 { $counted } 条。请核对是否缺少记录。
problem-lines-aside = 发票 { $invoice } 中有 { $count } 行为其他行的小计或仅作说明，已排除，以免重复计入。
problem-due-dates-several = 发票 { $invoice } 为分期付款，到期日有多个（{ $dates }）。未取任何一个作为整张发票的到期日，请向开票方确认。
problem-invoice-total-differs = 发票 { $invoice } 的 { $term } 注明为 { $stated }，按各组成金额计算为 { $counted }。请向开票方确认哪个正确。
problem-row-unmapped = 本行只有未使用的列中有内容，已拒收。
problem-rows-unmapped = 另有 { $count } 行只有未使用的列中有内容，已拒收。
problem-sheets-beyond = 前 { $limit } 个之后的 { $count } 个工作表未读取。
problem-member-refused = 压缩包中的 { $member } 未能读取：{ $why } 其余文件已读取。
problem-members-beyond = 压缩包内的文件超过 { $limit } 个，其余未读取。请解压后添加缺少的文件。
problem-ends-early = 文件在结尾之前中断，仅读取了中断之前的内容。可能缺少行，请重新索取该文件。
problem-bars-misfit = 此行的竖线多于清单的列数。已按表头宽度判断哪些竖线属于文本，请核对此行。
problem-blocks-filled = { $labels }：这些内容原在清单上方，已作为单独的列填入其下各行。
problem-cells-unread = 文件此处已损坏，有 { $count } 个单元格无法读取。请与原始清单核对。
problem-sheet-cut = 文件中缺少该工作表的末尾部分，可能丢失了行。请重新索取文件，或将合计与原始数据核对。
problem-sheet-missing = 工作簿中登记的工作表“{ $name }”在文件里并不存在。如所需清单在该表中，请重新索取文件。
problem-row-other-mark = 此行使用的分隔符与清单其余部分不同。按该分隔符读取时列数相符，因此已照此读取。
problem-rows-other-mark = 另有 { $count } 行使用的分隔符与清单其余部分不同。
problem-rows-deleted = 表中有 { $count } 行标记为已删除，未读取。

advice-one-table = 一个工作表含多个列表，或各行重复整张发票的合计{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请每个工作表只放一个列表，首行为表头，每行一条记录。
advice-every-row = 客户等信息只写在分组首行或上方{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请在每一行都填写客户、公司代码和单据编号，不要使用分组标题和空白单元格。
advice-ids-as-text = 长编号被表格软件截短{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请将单据编号和客户编号导出为文本，保留前导零和全部位数。
advice-dates = 日期无法识别，或月、日无法区分{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请将整列日期统一写成年-月-日（2026-05-30）。
advice-decimal-mark = 数字有两种读法{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请将金额导出为数字；如为文本，请不要使用千位分隔符。
advice-whole-amounts = 金额以千元、万元或百万元为单位{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请以元为单位并保留全部小数导出金额，四舍五入后的金额无法与发票核对。
advice-values = 存在错误单元格或未计算的公式{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请先粘贴为数值再发送，并修复显示错误的单元格。
advice-totals = 合计行与明细不符{ $rows ->
    [0] {""}
   *[other] （{ $rows } 处）
    }
    .ask = 请检查是否有隐藏或已删除的行，取消筛选后重新导出。
