# Words: rules

topic-identity = 번호·중복
topic-completeness = 누락
topic-arithmetic = 계산
topic-price = 계약 단가
topic-tax = 세금
topic-currency = 통화
topic-dates = 날짜·결제 조건
topic-customer = 거래처·요구 사항
topic-references = 참조 번호
topic-credit = 감액·재청구
topic-statistics = 통계
topic-sequence = 번호 순서

severity-break = 차단
severity-review = 확인 필요
severity-note = 참고

need-table = { $kind } 파일 없음
need-column = { $kind }에 { $field } 열 없음
need-any-column = 다음 중 하나가 필요함: { $columns }
need-as-of = 기준일 미설정
not-run-switched-off = 설정에서 끔

evidence-first = 처음 나온 곳
evidence-other-invoice = 다른 청구서
evidence-amount = 금액
evidence-line = 내역 행
evidence-taxable = 과세표준
rounding-per-line = 행별 반올림
rounding-half-even = 짝수 쪽 반올림
rounding-truncate = 끝수 버림
evidence-tax = 세액
evidence-number-before = 바로 앞 번호
evidence-rate = 요율
evidence-rate-ended = 만료된 요율
evidence-rate-early = 아직 시작되지 않은 요율
evidence-rate-minimum = 요율표의 최저 요금
evidence-rate-maximum = 요율표의 최고 요금
evidence-rate-other-period = 다른 기간의 요율
evidence-rate-row = 요율표 행
evidence-base = 백분율의 기준 금액
evidence-customer-list = 거래처 목록
evidence-job = 작업 목록

# ID: identity and duplicates
ID-01 = 청구서 번호 없음
    .message = { $row }행에 청구서 번호가 없습니다
    .why = 번호가 없는 청구서는 발송·수금·정정을 할 수 없고, 번호 체계에도 구멍이 생깁니다.
    .fix = 청구 담당자가 다음 번호를 부여하거나, 청구서가 아니면 해당 행을 삭제합니다.
ID-02 = 같은 청구서 번호가 두 건 이상
    .message = { $invoice } 번호의 청구서가 { $times }건 있습니다
    .why = 거래처 시스템에서 두 번째 청구서가 반려되고, 입금이 어느 건에 대한 것인지 알 수 없습니다.
    .fix = 한 건만 남기고, 나머지는 청구 담당자가 취소하거나 새 번호를 부여합니다.
ID-04 = 동일 건으로 보이는 청구서 두 건
    .message = { $first }, { $second }: 같은 청구로 보입니다({ $gross })
    .why = 거래처·금액·기간·발주번호가 모두 같아 이중 청구가 될 수 있습니다.
    .fix = 두 건을 비교해 한 건만 남기고 나머지는 취소합니다. 둘 다 맞으면 사유를 적고 제외 처리합니다.
ID-05 = 같은 작업·같은 항목이 청구서 두 건에 청구됨
    .message = 작업 { $job }, { $code }: { $first }와(과) { $second }에 중복 청구
    .why = 같은 작업을 두 번 받게 되거나, 거래처가 두 청구서 모두에 이의를 제기합니다.
    .fix = 청구 담당자가 발송 전에 나중 청구서에서 해당 항목을 빼거나, 둘 중 한 건을 감액 처리합니다.
ID-06 = 서로 비슷한 번호에 같은 금액
    .message = { $second }은(는) { $first }와(과) 비슷하고 금액이 모두 { $gross }
    .why = O와 0, I와 1을 혼동했거나 두 자리가 바뀌었습니다. 한 건이 두 번 입력되었을 가능성이 큽니다.
    .fix = 청구 담당자가 두 건을 대조해 하나를 취소합니다. 서로 다른 청구서라면 사유를 적고 제외합니다.
