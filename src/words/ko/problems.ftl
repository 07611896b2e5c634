# Words: problems and refusals of reading

stage-open = 파일 여는 중
stage-rows = 행 읽는 중

file-xlsx = Excel 통합 문서
file-xlsb = Excel 바이너리 통합 문서
file-xls = Excel 97–2003 통합 문서
file-ods = OpenDocument 스프레드시트
file-text = 구분자로 나뉜 텍스트
file-html = 스프레드시트로 저장된 웹 페이지
file-mhtml = 스프레드시트로 저장된 웹 보관 파일
file-spreadsheet-xml = Excel 2003 XML 스프레드시트
file-printed-list = 인쇄 형식 목록(SAP “변환 안 함”)
file-archive = 압축 파일
file-mt940 = MT940/MT942 은행 거래내역
file-camt = ISO 20022 은행 거래내역(CAMT)
file-bai2 = BAI2 은행 거래내역
file-ofx = OFX/QFX 은행 거래내역
file-qif = QIF 은행 거래내역
file-lockbox = 록박스(수표 수납대행) 파일
file-e-invoice = 전자 인보이스(UBL 또는 CII)
file-exchange = SYLK·DIF·dBase 표

format-archive = 압축 파일
format-bai2 = BAI2 은행 거래내역
format-binary = 표가 없는 바이너리 파일
format-camt = ISO 20022 은행 전문
format-database = 데이터베이스 파일
format-document = 문서 파일
format-e-invoice = 전자 송장
format-ebcdic = EBCDIC 방식의 메인프레임 파일
format-edi = EDI 전문
format-image = 그림 파일
format-json = JSON 파일
format-lotus = Lotus 1-2-3 워크시트
format-mail = 저장된 이메일
format-mt940 = MT940 은행 거래내역
format-numbers = Apple Numbers 문서
format-ofx = OFX 은행 거래내역
format-pdf = PDF 문서
format-presentation = 프레젠테이션
format-program = 실행 프로그램
format-qif = QIF 은행 거래내역
format-xml = XML 파일

refused-empty =
    .what = 파일이 비어 있습니다.
    .why = 공백과 줄바꿈 외에 아무 내용이 없습니다.
    .remedy = 조회 조건과 선택한 행을 확인한 뒤 다시 내려받으십시오.
refused-damaged =
    .what = 파일이 손상되었습니다.
    .why = 내용 일부가 없거나 서로 맞지 않습니다. 복사 중에 끊겼을 수 있습니다.
    .remedy = Excel에서 열어 복구한 뒤 다시 저장하거나, 보낸 사람에게 파일을 다시 요청하십시오.
refused-encrypted =
    .what = 암호로 보호된 파일입니다.
    .why = 내용이 암호화되어 있어 암호 없이는 읽을 수 없습니다.
    .remedy = 암호를 입력해 주세요. 터미널에서는 --password-file로 지정할 수 있습니다. Excel의 파일 > 정보 > 통합 문서 보호에서 암호를 해제한 사본을 추가해도 됩니다.
refused-wrong-password =
    .what = 암호가 이 파일과 맞지 않습니다.
    .why = 입력한 암호를 파일과 대조했으나 일치하지 않습니다. 대소문자와 한/영 입력 상태에 따라 달라집니다.
    .remedy = 암호를 다시 입력하거나 보낸 사람에게 확인해 주세요.
refused-locked-archive =
    .what = 암호가 걸린 압축 파일입니다.
    .why = 안의 파일이 암호화되어 있으며, 압축 파일은 암호가 없는 것만 열 수 있습니다.
    .remedy = 암호로 압축을 푼 뒤 안에 있던 파일을 추가해 주세요.
refused-unknown-encryption =
    .what = 지원하지 않는 방식으로 암호화된 파일입니다.
    .why = Excel의 표준 방식이 아닌 암호화를 사용합니다.
    .remedy = Excel에서 암호로 연 다음, 새 암호를 설정하거나 암호 없이 xlsx로 저장하여 추가해 주세요.
