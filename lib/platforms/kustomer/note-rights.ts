import type { ApiPorts } from '../contract/api';
import { type NoteChange, NoteProblem } from '../contract/notes';
import { allows, type Need, needs } from './roles';

/** Fact of the account: what the key may do with notes, by the last test; absent when not told. */
const fact = 'noteRights';

type Act = NoteChange['kind'];

const needOf: Readonly<Record<Act, Need>> = {
  create: needs.noteCreation,
  update: needs.noteChange,
  remove: needs.noteRemoval,
};

const acts: readonly Act[] = ['create', 'update', 'remove'];

/** Keeps what a key with these roles may do with notes, for `assertMayWrite`. */
export async function rememberNoteRights(
  ports: ApiPorts,
  roles: readonly string[] | undefined,
): Promise<void> {
  const allowed = roles === undefined ? acts : acts.filter((act) => allows(roles, needOf[act]));
  await ports.remember(fact, allowed.join(' '));
}

/** Throws `NoteProblem('missing-right')` when the key is known not to be allowed this change. */
export function assertMayWrite({ connection }: ApiPorts, change: NoteChange): void {
  const allowed = connection.facts[fact];
  if (allowed === undefined || allowed.split(' ').includes(change.kind)) return;
  throw new NoteProblem('missing-right');
}