ID-07 = 청구서 안에서 반복된 행
    .message = { $invoice }: { $row }행이 { $other }행과 모든 열에서 같습니다
    .why = 한 행에 합쳐야 할 수량이거나, 같은 행이 두 번 들어온 것입니다.
    .fix = 청구 담당자가 작업 내역으로 수량을 확인하고, 중복이면 행을 삭제합니다.
ID-08 = 운송장·컨테이너 번호의 검증 숫자 오류
    .message = { $field } { $number }의 검증 숫자가 맞지 않습니다
    .why = 번호가 잘못 입력되었습니다. 거래처는 화물을 찾을 수 없고, 조회하면 다른 화물이 나옵니다.
    .fix = 운영 담당자가 운송장이나 컨테이너 원본을 보고 번호를 바로잡습니다.

# CMP: completeness
CMP-01 = 필수 항목 누락
    .message = { $invoice }: { $field } 누락
    .why = 이 항목이 없으면 거래처가 전표 처리를 할 수 없고, 관련 점검도 할 수 없습니다.
    .fix = 청구 담당자가 원본에서 항목을 채운 뒤 파일을 다시 불러옵니다.
CMP-02 = 내역 행이 없는 청구서
    .message = { $invoice }에 청구 내역이 없습니다
    .why = 거래처가 무엇에 대한 청구인지 알 수 없고, 금액의 근거도 없습니다.
    .fix = 청구 담당자가 작업 내역으로 청구서를 다시 만들거나, 내역 파일을 불러옵니다.
CMP-03 = 청구서 헤더가 없는 내역 행
    .message = 내역 { $lines }행의 청구서 { $invoice }이(가) 청구서 목록에 없습니다
    .why = 이 금액이 어느 청구서에도 실리지 않거나, 청구서 목록이 완전하지 않습니다.
    .fix = 청구 담당자가 빠진 헤더를 불러오거나, 내역 행의 청구서 번호를 바로잡습니다.
CMP-04 = 무엇을 청구하는지 없는 행
    .message = { $invoice } { $row }행: 요금 코드도 적요도 없음
    .why = 거래처는 무엇에 대한 금액인지 알 수 없고, 요율도 찾을 수 없습니다.
    .fix = 청구 담당자가 작업을 보고 요금 코드나 적요를 채웁니다.
CMP-06 = 세액이 있는데 등록번호 없음
    .message = { $invoice }에 세액이 있으나 { $customer }의 등록번호가 없습니다
    .why = 공급받는 자의 등록번호가 없으면 매입세액을 공제받지 못하고, 세금계산서로서 효력이 없을 수 있습니다.
    .fix = 기준정보 담당자가 거래처에서 번호를 받습니다. 필요 여부는 세무 담당자에게 확인하십시오.
CMP-09 = 청구서에 임시 문구가 남아 있음
    .message = { $invoice }: { $field } 값이 ‘{ $text }’
    .why = 값이 정해질 때까지 적어 둔 문구입니다. 거래처는 이런 청구서를 반려합니다.
    .fix = 청구 담당자가 작업 담당자에게 값을 받아 채웁니다.
CMP-10 = 사용 중인 셀의 스프레드시트 오류
    .message = { $field } 셀의 값: { $error }
    .why = 실제 값을 알 수 없어 이 셀이 들어간 합계가 모두 틀리게 됩니다.
    .fix = 청구 담당자가 원본의 수식이나 연결을 고치고, 다시 계산·저장한 뒤 불러옵니다.

# ARI: arithmetic
ARI-01 = 수량 × 단가와 행 금액 불일치
    .message = { $invoice } { $row }행: { $qty } × { $price }{ $discount } = { $expected }, 기재 금액 { $found }
    .why = 거래처는 행마다 검산하므로, 한 행만 맞지 않아도 청구서 전체에 이의를 제기합니다.
    .fix = 작업 내역이나 계약과 대조하여 청구 담당자가 수량·단가·금액 중 틀린 것을 고칩니다.
