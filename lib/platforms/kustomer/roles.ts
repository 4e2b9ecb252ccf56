import { t } from '@lingui/core/macro';
import { joinSentences } from '../../text/join-sentences';
import type { ApiPorts } from '../contract/api';
import { type NoteChange, NoteProblem } from '../contract/notes';

/** Something the product does, and the roles of which any one allows it. */
interface Need {
  /** The role to ask an administrator for. */
  right: string;
  /** Roles of Kustomer's older naming that allow the same. */
  legacy: readonly string[];
  /** For a person: what does not work without it. */
  lack(): string;
}

const shortcutWriting = ['org.admin.content.shortcut.write', 'org.admin.shortcut.write'];

export const needs = {
  customers: {
    right: 'org.permission.customer.read',
    legacy: ['org.user.customer.read'],
    lack: () => t`Deskside cannot find customers in Kustomer.`,
  },
  customerChange: {
    right: 'org.permission.customer.update',
    legacy: ['org.user.customer.write'],
    lack: () => t`Deskside cannot complete customers in Kustomer.`,
  },
  conversations: {
    right: 'org.permission.conversation.read',
    legacy: ['org.user.conversation.read'],
    lack: () => t`Deskside cannot read conversations in Kustomer.`,
  },
  messages: {
    right: 'org.permission.message.read',
    legacy: ['org.user.message.read'],
    lack: () => t`Deskside cannot read messages in Kustomer.`,
  },
  notes: {
    right: 'org.permission.note.read',
    legacy: ['org.user.note.read'],
    lack: () => t`Deskside cannot read internal notes in Kustomer.`,
  },
  noteCreation: {
    right: 'org.permission.note.create',
    legacy: ['org.user.note.write'],
    lack: () => t`Deskside cannot create pinned notes in Kustomer.`,
  },
  noteChange: {
    right: 'org.permission.note.update',
    legacy: ['org.user.note.write'],
    lack: () => t`Deskside cannot change pinned notes in Kustomer.`,
  },
  noteRemoval: {
    right: 'org.permission.note.delete',
    legacy: ['org.user.note.write'],
    lack: () => t`Deskside cannot delete pinned notes in Kustomer.`,
  },
  colleagues: {
    right: 'org.permission.user.read',
    legacy: ['org.admin.user.read'],
    lack: () => t`Deskside cannot read colleagues’ names in Kustomer.`,
  },
  shortcuts: {
    right: 'org.permission.shortcut.read',
    legacy: [
      'org.user.content.shortcut.read',
      'org.user.shortcut.read',
      'org.admin.content.shortcut.read',
      'org.admin.shortcut.read',
    ],
    lack: () => t`Deskside cannot read shortcuts in Kustomer.`,
  },
  shortcutCreation: {
    right: 'org.permission.shortcut.create',
    legacy: shortcutWriting,
    lack: () => t`Deskside cannot create shortcuts in Kustomer.`,
  },
  shortcutChange: {
    right: 'org.permission.shortcut.update',
    legacy: shortcutWriting,
    lack: () => t`Deskside cannot change shortcuts in Kustomer.`,
  },
  shortcutRemoval: {
    right: 'org.permission.shortcut.delete',
    legacy: shortcutWriting,
    lack: () => t`Deskside cannot delete shortcuts in Kustomer.`,
  },
} as const satisfies Record<string, Need>;

/** Roles that include all others: the roots of the two namings, and the administrator's. */
const everything = new Set(['org', 'org.permission', 'org.admin']);

/**
 * Whether a key with these roles may do it. One matching role suffices, and a role grants its whole
 * branch: `org.permission.customer` includes `org.permission.customer.read`.
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
  const { right } = need;
  return joinSentences(need.lack(), t`The role ${right} is missing.`);
}

/** The same, and what to do about it. */
export function newKeyNeeded(need: Need): string {
  return joinSentences(
    missingRight(need),
    t`A key’s roles cannot be changed: ask an administrator for a new key.`,
  );
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

/** Stores what a key with these roles may do, as facts of the account; absent until it is tested. */
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
