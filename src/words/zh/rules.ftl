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

severity-break = 阻断
severity-review = 待复核
severity-note = 提示

need-table = 未载入{ $kind }
need-column = { $kind }缺少“{ $field }”列
need-any-column = 需要下列之一：{ $columns }
need-as-of = 未设定截止日
not-run-switched-off = 已在设置中关闭

evidence-first = 首次出现
evidence-other-invoice = 另一张发票
evidence-amount = 金额
evidence-line = 明细行
evidence-taxable = 计税金额
rounding-per-line = 逐行舍入
rounding-half-even = 四舍六入五成双
rounding-truncate = 舍去尾数
evidence-tax = 税额
evidence-number-before = 前一个号码
evidence-rate = 费率
evidence-rate-ended = 已失效的费率
evidence-rate-early = 尚未生效的费率
evidence-rate-minimum = 价目表的最低收费
evidence-rate-maximum = 价目表的最高收费
evidence-rate-other-period = 其他期间的费率
evidence-rate-row = 价目表行
evidence-base = 百分比的基数
evidence-customer-list = 客户清单
evidence-job = 作业清单

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
ID-06 = 号码相似且金额相同
    .message = { $second } 与 { $first } 相似，金额均为 { $gross }
    .why = O 与 0、I 与 1 混淆，或两位数字颠倒，很可能同一张发票被录入两次。
    .fix = 由开票人员核对后作废其中一张；如确为两张发票，请注明原因后忽略。
ID-07 = 发票内有重复明细
    .message = { $invoice } 第 { $row } 行与第 { $other } 行各列完全相同
    .why = 要么数量应合并为一行，要么该行被重复导入。
    .fix = 开票人员与作业核对数量；确属重复则删除该行。
ID-08 = 运单号或箱号的校验位错误
    .message = { $field } { $number } 校验位不符
    .why = 号码录入有误，客户查不到货物，或查到的是别的货物。
    .fix = 由操作部门按运单或箱体上的号码更正。

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
CMP-04 = 明细未说明收费内容
    .message = { $invoice } 第 { $row } 行：既无费用代码也无摘要
    .why = 客户不知道为何付款，也无法查找费率。
    .fix = 由开票人员根据作业补充费用代码或摘要。
CMP-06 = 有税额但缺少购方税号
    .message = { $invoice } 有税额，但 { $customer } 没有税号
    .why = 没有购方税号，进项税无法抵扣，许多国家视发票无效。
    .fix = 由主数据人员向客户取得税号；是否必需请咨询税务人员。
CMP-09 = 发票上留有占位文字
    .message = { $invoice }：{ $field } 为“{ $text }”
    .why = 这是确定之前的占位内容，客户会退回这样的发票。
    .fix = 由开票人员向作业负责人取得实际内容并补上。
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
ARI-09 = 百分比的基数有误
    .message = { $invoice } 第 { $row } 行：{ $base } 的 { $percent } 为 { $expected }，该行为 { $found }
    .why = 发票上没有任何费用能解释该金额，说明按其他基数计算。
    .fix = 由开票人员按合同规定的基数重新计算。
ARI-10 = 税额相差一个舍入单位
    .message = { $invoice }：税额相差 { $difference }，可由{ $method }解释
    .why = 如果本公司按此舍入，则没有错误；舍入方式不同的客户可能会询问。
    .fix = 无需处理。如在设置中指定舍入方式，将精确核对到最小单位。

# PRC: price against rate card
PRC-01 = 没有适用的费率
    .message = { $customer }，{ $service }：{ $date } 没有适用的费率
    .why = 没有生效的费率，就无法判断价格是否正确，客户也可以拒付。
    .fix = 由定价人员补录缺失的费率。如果该价格仅为本票作业商定，请附上依据后忽略。
PRC-02 = 有多条费率适用
    .message = { $service }：{ $date } 有 { $count } 条费率适用（{ $prices }）
    .why = 价目表自相矛盾，价格无法核对。涉及金额为最高与最低费率之差乘以数量。
    .fix = 由定价人员只保留一条，其余终止或更正。
