import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type LanguageTag, languageTags } from '../language/languages';
import type { LanguageChoice } from '../language/load-language';

type StorageListener = Parameters<typeof browser.storage.onChanged.addListener>[0];

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
    const listener: StorageListener = (changes, area) => {
      const change = changes[key];
      if (area === 'local' && change !== undefined)
        onChange(v.parse(choiceSchema, change.newValue));
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};

/** Stores the choice; `undefined` leaves it to the browser. Worker only: nobody else writes it. */
export async function keepLanguage(chosen: LanguageTag | undefined): Promise<void> {
  if (chosen === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: chosen });
}
