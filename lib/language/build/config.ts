import path from 'node:path';
import { type LinguiConfig, makeConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { languageTags, sourceLanguage } from '../languages.ts';

const rootDir = path.resolve(import.meta.dirname, '../../..');

/** A sentence without translation is in English. */
export const fallbackLocales = { default: sourceLanguage };

/** How Lingui finds the sentences in the code, and where their translations are. Its command reads this. */
const config: LinguiConfig = {
  rootDir,
  locales: [...languageTags],
  sourceLocale: sourceLanguage,
  fallbackLocales,
  catalogs: [
    {
      path: '<rootDir>/lib/language/{locale}',
      include: ['<rootDir>/lib', '<rootDir>/components', '<rootDir>/entrypoints'],
      exclude: ['**/lib/language/build/**'],
    },
  ],
  format: formatter({ lineNumbers: false, origins: true }),
  orderBy: 'origin',
  runtimeConfigModule: {
    i18n: ['@/lib/language/i18n', 'i18n'],
    Trans: ['@/lib/language/Trans', 'TranslatedElements'],
  },
};
export default config;

/** The same with Lingui's defaults, for what calls its parts. */
export const linguiConfig = makeConfig(config, { skipValidation: true });