PRC-03 = 单价与合同费率不符
    .message = { $service }：开票单价 { $billed }，{ $date } 的合同费率 { $rate }（{ $percent }）
    .why = 多收，客户会提出争议；少收，差额就收不回来。
    .fix = 由开票人员更正单价。如果客户已同意该价格，请附上依据后忽略。
PRC-04 = 使用了已失效的费率
    .message = { $service }：单价 { $billed } 是 { $ended } 已失效的费率；{ $date } 的费率：{ $current }
    .why = 该价格曾经正确，但服务当日适用新费率，或者没有生效的费率。
    .fix = 由开票人员按现行费率更正。没有现行费率时，定价人员须在放行前续签。
PRC-05 = 使用了尚未生效的费率
    .message = { $service }：单价 { $billed } 属于 { $begins } 起生效的费率；{ $date } 有效的是：{ $current }
    .why = 服务当日新价格尚未生效，客户以服务日为准。
    .fix = 由开票人员按服务当日有效的费率重新计价。
PRC-06 = 未按最低收费计费
    .message = { $service }：{ $net } 低于最低收费 { $minimum }
    .why = 合同规定了每票作业的最低收费，不足部分没有收取。
    .fix = 由开票人员提高到最低收费；如果已与客户商定更低金额，可忽略。
PRC-07 = 超过最高收费
    .message = { $service }：{ $net } 高于最高收费 { $maximum }
    .why = 合同规定了上限，客户不会支付超出部分。
    .fix = 由开票人员将费用降至最高收费。
PRC-08 = 重量段有误
    .message = { $service }，{ $weight } kg：按 { $billed } 开票；按 { $as_weight } kg 计费的单价为 { $price }
    .why = 重量越大单价越低，客户会按合同允许的最便宜的重量段计算。
    .fix = 由开票人员按适用的重量段重新计价。
PRC-10 = 燃油附加费或百分比与合同不符
    .message = { $service }：开票 { $billed }，{ $date } 合同约定 { $base } 的 { $percent } 为 { $expected }
    .why = 附加费按周或按月的费率表浮动，客户通常最先复核。
    .fix = 由开票人员按服务当日有效的百分比重新计算附加费。
PRC-11 = 等待费用没有事件依据
    .message = { $invoice }：{ $charge } { $billed }，但作业天数为 { $days }，免费天数为 { $free }
    .why = 客户只为超出免费天数的时间付款，并会要求提供证明。
    .fix = 由操作部门出具等待天数的证明；无法证明时由开票人员删除该费用。
PRC-13 = 单价为零且未注明免费
    .message = { $invoice }：{ $service } 单价为 0
    .why = 可能漏填价格，或未经批准就免费提供。
    .fix = 由销售确认免费并在明细上注明，否则由开票人员补上价格。
PRC-14 = 单价像是其他币种的数字
    .message = { $service }：{ $price } 按 { $billed } 开票，费率同一数字但币种为 { $agreed }
    .why = 数字未经换算直接照搬，价格相差一个汇率。
    .fix = 由开票人员按费率币种开票，或按约定汇率换算。
PRC-15 = 低于成本或最低毛利开票
    .message = 作业 { $job }：开票 { $billed }，成本 { $cost }，毛利率 { $margin }，最低要求 { $floor }
    .why = 价格过低或有成本未转嫁，该作业亏损。仅供内部使用。
    .fix = 由定价人员检查费率，以及合同允许转嫁给客户的成本。

# TAX: tax
TAX-01 = 税额不等于计税金额 × 税率
    .message = { $invoice }：{ $taxable } 按 { $rate } 计税为 { $expected }，所列税额为 { $found }
    .why = 客户可能因税额拒收发票，税务申报也会出错。
    .fix = 重新计算税额。税率本身是否正确，请向税务团队确认。
