# Words: fields

## Fields

field-invoice-no = 청구서 번호
field-line-no = 행 번호
field-doc-type = 문서 구분
field-original-invoice = 원 청구서 번호
field-customer-no = 거래처 코드
field-customer-name = 거래처명
field-vendor-name = 운송사·공급업체
field-tax-id = 사업자등록번호
field-entity = 청구 법인
field-contact = 담당자
field-owner = 당사 담당자
field-status = 상태
field-text = 적요
field-job-no = 작업 번호
field-awb = 운송장 번호(AWB·B/L)
field-container = 컨테이너
field-service-date = 서비스일
field-pickup-date = 픽업일
field-delivery-date = 배송일
field-pod-date = 인수증(POD) 일자
field-pod-name = 인수자
field-origin = 출발지
field-destination = 도착지
field-service-code = 서비스·요금 코드
field-weight = 중량
field-chargeable-weight = 운임중량
field-pieces = 포장 수
field-demurrage-days = 체선 일수
field-detention-days = 지체 일수
field-project = 프로젝트·프로토콜 번호
field-site = 사이트
field-hold-reason = 미청구 사유
field-contract-no = 계약 번호
field-invoice-date = 청구일
field-due-date = 만기일
field-sent-date = 발송일
field-period = 청구 기간
field-terms = 결제 조건
field-valid-from = 적용 시작일
field-valid-to = 적용 종료일
field-net = 공급가액
field-tax = 세액
field-tax-rate = 세율
field-gross = 합계 금액
field-open-amount = 미수금
field-amount = 금액
field-currency = 통화
field-fx-rate = 환율
field-qty = 수량
field-unit = 단위
field-unit-price = 단가
field-freight-charge = 기본 운임
field-fuel-charge = 유류할증료
field-demurrage-charge = 체선료·체화료
field-detention-charge = 지체료
field-storage-charge = 보관료
field-handling-charge = 취급 수수료
field-customs-charge = 통관료·관세
field-other-charge = 기타 비용
field-discount = 할인
field-min-charge = 최저 운임
field-max-charge = 최고 운임
field-fuel-percent = 유류할증율
field-free-days = 무료 장치일수
field-day-rate = 일당 요율
field-weight-from = 중량 구간 시작
field-weight-to = 중량 구간 끝
field-est-revenue = 예상 매출
field-cost = 원가
field-credit-limit = 여신 한도
field-po-no = 발주 번호(PO)
field-po-required = PO 필수
field-project-required = 프로젝트 번호 필수
field-pod-required = 인수증(POD) 필수
field-payment-no = 입금번호
field-payment-date = 입금일
field-payer-name = 입금자
field-payer-account = 입금자 계좌
field-payment-ref = 입금 참조
field-cleared-date = 반제일
field-disputed = 분쟁 여부
field-value-date = 기산일
field-booking-date = 거래일
field-debit = 출금액
field-credit = 입금액
field-balance = 거래 후 잔액
field-end-to-end-id = 의뢰인 참조번호(End-to-End ID)
field-bank-ref = 은행 거래번호
field-remittance = 적요·송금 내용
field-transaction-code = 거래 구분 코드
field-statement-no = 거래내역서 번호
field-bank-account = 당사 계좌
field-period-from = 청구 기간 시작
field-period-to = 청구 기간 종료
field-start-date = 서비스 시작일
field-end-date = 서비스 종료일
field-split-rule = 청구서 발행 단위
field-delivery-channel = 청구서 발송 방법
field-email = 청구서 수신 이메일
field-language = 언어
field-invoice-format = 청구서 형식
field-cut-off = 청구 마감일
field-excluded-charges = 청구 제외 항목
field-billing-schedule = 청구 주기
field-contact-status = 담당자 상태
field-correction-reason = 수정 사유
field-approved-by = 승인자
field-preparer = 작성자
field-po-amount = 발주 금액
field-po-used = 발주 사용액
field-po-balance = 발주 잔액
field-dispute-no = 이의 제기 번호
field-verdict = 판정
field-resolved-date = 처리 완료일
field-pod-status = 인수증 상태
field-cost-status = 매입 원가 상태
field-approval-status = 추가 비용 승인
field-quote-status = 견적 상태
field-quality-status = 품질 상태
field-portal-status = 포털 전송 상태
field-claim-status = 클레임 상태
field-duty-receipt = 관세 영수증
field-interface-status = 인터페이스 상태

## Kinds of table

kind-jobs = 작업 목록
kind-prior-jobs = 전월 미청구 작업
kind-prior-items = 전월 미수금 목록
kind-invoices = 청구서
kind-lines = 청구서 명세
kind-rates = 요율표
kind-customers = 거래처와 청구 요건
kind-payments = 입금 내역
kind-remittances = 송금 명세(입금 통지)
kind-bank-lines = 은행 거래내역
kind-orders = 발주서(PO) 목록
kind-disputes = 이의 제기 목록
kind-other = 사용 안 함

## Kinds of value

value-id = 식별 번호
value-text = 텍스트
value-date = 날짜
value-amount = 금액
value-number = 숫자
value-percent = 백분율
value-currency = 통화
value-flag = 예/아니요

## Why a column was taken for a field

why-header = 열 제목이 이 항목의 통용 명칭입니다
why-header-words = 열 제목에 이 항목을 뜻하는 단어가 있습니다
why-header-key = 열 제목이 데이터베이스 키 이름입니다
why-values = 셀 값의 형식이 이 항목과 맞습니다
why-unique = 행마다 값이 다릅니다
why-overlap = 다른 파일에 같은 값이 있습니다
why-arithmetic = 금액이 서로 맞아떨어집니다
why-remembered = 이전에 확인한 양식입니다
why-chosen = 직접 선택했습니다
why-format = 파일 형식 자체에 정해져 있습니다

## Questions about a sheet

ask-kind = 이 시트는 어떤 목록입니까? 열 구성이 여러 종류에 해당하거나 어느 것과도 완전히 맞지 않습니다. 종류를 선택하십시오.
ask-field = 어느 열이 ‘{ $field }’입니까? 해당하는 열이 여럿이거나 확실하지 않습니다. 열을 선택하거나 비워 두십시오.
ask-scale = ‘{ $column }’ 열의 금액은 원 단위입니까, 천 단위입니까, 백만 단위입니까? 머리글이나 제목에 더 큰 단위가 적혀 있습니다.
ask-number-style = ‘{ $column }’ 열의 소수점은 어느 기호입니까? 이 열의 숫자는 두 가지로 읽을 수 있습니다.
ask-date-order = ‘{ $column }’ 열의 날짜는 일과 월 중 어느 것이 먼저입니까? 두 가지로 읽을 수 있습니다.

## Answers

number-style-point = 1,234.56
number-style-comma = 1.234,56
date-order-day-month-year = 일, 월, 연도
date-order-month-day-year = 월, 일, 연도
date-order-year-month-day = 연도, 월, 일
