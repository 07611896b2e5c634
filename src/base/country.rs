//! Countries as files write them: codes of two and three letters, names in six languages. Not a list
//! of all countries: one that is not here is compared as it is written.

use super::fold_word;

/// A country that invoices name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country {
    pub code: &'static str,
    /// Whether it has a value added tax or the like on what is sold at home.
    pub has_vat: bool,
    names: &'static [&'static str],
}

const fn vat(code: &'static str, names: &'static [&'static str]) -> Country {
    Country { code, has_vat: true, names }
}

const fn none(code: &'static str, names: &'static [&'static str]) -> Country {
    Country { code, has_vat: false, names }
}

#[rustfmt::skip]
static COUNTRIES: &[Country] = &[
    vat("KR", &["kor", "korea", "south korea", "republic of korea", "korea republic of", "대한민국", "한국", "韩国", "sudkorea", "coree du sud", "corea del sur"]),
    vat("CN", &["chn", "china", "peoples republic of china", "pr china", "prc", "중국", "中国", "chine"]),
    none("HK", &["hkg", "hong kong", "hongkong", "홍콩", "香港"]),
    vat("TW", &["twn", "taiwan", "대만", "台湾"]),
    vat("JP", &["jpn", "japan", "일본", "日本", "japon"]),
    vat("SG", &["sgp", "singapore", "싱가포르", "新加坡", "singapur", "singapour"]),
    vat("VN", &["vnm", "vietnam", "viet nam", "베트남", "越南"]),
    vat("TH", &["tha", "thailand", "태국", "泰国", "thailande", "tailandia"]),
    vat("MY", &["mys", "malaysia", "말레이시아", "马来西亚"]),
    vat("ID", &["idn", "indonesia", "인도네시아", "印度尼西亚", "indonesien", "indonesie"]),
    vat("PH", &["phl", "philippines", "필리핀", "菲律宾", "philippinen", "filipinas"]),
    vat("IN", &["ind", "india", "인도", "印度", "indien", "inde"]),
    vat("AU", &["aus", "australia", "호주", "澳大利亚", "australien", "australie"]),
    vat("NZ", &["nzl", "new zealand", "뉴질랜드", "新西兰"]),
    none("US", &["usa", "united states", "united states of america", "미국", "美国", "vereinigte staaten", "etats unis", "estados unidos"]),
    vat("CA", &["can", "canada", "캐나다", "加拿大", "kanada"]),
    vat("MX", &["mex", "mexico", "멕시코", "墨西哥", "mexiko", "mexique"]),
    vat("BR", &["bra", "brazil", "brasil", "브라질", "巴西", "brasilien", "bresil"]),
    vat("AR", &["arg", "argentina", "아르헨티나", "阿根廷", "argentinien", "argentine"]),
    vat("CL", &["chl", "chile", "칠레", "智利", "chili"]),
    vat("CO", &["col", "colombia", "콜롬비아", "哥伦比亚", "kolumbien", "colombie"]),
    vat("PE", &["per", "peru", "페루", "秘鲁", "perou"]),
    vat("GB", &["gbr", "uk", "united kingdom", "great britain", "england", "영국", "英国", "grossbritannien", "royaume uni", "reino unido"]),
    vat("IE", &["irl", "ireland", "아일랜드", "爱尔兰", "irland", "irlande", "irlanda"]),
    vat("DE", &["deu", "germany", "deutschland", "독일", "德国", "allemagne", "alemania"]),
    vat("FR", &["fra", "france", "프랑스", "法国", "frankreich", "francia"]),
    vat("ES", &["esp", "spain", "espana", "스페인", "西班牙", "spanien", "espagne"]),
    vat("PT", &["prt", "portugal", "포르투갈", "葡萄牙"]),
    vat("IT", &["ita", "italy", "italia", "이탈리아", "意大利", "italien", "italie"]),
    vat("NL", &["nld", "netherlands", "the netherlands", "holland", "네덜란드", "荷兰", "niederlande", "pays bas", "paises bajos"]),
    vat("BE", &["bel", "belgium", "벨기에", "比利时", "belgien", "belgique", "belgica"]),
    vat("LU", &["lux", "luxembourg", "luxemburg", "룩셈부르크", "卢森堡"]),
    vat("AT", &["aut", "austria", "오스트리아", "奥地利", "osterreich", "autriche"]),
    vat("CH", &["che", "switzerland", "스위스", "瑞士", "schweiz", "suisse", "suiza"]),
    vat("SE", &["swe", "sweden", "스웨덴", "瑞典", "schweden", "suede", "suecia"]),
    vat("NO", &["nor", "norway", "노르웨이", "挪威", "norwegen", "norvege", "noruega"]),
    vat("DK", &["dnk", "denmark", "덴마크", "丹麦", "danemark", "dinamarca"]),
    vat("FI", &["fin", "finland", "핀란드", "芬兰", "finnland", "finlande", "finlandia"]),
    vat("PL", &["pol", "poland", "폴란드", "波兰", "polen", "pologne", "polonia"]),
    vat("CZ", &["cze", "czechia", "czech republic", "체코", "捷克", "tschechien", "republique tcheque"]),
    vat("HU", &["hun", "hungary", "헝가리", "匈牙利", "ungarn", "hongrie", "hungria"]),
    vat("RO", &["rou", "romania", "루마니아", "罗马尼亚", "rumanien", "roumanie"]),
    vat("GR", &["grc", "greece", "그리스", "希腊", "griechenland", "grece", "grecia"]),
    vat("TR", &["tur", "turkey", "turkiye", "튀르키예", "터키", "土耳其", "turkei", "turquie", "turquia"]),
    vat("IL", &["isr", "israel", "이스라엘", "以色列"]),
    vat("AE", &["are", "uae", "united arab emirates", "아랍에미리트", "阿联酋"]),
    vat("SA", &["sau", "saudi arabia", "사우디아라비아", "沙特阿拉伯"]),
    none("QA", &["qat", "qatar", "카타르", "卡塔尔", "katar"]),
    none("KW", &["kwt", "kuwait", "쿠웨이트", "科威特"]),
    vat("ZA", &["zaf", "south africa", "남아프리카공화국", "南非", "sudafrika", "afrique du sud"]),
];

impl Country {
    /// Reads `KR`, `KOR`, `South Korea`, `대한민국` …
    pub fn parse(text: &str) -> Option<Country> {
        let word = fold_word(text);
        COUNTRIES
            .iter()
            .find(|country| {
                country.code.eq_ignore_ascii_case(&word) || country.names.contains(&word.as_str())
            })
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_country_has_many_names() {
        for text in ["KR", "kor", "Korea, Republic of", "대한민국", "Corée du Sud"] {
            assert_eq!(Country::parse(text).map(|c| c.code), Some("KR"), "{text}");
        }
        assert_eq!(Country::parse("Österreich").map(|c| c.code), Some("AT"));
        assert!(Country::parse("Ruritania").is_none());
    }
}
