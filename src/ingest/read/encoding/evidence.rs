//! How much a decoded text looks like text of a language: the judge between encodings.
//!
//! Frequencies of letters and of East Asian characters, never a dictionary. What is compared is the
//! mean over the characters beyond ASCII, so that long and short files weigh alike.

use std::collections::BTreeMap;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS};

/// The commonest syllables of Korean lists and prose.
const HANGUL: &str = "이다는에의을가고하지로사자기서도인한어나리시대아해수일정으라스부그전보여과주상장게원구제와면연선공니들있를성개당비동만조안중화무은신경발생명물계유진위표입금행년월호거래처품목번액청납세송미결류운임합소회식업관리급방문출고적용내역본지점현재등록총단량영차";

/// The commonest characters of Chinese, simplified and traditional, and of Japanese.
const HANZI: &str = "的一是不了人我在有他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运票单客户价税率额订货发收付款账号开户行购销方费运输物流有限公司集团科技贸易股份医药食品仓储编码数量单价合计备注送達地址城市上海广州深圳京港澳台湾這來國時會對說過後們經麼沒動還進樣開從實無與長機學現當關點業將兩間問頭見產體話給門員處義認條氣題變電數報結務場計資書聽達強難設記類據邊該規萬覺術領確傳師觀讓識帶導爭運單戶價稅額訂貨發賬號購銷費輸貿倉儲編碼備註請求書番顧客様株式会社円税込金額日付数量単価合計品名納期出荷伝票支払売上消費得意先送付住所担当電話店舗東京大阪名古屋";

/// Letters beyond ASCII that one language uses; the first are the commonest.
struct Letters {
    letters: &'static str,
    /// Of a script of its own: nearly every letter of the text is one of these.
    script: bool,
}

const LANGUAGES: [Letters; 19] = [
    Letters { letters: "üöäßÜÖÄé", script: false },
    Letters { letters: "éèàêçâôîùûëïœŒÉÈÀÇÊæÿ", script: false },
    Letters { letters: "ëéïèöüóáêçËÉÏ", script: false },
    Letters { letters: "óíáñéúüÁÉÍÓÚÑçàïèò", script: false },
    Letters { letters: "ãçáéíóõêâúàôÃÇÁÉÍÓÕÊÂÚÀ", script: false },
    Letters { letters: "åäöÅÄÖøæØÆéõüðþýíáóúö", script: false },
    Letters { letters: "àèìòùéÀÈÌÒÙÉ", script: false },
    Letters { letters: "ółążęśćńźŁÓĄŻĘŚĆŃŹ", script: false },
    Letters {
        letters: "íáéřěčšýžůúňťďóĺľŕäôÍÁÉŘĚČŠÝŽŮÚŇŤĎÓĽ", script: false
    },
    Letters { letters: "áéőöüóíűúÁÉŐÖÜÓÍŰÚ", script: false },
    Letters { letters: "ăâîșțşţĂÂÎȘȚŞŢšžčćđŠŽČĆĐ", script: false },
    Letters { letters: "ıışğüçöİŞĞÜÇÖâ", script: false },
    Letters { letters: "ėšžąęįųūčāēīļņķģŠŽĖĄĘĮŲŪČĀĒĪ", script: false },
    Letters {
        letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёОЕАИНТСРВЛКМДПУЯЫЬГЗБЧЙХЖШЮЦЩЭФЪЁ",
        script: true,
    },
    Letters {
        letters: "оаинетврісклдумпьязгбйчхїжцшєюфщґОАИНЕТВРІСКЛДУМПЬЯЗГБЙЧХЇЖЦШЄЮФЩҐ",
        script: true,
    },
    Letters {
        letters: "αοιετσνηυρπκμλςωδγχθφβξζψάέήίόύώϊϋΑΟΙΕΤΣΝΗΥΡΠΚΜΛΩΔΓΧΘΦΒΞΖΨΆΈΉΊΌΎΏ",
        script: true,
    },
    Letters { letters: "יוהלאתרבשמנדכעחקפזטגצסםןךףץ", script: true },
    Letters {
        letters: "اليمنرتبةعدسفهكقحجذشطصخضزثظغءآأؤإئىو", script: true
    },
    Letters {
        letters: "านรอกเงมยลวดทสตะปบคหแจพชขใไโผถฟซศณธษฐญภฎฉฮฏฌฑฆฬฒฤาำิีึืุู็่้๊๋์ัํๆฯ", script: true
    },
];

/// Signs that are at home beside figures and words in every language.
const SIGNS: &str = "€£¥§°–—’‘“”„«»…·•©®™№²³½¼¾±×µºª¿¡\u{a0}\u{ad}´";

/// Mean plausibility of the characters beyond ASCII in thousandths, from about −2,000 to 1,000, and
/// how many there are. Single characters weigh hundredths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    pub mean: i64,
    pub count: usize,
}

