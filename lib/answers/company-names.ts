/** What a company is by law, or says of itself, behind its name. */
const legalForm =
  /(?<![\s,.&/+-])[\s,.&/+-]{1,4}(?:gmbh|mbh|ug|ag|kg|kgaa|ohg|gbr|e\.? ?k|e\.? ?v|se|ltd|limited|ll[cp]|lp|inc|incorporated|corp|corporation|co|company|plc|pty|pte|bhd|sdn|pvt|s\.? ?a\.?(?: ?s)?|s\.? ?[aà]\.? ?r\.? ?l|eurl|s\.? ?r\.? ?l|s\.? ?p\.? ?a|s\.? ?l\.?(?: ?u)?|lda|ltda|eireli|b\.? ?v|n\.? ?v|oyj?|ab|asa?|aps|a\/s|sp\.? ?z ?o\.? ?o|s\.? ?r\.? ?o|kft|zrt|d\.? ?o\.? ?o|ooo|und|and|holdings?|group|gruppe|\(haftungsbeschränkt\))\.?$/i;
const before =
  /^(?:the|pt|sarl|sas|eurl|firma|fa\.|ооо|оао|зао|пао|ао|ип|тов|株式会社|有限会社|合同会社|\(주\))[\s"«„“]+|^(?:株式会社|有限会社|合同会社|\(주\)|주식회사)\s*/i;
const quotes = /^["«„“' ]{1,3}|(?<!["»“”' ,])["»“”' ,]{1,3}$/g;
const hanForm =
  /(?:(?:股份|集团|控股)*有限(?:责任|責任)?公司|(?:分|总)?公司|集团|控股|商行|工作室|事务所|事務所|株式会社|有限会社|合同会社)$/u;
const inBrackets = /[(（【][^()（）【】]{0,20}[)）】]/gu;
const hanPlace =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|郑州|长沙|青岛|济南|宁波|无锡|厦门|福州|泉州|东莞|佛山|珠海|中山|惠州|温州|嘉兴|绍兴|金华|义乌|台州|常州|南通|徐州|合肥|南昌|昆明|贵阳|南宁|海口|石家庄|太原|沈阳|大连|长春|哈尔滨|兰州|乌鲁木齐|呼和浩特|烟台|潍坊|香港|澳门|台北|台湾|广东|浙江|江苏|山东|福建|四川|湖北|湖南|河南|河北|安徽|江西|陕西|山西|辽宁|吉林|黑龙江|云南|贵州|广西|海南|甘肃|新疆|内蒙古)(?:省|市)?(?=\p{sc=Han}{2})/u;
const hanTrade =
  /(?:国际|进出口|电子商务|信息技术|网络科技|贸易|科技|网络|信息|技术|实业|商贸|电子|文化|传媒|广告|咨询|服务|教育|物流|医药|食品|服饰|建筑|工程|投资|管理|软件|智能)+$/u;
/** Two signs are often a word. */
const LEAST_HAN = 3;
const MOST_FORMS = 4;
const LONGEST = 200;

/** What a company is called beside its full name: without its legal form, in Chinese without its place or trade. */
export function companyNames(company: string): string[] {
  const full = company.trim().slice(0, LONGEST);
  let name = full.replace(before, '');
  for (let count = 0; count < MOST_FORMS; count += 1) name = name.replace(legalForm, '');
  const bare = name.replace(quotes, '');
  const names = /\p{sc=Han}/u.test(bare) ? hanNames(bare) : [bare];
  return [...new Set(names)].filter((each) => each.length > 1 && each !== full);
}

function hanNames(name: string): string[] {
  const trade = name.replace(inBrackets, '').replace(hanForm, '');
  const own = trade.replace(hanPlace, '');
  const core = own.replace(hanTrade, '');
  const long = [core, `${trade.slice(0, trade.length - own.length)}${core}`];
  return [trade, own, ...long].filter((each) => each === trade || each.length >= LEAST_HAN);
}
