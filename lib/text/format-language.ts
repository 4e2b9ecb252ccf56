import { perLanguage } from '../language/per-language';

const languageNames = perLanguage((tag) => new Intl.DisplayNames([tag], { type: 'language' }));

/**
 * The name of a language by its BCP 47 tag, or one with the underscores of platforms, e.g. "Brazilian Portuguese"; the
 * tag itself where it has none.
 */
export function formatLanguage(tag: string): string {
  try {
    return languageNames().of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}
