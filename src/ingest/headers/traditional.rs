//! Traditional Chinese characters → simplified ones, for headers only: a list from Taipei and one from
//! Shanghai head their columns with the same words. Cells are never changed.
//!
//! Only characters that stand in headings of billing lists; those that Japanese writes in a form of
//! its own (発, 単, 価) are left alone, so that its words stay its own.

use std::sync::LazyLock;

use crate::base::QuickMap;

/// Pairs, the traditional character first.
const PAIRS: &str = "\
營营倉仓備备價价儲储別别則则動动務务勞劳匯汇區区協协參参員员問问單单國国圍围圖图團团執执報报場场塊块壓压實实審审將将專专對对導导屬属師师帳账幣币庫库廠厂廢废廣广後后從从復复態态憑凭\
應应戶户換换損损擇择擔担據据數数斷断時时暫暂書书會会東东條条業业構构標标樣样機机檔档檢检櫃柜歷历殘残氣气決决沖冲況况淨净測测準准滯滞滿满濟济灣湾為为無无狀状現现環环產产畢毕異异\
當当發发監监碼码礎础稅税種种稱称積积筆笔節节範范簽签約约紅红純纯紙纸級级細细終终組组結结絡络給给統统經经網网線线編编縣县總总績绩繳缴繼继續续聯联職职臨临與与舊旧艙舱萬万藍蓝藥药\
處处號号補补裝装複复見见規规視视訂订計计訊讯託托記记設设註注話话認认誤误說说調调請请證证識识護护變变負负財财貨货責责買买費费貿贸賃赁資资賠赔賣卖質质賬账購购贈赠車车較较載载輕轻\
輛辆輸输轉转辦办進进運运過过達达違违遞递選选還还邊边郵邮銀银銷销錄录鍵键鐵铁長长門门閉闭開开間间關关陸陆隊队階阶際际隨随險险隻只雙双雜杂離离難难電电頁页項项順顺須须預预領领頭头\
頻频題题額额類类顧顾顯显飛飞餘余驗验體体點点齊齐齡龄簡简佔占併并週周採采獨独權权擬拟傳传僅仅優优償偿債债億亿側侧兩两學学圓圆寬宽強强彙汇慣惯棧栈極极歲岁溫温熱热盤盘綜综臺台製制\
覽览詢询詳详讀读輪轮遲迟醫医鈔钞錯错雲云駁驳儘尽卻却擴扩欄栏籤签縮缩緩缓訖讫贖赎\
";

pub fn simplified(c: char) -> char {
    if !('\u{4e00}'..='\u{9fff}').contains(&c) {
        return c;
    }
    static SIMPLE: LazyLock<QuickMap<char, char>> = LazyLock::new(|| {
        let (traditional, simple) = (PAIRS.chars().step_by(2), PAIRS.chars().skip(1).step_by(2));
        traditional.zip(simple).collect()
    });
    SIMPLE.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_pairs() {
        let chars: Vec<char> = PAIRS.chars().collect();
        assert_eq!(chars.len() % 2, 0);
        for pair in chars.chunks(2) {
            assert_ne!(pair[0], pair[1]);
            assert_eq!(simplified(pair[1]), pair[1], "what is simplified stays");
        }
        assert_eq!(simplified('發'), '发');
        assert_eq!(simplified('発'), '発');
    }
}
