import { t } from '@lingui/core/macro';
import type { CardAnswerRow, DataCard } from '../model/data-card';
import { formatAge } from '../text/format-time';
import { joinRemarks, withAside } from '../text/join-words';
import { formatCardValue } from './format-value';

/** What cards know of the person on screen, by the names of variables. */
export interface KnownCardValues {
  /** For a text in this language (BCP 47); the browser's where unknown. */
  valuesIn(language: string | undefined): ReadonlyMap<string, string>;
  /** From which card each is, and how old, in words. */
  sourceOf(name: string): string | undefined;
}

/**
 * The values of `{{card.<key>.<field>}}`. A card without an answer about this person, and a field
 * that its answer does not have, give none. Of two cards with one key the administrator's counts.
 * `now`: epoch ms.
 */
export function knownCardValues(
  cards: readonly DataCard[],
  answers: readonly CardAnswerRow[],
  now: number,
): KnownCardValues {
  const entries = cards
    .toSorted((a, b) => Number(b.isManaged) - Number(a.isManaged))
    .flatMap((card) => {
      const answer = answers.find(({ cardId }) => cardId === card.id);
      return (answer?.content?.fields ?? []).map(({ key, value }) => ({
        name: `card.${card.key}.${key}`.toLowerCase(),
        value,
        source: sourceWords(card, answer, now),
      }));
    });
  const firsts = new Map(entries.toReversed().map((entry) => [entry.name, entry]));
  return {
    valuesIn: (language) =>
      new Map(
        [...firsts.values()].map(({ name, value }) => [name, formatCardValue(value, language)]),
      ),
    sourceOf: (name) => firsts.get(name.toLowerCase())?.source,
  };
}

function sourceWords(card: DataCard, answer: CardAnswerRow | undefined, now: number): string {
  const { fetchedAt, failure, borrowed = {} } = answer ?? {};
  const others = Object.values(borrowed);
  const remarks = [
    withAside(card.name, new URL(card.origin).host),
    fetchedAt !== undefined && formatAge(fetchedAt, now),
    failure !== undefined && t`could not be read again since then`,
    others.length > 0 && t`asked with a value from another contact of this person`,
  ];
  return joinRemarks(...remarks.filter((words) => words !== false));
}
