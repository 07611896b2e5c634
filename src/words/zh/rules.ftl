# Words: rules

topic-identity = 编号与重复
topic-completeness = 完整性
topic-arithmetic = 计算
topic-price = 合同价格
topic-tax = 税务
topic-currency = 币种
topic-dates = 日期与账期
topic-customer = 客户与要求
topic-references = 参考号
topic-credit = 冲销与重开
topic-statistics = 统计
topic-sequence = 编号连续性

severity-break = 错误
severity-review = 待复核
severity-note = 提示

need-table = 未载入{ $kind }
need-column = { $kind }缺少“{ $field }”列
need-any-column = 需要下列之一：{ $columns }
need-as-of = 未设定基准日
not-run-switched-off = 已在设置中关闭

evidence-first = 首次出现
evidence-other-invoice = 另一张发票
evidence-amount = 金额
evidence-line = 明细行
evidence-taxable = 计税金额
evidence-number-before = 前一个号码

# ID: identity and duplicates
ID-01 = 缺少发票号
    .message = 第 { $row } 行没有发票号
    .why = 没有发票号就无法寄送、收款或冲销，编号也会断号。
    .fix = 开票人员按顺序编号；若该行不是发票，请删除。
ID-02 = 同一发票号出现多次
    .message = 发票号 { $invoice } 出现 { $times } 次
    .why = 客户系统会拒收第二张，回款也无法确定对应哪一张。
    .fix = 保留一张，其余由开票人员作废或重新编号。
ID-04 = 两张发票疑似同一笔
    .message = { $first } 与 { $second } 疑似同一张发票（{ $gross }）
    .why = 客户、金额、期间和订单号都相同，客户可能被重复收款。
    .fix = 核对两张发票，保留一张，作废另一张；如两张都正确，请注明原因后忽略。
ID-05 = 同一作业同一费用开在两张发票上
    .message = 作业 { $job } 的 { $code } 同时开在 { $first } 和 { $second } 上
    .why = 同一作业会重复收款，或者客户对两张发票都提出异议。
    .fix = 开票人员在寄出前从后一张发票删除该费用，或冲销其中一张。
ID-07 = 发票内有重复明细
    .message = { $invoice } 第 { $row } 行与第 { $other } 行各列完全相同
    .why = 要么数量应合并为一行，要么该行被重复导入。
    .fix = 开票人员与作业核对数量；确属重复则删除该行。

# CMP: completeness
CMP-01 = 缺少必填字段
    .message = { $invoice } 缺少{ $field }
    .why = 缺少该字段，客户无法入账，相关检查也无法进行。
    .fix = 开票人员在源文件中补齐后重新载入。
CMP-02 = 发票没有明细
    .message = { $invoice } 没有明细行
    .why = 客户看不到收费内容，金额也没有依据。
    .fix = 开票人员按作业重新生成发票，或载入其明细文件。
CMP-03 = 明细没有对应的发票
    .message = 有 { $lines } 行明细指向 { $invoice }，但发票清单中没有该发票
    .why = 这些费用不会出现在任何发票上，或者发票清单不完整。
    .fix = 开票人员载入缺少的发票，或更正明细上的发票号。
CMP-10 = 所读单元格中有电子表格错误
    .message = { $field }的内容为 { $error }
    .why = 该数值未知，包含它的合计都不正确。
    .fix = 开票人员在源工作簿中修复公式或链接，重新计算并保存后再载入。

# ARI: arithmetic
ARI-01 = 数量 × 单价与行金额不符
    .message = { $invoice } 第 { $row } 行：{ $qty } × { $price }{ $discount } = { $expected }，所列金额为 { $found }
    .why = 客户会逐行复算，只要有一行不符就会对整张发票提出异议。
    .fix = 开票人员对照作业或合同，更正数量、单价或金额。
ARI-02 = 明细合计与发票净额不符
    .message = { $invoice }：{ $lines } 行明细合计 { $total }，净额 { $stated }，差额 { $difference }
    .why = 电子发票的明细与合计即使只差一分也会被退回。
    .fix = 开票人员找出缺少或多余的明细行，重新计算合计。
ARI-03 = 净额加税额不等于价税合计
    .message = { $invoice }：{ $net } + { $tax } = { $total }，所列价税合计为 { $gross }
    .why = 客户无法按任何一个金额入账，申报的税额也会出错。
    .fix = 开票人员从明细起重新计算合计。
ARI-06 = 小数位数超出币种规定
    .message = { $invoice }：{ $found } 超出 { $currency } 的 { $digits } 位小数
    .why = 这样的金额无法支付，各系统舍入方式不同，合计会逐渐偏离。
    .fix = 开票人员按公司的舍入规则处理，并重新计算合计。
ARI-07 = 金额正负号与单据类型不符
    .message = { $invoice } 的类型为 { $type }，金额为 { $amount }
    .why = 符号错误的贷项通知单会变成向客户加收，发票则相反。
    .fix = 开票人员更正符号或单据类型。

# TAX: tax
TAX-01 = 税额不等于计税金额 × 税率
    .message = { $invoice }：{ $taxable } 按 { $rate } 计税为 { $expected }，所列税额为 { $found }
    .why = 客户可能因税额拒收发票，税务申报也会出错。
    .fix = 重新计算税额。税率本身是否正确，请向税务团队确认。

# CRB: credit and re-bill
CRB-01 = 贷项通知单没有原发票号
    .message = { $credit } 没有注明原发票
    .why = 客户无法与发票冲抵，超额冲销也无从发现。
    .fix = 开票人员补上被冲销发票的号码。

# SEQ: number sequence
SEQ-01 = 发票号断号
    .message = { $count ->
        [1] 缺少 { $from }
       *[other] 缺少 { $from } 至 { $to }，共 { $count } 个号码
    }
    .why = 审计或税务检查会逐号询问：作废、在其他清单中，还是本批遗漏。
    .fix = 开票人员逐号说明：找到发票，或登记该号码未使用。

# Words inside messages
charge-whole-invoice = 整张发票
cell-no-value = 未计算的公式
tax-rates-of-lines = 各行税率
amount-less-discount = （减折扣）
