/** The language in which the sentences are written in the code. */
export const sourceLanguage = 'en';

/** One for each `.po` file beside this one, each named in itself. */
export const languages = [
  { tag: 'en', name: 'English', formats: 'en-GB' },
  { tag: 'zh-CN', name: '简体中文', formats: 'zh-CN' },
] as const;

export const languageTags = languages.map(({ tag }) => tag);
export type LanguageTag = (typeof languages)[number]['tag'];

/**
 * The language to show: the one that the person chose, else the first of the browser's (BCP 47 tags,
 * most wanted first) that exists here, else English. People who read Chinese in another script are
 * better served by these characters than by English.
 */
export function chooseLanguage(
  chosen: LanguageTag | undefined,
  wanted: readonly string[],
): LanguageTag {
  if (chosen !== undefined) return chosen;
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const each of wanted) {
    const found = languageTags.find((tag) => base(tag) === base(each));
    if (found !== undefined) return found;
  }
  return sourceLanguage;
}
