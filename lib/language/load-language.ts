import { browser } from 'wxt/browser';
import { i18n } from './i18n';
import { chooseLanguage, type LanguageTag, languages, sourceLanguage } from './languages';

type Sentences = Parameters<typeof i18n.load>[1];

/** Where the person's choice is stored; without one the browser's languages decide. */
export interface LanguageChoice {
  read(): Promise<LanguageTag | undefined>;
  /** Returns how to stop. */
  watch(onChange: (chosen: LanguageTag | undefined) => void): () => void;
}

/**
 * Loads the sentences of the chosen language, and those of another whenever the choice changes.
 * Nothing that a person reads may be made before the promise is fulfilled; it never rejects. Where the
 * choice cannot be read, the browser's languages decide. Where no sentences can be read, it is English at
 * first, and later the language stays as it is. `onChange` is called after each later change.
 */
export async function followLanguage(
  choice: LanguageChoice,
  onChange: () => void = () => undefined,
): Promise<void> {
  let wanted: LanguageTag | undefined;
  const follow = async (chosen: LanguageTag | undefined) => {
    const tag = chooseLanguage(chosen, navigator.languages);
    wanted = tag;
    if (tag === i18n.locale) return false;
    const sentences = await readSentences(tag);
    // Another one may have been chosen while this one was read.
    if (wanted !== tag && i18n.locale !== '') return false;
    activateLanguage(tag, sentences);
    return true;
  };
  choice.watch(async (chosen) => {
    if (await follow(chosen).catch(() => false)) onChange();
  });
  const chosen = await choice.read().catch(() => undefined);
  await follow(chosen).catch(() => speakEnglish());
}

/** A page without sentences still shows more than an empty one. */
async function speakEnglish(): Promise<void> {
  const sentences = await readSentences(sourceLanguage).catch(() => ({}));
  if (i18n.locale === '') activateLanguage(sourceLanguage, sentences);
}

/** Written by the build, for this version: there is nothing foreign in it. */
async function readSentences(tag: LanguageTag): Promise<Sentences> {
  const answer = await fetch(new URL(`language/${tag}.json`, browser.runtime.getURL('/')));
  return answer.json();
}

/** Shows the sentences of a language from now on: compiled ones, by id. */
export function activateLanguage(tag: LanguageTag, messages: Sentences): void {
  const formats = languages.find((each) => each.tag === tag)?.formats;
  i18n.loadAndActivate({ locale: tag, locales: formats ?? tag, messages });
}