ARI-02 = 내역 합계와 공급가액 불일치
    .message = { $invoice }: 내역 { $lines }행 합계 { $total }, 공급가액 { $stated }, 차이 { $difference }
    .why = 전자 청구서는 내역 합계와 총액이 최소 단위만큼만 달라도 반려됩니다.
    .fix = 청구 담당자가 빠졌거나 더 들어간 행을 찾아 합계를 다시 계산합니다.
ARI-03 = 공급가액 + 세액과 총액 불일치
    .message = { $invoice }: { $net } + { $tax } = { $total }, 기재 총액 { $gross }
    .why = 거래처가 어느 금액으로도 전표 처리를 할 수 없고, 세금 신고도 틀리게 됩니다.
    .fix = 청구 담당자가 내역에서부터 합계를 다시 계산합니다.
ARI-06 = 통화의 소수 자릿수 초과
    .message = { $invoice }: { $found }, { $currency }의 소수 자릿수는 { $digits }자리입니다
    .why = 이런 금액은 지급할 수 없고, 시스템마다 반올림이 달라 합계가 어긋납니다.
    .fix = 청구 담당자가 사내 단수 처리 기준에 따라 정리하고 합계를 다시 계산합니다.
ARI-07 = 문서 유형과 부호 불일치
    .message = { $invoice }: 유형은 { $type }, 금액은 { $amount }
    .why = 부호가 틀린 크레딧 노트는 감액이 아니라 추가 청구가 되고, 일반 청구서는 그 반대가 됩니다.
    .fix = 청구 담당자가 부호 또는 문서 유형을 바로잡습니다.
ARI-09 = 백분율의 기준 금액 오류
    .message = { $invoice } { $row }행: { $base }의 { $percent }는 { $expected }, 행에는 { $found }
    .why = 함께 청구된 어느 항목으로도 금액이 설명되지 않습니다. 다른 금액을 기준으로 계산했습니다.
    .fix = 청구 담당자가 계약에 정한 기준 항목으로 다시 계산합니다.
ARI-10 = 반올림 단위만큼의 세액 차이
    .message = { $invoice }: 세액 차이 { $difference }, { $method }으로 설명됨
    .why = 당사가 그렇게 처리한다면 오류가 아닙니다. 처리 방식이 다른 거래처는 문의할 수 있습니다.
    .fix = 조치할 것이 없습니다. 설정에서 끝수 처리 방식을 정하면 마지막 단위까지 점검합니다.

# PRC: price against rate card
PRC-01 = 적용할 요율 없음
    .message = { $customer }, { $service }: { $date } 기준으로 적용할 요율이 없습니다
    .why = 유효한 요율이 없으면 단가가 맞는지 확인할 수 없고, 거래처가 지급을 거절할 수 있습니다.
    .fix = 요율 담당자가 누락된 요율을 등록합니다. 이 작업에만 합의한 단가라면 합의 근거를 첨부하고 제외하십시오.
PRC-02 = 적용 가능한 요율이 둘 이상
    .message = { $service }: { $date } 기준 요율 { $count }건이 해당됩니다 ({ $prices })
    .why = 요율표 안에서 서로 어긋나 단가를 확인할 수 없습니다. 영향 금액은 최고 요율과 최저 요율의 차이에 수량을 곱한 값입니다.
    .fix = 요율 담당자가 하나만 남기고 나머지를 종료하거나 정정합니다.
PRC-03 = 단가가 계약 요율과 다름
    .message = { $service }: 청구 단가 { $billed }, { $date } 기준 계약 요율 { $rate } ({ $percent })
    .why = 높게 청구하면 거래처가 이의를 제기하고, 낮게 청구하면 차액을 받지 못합니다.
    .fix = 청구 담당자가 단가를 고칩니다. 거래처가 합의한 단가라면 합의 근거를 첨부하고 제외하십시오.
