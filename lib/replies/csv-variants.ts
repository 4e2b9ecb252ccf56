import type { Reply } from '../model/reply';

/** A column of our own table for texts in one language; `nth` of those that a response has in it. */
export interface VariantColumn {
  language: string;
  nth: number;
}

/** The columns that hold every text in another language: usually one for each language. */
export function variantColumnsOf(replies: readonly Reply[]): VariantColumn[] {
  const columns = new Map<string, number>();
  for (const { variants } of replies) {
    for (const { language } of variants) {
      const count = variants.filter((each) => each.language === language).length;
      columns.set(language, Math.max(count, columns.get(language) ?? 0));
    }
  }
  return [...columns].flatMap(([language, count]) =>
    Array.from({ length: count }, (_, nth) => ({ language, nth })),
  );
}

/** The text of a response in such a column; empty where it has none. */
export function variantIn({ variants }: Reply, { language, nth }: VariantColumn): string {
  return variants.filter((each) => each.language === language)[nth]?.body ?? '';
}

/** What such a column is called. */
export function variantHeader({ language }: VariantColumn): string {
  return `body (${language})`;
}

/** The language in such a name, which may be a word that nobody else would take for the code of one. */
export function languageInHeader(name: string): string | undefined {
  return /^body \((.+)\)$/s.exec(name)?.[1];
}
