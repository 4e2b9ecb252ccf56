/** Norwegian is written in two ways, of which one goes by the name of both; either is read by everybody. */
const sameLanguages: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

interface LanguageScript {
  language: string;
  /** ISO 15924, as far as it is known. */
  script?: string | undefined;
}

const known = new Map<string, LanguageScript>();

/**
 * Which language a code (BCP 47, or with the underscores of platforms) stands for, and in what script it is
 * usually written there: old and new codes of one language give the same. Never throws.
 */
export function languageScriptOf(code: string): LanguageScript {
  const found = known.get(code) ?? read(code.replaceAll('_', '-'));
  if (known.size < 1_000) known.set(code, found);
  return found;
}

function read(code: string): LanguageScript {
  try {
    const { language, script } = new Intl.Locale(code).maximize();
    return { language: sameLanguages[language] ?? language, script };
  } catch {
    return { language: (code.split('-')[0] ?? '').toLowerCase() };
  }
}
