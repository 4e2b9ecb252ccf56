import { t } from '@lingui/core/macro';
import { cardFailureWords } from '../../cards/card-words';
import type { CardSaveAnswer, CardTestAnswer } from '../../messaging/card-commands';
import type { Payload } from '../../messaging/commands';
import { fillCardAddress, madeUpPerson, readCardAddress } from '../../model/card-address';
import { type CardForm, type DataCard, MOST_CARDS } from '../../model/data-card';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import { askCard, CARD_SECRET } from './ask-card';
import type { CardPorts } from './ports';

type CardDraft = Payload<'cards.save'>;
type Failed = Extract<CardSaveAnswer, { kind: 'failed' }>;

/** Tries a card as the form has it, for a person who does not exist. Stores nothing. */
export async function testCard(
  ports: CardPorts,
  draft: CardDraft,
  signal: AbortSignal,
): Promise<CardTestAnswer> {
  const entered = await takeSecret(ports, draft);
  const address = readCardAddress(draft.form.address);
  if ('problem' in address) return failed(address.problem);
  const filled = fillCardAddress(address, madeUpPerson);
  if (filled.lacking !== undefined)
    return failed(t`Deskside cannot request data from this address.`);
  const { origin } = address;
  const { content, failure } = await askCard(
    ports,
    {
      url: filled.url,
      origin,
      header: draft.form.header,
      secrets: async () => entered ?? (await ports.readSecrets(draft.cardId ?? '', origin)),
    },
    signal,
  );
  if (content !== undefined) return { kind: 'ok', content };
  if (failure.kind === 'nobody') return { kind: 'nobody' };
  return failed(cardFailureWords({ origin }, failure).text);
}

/** Stores a card as the form has it; only the secret if the administrator set the card. */
export async function saveCard(ports: CardPorts, draft: CardDraft): Promise<CardSaveAnswer> {
  const entered = await takeSecret(ports, draft);
  const cards = await ports.database.cards.toArray();
  const before = cards.find(({ id }) => id === draft.cardId);
  const form: CardForm = before?.isManaged === true ? before : draft.form;
  const problem = await whyNot(ports, form, cards, before);
  if (problem !== undefined) return failed(problem);
  const address = readCardAddress(form.address);
  if ('problem' in address) return failed(address.problem);
  const { origin } = address;
  const { name, key, header } = form;
  const card: DataCard = {
    ...{ name, key, origin, address: address.address },
    ...(header === undefined ? {} : { header }),
    id: before?.id ?? `card-${ports.newId()}`,
    isManaged: before?.isManaged ?? false,
    createdAt: before?.createdAt ?? ports.now(),
  };
  const secretProblem = await keepSecret(ports, card, entered);
  if (secretProblem !== undefined) return secretProblem;
  await ports.database.transaction('rw', ports.database.cards, ports.database.cardAnswers, () =>
    Promise.all([
      ports.database.cards.put(card),
      ports.database.cardAnswers.where('cardId').equals(card.id).delete(),
    ]),
  );
  if (before !== undefined && before.origin !== origin) await ports.release(before.origin);
  return { kind: 'ok', cardId: card.id };
}

/** Forgets a card, its answers and its secret, and gives its permission back. */
export async function removeCard(ports: CardPorts, card: DataCard): Promise<void> {
  const { database } = ports;
  // While the card is there it can be removed again; a secret that nothing names any more never would be.
  await ports.forgetSecrets(card.id);
  await database.transaction('rw', database.cards, database.cardAnswers, () =>
    Promise.all([
      database.cards.delete(card.id),
      database.cardAnswers.where('cardId').equals(card.id).delete(),
    ]),
  );
  await ports.release(card.origin);
}

/** What a form left in the drop box; `undefined` where the secret was not entered. */
async function takeSecret(ports: CardPorts, { draftId }: CardDraft): Promise<Secrets | undefined> {
  const { [CARD_SECRET]: secret } = await ports.readDraftSecrets(draftId);
  await ports.forgetDraft(draftId);
  return secret === undefined ? undefined : { [CARD_SECRET]: secret };
}

async function whyNot(
  ports: CardPorts,
  form: CardForm,
  cards: readonly DataCard[],
  before: DataCard | undefined,
): Promise<string | undefined> {
  if (before?.isManaged === true) return undefined;
  if (!(await ports.allowsOwnCards())) {
    return t`Your organisation only allows its own data cards. Ask your browser’s administrator.`;
  }
  const others = cards.filter(({ id }) => id !== before?.id);
  const twin = others.find(({ key }) => key === form.key);
  if (twin !== undefined) {
    const { name, key } = twin;
    return t`“${name}” already uses the name “${key}” in responses. Choose another name.`;
  }
  const own = others.filter(({ isManaged }) => !isManaged);
  if (own.length >= MOST_CARDS) {
    return t`You already have ${MOST_CARDS} cards. Remove one first.`;
  }
  return undefined;
}

/** A secret belongs to the host it was entered for. Answers why it could not be kept. */
async function keepSecret(
  ports: CardPorts,
  { id, origin, header }: DataCard,
  entered: Secrets | undefined,
): Promise<Failed | undefined> {
  if (header === undefined) {
    await ports.forgetSecrets(id);
    return undefined;
  }
  try {
    const secrets = entered ?? (await ports.readSecrets(id, origin));
    if (secrets === undefined) return failed(t`Enter the secret for this header.`);
    if (!/^[\x20-\x7e]+$/.test(secrets[CARD_SECRET] ?? '')) {
      return failed(t`A header can only contain plain letters, digits and symbols, on one line.`);
    }
    if (entered !== undefined) await ports.writeSecrets(id, origin, entered);
    return undefined;
  } catch (error) {
    if (error instanceof KeysLocked) {
      return failed(
        t`Your keys are locked. Unlock them below with your passphrase, then try again.`,
      );
    }
    throw error;
  }
}

function failed(message: string): Failed {
  return { kind: 'failed', message };
}
