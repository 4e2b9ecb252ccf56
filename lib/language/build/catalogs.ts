import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api';
import { I18n } from '@lingui/core';
import { languageTags, sourceLanguage } from '../languages.ts';
import { manifestWords } from '../manifest-words.ts';
import { fallbackLocales, linguiConfig } from './config.ts';

async function theCatalog() {
  const [catalog] = await getCatalogs(linguiConfig);
  if (catalog === undefined) throw new Error('Lingui found no catalogue');
  return catalog;
}

/** The ids of all sentences that the catalogue of the source language has. */
export async function knownIds(): Promise<ReadonlySet<string>> {
  const catalog = await theCatalog();
  return new Set(Object.keys(await catalog.read(sourceLanguage)));
}

/**
 * The sentences of a language, compiled, as the JSON that pages and the worker load: `{ [id]: sentence }`.
 * A sentence without translation is in English.
 */
async function compiledCatalog(language: string): Promise<string> {
  const catalog = await theCatalog();
  const { messages } = await catalog.getTranslations(language, {
    fallbackLocales,
    sourceLocale: sourceLanguage,
  });
  const { source, errors } = createCompiledCatalog(language, messages, { namespace: 'json' });
  const [failed] = errors;
  if (failed !== undefined) throw new Error(`${failed.source}: ${failed.error.message}`);
  const parsed: { messages: unknown } = JSON.parse(source);
  return JSON.stringify(parsed.messages);
}

/** A file of the package: all sentences of a language. Pages and the worker load one of them. */
export const languageFile = (tag: string) => `language/${tag}.json`;

interface PackageFile {
  relativeDest: string;
  contents: string;
}

/** What the package contains for each language: the sentences, and what the browser shows of the manifest. */
export async function languageFiles(): Promise<PackageFile[]> {
  const files = await Promise.all(
    languageTags.map(async (tag) => {
      const contents = await compiledCatalog(tag);
      // Browsers write the names of these folders like this: zh_CN.
      const folder = tag.replace('-', '_');
      return [
        { relativeDest: languageFile(tag), contents },
        { relativeDest: `_locales/${folder}/messages.json`, contents: manifestFile(tag, contents) },
      ];
    }),
  );
  return files.flat();
}

function manifestFile(tag: string, contents: string): string {
  const i18n = new I18n({ locale: tag, messages: { [tag]: JSON.parse(contents) } });
  const words = Object.entries(manifestWords(i18n));
  return JSON.stringify(Object.fromEntries(words.map(([name, message]) => [name, { message }])));
}
