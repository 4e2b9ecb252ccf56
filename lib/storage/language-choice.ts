import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { LanguageChoice } from '../language/language';
import { type LanguageTag, languageTags } from '../language/languages';

const key = 'language';
const choiceSchema = v.fallback(v.optional(v.picklist(languageTags)), undefined);

/**
 * The language that the person chose for the interface, in `storage.local` under its own key: pages
 * read it before anything else, and what reads the other settings is loaded later.
 */
export const languageChoice: LanguageChoice = {
  async read() {
    return v.parse(choiceSchema, (await browser.storage.local.get(key))[key]);
  },
  watch(onChange) {
    browser.storage.local.onChanged.addListener((changes) => {
      const change = changes[key];
      if (change !== undefined) onChange(v.parse(choiceSchema, change.newValue));
    });
  },
};

/** Keeps the choice; `undefined` leaves it to the browser. Worker only: it is the one writer. */
export async function keepLanguage(chosen: LanguageTag | undefined): Promise<void> {
  if (chosen === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: chosen });
}
