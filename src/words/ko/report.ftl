# Words: report. Sheet names, column heads, verdicts; also what is missing when a check did not run.

report-title = 청구 점검 보고서
report-as-of = 기준일 { $date }
report-no-as-of = 기준일이 없어 경과일과 날짜 점검은 실행하지 않았습니다
report-cut = 표의 { $count }개 행 중 처음 { $shown }개만 인쇄합니다. 전체는 통합 문서에 있습니다
sign-off = 작성 및 검토
sign-off-name = 이름
sign-off-date = 날짜
sign-off-prepared = 작성자
sign-off-checked = 검토자
sign-off-paper = 조서 번호

section-summary = 요약
section-findings = 점검 결과
section-unbilled = 미청구 작업
section-release = 발송 목록
section-hold = 보류 목록
section-figures = 지표
section-rows = 행과 합계

summary-rules-run = 실행한 점검
summary-rules-not-run = 실행하지 못한 점검
summary-invoices = 청구서
rows-fates = 모든 행의 처리 결과
rows-sums = 입력 합계와 처리 합계
total = 합계
not-run = 미실행

verdict-tied = 모든 합계가 일치합니다
verdict-open = { $name }: { $unexplained }의 차이가 설명되지 않았습니다
verdict-no-invoices = 청구서가 없어 모든 작업을 미청구로 셉니다
verdict-not-run = 점검 { $count }건을 실행하지 못했습니다. 아래에 따로 적으며 통과로 세지 않습니다
conservation-holds = 모든 행이 한 번씩 처리되었고 입력 합계와 처리 합계가 같습니다
conservation-fails = 읽는 과정에서 행이나 합계가 맞지 않습니다. 이 보고서의 숫자를 쓰기 전에 ‘행과 합계’를 확인하세요
tie-tied = 일치
tie-open = 불일치

col-rule = 점검
col-severity = 중요도
col-finding = 점검 항목
col-message = 발견 내용
col-found = 파일 값
col-expected = 기대 값
col-at-stake = 관련 금액
col-fix = 조치
col-owner = 담당
col-decision = 결정
col-reason = 사유
col-source = 출처
col-state = 상태
col-age-days = 경과일
col-billed = 청구액
col-open = 미청구액
col-reason-code = 코드
col-also = 그 밖의 사유
col-action = 다음 조치
col-due = 기한
col-amount = 금액
col-clearance = 상태
col-held-by = 보류 점검
col-file = 파일
col-sheet = 시트
col-kind = 종류
col-rows = 행
col-field = 열
col-in-sheet = 시트 합계
col-unread-cells = 읽지 못한 셀
col-verdict = 판정
col-jobs = 작업
col-invoices = 청구서
col-findings = 건수
col-open-findings = 미결
col-missing = 없는 것

decision-open = 미결
decision-accepted = 승인
decision-dismissed = 제외

invoice-released = 발송
invoice-blocked = 차단
invoice-to-review = 검토 필요
