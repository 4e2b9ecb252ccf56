import { i18n } from './i18n';
import { sourceLanguage } from './languages';

/** The language in use, as a tag for `Intl`. */
export function formatTag(): string {
  return String(i18n.locales ?? sourceLanguage);
}

/** What `make` makes for a language (mostly a formatter of `Intl`), made once for each. */
export function perLanguage<T>(make: (tag: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const tag = formatTag();
    const known = made.get(tag);
    if (known !== undefined) return known;
    const fresh = make(tag);
    made.set(tag, fresh);
    return fresh;
  };
}
