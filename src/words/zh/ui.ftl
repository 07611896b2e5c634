# Words: ui

## Frame
nav-main = 主导航
nav-files = 文件
nav-overview = 概览
nav-findings = 检查结果
nav-unbilled = 未开票
nav-reports = 报告
skip = 跳到正文
undo = 撤销
redo = 重做
close = 关闭

## Status
status-tied = 相符
status-partly = 部分相符
status-review = 待复核
status-break = 错误
status-dismissed = 已排除
status-not-examined = 未检查
status-not-run = 未执行
status-unexplained = 未说明
tie-difference = 差额
tie-explained = 已说明