/// Judges a text as the encoding gives it.
pub(super) fn weigh(text: &str, encoding: &'static Encoding) -> Weight {
    let mut counts: BTreeMap<char, i64> = BTreeMap::new();
    let mut count = 0_usize;
    for c in text.chars().filter(|c| !c.is_ascii()) {
        *counts.entry(c).or_default() += 1;
        count += 1;
    }
    if count == 0 {
        return Weight { mean: 0, count };
    }
    let east = [EUC_KR, GB18030, BIG5, SHIFT_JIS, EUC_JP].contains(&encoding);
    let sum: i64 = match east {
        true => counts.iter().map(|(c, n)| east_asian(*c, encoding) * n).sum(),
        false => LANGUAGES.iter().map(|language| letters(&counts, language)).max().unwrap_or(0),
    };
    let order = if east { 0 } else { disorder(text) };
    Weight { mean: (sum - order) * 10 / count as i64, count }
}

fn east_asian(c: char, encoding: &'static Encoding) -> i64 {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = encoding.encode(c.encode_utf8(&mut buffer));
    let first = bytes.first().copied().filter(|_| !failed).unwrap_or(0);
    let second = bytes.get(1).copied().unwrap_or(0);
    let japanese = encoding == SHIFT_JIS || encoding == EUC_JP;
    match c {
        '\u{fffd}' => -400,
        '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' => -200,
        '가'..='힣' if HANGUL.contains(c) => 100,
        // Syllables beyond the 2,350 of the standard are rare words and names.
        '가'..='힣' if first >= 0xb0 && second >= 0xa1 => 55,
        '가'..='힣' => 0,
        'ぁ'..='ヿ' if japanese => 100,
        'ぁ'..='ヿ' => -40,
        '\u{ff61}'..='\u{ff9f}' => 10,
        '\u{3400}'..='\u{9fff}' if encoding == EUC_KR => -20,
        '\u{4e00}'..='\u{9fff}' => {
            let common = HANZI.contains(c);
            let level_one = match encoding {
                e if e == GB18030 => (0xb0..=0xd7).contains(&first) && second >= 0xa1,
                e if e == BIG5 => (0xa4..=0xc6).contains(&first),
                e if e == SHIFT_JIS => (0x88..=0x97).contains(&first),
                _ => (0xb0..=0xcf).contains(&first),
            };
            match (common, level_one) {
                (true, true) => 100,
                (true, false) => 60,
                (false, true) => 45,
                (false, false) => -20,
            }
        }
        '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' | '￥' | '￦' => 60,
        '\u{3130}'..='\u{318f}' => -50,
        '①'..='⓿' | '㈀'..='㏿' | '※' | '·' | '…' | '‘'..='”' | '—' => 40,
        _ => -30,
    }
}

fn letters(counts: &BTreeMap<char, i64>, language: &Letters) -> i64 {
    let weight = |c: char| match language.letters.chars().position(|known| known == c) {
        Some(at) if language.script && at < 12 => 100,
        Some(at) if language.script && at < 24 => 80,
        Some(_) if language.script => 60,
        Some(at) if at < 8 => 100,
        Some(_) => 85,
        // Nobody writes the generic sign of currency: where it stands, a euro was.
        None if c == '¤' => -150,
        None if SIGNS.contains(c) => 35,
        None => match c {
            '\u{fffd}' => -400,
            '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' => -200,
            c if c.is_alphabetic() && !language.script && (c as u32) < 0x180 => -30,
            _ => -80,
        },
    };
    counts.iter().map(|(c, n)| weight(*c) * n).sum()
}

/// What no hand writes: a capital after a small letter within a word, a sign between letters,
/// letters of two scripts in one word.
fn disorder(text: &str) -> i64 {
    let mut found = 0;
    let mut before = [' '; 2];
    for c in text.chars() {
        let [first, last] = before;
        let foreign = !c.is_ascii() || !last.is_ascii();
        if foreign && last.is_lowercase() && c.is_uppercase() {
            found += 80;
        }
        if foreign && last.is_alphabetic() && c.is_alphabetic() && is_latin(last) != is_latin(c) {
            found += 80;
        }
        // A fraction that begins a word: where it stands, "Œ" or "Ÿ" was.
        if "¼½¾".contains(last) && c.is_lowercase() {
            found += 70;
        }
        // A sign in the midst of a word; an apostrophe, a hyphen and a middle dot may stand there.
        let sign =
            !last.is_ascii() && !last.is_alphanumeric() && !"’‘´·–\u{a0}\u{ad}".contains(last);
        if sign && first.is_alphabetic() && c.is_alphabetic() && !is_mark(last) {
            found += 70;
        }
        before = [last, c];
    }
    found
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || matches!(c as u32, 0xaa | 0xb5 | 0xba | 0xc0..=0x24f)
}

/// Vowel and tone marks of Thai are no letters and stand within words.
fn is_mark(c: char) -> bool {
    ('\u{e30}'..='\u{e4e}').contains(&c)
}
