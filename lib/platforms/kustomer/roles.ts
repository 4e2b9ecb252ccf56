import type { ApiPorts } from '../contract/api';
import { type NoteChange, NoteProblem } from '../contract/notes';

/** Something the product does, and the roles of which any one allows it. */
interface Need {
  /** The role to ask an administrator for. */
  right: string;
  /** Roles of Kustomer's older naming that allow the same. */
  legacy: readonly string[];
  /** Completes "Deskside cannot … there". */
  what: string;
}

export const needs = {
  customers: {
    right: 'org.permission.customer.read',
    legacy: ['org.user.customer.read'],
    what: 'find customers',
  },
  conversations: {
    right: 'org.permission.conversation.read',
    legacy: ['org.user.conversation.read'],
    what: 'read conversations',
  },
  messages: {
    right: 'org.permission.message.read',
    legacy: ['org.user.message.read'],
    what: 'read messages',
  },
  notes: {
    right: 'org.permission.note.read',
    legacy: ['org.user.note.read'],
    what: 'read internal notes',
  },
  noteCreation: {
    right: 'org.permission.note.create',
    legacy: ['org.user.note.write'],
    what: 'write pinned notes',
  },
  noteChange: {
    right: 'org.permission.note.update',
    legacy: ['org.user.note.write'],
    what: 'change pinned notes',
  },
  noteRemoval: {
    right: 'org.permission.note.delete',
    legacy: ['org.user.note.write'],
    what: 'remove pinned notes',
  },
  colleagues: {
    right: 'org.permission.user.read',
    legacy: ['org.admin.user.read'],
    what: 'read the names of colleagues',
  },
} as const satisfies Record<string, Need>;

/** Roles that stand for everything: the roots of the two namings, and the administrator's. */
const everything = new Set(['org', 'org.permission', 'org.admin']);

/**
 * Whether a key with these roles may do it. One matching role suffices, and a role grants its whole
 * branch: `org.permission.customer` holds `org.permission.customer.read`.
 */
export function allows(roles: readonly string[], need: Need): boolean {
  const wanted = [need.right, ...need.legacy];
  return roles.some(
    (role) =>
      everything.has(role) ||
      wanted.some((right) => right === role || right.startsWith(`${role}.`)),
  );
}

/** For a person: what a key without this role cannot do. */
export function missingRight(need: Need): string {
  return `Deskside cannot ${need.what} there: the role ${need.right} is missing.`;
}

/** Fact of the account: what the key may do with notes, by the last test; absent if unknown. */
const noteRightsFact = 'noteRights';

type NoteAct = NoteChange['kind'];

const needOfNoteChange: Readonly<Record<NoteAct, Need>> = {
  create: needs.noteCreation,
  update: needs.noteChange,
  remove: needs.noteRemoval,
};

const noteActs: readonly NoteAct[] = ['create', 'update', 'remove'];

/** Keeps what a key with these roles may do with notes, for `assertMayWrite`. */
export async function rememberNoteRights(
  ports: ApiPorts,
  roles: readonly string[] | undefined,
): Promise<void> {
  const allowed =
    roles === undefined ? noteActs : noteActs.filter((act) => allows(roles, needOfNoteChange[act]));
  await ports.remember(noteRightsFact, allowed.join(' '));
}

/** Throws `NoteProblem('missing-right')` when the key is known not to be allowed this change. */
export function assertMayWrite({ connection }: ApiPorts, change: NoteChange): void {
  const allowed = connection.facts[noteRightsFact];
  if (allowed === undefined || allowed.split(' ').includes(change.kind)) return;
  throw new NoteProblem('missing-right');
}
