/** A BCP 47 tag in English words, e.g. "Brazilian Portuguese"; the tag itself where it has none. */
export function formatLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag.replace('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}