refused-protected =
    .what = 권한 관리(IRM)가 적용된 파일입니다.
    .why = 회사나 보낸 사람이 열람 권한을 제한했으며, Office에서만 해제할 수 있습니다.
    .remedy = Excel에서 열어 제한이 없는 사본을 저장하거나, 보낸 사람에게 요청하십시오.
refused-too-large =
    .what = 파일이 너무 큽니다.
    .why = 크기가 { $size } MB입니다. 브라우저 탭 메모리에는 { $limit } MB까지 들어갑니다.
    .remedy = 월별이나 법인별로 나누어 추가하십시오.
refused-too-many-cells =
    .what = 시트가 너무 큽니다.
    .why = { $rows }행 { $columns }열에 걸쳐 있습니다. 브라우저 탭 메모리에는 셀 { $limit }개까지 들어갑니다.
    .remedy = 필요 없는 열과 행(오른쪽 끝의 빈 열 포함)을 지우거나 파일을 나누십시오.
refused-zip-bomb =
    .what = 압축을 풀면 통합 문서로 볼 수 없을 만큼 커지는 파일입니다.
    .why = 풀었을 때 { $size } MB가 됩니다. 컴퓨터를 마비시키려고 만든 파일에서 나타나는 특징입니다.
    .remedy = 파일을 열지 마시고, 보낸 사람에게 다른 방법으로 명세를 요청하십시오.
refused-nested-too-deep =
    .what = 압축이 너무 여러 겹입니다.
    .why = 압축 파일 안의 압축 파일이 { $limit }단계를 넘습니다.
    .remedy = 압축을 풀고 필요한 파일을 추가하십시오.
refused-unknown =
    .what = 읽을 수 있는 명세가 아닙니다.
    .why = 내용으로 보아 { $format }입니다.
    .remedy = xlsx, xls, ods 또는 csv 파일로 추가하십시오.
refused-other-format =
    .what = 이 형식의 스프레드시트는 읽지 않습니다.
    .why = 파일 이름과 관계없이 실제 내용은 { $format }입니다.
    .remedy = Excel이나 LibreOffice에서 열어 xlsx로 저장한 뒤 추가하십시오.
refused-bank-format =
    .what = 이 형식의 은행 거래내역은 아직 읽지 않습니다.
    .why = 실제 내용은 { $format }입니다.
    .remedy = 인터넷뱅킹에서 거래내역을 csv나 xlsx로 내려받아 추가하십시오.
refused-no-sheet =
    .what = 내용이 있는 시트가 없습니다.
    .why = 모든 시트가 비어 있거나 차트만 있습니다.
    .remedy = 명세가 저장되었는지 확인한 뒤 다시 추가하십시오.
refused-unread-workbook =
    .what = 통합 문서를 읽지 못했습니다.
    .why = 손상되었거나 Excel만 처리할 수 있는 내용이 들어 있습니다.
    .remedy = Excel에서 열어 xlsx로 저장한 뒤 추가하십시오.

