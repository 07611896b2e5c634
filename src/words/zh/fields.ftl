# Words: fields

## Fields

field-invoice-no = 发票号码
field-line-no = 行号
field-doc-type = 单据类型
field-original-invoice = 原发票号码
field-customer-no = 客户编号
field-customer-name = 客户名称
field-vendor-name = 承运商/供应商
field-tax-id = 纳税人识别号
field-entity = 开票主体
field-contact = 联系人
field-owner = 负责人
field-status = 状态
field-text = 摘要
field-job-no = 作业号
field-awb = 运单号/提单号
field-container = 集装箱
field-service-date = 服务日期
field-pickup-date = 提货日期
field-delivery-date = 送达日期
field-pod-date = 签收日期
field-pod-name = 签收人
field-origin = 始发地
field-destination = 目的地
field-service-code = 服务/费用代码
field-weight = 重量
field-chargeable-weight = 计费重量
field-pieces = 件数
field-demurrage-days = 滞港天数
field-detention-days = 滞箱天数
field-project = 项目号/方案编号
field-site = 站点
field-hold-reason = 未开票原因
field-contract-no = 合同编号
field-invoice-date = 开票日期
field-due-date = 到期日
field-sent-date = 发送日期
field-period = 账期
field-terms = 付款条件
field-valid-from = 生效日期
field-valid-to = 失效日期
field-net = 不含税金额
field-tax = 税额
field-tax-rate = 税率
field-gross = 价税合计
field-open-amount = 未收金额
field-amount = 金额
field-currency = 币种
field-fx-rate = 汇率
field-qty = 数量
field-unit = 单位
field-unit-price = 单价
field-freight-charge = 基本运费
field-fuel-charge = 燃油附加费
field-demurrage-charge = 滞港费
field-detention-charge = 滞箱费
field-storage-charge = 仓储费
field-handling-charge = 操作费
field-customs-charge = 报关费及关税
field-other-charge = 其他费用
field-discount = 折扣
field-min-charge = 最低收费
field-max-charge = 最高收费
field-fuel-percent = 燃油附加费率
field-free-days = 免费天数
field-day-rate = 每日费率
field-weight-from = 重量段起
field-weight-to = 重量段止
field-est-revenue = 预估收入
field-cost = 成本
field-credit-limit = 信用额度
field-po-no = 采购订单号
field-po-required = 需要采购订单号
field-project-required = 需要项目号
field-pod-required = 需要签收单
field-payment-no = 收款单号
field-payment-date = 收款日期
field-payer-name = 付款方
field-payer-account = 付款方账号
field-payment-ref = 付款参考
field-cleared-date = 清账日期
field-disputed = 是否有争议
field-value-date = 起息日
field-booking-date = 记账日期
field-debit = 借方发生额（支出）
field-credit = 贷方发生额（收入）
field-balance = 账户余额
field-end-to-end-id = 付款方参考号（端到端标识）
field-bank-ref = 银行流水号
field-remittance = 附言
field-transaction-code = 交易代码
field-statement-no = 对账单编号
field-bank-account = 本方账号
field-period-from = 计费期间起
field-period-to = 计费期间止
field-start-date = 服务开始日期
field-end-date = 服务结束日期
field-split-rule = 开票拆分规则
field-delivery-channel = 发票交付方式
field-email = 收票邮箱
field-language = 语言
field-invoice-format = 发票格式
field-cut-off = 开票截止日
field-excluded-charges = 不可收费项目
field-billing-schedule = 开票周期
field-contact-status = 联系人状态
field-correction-reason = 更正原因
field-approved-by = 审批人
field-preparer = 开票人
field-po-amount = 订单金额
field-po-used = 订单已用金额
field-po-balance = 订单余额
field-dispute-no = 争议编号
field-verdict = 裁定结果
field-resolved-date = 解决日期
field-pod-status = 签收单状态
field-cost-status = 供应商成本状态
field-approval-status = 附加费审批状态
field-quote-status = 报价状态
field-quality-status = 质量状态
field-portal-status = 门户提交状态
field-claim-status = 索赔状态
field-duty-receipt = 关税单据
field-interface-status = 接口状态

## Kinds of table

kind-jobs = 作业清单
kind-prior-jobs = 上期未开票作业
kind-prior-items = 上期未结应收
kind-invoices = 发票
kind-lines = 发票明细
kind-rates = 价目表
kind-customers = 客户及开票要求
kind-payments = 收款记录
kind-remittances = 付款通知明细
kind-bank-lines = 银行对账单明细
kind-orders = 采购订单清单
kind-disputes = 争议清单
kind-other = 不使用

## Kinds of value

value-id = 编号
value-text = 文本
value-date = 日期
value-amount = 金额
value-number = 数字
value-percent = 百分比
value-currency = 币种
value-flag = 是/否

## Why a column was taken for a field

why-header = 列标题是该项目的常用名称
why-header-words = 列标题包含该项目的词
why-header-key = 列标题是数据库主键名
why-values = 单元格内容与该项目相符
why-unique = 每行的值各不相同
why-overlap = 这些值在另一个文件中也有
why-arithmetic = 金额之间的计算相符
why-remembered = 此版式您以前确认过
why-chosen = 由您选择
why-format = 文件格式本身已注明

## Questions about a sheet

ask-kind = 这个工作表是什么清单？其列符合多种清单，或与任何一种都不完全相符，请选择。
ask-field = 哪一列是“{ $field }”？可能不止一列，或无法确定，请选择一列或留空。
ask-scale = “{ $column }”列的金额单位是元、千、万还是百万？表头或标题注明了更大的单位。
ask-number-style = “{ $column }”列的小数点是哪个符号？这些数字有两种读法。
ask-date-order = “{ $column }”列的日期是日在前还是月在前？这些日期有两种读法。

## Answers

number-style-point = 1,234.56
number-style-comma = 1.234,56
date-order-day-month-year = 日、月、年
date-order-month-day-year = 月、日、年
date-order-year-month-day = 年、月、日
