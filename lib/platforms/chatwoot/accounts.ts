import { ConnectionProblem } from '../contract/api';
import type { AccountShape } from './schemas';

/**
 * Sorts the accounts that the key opens: the one to use first, which is `chosen` or else the one
 * the key's owner was `active` in last. Suspended accounts are left out; they answer every call
 * with 401. Throws `ConnectionProblem` when the chosen account, or every account, is closed.
 */
export function chooseAccount(
  memberships: readonly AccountShape[],
  chosen: string | undefined,
  active: unknown,
): [AccountShape, ...AccountShape[]] {
  const open = memberships.filter((account) => account.status !== 'suspended');
  const wanted = chosen ?? String(active);
  const first = open.find((account) => account.id === wanted);
  if (chosen !== undefined && first === undefined) throw closed(chosen, memberships, open);
  const use = first ?? open[0];
  if (use === undefined) throw none(memberships);
  return [use, ...open.filter((account) => account !== use)];
}

function closed(
  chosen: string,
  memberships: readonly AccountShape[],
  open: readonly AccountShape[],
): ConnectionProblem {
  if (memberships.some((account) => account.id === chosen)) {
    return new ConnectionProblem(
      'missing-right',
      `Account ${chosen} is suspended in Chatwoot. Its administrator can have it opened again.`,
    );
  }
  if (open.length === 0) return none(memberships);
  const names = open.map(({ id, name }) => (name === undefined ? id : `${id} (${name})`));
  return new ConnectionProblem(
    'wrong-key',
    `This access token does not open account ${chosen}. It opens: ${names.join(', ')}.`,
  );
}

function none(memberships: readonly AccountShape[]): ConnectionProblem {
  return new ConnectionProblem(
    'missing-right',
    memberships.length === 0
      ? 'The owner of this access token is not a member of any account.'
      : 'Every account of this access token is suspended in Chatwoot.',
  );
}