PRC-04 = 만료된 요율로 청구
    .message = { $service }: 단가 { $billed }은(는) { $ended }에 끝난 요율입니다. { $date } 기준 요율: { $current }
    .why = 예전에는 맞던 단가입니다. 서비스 제공일에는 새 요율이 적용되거나 유효한 요율이 없습니다.
    .fix = 청구 담당자가 현재 요율로 고칩니다. 현재 요율이 없으면 발행 전에 요율 담당자가 요율을 갱신합니다.
PRC-05 = 아직 시작되지 않은 요율의 단가
    .message = { $service }: 단가 { $billed }은(는) { $begins }부터 적용되는 요율, { $date } 적용 요율: { $current }
    .why = 서비스일에는 새 단가가 아직 적용되지 않으며, 거래처는 서비스일을 기준으로 합니다.
    .fix = 청구 담당자가 서비스일에 적용되는 요율로 단가를 고칩니다.
PRC-06 = 최저 운임 미적용
    .message = { $service }: { $net }은(는) 최저 요금 { $minimum }보다 적습니다
    .why = 계약에 작업당 최저 요금이 있습니다. 모자라는 금액이 청구되지 않습니다.
    .fix = 청구 담당자가 최저 요금으로 올리거나, 거래처와 더 낮은 금액에 합의했다면 제외합니다.
PRC-07 = 최고 운임 초과
    .message = { $service }: { $net }은(는) 최고 요금 { $maximum }보다 많습니다
    .why = 계약에 상한이 있습니다. 거래처는 상한을 넘는 금액을 지급하지 않습니다.
    .fix = 청구 담당자가 금액을 최고 요금까지 낮춥니다.
PRC-08 = 중량 구간 적용 오류
    .message = { $service }, { $weight } kg: 단가 { $billed } 청구, { $as_weight } kg 구간의 단가는 { $price }
    .why = 중량이 늘면 단가가 내려갑니다. 거래처는 계약이 허용하는 가장 싼 구간을 계산합니다.
    .fix = 청구 담당자가 해당하는 중량 구간의 단가로 고칩니다.
PRC-10 = 유류할증료·비율이 계약과 다름
    .message = { $service }: 청구 { $billed }, { $date } 계약상 { $base }의 { $percent }는 { $expected }
    .why = 할증료는 주별·월별 고시율을 따릅니다. 거래처가 가장 먼저 다시 계산하는 항목입니다.
    .fix = 청구 담당자가 서비스일에 적용되는 비율로 할증료를 다시 계산합니다.
PRC-11 = 근거 없는 대기 비용
    .message = { $invoice }: { $charge } { $billed } 청구, 작업의 일수는 { $days }일이고 무료 일수는 { $free }일
    .why = 거래처는 무료 일수를 넘긴 기간만 지급하며 증빙을 요구합니다.
    .fix = 운영 담당자가 대기 일수를 증빙합니다. 증빙이 없으면 청구 담당자가 비용을 뺍니다.
PRC-13 = 무상 표시 없는 단가 0
    .message = { $invoice }: { $service }의 단가가 0
    .why = 단가를 빠뜨렸거나, 승인 없이 무상으로 제공했습니다.
    .fix = 영업 담당자가 무상을 확인하면 행에 표시하고, 아니면 청구 담당자가 단가를 넣습니다.
PRC-14 = 다른 통화의 금액을 그대로 쓴 단가
    .message = { $service }: { $price }을(를) { $billed }로 청구, 요율은 같은 숫자이지만 { $agreed }
    .why = 환산하지 않고 숫자만 옮겼습니다. 환율만큼 단가가 틀립니다.
    .fix = 청구 담당자가 요율의 통화로 청구하거나, 합의한 환율로 환산합니다.
PRC-15 = 원가 또는 최저 마진 미만 청구
    .message = 작업 { $job }: 청구 { $billed }, 원가 { $cost }, 마진 { $margin } (최저 { $floor })
    .why = 단가가 낮거나 전가하지 않은 비용이 있어 손실이 납니다. 사내용입니다.
    .fix = 가격 담당자가 요율과, 계약상 거래처에 전가할 수 있는 비용을 검토합니다.

