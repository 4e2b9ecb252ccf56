/** An API key as the organisation's administrator made it; roles cannot be changed afterwards. */
export interface ApiKey {
  name: string;
  org: string;
  pod: string;
  roles: readonly string[];
  expired?: boolean;
}

/** The keys tests and the demo use. */
export const keys = {
  /** Everything the product asks for. */
  full: 'ku-full-key-for-tests',
  /** Made without the rights to read messages and to read or write notes. */
  noMessages: 'ku-key-without-message-and-note-rights',
  /** As `full`, but shortcuts can only be read. */
  noShortcutWrites: 'ku-key-without-shortcut-rights',
  expired: 'ku-expired-key',
  /** Of another organisation in the same pod. */
  otherOrg: 'ku-key-of-another-org',
  /** Of an organisation hosted in the European pod. */
  otherPod: 'ku-key-of-another-pod',
} as const;

const reading = [
  'org.permission.customer.read',
  'org.permission.conversation.read',
  'org.permission.conversation.create',
  'org.permission.draft.read',
  'org.permission.shortcut.read',
  'org.permission.user.read',
  'org.permission.team.read',
  'org.permission.tag.read',
  'org.permission.company.read',
  'org.permission.search.create',
];
// A prefix grants its whole branch: `org.permission.note` includes reading, writing and deleting.
const all = [
  ...reading,
  'org.permission.message.read',
  'org.permission.customer.update',
  'org.permission.note',
  'org.permission.customer_merge.read',
  'org.permission.shortcut',
];

const known: Record<string, ApiKey> = {
  [keys.full]: { name: 'deskside', org: 'acme', pod: 'prod1', roles: all },
  [keys.noMessages]: { name: 'contacts only', org: 'acme', pod: 'prod1', roles: reading },
  [keys.noShortcutWrites]: {
    name: 'reader',
    org: 'acme',
    pod: 'prod1',
    roles: all.filter((role) => role !== 'org.permission.shortcut'),
  },
  [keys.expired]: { name: 'last year', org: 'acme', pod: 'prod1', roles: all, expired: true },
  [keys.otherOrg]: { name: 'deskside', org: 'globex', pod: 'prod1', roles: all },
  [keys.otherPod]: { name: 'deskside', org: 'globex-eu', pod: 'prod2', roles: all },
};

/** The key with this secret, or undefined. */
export function findKey(secret: string): ApiKey | undefined {
  return Object.hasOwn(known, secret) ? known[secret] : undefined;
}

/** Whether the key has any one of the roles; one of them is enough. */
export function hasRole(key: ApiKey, anyOf: readonly string[]): boolean {
  return anyOf.some((needed) =>
    key.roles.some((role) => needed === role || needed.startsWith(`${role}.`)),
  );
}
