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

const shortcutWriting = ['org.admin.content.shortcut.write', 'org.admin.shortcut.write'];

export const needs = {
  customers: {
    right: 'org.permission.customer.read',
    legacy: ['org.user.customer.read'],
    what: 'find customers',
  },
  customerChange: {
    right: 'org.permission.customer.update',
    legacy: ['org.user.customer.write'],
    what: 'complete customers',
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
  shortcuts: {
    right: 'org.permission.shortcut.read',
    legacy: [
      'org.user.content.shortcut.read',
      'org.user.shortcut.read',
      'org.admin.content.shortcut.read',
      'org.admin.shortcut.read',
    ],
    what: 'read shortcuts',
  },
  shortcutCreation: {
    right: 'org.permission.shortcut.create',
    legacy: shortcutWriting,
    what: 'create shortcuts',
  },
  shortcutChange: {
    right: 'org.permission.shortcut.update',
    legacy: shortcutWriting,
    what: 'change shortcuts',
  },
  shortcutRemoval: {
    right: 'org.permission.shortcut.delete',
    legacy: shortcutWriting,
    what: 'delete shortcuts',
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

export type RightsAct = NoteChange['kind'];

const needOfNoteChange: Readonly<Record<RightsAct, Need>> = {
  create: needs.noteCreation,
  update: needs.noteChange,
  remove: needs.noteRemoval,
};

/** The role that each change of shortcuts needs. */
export const needOfShortcutChange: Readonly<Record<RightsAct, Need>> = {
  create: needs.shortcutCreation,
  update: needs.shortcutChange,
  remove: needs.shortcutRemoval,
};

const acts: readonly RightsAct[] = ['create', 'update', 'remove'];

/** Keeps what a key with these roles may do, as facts of the account; absent until it is tested. */
export async function rememberRights(
  ports: Pick<ApiPorts, 'remember'>,
  roles: readonly string[] | undefined,
): Promise<void> {
  const allowed = (needOf: Readonly<Record<RightsAct, Need>>) =>
    (roles === undefined ? acts : acts.filter((act) => allows(roles, needOf[act]))).join(' ');
  await ports.remember('noteRights', allowed(needOfNoteChange));
  await ports.remember('shortcutRights', allowed(needOfShortcutChange));
  if (roles === undefined) return;
  const missing = Object.values(needs).flatMap((each) => (allows(roles, each) ? [] : each.right));
  await ports.remember('missingRights', missing.join(' '));
}

/** Throws `NoteProblem('missing-right')` when the key is known not to be allowed this change. */
export function assertMayWrite(ports: ApiPorts, change: NoteChange): void {
  if (isForbidden(ports, 'noteRights', change.kind)) throw new NoteProblem('missing-right');
}

/** Whether the key is known not to be allowed this change. */
export function isForbidden(
  { connection }: ApiPorts,
  fact: 'noteRights' | 'shortcutRights',
  act: RightsAct,
): boolean {
  const allowed = connection.facts[fact];
  return allowed !== undefined && !allowed.split(' ').includes(act);
}