TAX-02 = 该国不存在的税率
    .message = { $invoice }：{ $currency } 发票没有 { $rate } 的税率
    .why = 税率不存在，即使计算无误发票也无效。
    .fix = 由开票人员更正税率或税收编码；适用税率请咨询税务人员。
TAX-06 = 税号校验位错误
    .message = { $customer }：税号 { $id } 校验位不符
    .why = 税号有误的发票无效，客户无法抵扣进项税。
    .fix = 由主数据人员核对营业执照或登记证后更正。

# FX: currency
FX-01 = 币种与约定不符
    .message = 发票币种 { $found }，约定币种 { $agreed }
    .why = 客户无法按非约定币种入账和付款，会退回发票。
    .fix = 由开票人员按约定币种重新开票。如果约定已变更，请更新客户清单。
FX-02 = 同一张发票有多种币种
    .message = { $invoice } 混用了 { $currencies }
    .why = 不同币种的金额不能相加，发票合计不成立。
    .fix = 由开票人员按币种拆分发票，或按注明的汇率折算。

# DAT: dates and terms
DAT-01 = 开票日期不在正确期间
    .message = 开票日期 { $date }{ $state }（{ $limit }）
    .why = 日期在未来或在已关账期间的单据，无法记入应属的期间。
    .fix = 由开票人员把日期改到未关账的期间。
DAT-02 = 到期日与付款条件不符
    .message = 到期日 { $due }；按“{ $terms }”从 { $date } 起算应为 { $expected }
    .why = 到期日错误会导致晚收款或争议，账龄也会失真。
    .fix = 由开票人员更正到期日；如果另有约定，则更正付款条件。
DAT-03 = 到期日早于开票日期
    .message = 到期日 { $due } 早于开票日期 { $date }
    .why = 发票开出当天就已逾期。
    .fix = 由开票人员更正其中错误的日期。
DAT-04 = 付款条件与约定不符
    .message = { $invoice }：付款条件 { $stated }，约定 { $agreed }
    .why = 客户按约定条件付款，发票的逾期状态会算错。
    .fix = 由开票人员更正付款条件；如约定已变更，由主数据人员更新客户清单。
DAT-06 = 签收前已开票
    .message = 作业 { $job } 于 { $date } 开票；签收单（POD）：{ $proof }
    .why = 没有签收证明的作业客户不会付款，一票争议会拖延整张发票。
    .fix = 在操作部门取得签收单之前暂缓开票，或在作业清单中补录签收日期。
DAT-07 = 开票超过期限
    .message = 作业 { $job }：{ $done } 完成，{ $date } 开票，相隔 { $days } 天，期限为 { $limit } 天
    .why = 许多合同允许客户拒付开票过晚的费用。
    .fix = 发出之前由开票人员依据合同或向客户取得延迟开票的批准。
DAT-11 = 日期不合理
    .message = { $field }为 { $value }
    .why = 这类日期来自空单元格、占位值或更换了表格软件，由它推算的结果都不正确。
    .fix = 在源文件中更正日期。如果整列相差四年零一天，说明该文件使用 1904 日期系统。

# CUS: client and requirements
CUS-01 = 客户不在客户清单中
    .message = { $customer } 不在客户清单中
    .why = 付款条件、币种、税务和开票要求未知，发票无法据此核对。
    .fix = 由主数据人员建立客户，或把发票上的名称更正为清单中的名称。
CUS-02 = 向已关闭的客户开票
    .message = { $invoice }：客户清单中 { $customer } 的状态为“{ $status }”
    .why = 已关闭或合并的客户不会接收发票，也无人付款。
    .fix = 由主数据人员提供接替的客户，或重新启用该客户。
CUS-10 = 发票与作业内容矛盾
    .message = { $invoice }：{ $field } 为 { $found }，作业 { $job } 为 { $other }
    .why = 客户只认其中一个，另一个会被拒收。
    .fix = 由客户经理向客户确认后更正另一处。
