# Words: report. Sheet names, column heads, verdicts; also what is missing when a check did not run.

report-title = 开票检查报告
report-as-of = 截至 { $date }
report-no-as-of = 未设定截止日，账龄和日期检查未执行
report-cut = 表格共 { $count } 行，仅打印前 { $shown } 行；完整内容见工作簿
sign-off = 编制与复核
sign-off-name = 姓名
sign-off-date = 日期
sign-off-prepared = 编制人
sign-off-checked = 复核人
sign-off-paper = 底稿编号

section-summary = 摘要
section-findings = 检查发现
section-unbilled = 未开票作业
section-release = 放行清单
section-hold = 暂缓清单
section-figures = 指标
section-rows = 行与合计

summary-rules-run = 已执行的检查
summary-rules-not-run = 未执行的检查
summary-invoices = 发票
rows-fates = 每一行的去向
rows-sums = 读入合计与处理合计
total = 合计
not-run = 未执行

verdict-tied = 全部合计一致
verdict-open = { $name }：{ $unexplained } 差异无法说明
verdict-no-invoices = 未载入发票，所有作业均计为未开票
verdict-not-run = 有 { $count } 项检查未执行，列于下方，不计为通过
conservation-holds = 每一行都有唯一去向，读入合计等于处理合计
conservation-fails = 读入过程中行或合计不符，请先查看“行与合计”，再使用本报告的数字
tie-tied = 一致
tie-open = 不一致

col-rule = 检查
col-severity = 级别
col-finding = 检查项
col-message = 发现内容
col-found = 文件值
col-expected = 应为
col-at-stake = 涉及金额
col-fix = 处理办法
col-owner = 负责部门
col-decision = 决定
col-reason = 原因
col-source = 出处
col-state = 状态
col-age-days = 天数
col-billed = 已开票
col-open = 未开票
col-reason-code = 代码
col-also = 其他原因
col-action = 下一步
col-due = 期限
col-amount = 金额
col-clearance = 状态
col-held-by = 暂缓依据
col-file = 文件
col-sheet = 工作表
col-kind = 类型
col-rows = 行数
col-field = 列
col-in-sheet = 表内合计
col-unread-cells = 未读出的单元格
col-verdict = 结论
col-jobs = 作业
col-invoices = 发票
col-findings = 数量
col-open-findings = 未决
col-missing = 缺少

decision-open = 未决
decision-accepted = 已确认
decision-dismissed = 已排除

invoice-released = 放行
invoice-blocked = 阻断
invoice-to-review = 待复核
