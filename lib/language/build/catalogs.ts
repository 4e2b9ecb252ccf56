import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api';
import { sourceLanguage } from '../languages.ts';
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
 * A sentence without translation is in English. `widened` makes each longer and odd to look at
 * (a pseudo-language), to try layouts.
 */
export async function compiledCatalog(language: string, widened = false): Promise<string> {
  const catalog = await theCatalog();
  const { messages } = await catalog.getTranslations(language, {
    fallbackLocales,
    sourceLocale: sourceLanguage,
  });
  const { source, errors } = createCompiledCatalog(language, messages, {
    namespace: 'json',
    ...(widened && { pseudoLocale: language }),
  });
  const [failed] = errors;
  if (failed !== undefined) throw new Error(`${failed.source}: ${failed.error.message}`);
  const parsed: { messages: unknown } = JSON.parse(source);
  return JSON.stringify(parsed.messages);
}
