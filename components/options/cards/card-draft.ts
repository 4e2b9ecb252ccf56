import * as v from 'valibot';
import {
  type CardSaveAnswer,
  type CardTestAnswer,
  cardCommands,
} from '../../../lib/messaging/card-commands';
import { noAnswer } from '../../../lib/messaging/no-answer';
import { send } from '../../../lib/messaging/send';
import { type CardForm, cardFormSchema } from '../../../lib/model/data-card';
import { saveDraftSecrets } from '../../../lib/storage/draft-secrets';

/** What is typed into the form; empty where nothing is. */
export interface CardFields {
  name: string;
  key: string;
  address: string;
  header: string;
  secret: string;
}
export type CardFieldName = keyof CardFields;

/** What is wrong with each field, in a sentence. */
export type CardFieldProblems = Partial<Record<CardFieldName, string>>;

/** In their order in the form. */
export const fieldOrder: readonly CardFieldName[] = ['name', 'address', 'key', 'header', 'secret'];

/** The fields as a card's form, or what is wrong with each. */
export function readCardFields({ name, key, address, header }: CardFields): {
  form?: CardForm;
  problems: CardFieldProblems;
} {
  const given = { name, key, address, ...(header.trim() === '' ? {} : { header }) };
  const read = v.safeParse(cardFormSchema, given);
  if (read.success) return { form: read.output, problems: {} };
  const problems: CardFieldProblems = {};
  for (const issue of read.issues) {
    const field = fieldOrder.find((each) => each === v.getDotPath(issue));
    if (field !== undefined) problems[field] ??= issue.message;
  }
  return { problems };
}

/** Leaves the secret in the drop box and has the worker test or save the card. Never rejects. */
export async function sendCardDraft(
  command: 'test' | 'save',
  form: CardForm,
  cardId: string | undefined,
  secret: string,
): Promise<CardTestAnswer | CardSaveAnswer> {
  const draftId = `draft-${crypto.randomUUID()}`;
  try {
    if (secret !== '') await saveDraftSecrets(draftId, { secret });
    const draft = { form, draftId, ...(cardId === undefined ? {} : { cardId }) };
    return command === 'test'
      ? await send(cardCommands, 'cards.test', draft)
      : await send(cardCommands, 'cards.save', draft);
  } catch (error) {
    if (secret !== '') await saveDraftSecrets(draftId, {}).catch(() => undefined);
    return noAnswer(error);
  }
}

/** The key by which responses could refer to a card of this name: `my_orders` for "My orders". */
export function keyOfName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('_')
    .replace(/^[_0-9]+/, '')
    .slice(0, 30);
}
