import { browser } from 'wxt/browser';
import { readCardAddress } from '../../model/card-address';
import type { CardForm, DataCard } from '../../model/data-card';
import { readManagedPolicy } from '../../storage/policy';
import { removeCard } from './keep-cards';
import type { CardPorts } from './ports';

/**
 * Keeps the administrator's cards as the policy says, once the worker is `ready` and whenever it changes.
 * To be called before the worker's first pause.
 */
export async function followManagedCards(
  ports: CardPorts,
  ready: () => Promise<void>,
  onChange: () => void,
): Promise<void> {
  const apply = async () => {
    await ready();
    const { policy, problems } = await readManagedPolicy();
    // What cannot be read does not count as removed: a typing error must not delete a secret.
    const isWhole = !problems.some(({ entry }) => entry === 'cards');
    if (await applyManagedCards(ports, policy.cards ?? [], isWhole)) onChange();
    // What a forbidden card answered is neither shown nor inserted any more.
    if (policy.features?.ownCards === false) await forgetOwnAnswers(ports);
  };
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void apply();
  });
  await apply();
}

/**
 * Makes the administrator's cards those of a policy: one that is no longer in it goes with all that it
 * holds (unless the policy could be read in part only), one that leads elsewhere forgets what was
 * answered. Resolves to whether something changed.
 */
export async function applyManagedCards(
  ports: CardPorts,
  policy: readonly CardForm[],
  isWhole = true,
): Promise<boolean> {
  const { cards, cardAnswers } = ports.database;
  const held = await cards.filter(({ isManaged }) => isManaged).toArray();
  const wanted = new Map<string, DataCard>();
  for (const [index, form] of policy.entries()) {
    const address = readCardAddress(form.address);
    const id = `managed-${form.key.replaceAll('_', '-')}`;
    if ('problem' in address || wanted.has(id)) continue;
    const { name, key, header } = form;
    wanted.set(id, {
      ...{ id, name, key, address: address.address, origin: address.origin, isManaged: true },
      ...(header === undefined ? {} : { header }),
      // In the order of the policy.
      createdAt: index,
    });
  }
  const before = new Map(held.map((card) => [card.id, card]));
  const changed = [...wanted.values()].filter(
    (card) => JSON.stringify(sorted(before.get(card.id))) !== JSON.stringify(sorted(card)),
  );
  const gone = isWhole ? held.filter(({ id }) => !wanted.has(id)) : [];
  for (const card of gone) await removeCard(ports, card);
  for (const card of changed) {
    const earlier = before.get(card.id);
    const isElsewhere = earlier !== undefined && earlier.origin !== card.origin;
    // Stopped after this, the worker finds the card to be changed again.
    if (isElsewhere) await ports.forgetSecrets(card.id);
    await ports.database.transaction('rw', cards, cardAnswers, () =>
      Promise.all([cards.put(card), cardAnswers.where('cardId').equals(card.id).delete()]),
    );
    if (isElsewhere) await ports.release(earlier.origin);
  }
  return gone.length + changed.length > 0;
}

async function forgetOwnAnswers({ database: { cards, cardAnswers } }: CardPorts): Promise<void> {
  const own = await cards.filter(({ isManaged }) => !isManaged).primaryKeys();
  await cardAnswers.where('cardId').anyOf(own).delete();
}

function sorted(card: DataCard | undefined) {
  return Object.entries(card ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
