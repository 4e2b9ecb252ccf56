import { languageScriptOf } from '../text/language-script';

/** For the morning, the afternoon, and the evening and night. */
type Greetings = readonly [string, string, string];

/** By language, in the polite form that fits anybody. */
const greetings: Readonly<Record<string, Greetings>> = {
  ar: ['صباح الخير', 'مساء الخير', 'مساء الخير'],
  cs: ['Dobré ráno', 'Dobré odpoledne', 'Dobrý večer'],
  da: ['God morgen', 'God eftermiddag', 'God aften'],
  de: ['Guten Morgen', 'Guten Tag', 'Guten Abend'],
  el: ['Καλημέρα', 'Καλό απόγευμα', 'Καλησπέρα'],
  en: ['Good morning', 'Good afternoon', 'Good evening'],
  es: ['Buenos días', 'Buenas tardes', 'Buenas noches'],
  fi: ['Hyvää huomenta', 'Hyvää iltapäivää', 'Hyvää iltaa'],
  fr: ['Bonjour', 'Bonjour', 'Bonsoir'],
  he: ['בוקר טוב', 'צהריים טובים', 'ערב טוב'],
  hu: ['Jó reggelt', 'Jó napot', 'Jó estét'],
  id: ['Selamat pagi', 'Selamat siang', 'Selamat malam'],
  it: ['Buongiorno', 'Buon pomeriggio', 'Buonasera'],
  ja: ['おはようございます', 'こんにちは', 'こんばんは'],
  ko: ['안녕하세요', '안녕하세요', '안녕하세요'],
  nb: ['God morgen', 'God ettermiddag', 'God kveld'],
  nl: ['Goedemorgen', 'Goedemiddag', 'Goedenavond'],
  pl: ['Dzień dobry', 'Dzień dobry', 'Dobry wieczór'],
  pt: ['Bom dia', 'Boa tarde', 'Boa noite'],
  ro: ['Bună dimineața', 'Bună ziua', 'Bună seara'],
  ru: ['Доброе утро', 'Добрый день', 'Добрый вечер'],
  sv: ['God morgon', 'God eftermiddag', 'God kväll'],
  tr: ['Günaydın', 'İyi günler', 'İyi akşamlar'],
  uk: ['Доброго ранку', 'Добрий день', 'Добрий вечір'],
  zh: ['早上好', '下午好', '晚上好'],
};

interface GreetingPlace {
  /** Epoch ms. */
  now: number;
  /** BCP 47 language of the greeting; the browser's where absent. */
  language?: string | undefined;
  /** IANA name of the time zone the customer is in. */
  timeZone?: string | undefined;
  /** Country the customer is in, ISO 3166; asked where the time zone is not known. */
  region?: string | undefined;
}

/**
 * The greeting for the time of day at the customer's place. `undefined` where that is not known, as in
 * a country whose time zones are in different parts of the day, and in a language without words here.
 */
export function greetingAt({ now, language, timeZone, region }: GreetingPlace): string | undefined {
  const own = timeZone === undefined ? undefined : partOfDay(now, timeZone);
  const zones = own === undefined ? zonesOf(region) : [];
  const parts = new Set(own === undefined ? zones.map((zone) => partOfDay(now, zone)) : [own]);
  const [part] = parts;
  if (parts.size !== 1 || part === undefined) return undefined;
  const code = language ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  const known = languageScriptOf(code).language;
  return Object.hasOwn(greetings, known) ? greetings[known]?.[part] : undefined;
}

/** The time zones of a country, as far as the browser knows them. */
function zonesOf(region: string | undefined): string[] {
  if (region === undefined || !/^[a-z]{2}$/i.test(region)) return [];
  const locale = new Intl.Locale(`und-${region}`);
  const zones: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function'
      ? locale.getTimeZones()
      : // What it was called before it was a method.
        'timeZones' in locale && locale.timeZones;
  return Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'string') : [];
}

function partOfDay(now: number, timeZone: string): 0 | 1 | 2 | undefined {
  try {
    const form = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone });
    const hour = Number(form.format(now));
    if (hour >= 5 && hour < 12) return 0;
    return hour >= 12 && hour < 18 ? 1 : 2;
  } catch {
    // The browser does not know this zone.
    return undefined;
  }
}
