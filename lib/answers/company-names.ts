/** What a company is by law, or says of itself, behind its name. */
const legalForm =
  /(?<![\s,.&/+-])[\s,.&/+-]{1,4}(?:gmbh|mbh|ug|ag|kg|ohg|gbr|se|e\.? ?[kv]|ltd|limited|ll[cp]|inc|corp(?:oration)?|co|company|plc|pty|pte|s\.? ?a(?:\.? ?s)?|s\.? ?à ?r\.? ?l|s\.? ?r\.? ?[lo]|s\.? ?p\.? ?a|s\.? ?l|b\.? ?v|n\.? ?v|a\/?s|sp\. ?z ?o\.? ?o|lda|ltda|oyj?|aps|kft|sarl|group|holding|\(haftungsbeschränkt\))\.?$/i;
const before = /^(?:the|sarl|ооо|оао|ао|ип|тов)[\s"«„“]+|^(?:株式|有限)会社/i;
const quotes = /^["«„“' ]{1,3}|(?<!["»“”' ,])["»“”' ,]{1,3}$/g;
const hanForm = /(?:(?:股份|集团)*有限(?:责任|責任)?公司|公司|集团|工作室|(?:株式|有限)会社)$/u;
const inBrackets = /[(（][^()（）]{0,20}[)）]/gu;
const hanPlace = /^(?!.{0,2}(?:国际|贸易|科技|网络))\p{sc=Han}{2}[省市]?(?=\p{sc=Han}{4})/u;
const hanTrade =
  /(?:国际|进出口|电子|商务|信息|技术|网络|科技|贸易|实业|商贸|文化|传媒|咨询|服务|教育|物流|通讯|智能)+$/u;
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
  const names = [own, trade.replace(hanTrade, ''), own.replace(hanTrade, '')];
  // What is left of "蓝海国际贸易" behind its first two signs says only what it does.
  const isTrade = own.replace(hanTrade, '') === '';
  return [trade, ...(isTrade ? [] : names)].filter((each) => each.length >= LEAST_HAN);
}