problem-wrongly-named = 파일 이름은 .{ $extension }이지만 실제 내용은 { $kind }입니다. 실제 내용대로 읽었습니다.
problem-replaced-characters = { $encoding }(으)로 읽을 수 없는 글자를 �로 바꾸었습니다. 거래처명이나 번호에 영향이 있으면 UTF-8로 저장해 다시 추가하십시오.
problem-nulls = NUL 문자 { $count }개를 제외했습니다. 파일을 만든 프로그램이 빈 자리를 남긴 것이니, 짧아 보이는 번호를 확인하십시오.
problem-mojibake = Ã©와 같은 글자는 이전에 잘못된 인코딩으로 저장되었다는 표시입니다. 인코딩 목록에서 복구된 읽기를 고를 수 있으며, 그래도 맞지 않으면 새로 내보낸 파일을 요청하십시오.
problem-open-quote = 따옴표가 열린 채 닫히지 않았습니다. 일반 글자로 읽었으니 이 행을 확인하십시오.
problem-open-quotes = 따옴표가 닫히지 않은 행이 { $count }개 더 있습니다.
problem-row-short = 이 행은 셀이 { $found }개이고 명세는 { $expected }개입니다. 모자란 셀은 빈 값으로 보았습니다.
problem-row-long = 이 행은 셀이 { $found }개이고 명세는 { $expected }개입니다. 텍스트 안의 구분자 때문에 셀이 밀렸을 수 있습니다.
problem-rows-ragged = 셀 수가 맞지 않는 행이 { $count }개 더 있습니다.
problem-columns-beyond = { $limit }번째 열 오른쪽의 셀 { $count }개는 읽지 않았습니다. 지우거나 명세를 왼쪽으로 옮기십시오.
problem-cell-cut = 셀 하나가 { $limit }자를 넘습니다. 넘는 부분은 제외했습니다.
problem-cells-replaced = 파일에 두 번 나오고 값이 서로 다른 셀이 { $count }개 있습니다. 뒤에 나온 값을 사용합니다.
problem-gap-rows = 멀리 떨어진 셀 앞의 빈 행 { $count }개를 건너뛰었습니다.
problem-tables-on-sheet = 한 시트에 표가 { $count }개 있어 각각 따로 읽었습니다. 이름 끝에 셀 범위를 붙였습니다.
problem-filled-down = { $field }: 값이 비어 있는 { $count }개 행에 같은 묶음의 값을 채웠습니다.
problem-labels-lifted = 목록 위에 적힌 “{ $labels }” 항목 { $count }개를 맨 뒤의 열로 읽어 아래 행에 채웠습니다.
problem-headers-once = 같은 { $column } 행마다 { $total }이(가) 되풀이됩니다. { $column }별로 한 번만 읽은 목록을 따로 만들었습니다.
problem-matrix-unfolded = { $first }~{ $last } 열은 중량·구역·컨테이너별 요금표입니다. 요금 칸마다 요율 하나로 읽었습니다: { $lanes }개 행, { $cells }개 칸에서 요율 { $count }개. { $blank ->
    [0] 모든 칸에 요금이 있습니다.
   *[other] 요금이 없는 칸은 { $blank }개입니다.
    }
