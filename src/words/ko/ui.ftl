# Words: ui

## Frame
nav-main = 주 메뉴
nav-files = 파일
nav-overview = 개요
nav-findings = 점검 결과
nav-unbilled = 미청구
nav-reports = 보고서
skip = 본문으로 건너뛰기
undo = 실행 취소
redo = 다시 실행
close = 닫기

## Status
status-tied = 일치
status-partly = 일부 일치
status-review = 검토 필요
status-break = 오류
status-dismissed = 제외됨
status-not-examined = 미검토
status-not-run = 점검 안 됨
status-unexplained = 미설명
tie-difference = 차이
tie-explained = 설명된 차이
