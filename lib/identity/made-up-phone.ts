import { areMadeUpDigits } from './digit-shapes';
import { withoutExtension } from './phone-spellings';

const callingCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** Fewer digits after the country code are only a fragment, in any country. */
const FEWEST_DIGITS = 6;
const FEWEST_IN_SMALL_COUNTRIES = 4;

/**
 * Numbers that are assigned to nobody: reserved for films and examples by the authorities that assign
 * numbers, or known from programs and tests. Each begins with the country code.
 */
const fictional = new RegExp(
  `^(?:${[
    // North America: the exchange 555, and the same without an area.
    '1(?:\\d{3})?555\\d{4}',
    // No area or exchange begins with 0 or 1.
    '1555\\d{7}|1(?:\\d{3})?8675309|1[01]\\d{9}|1\\d{3}[01]\\d{6}',
    // United Kingdom (Ofcom).
    '447700900\\d{3}|441632960\\d{3}|44(?:11[3-8]|1[2-6]1)4960\\d{3}|441914980\\d{3}',
    '442079460\\d{3}|442890180\\d{3}|442920180\\d{3}|448081570\\d{3}|443069990\\d{3}',
    // Germany (Bundesnetzagentur).
    '493023125\\d{3}|496990009\\d{3}|494066969\\d{3}|492214710\\d{3}|498999998\\d{3}',
    '4915228(?:817386|895456)|4915254599371|49172(?:9925904|9968532|99731\\d\\d|9980752)',
    '49174(?:9091317|9464308)',
    // Known from jokes and forms.
    '498154711|55\\d\\d999990000',
    // France (Arcep).
    '33(?:19900|26191|35301|46571|53649|63998)\\d{4}',
    // Ireland, Sweden, Australia.
    '3532091\\d{5}|463139006\\d{2}|464062804\\d{2}|468465004\\d{2}|46980319\\d{3}',
    '467017406\\d{2}|61[2378](?:5550|7010)\\d{4}|6149157\\d{4}|611800(?:160401|97570\\d|975711)',
    // China: the operator's own number, used as a placeholder.
    '86138001380\\d{2}',
  ].join('|')})$`,
);

/**
 * Whether a number (in normal form) looks like nobody's: too short, fictional, or digits as people invent
 * them. It neither joins nor separates anybody.
 */
export function isMadeUpPhone(phone: string): boolean {
  const digits = withoutExtension(phone).replace(/\D/g, '');
  const code = callingCode.exec(digits)?.[0] ?? '';
  const national = digits.slice(code.length).replace(/^0+/, '');
  const fewest = code.length === 3 ? FEWEST_IN_SMALL_COUNTRIES : FEWEST_DIGITS;
  return national.length < fewest || areMadeUpDigits(national) || fictional.test(digits);
}