problem-matrix-unit = { $first }~{ $last } 열의 요금이 kg당인지, 건당인지, 개당인지 적혀 있지 않습니다. 단위를 선택하거나 표 위에 “원/kg”처럼 적어 주십시오.
problem-matrix-ends = { $first }~{ $last } 열은 중량별 요금표로 보이지만 위의 중량이 이상인지 이하인지 적혀 있지 않습니다. 중량 위에 “kg 이상” 또는 “kg 이하”를 적고 파일을 다시 여십시오.
problem-matrix-side-ends = { $first }~{ $last } 열은 중량·구역별 요금표로 보이지만 { $weights } 열의 중량이 이상인지 이하인지 적혀 있지 않습니다. 중량 위에 “kg 이상” 또는 “kg 이하”를 적고 파일을 다시 여십시오.
problem-matrix-further = { $first }~{ $last } 열은 중량·구역별 요금표로 보이지만 추가 kg당 요금이 함께 있습니다. 이런 요금은 요율로 읽을 수 없습니다. 시작 중량과 종료 중량이 있는 행으로 적고 파일을 다시 여십시오.
problem-hidden-sheet = 통합 문서에서 숨겨진 시트입니다. 사용하도록 지정하기 전에는 집계에서 제외합니다.
problem-hidden-columns = 통합 문서에서 숨겨진 열이 { $count }개 있습니다. 다른 열과 똑같이 읽었습니다.
problem-veiled-cells = 표시 형식 때문에 화면에 보이지 않는 셀이 { $count }개 있습니다. 값은 읽었습니다.
problem-merged-rows = 여러 행에 걸쳐 병합된 셀이 { $count }개 있습니다. 값은 각 병합 영역의 첫 행에만 적용됩니다.
problem-calculated-by-hand = 이 통합 문서는 수동 계산으로 설정되어 있어 수식 값이 최신이 아닐 수 있습니다. 의심되면 Excel에서 다시 계산(F9)하고 저장한 뒤 다시 추가하십시오.
problem-hidden-rows = 숨겼거나 필터로 가려진 행이 { $count }개 있습니다. 다른 행과 똑같이 읽었습니다.
problem-no-value = { $field }: 수식에 계산된 값이 없습니다. Excel에서 열어 저장한 뒤 다시 추가하십시오.
problem-cell-error = { $field }: 셀에 오류 { $text }이(가) 있습니다. 원본에서 고치십시오.
problem-cells-refer = { $field }: 셀 { $count }개가 이 목록의 다른 행을 참조합니다. 첫 번째 셀 “{ $text }”은(는) { $row }행입니다. 금액·수치는 참조된 행에서 한 번만 집계합니다.
problem-cells-explain = { $field }: 셀 { $count }개에 수치 대신 사유가 적혀 있습니다: { $texts }.
problem-number-unread = { $field }: “{ $text }”을(를) 숫자로 읽을 수 없습니다.
problem-date-unread = { $field }: “{ $text }”을(를) 날짜로 읽을 수 없습니다.
problem-number-two-ways = { $field }: “{ $text }”은(는) 두 가지로 읽힙니다. 이 열의 소수점 기호를 선택하십시오.
problem-date-two-ways = { $field }: “{ $text }”은(는) 두 가지로 읽힙니다. 이 열의 일·월 순서를 선택하십시오.
problem-currency-unread = { $field }: “{ $text }”은(는) 통화가 아닙니다.
problem-flag-unread = { $field }: “{ $text }”은(는) 예도 아니오도 아닙니다.
problem-text-unread = { $field }: “{ $text }”을(를) 텍스트로 읽을 수 없습니다.
problem-id-destroyed = { $field }: “{ $text }”은(는) 긴 번호가 스프레드시트에서 잘린 값입니다. 이 열을 텍스트 형식으로 다시 내려받으십시오.
problem-ids-destroyed = { $field }: 스프레드시트에서 잘린 긴 번호가 { $count }개 더 있습니다.
problem-more-unread = { $field }: 읽을 수 없는 셀이 { $count }개 더 있습니다.
problem-total-differs = { $field }: 합계 행은 { $stated }, 해당 행을 더하면 { $counted }입니다. 원본에서 빠졌거나 숨겨진 행이 있을 수 있습니다.
problem-statement-differs = 계좌 { $account }의 거래내역서 { $number }: 기초 잔액 { $opening }에 거래 합계 { $movements }을(를) 더하면 기말 잔액 { $closing } { $currency }과(와) { $difference }만큼 맞지 않습니다. 빠진 거래를 은행에 요청하거나 제외한 행을 확인하십시오.
problem-statement-sum-differs = 계좌 { $account }의 거래내역서 { $number }에 적힌 합계는 { $stated } { $currency }인데 거래를 더하면 { $counted }입니다. 빠진 거래가 있는지 확인하십시오.
problem-statement-count-differs = 계좌 { $account } { $currency } 거래내역서 { $number }에 적힌 건수는 { $stated }건인데 실제로는 { $counted }건입니다. 빠진 거래가 있는지 확인하십시오.
problem-statement-open = 계좌 { $account }의 거래내역서에 기말 잔액이 없어 빠진 거래가 있는지 확인할 수 없습니다. 은행에 전체 내역서를 요청하십시오.
problem-statement-gap = 계좌 { $account }의 거래내역서 { $number }는 기초 잔액이 { $opening }인데 직전 내역서의 기말 잔액은 { $closing }입니다. 그 사이의 내역서를 은행에 요청하십시오.
problem-balance-breaks = 잔액 { $balance }이(가) 직전 잔액에 이 거래를 반영한 값과 { $difference }만큼 다릅니다. 이 부근에 빠진 거래가 있는지 확인하십시오.
problem-side-turned = 차변·대변 구분이 잔액의 증감과 반대입니다. 부호는 잔액에 맞추었으니 어느 쪽 기준의 구분인지 은행에 확인하십시오.
problem-signs-by-balance = 금액에 부호가 없어 잔액의 증감으로 입금과 출금을 정했습니다. 직전 잔액이 없는 첫 거래를 확인하십시오.
problem-sign-unknown = 금액 { $count }건에 부호도 입출금 구분도 없어 적힌 그대로 집계했습니다. 해당 행을 확인하거나 입출금을 나타내는 열을 지정하십시오.
problem-currency-marked = 금액 { $count }건에는 { $marked } 표시가 붙어 있으나 해당 행의 통화는 { $stated }입니다. { $stated }로 집계했으니 어느 쪽이 맞는지 확인하십시오.
problem-sep-ignored = 첫 행에는 열 구분자가 “{ $mark }”(이)라고 되어 있으나 실제로는 쓰이지 않아 “{ $used }”(으)로 읽었습니다.
problem-lines-quoted = 목록의 각 줄 전체가 따옴표로 묶여 있어 따옴표를 벗기고 열로 나누어 읽었습니다. 줄 전체를 따옴표로 묶지 않은 파일을 요청하십시오.
problem-thousands-joined = 금액의 천 단위 쉼표 때문에 이 행이 나뉘어 있어 금액을 다시 합쳤습니다. 금액에 따옴표를 쓰거나 쉼표를 뺀 파일을 요청하십시오.
problem-rows-thousands-joined = 그 밖의 { $count }개 행에서도 금액을 다시 합쳤습니다.
problem-debits-unsigned = 계좌 { $account }: 출금 거래 { $count }건에 음수 부호가 없고, 음수 금액이 하나도 없습니다. 적힌 그대로 입금으로 집계되니 은행에 파일을 다시 요청하거나 내역서와 대조하십시오.
problem-bank-line-unread = “{ $text }” 행을 읽을 수 없어 집계에서 뺐습니다. 파일에서 해당 행을 확인하거나 은행에 내역서를 다시 요청하십시오.
problem-batch-differs = 이 일괄 입금의 개별 금액 합계는 { $details }인데 기장 금액은 { $stated }입니다. 한 건으로 두었으니 은행에 상세 내역을 요청하십시오.
problem-reversals-turned = 거래내역서 { $number }의 취소 거래는 파일에 적힌 것과 반대 방향으로 집계했습니다. 그래야 기초 잔액과 기말 잔액이 맞습니다.
problem-entries-not-booked = 거래내역서 { $number }에 미기장(예정·참고) 거래가 { $count }건 있습니다. 아직 기장되지 않아 제외했습니다.
problem-lines-pending = 아직 기장되지 않은 예정 거래가 { $count }건 있어 제외했습니다.
problem-trades-left-out = 계좌 { $account }에 유가증권 매매가 { $count }건 있습니다. 은행 입출금이 아니므로 제외했습니다.
problem-control-total-differs = { $record } 레코드에 적힌 검증 합계는 { $stated }인데 앞선 금액의 합은 최소 화폐 단위로 { $counted }입니다. 빠진 레코드가 있는지 확인하십시오.
problem-control-count-differs = { $record } 레코드에는 계좌 또는 그룹이 { $stated }개라고 적혀 있으나 실제로는 { $counted }개입니다. 빠진 레코드가 있는지 확인하십시오.
problem-control-records-differ = { $record } 레코드에는 레코드가 { $stated }개라고 적혀 있으나 실제로는 { $counted }개입니다. 빠진 레코드가 있는지 확인하십시오.
problem-lines-aside = 인보이스 { $invoice }에는 다른 항목을 합산했거나 설명만 적은 항목이 { $count }개 있습니다. 이중으로 집계되지 않도록 제외했습니다.
problem-due-dates-several = 인보이스 { $invoice }은(는) 분할 지급 조건이며 만기일이 여러 개입니다({ $dates }). 전체 만기일은 정하지 않았으니 발행처에 확인하십시오.
problem-invoice-total-differs = 인보이스 { $invoice }의 { $term } 금액은 { $stated }(으)로 적혀 있으나 구성 금액으로 계산하면 { $counted }입니다. 어느 쪽이 맞는지 발행처에 확인하십시오.
problem-row-unmapped = 사용하지 않는 열에만 내용이 있는 행이라 제외했습니다.
problem-rows-unmapped = 사용하지 않는 열에만 내용이 있어 제외한 행이 { $count }개 더 있습니다.
problem-sheets-beyond = 처음 { $limit }개를 넘는 시트 { $count }개는 읽지 않았습니다.
problem-member-refused = 압축 파일 안의 { $member }은(는) 읽지 못했습니다. { $why } 나머지 파일은 읽었습니다.
problem-members-beyond = 압축 파일 안의 파일이 { $limit }개를 넘어 나머지는 읽지 않았습니다. 압축을 풀고 빠진 파일을 추가하십시오.
problem-ends-early = 파일이 끝나기 전에 끊겨 있습니다. 그 앞까지만 읽었으며 빠진 행이 있을 수 있으니 파일을 다시 요청하십시오.
problem-bars-misfit = 이 행에는 열 수보다 많은 세로줄(|)이 있습니다. 머리글의 너비에 따라 텍스트에 속한 세로줄을 정했으니 이 행을 확인하십시오.
problem-blocks-filled = { $labels }: 목록 위에 있던 항목으로, 아래 각 행에 별도의 열로 채워 넣었습니다.
problem-cells-unread = 파일이 손상되어 셀 { $count }개를 읽지 못했습니다. 원본과 대조해 주세요.
problem-sheet-cut = 이 시트의 끝부분이 파일에 없어 행이 누락되었을 수 있습니다. 파일을 다시 요청하거나 합계를 원본과 대조해 주세요.
problem-sheet-missing = 통합 문서에 등록된 시트 “{ $name }”이(가) 파일에 없습니다. 필요한 목록이 그 시트에 있었다면 파일을 다시 요청해 주세요.
problem-row-other-mark = 이 행은 나머지 목록과 다른 구분자를 씁니다. 그 구분자로 읽으면 열 수가 맞으므로 그렇게 읽었습니다.
problem-rows-other-mark = 나머지 목록과 다른 구분자를 쓰는 행이 { $count }개 더 있습니다.
problem-rows-deleted = 삭제 표시된 행 { $count }개는 읽지 않았습니다.