CUS-11 = 客户被冻结，已完成的作业仍可开票
    .message = { $invoice }：{ $customer } 的状态为“{ $status }”
    .why = 冻结只限制新订单，已完成的作业仍应付款，不发出的发票永远收不到款。
    .fix = 告知信用部门；如无其他指示，照常发出发票。

# REF: references
REF-01 = 客户要求采购订单号但缺失
    .message = { $customer } 要求采购订单号，{ $invoice } 未填写
    .why = 没有采购订单号的发票会被客户拒收。
    .fix = 由客户经理向客户索取订单号；请先查看作业单，其中可能已有。
REF-02 = 使用了其他客户的采购订单号
    .message = { $invoice }（{ $customer }）：采购订单号 { $po } 属于 { $owner } 的作业
    .why = 客户不认该订单，还会看到其他客户的订单号。
    .fix = 发出之前由客户经理取得正确的订单号。
REF-04 = 作业不在作业清单中
    .message = 作业 { $job } 不在作业清单中
    .why = 对没有记录的作业开了票，或者作业号写错，真正的作业仍未开票。
    .fix = 由操作部门确认该作业，或由开票人员更正作业号。
REF-05 = 作业属于其他客户
    .message = 作业 { $job } 属于 { $owner }，却开给了 { $customer }
    .why = 发票开给了错误的客户，还会泄露其他客户的往来。
    .fix = 由开票人员移到该作业所属客户的发票。如果约定由第三方付款，可忽略。
REF-06 = 缺少客户要求的项目号
    .message = { $invoice }：作业 { $job } 没有项目号，{ $customer } 要求提供
    .why = 客户无法将费用归入项目或试验，会退回发票。
    .fix = 由客户经理向客户取得项目号。
REF-07 = 签收单没有签收人
    .message = 作业 { $job }：{ $date } 的签收单没有签收人姓名
    .why = 无人签名的签收单在客户提出异议时不能作为证明。
    .fix = 由操作部门向承运商或从签收单原件确认姓名。
REF-08 = 计费重量与作业不符
    .message = { $invoice }，作业 { $job }：开票 { $found } kg，作业为 { $expected } kg
    .why = 客户会与运单核对重量，并对差额提出异议。
    .fix = 由操作部门向承运商确认重量，由开票人员更正明细或作业。

# CRB: credit and re-bill
CRB-01 = 贷项通知单没有原发票号
    .message = { $credit } 没有注明原发票
    .why = 客户无法与发票冲抵，超额冲销也无从发现。
    .fix = 开票人员补上被冲销发票的号码。
CRB-02 = 贷记金额超过原发票
    .message = { $original } 开票 { $whole }，连同 { $credit } 贷记合计 { $total }
    .why = 客户得到的退款超过应付金额。
    .fix = 由开票人员减少最后一张贷项通知单，或改为其真正对应的发票。
CRB-03 = 贷项通知单与原发票不符
    .message = { $credit }（原发票 { $original }）：{ $field } 为 { $found }，原发票为 { $expected }
    .why = 无法与原发票冲抵，税务申报也不平。
    .fix = 由开票人员按原发票内容重新开具贷项通知单。

# SEQ: number sequence
SEQ-01 = 发票号断号
    .message = { $count ->
        [1] 缺少 { $from }
       *[other] 缺少 { $from } 至 { $to }，共 { $count } 个号码
    }
    .why = 审计或税务检查会逐号询问：作废、在其他清单中，还是本批遗漏。
    .fix = 开票人员逐号说明：找到发票，或登记该号码未使用。
SEQ-03 = 号码属于其他年度
    .message = { $invoice } 号码年度为 { $number_year }，开票日期为 { $date_year } 年
    .why = 该号码属于已关闭的年度序列，或日期有误。
    .fix = 由开票人员改用当年的号码，或更正日期。

# Words inside messages
charge-whole-invoice = 整张发票
cell-no-value = 未计算的公式
tax-rates-of-lines = 各行税率
amount-less-discount = （减折扣）
period-future = 晚于基准日
period-closed = 在已关账期间
value-none = 无
value-not-stated = 未填写