# TAX: tax
TAX-01 = 세액이 과세표준 × 세율과 다름
    .message = { $invoice }: 과세표준 { $taxable }, 세율 { $rate } → 세액 { $expected }, 기재 세액 { $found }
    .why = 거래처가 세액 때문에 청구서를 반려할 수 있고, 부가가치세 신고도 틀리게 됩니다.
    .fix = 세액을 다시 계산합니다. 세율 자체가 맞는지는 세무팀에 확인하십시오.
TAX-02 = 해당 국가에 없는 세율
    .message = { $invoice }: { $currency } 청구서에 { $rate } 세율은 없습니다
    .why = 없는 세율을 쓴 세금계산서는 계산이 맞아도 효력이 없습니다.
    .fix = 청구 담당자가 세율이나 과세 구분을 바로잡습니다. 적용 세율은 세무 담당자에게 확인하십시오.
TAX-06 = 사업자등록번호 검증 숫자 오류
    .message = { $customer }: 등록번호 { $id }의 검증 숫자가 맞지 않습니다
    .why = 번호가 틀린 세금계산서는 효력이 없고, 거래처는 매입세액을 공제받지 못합니다.
    .fix = 기준정보 담당자가 사업자등록증을 확인해 번호를 바로잡습니다.

# FX: currency
FX-01 = 합의한 통화와 다름
    .message = 청구서 통화 { $found }, 합의 통화 { $agreed }
    .why = 합의하지 않은 통화의 청구서는 거래처가 처리할 수 없어 반송합니다.
    .fix = 청구 담당자가 합의한 통화로 다시 발행합니다. 합의가 바뀌었다면 거래처 목록을 고치십시오.
FX-02 = 한 청구서에 통화가 섞임
    .message = { $invoice }에 { $currencies }이(가) 섞여 있습니다
    .why = 서로 다른 통화는 합산할 수 없어 청구서 합계가 성립하지 않습니다.
    .fix = 청구 담당자가 통화별로 청구서를 나누거나, 환율을 명시해 환산합니다.

# DAT: dates and terms
DAT-01 = 청구일이 해당 기간이 아님
    .message = 청구일 { $date } – { $state } ({ $limit })
    .why = 미래 날짜나 마감된 기간의 문서는 해당 기간에 전기할 수 없습니다.
    .fix = 청구 담당자가 청구일을 열린 기간으로 고칩니다.
DAT-02 = 만기일이 결제 조건과 다름
    .message = 만기일 { $due }, 결제 조건 "{ $terms }"을(를) { $date }부터 계산하면 { $expected }
    .why = 만기일이 틀리면 입금이 늦어지거나 이의가 생기고, 채권 연령도 틀어집니다.
    .fix = 청구 담당자가 만기일을 고칩니다. 다른 조건에 합의했다면 결제 조건을 고치십시오.
DAT-03 = 만기일이 청구일보다 빠름
    .message = 만기일 { $due }이(가) 청구일 { $date }보다 빠릅니다
    .why = 발행한 날부터 이미 연체 상태가 됩니다.
    .fix = 청구 담당자가 두 날짜 중 틀린 쪽을 고칩니다.
DAT-04 = 결제 조건이 합의 내용과 다름
    .message = { $invoice }: 조건 { $stated }, 합의 조건 { $agreed }
    .why = 거래처는 합의한 조건대로 지급하므로 연체 여부가 잘못 계산됩니다.
    .fix = 청구 담당자가 조건을 바로잡습니다. 합의가 바뀌었다면 기준정보 담당자가 거래처 목록을 고칩니다.
