/**
 * Numbers that a country writes in two ways, or wrote differently before it renumbered: the other form,
 * how it becomes the one kept here, and the way back. Each pattern matches the whole number.
 */
const rewrites: readonly {
  other: RegExp;
  kept: string;
  back: RegExp;
  others: readonly string[];
}[] = [
  // Brazil, 2012 to 2016: mobiles got a nine in front. Lines of radio services (70, 77 to 79) did not.
  pair(
    '55',
    ['(\\d\\d)([689]\\d{7}|7[1-6]\\d{6})', '$19$2'],
    ['(\\d\\d)9([689]\\d{7}|7[1-6]\\d{6})', '$1$2'],
  ),
  // Mexico, 2019: the one for mobiles went, and what was dialled before it.
  pair('52', ['(?:1|01|04[45])(\\d{10})', '$1'], ['(\\d{10})', '1$1']),
  // Argentina: a nine for mobiles, which many leave out.
  pair('54', ['9(\\d{10})', '$1'], ['(\\d{10})', '9$1']),
  // Ivory Coast, 2021: the operator's two digits in front.
  pair('225', ['([04-9][0-3]\\d{6})', '01$1'], ['01(\\d{8})', '$1']),
  pair('225', ['([04-9][4-6]\\d{6})', '05$1'], ['05(\\d{8})', '$1']),
  pair('225', ['([04-9][7-9]\\d{6})', '07$1'], ['07(\\d{8})', '$1']),
  pair('225', ['([23]\\d8\\d{5})', '21$1'], ['21(\\d{8})', '$1']),
  pair('225', ['([23]\\d0\\d{5})', '25$1'], ['25(\\d{8})', '$1']),
  pair('225', ['([23]\\d[1-79]\\d{5})', '27$1'], ['27(\\d{8})', '$1']),
  // Benin, 2024.
  led('229', '01', '\\d{8}'),
  // Gabon, 2019.
  pair('241', ['0?(1\\d{6})', '1$1'], ['1(1\\d{6})', '$1', '0$1']),
  pair('241', ['0?([256]\\d{6})', '6$1'], ['6([256]\\d{6})', '$1', '0$1']),
  pair('241', ['0?([47]\\d{6})', '7$1'], ['7([47]\\d{6})', '$1', '0$1']),
  // Cameroon, 2014.
  pair('237', ['([5-9]\\d{7})', '6$1'], ['6(\\d{8})', '$1']),
  led('237', '2', '[23]\\d{7}'),
  // Ecuador, 2012: mobiles.
  led('593', '9', '[89]\\d{7}'),
  // Mauritius, 2013: mobiles.
  led('230', '5', '[79]\\d{6}'),
  // Colombia, 2021: landlines.
  led('57', '60', '[124-8]\\d{7}'),
  // Costa Rica, 2008.
  led('506', '8', '[38]\\d{6}'),
  led('506', '2', '[24-7]\\d{6}'),
  // Morocco, 2009.
  led('212', '6', '[14-7]\\d{7}'),
  led('212', '5', '[23]\\d{7}'),
  // Egypt, 2011: mobiles.
  ...prefixes('20', 7, { 10: '100', 16: '106', 19: '109', 11: '111', 14: '114' }),
  ...prefixes('20', 7, { 12: '122', 17: '127', 18: '128' }),
  // Vietnam, 2018: mobiles of eleven digits.
  ...prefixes('84', 7, { 162: '32', 163: '33', 164: '34', 165: '35', 166: '36', 167: '37' }),
  ...prefixes('84', 7, { 168: '38', 169: '39', 120: '70', 121: '79', 122: '77', 126: '76' }),
  ...prefixes('84', 7, { 128: '78', 123: '83', 124: '84', 125: '85', 127: '81', 129: '82' }),
  ...prefixes('84', 7, { 186: '56', 188: '58', 199: '59' }),
  // Algeria, 2008: mobiles. Qatar, 2010. Both doubled the first digit.
  pair('213', ['([567])(\\d{7})', '$1$1$2'], ['([567])\\1(\\d{7})', '$1$2']),
  pair('974', ['([3-7])(\\d{6})', '$1$1$2'], ['([3-7])\\1(\\d{6})', '$1$2']),
  // Mobiles of Georgia (2011) and Greece (2002).
  led('995', '5', '[579]\\d{7}'),
  led('30', '6', '9[347]\\d{7}'),
  // Palestinian mobiles are reached over the code of Israel too.
  moved('972', '970', '5[69]\\d{7}'),
  // Kosovo, 2017: until then over Monaco, Slovenia and Serbia.
  moved('377', '383', '4[45]\\d{6}'),
  moved('386', '383', '4[39]\\d{6}'),
  moved('381', '383', '(?:28|29|38|39)\\d{5,6}'),
  // Sint Maarten, 2011.
  moved('599', '1721', '5\\d{6}'),
];

/**
 * Of the country with this code: the pattern of the other form with what becomes of it, and the pattern of the
 * form kept here with all that it may have been.
 */
function pair(
  code: string,
  [other, kept]: readonly [string, string],
  [back, ...others]: readonly [string, ...string[]],
) {
  return {
    other: new RegExp(`^\\+${code}${other}$`),
    kept: `+${code}${kept}`,
    back: new RegExp(`^\\+${code}${back}$`),
    others: others.map((each) => `+${code}${each}`),
  };
}

/** Numbers that got digits in front. */
function led(code: string, lead: string, number: string) {
  return pair(code, [`(${number})`, `${lead}$1`], [`${lead}(${number})`, '$1']);
}

function prefixes(code: string, digits: number, renamed: Readonly<Record<string, string>>) {
  const rest = `(\\d{${digits}})`;
  return Object.entries(renamed).map(([from, to]) =>
    pair(code, [`${from}${rest}`, `${to}$1`], [`${to}${rest}`, `${from}$1`]),
  );
}

function moved(from: string, to: string, number: string) {
  return {
    other: new RegExp(`^\\+${from}(${number})$`),
    kept: `+${to}$1`,
    back: new RegExp(`^\\+${to}(${number})$`),
    others: [`+${from}$1`],
  };
}

/**
 * The one spelling of a number (E.164, with or without `;ext=`) that its country writes, or wrote, in
 * several ways; the number itself where there is but one.
 */
export function canonicalPhone(number: string): string {
  const { digits, tail } = partsOf(number);
  const rule = rewrites.find(({ other }) => other.test(digits));
  return rule === undefined ? number : digits.replace(rule.other, rule.kept) + tail;
}

/**
 * The ways in which platforms may have stored a number (given in normal form), the normal form first. For an
 * extension these include its switchboard's number, as platforms may have stored it without the extension.
 */
export function phoneSpellings(phone: string): string[] {
  const { digits, tail } = partsOf(phone);
  const numbers = [digits];
  for (const { back, others } of rewrites) {
    if (back.test(digits)) numbers.push(...others.map((each) => digits.replace(back, each)));
  }
  if (tail === '') return [...new Set(numbers)];
  const extension = tail.replace(/\D/g, '');
  return [phone, ...numbers.flatMap((each) => [each, `${each}x${extension}`])];
}

/** The number of the line without the extension. */
export function withoutExtension(phone: string): string {
  return partsOf(phone).digits;
}

function partsOf(number: string): { digits: string; tail: string } {
  const end = number.indexOf(';');
  return end < 0
    ? { digits: number, tail: '' }
    : { digits: number.slice(0, end), tail: number.slice(end) };
}