advice-one-table = 한 시트에 여러 목록이 섞여 있거나 청구서 합계가 행마다 되풀이됩니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 시트마다 목록을 하나만 넣고, 첫 행에 머리글을 두고, 한 행에 한 건씩 적어 보내 주시기 바랍니다.
advice-every-row = 값이 묶음의 첫 행이나 위쪽 줄에만 있습니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 거래처, 회사코드, 전표번호를 모든 행에 채우고 중간 제목이나 빈칸 없이 보내 주시기 바랍니다.
advice-ids-as-text = 긴 번호가 엑셀에서 잘렸습니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 전표번호와 거래처코드는 앞자리 0과 모든 자릿수가 남도록 텍스트 형식으로 내려받아 주시기 바랍니다.
advice-dates = 날짜를 읽을 수 없거나 월과 일을 구분할 수 없습니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 날짜는 열 전체를 연-월-일(2026-05-30) 형식으로 통일해 주시기 바랍니다.
advice-decimal-mark = 숫자를 두 가지로 읽을 수 있습니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 금액은 숫자 형식으로, 텍스트라면 천 단위 구분 기호 없이 보내 주시기 바랍니다.
advice-whole-amounts = 금액이 천 단위나 백만 단위입니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 금액은 반올림하지 말고 원 단위까지 보내 주시기 바랍니다. 반올림한 금액은 청구서와 맞출 수 없습니다.
advice-values = 오류 셀이나 계산되지 않은 수식이 있습니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 값으로 붙여 넣은 뒤 보내 주시고, 오류가 표시된 셀은 고쳐 주시기 바랍니다.
advice-totals = 합계 행이 위의 행들과 맞지 않습니다{ $rows ->
    [0] {""}
   *[other] ({ $rows }건)
    }
    .ask = 숨겼거나 지운 행이 없는지 확인하고, 필터를 푼 상태로 다시 내려받아 주시기 바랍니다.