DAT-06 = 인수증(POD) 전에 청구
    .message = 작업 { $job }: { $date } 청구, 인수증(POD) { $proof }
    .why = 인도가 증명되지 않은 건은 거래처가 지급하지 않으며, 이의 한 건이 청구서 전체를 늦춥니다.
    .fix = 운영팀이 인수증(POD)을 받을 때까지 보류하거나, 작업 목록에 인수 일자를 입력합니다.
DAT-07 = 청구 기한 초과
    .message = 작업 { $job }: { $done } 완료, { $date } 청구, { $days }일 경과 (기한 { $limit }일)
    .why = 많은 계약에서 거래처는 늦게 청구된 금액을 거절할 수 있습니다.
    .fix = 발송 전에 청구 담당자가 계약이나 거래처에서 지연 청구 승인을 받습니다.
DAT-11 = 있을 수 없는 날짜
    .message = { $field } 값이 { $value }입니다
    .why = 빈 셀, 임시로 넣은 값, 스프레드시트 프로그램 변경에서 생기는 날짜입니다. 이 날짜로 계산한 값은 모두 틀립니다.
    .fix = 원본에서 날짜를 고칩니다. 열 전체가 4년 1일 어긋나 있으면 1904년 날짜 체계를 쓰는 파일입니다.

# CUS: client and requirements
CUS-01 = 거래처 목록에 없음
    .message = { $customer }이(가) 거래처 목록에 없습니다
    .why = 결제 조건, 통화, 세금, 요구 사항을 알 수 없어 청구서를 대조할 수 없습니다.
    .fix = 기준정보 담당자가 거래처를 등록하거나, 청구서의 거래처명을 목록에 있는 이름으로 고칩니다.
CUS-02 = 거래가 종료된 거래처에 청구
    .message = { $invoice }: 거래처 목록에 { $customer }의 상태가 ‘{ $status }’
    .why = 종료되거나 합병된 거래처는 청구서를 받지 않으며 지급할 사람도 없습니다.
    .fix = 기준정보 담당자가 승계한 거래처를 알려 주거나 거래처를 다시 활성화합니다.
CUS-10 = 청구서와 작업의 내용이 서로 다름
    .message = { $invoice }: { $field } { $found }, 작업 { $job }에는 { $other }
    .why = 거래처는 둘 중 하나로만 처리하고 다른 하나는 반려합니다.
    .fix = 영업 관리 담당자가 거래처에 확인해 틀린 쪽을 바로잡습니다.
CUS-11 = 거래 보류 중, 완료된 작업은 청구 가능
    .message = { $invoice }: { $customer }의 상태가 ‘{ $status }’
    .why = 보류는 신규 주문을 막을 뿐입니다. 완료된 작업은 지급 대상이며, 보내지 않은 청구서는 지급되지 않습니다.
    .fix = 여신 담당자에게 알리고, 다른 지시가 없으면 청구서를 보냅니다.

# REF: references
REF-01 = PO 필수 거래처인데 PO 번호 없음
    .message = { $customer }은(는) PO 번호가 필수인데 { $invoice }에 없습니다
    .why = PO 번호가 없는 청구서는 거래처가 반려합니다.
    .fix = 영업 담당자가 거래처에서 PO 번호를 받습니다. 작업에 이미 있는지 먼저 확인하십시오.
REF-02 = 다른 거래처의 발주 번호(PO)
    .message = { $customer } 앞 { $invoice }: 발주 번호 { $po }은(는) { $owner }의 작업에 쓰인 번호
    .why = 거래처는 모르는 발주 번호이고, 다른 거래처의 번호까지 알게 됩니다.
    .fix = 영업 관리 담당자가 발송 전에 올바른 발주 번호를 받습니다.
REF-04 = 작업 목록에 없는 작업
    .message = 작업 { $job }이(가) 작업 목록에 없습니다
    .why = 기록이 없는 작업을 청구했거나, 번호를 잘못 적어 실제 작업이 미청구로 남습니다.
    .fix = 운영팀이 작업을 확인하거나, 청구 담당자가 번호를 고칩니다.
REF-05 = 다른 거래처의 작업
    .message = 작업 { $job }은(는) { $owner }의 작업인데 { $customer }에 청구되었습니다
    .why = 엉뚱한 거래처가 청구서를 받고, 다른 거래처의 거래 내용이 드러납니다.
    .fix = 청구 담당자가 해당 거래처 청구서로 옮깁니다. 제3자 청구에 합의한 경우라면 제외하십시오.
REF-06 = 필수인 프로젝트·프로토콜 번호 없음
    .message = { $invoice }: 작업 { $job }에 프로젝트 번호가 없음, { $customer } 필수
    .why = 거래처는 비용을 시험이나 프로젝트에 배부할 수 없어 청구서를 반려합니다.
    .fix = 영업 관리 담당자가 거래처에서 번호를 받습니다.
REF-07 = 서명자 없는 인수증(POD)
    .message = 작업 { $job }: { $date } 인수증에 인수자 이름이 없음
    .why = 서명자가 없는 인수증은 거래처가 이의를 제기하면 증거가 되지 못합니다.
    .fix = 운영 담당자가 운송사나 서명본에서 이름을 확인합니다.
REF-08 = 청구 중량과 작업 중량 불일치
    .message = { $invoice }, 작업 { $job }: 청구 { $found } kg, 작업 { $expected } kg
    .why = 거래처는 운송장과 중량을 대조하고 차이에 이의를 제기합니다.
    .fix = 운영 담당자가 운송사에 중량을 확인하고, 청구 담당자가 틀린 쪽을 고칩니다.

# CRB: credit and re-bill
CRB-01 = 원 청구서 번호가 없는 크레딧 노트
    .message = { $credit }에 원 청구서 번호가 없습니다
    .why = 거래처가 상계할 청구서를 알 수 없고, 청구액보다 많이 감액해도 확인할 수 없습니다.
    .fix = 청구 담당자가 감액 대상 청구서 번호를 기재합니다.
CRB-02 = 청구액보다 많은 크레딧
    .message = { $original } 청구액 { $whole }, { $credit }까지 크레딧 합계 { $total }
    .why = 거래처가 청구받은 금액보다 더 돌려받습니다.
    .fix = 청구 담당자가 마지막 크레딧 노트를 줄이거나, 실제로 해당하는 청구서를 지정합니다.
CRB-03 = 크레딧 노트와 원 청구서 불일치
    .message = { $credit } (원 청구서 { $original }): { $field } { $found }, 원 청구서에는 { $expected }
    .why = 크레딧을 청구서와 상계할 수 없고 세금 신고도 맞지 않습니다.
    .fix = 청구 담당자가 원 청구서의 내용으로 크레딧 노트를 다시 발행합니다.

# SEQ: number sequence
SEQ-01 = 청구서 번호 결번
    .message = { $count ->
        [1] { $from } 결번
       *[other] { $from } ~ { $to } 결번({ $count }개)
    }
    .why = 감사나 세무조사에서 번호마다 소명을 요구합니다. 취소, 다른 목록, 이번 작업 누락 중 하나입니다.
    .fix = 청구 담당자가 번호마다 청구서를 찾거나, 사용하지 않은 번호임을 기록합니다.
SEQ-03 = 다른 연도의 번호
    .message = { $invoice }의 번호는 { $number_year }년, 청구일은 { $date_year }년
    .why = 이미 마감된 연도의 번호이거나 날짜가 틀렸습니다.
    .fix = 청구 담당자가 해당 연도의 번호를 부여하거나 날짜를 바로잡습니다.

# Words inside messages
charge-whole-invoice = 청구서 전체
cell-no-value = 계산되지 않은 수식
tax-rates-of-lines = 행별 세율
amount-less-discount = {" "}(할인 차감)
period-future = 기준일 이후
period-closed = 마감된 기간
value-none = 없음
value-not-stated = 기재 없음
