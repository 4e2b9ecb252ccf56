import { chaportToken } from '../chaport/emulator';
import { chatraPublicKey, chatraSecretKey } from '../chatra/keys';
import { tokens } from '../chatwoot/tokens';
import { keys } from '../kustomer/keys';
import type { MembraneSwitches } from './switches';

/** An application that the emulated Membrane has a connector for. */
export interface App {
  key: string;
  name: string;
  /** Host names of this application, without `www.`. */
  domains: readonly string[];
}

/** Chatrace comes first, as it does in a search for "chatra". */
export const apps: readonly App[] = [
  { key: 'chatrace', name: 'Chatrace', domains: ['chatrace.com'] },
  { key: 'chatwoot', name: 'Chatwoot', domains: ['chatwoot.com', 'app.chatwoot.com'] },
  { key: 'chatra', name: 'Chatra', domains: ['chatra.io', 'chatra.com', 'app.chatra.io'] },
  { key: 'chaport', name: 'Chaport', domains: ['chaport.com', 'app.chaport.com'] },
  { key: 'kustomer', name: 'Kustomer', domains: ['kustomer.com', 'kustomerapp.com'] },
];

export function appOf(key: string): App | undefined {
  return apps.find((app) => app.key === key);
}

/** An account at a helpdesk that a person can choose when connecting. */
export interface HelpdeskAccount {
  app: string;
  origin: string;
  /** The header that the connector adds to each call. */
  credential: Readonly<Record<string, string>>;
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const chatwootAt = (origin: string, token: string): HelpdeskAccount => ({
  app: 'chatwoot',
  origin,
  credential: { api_access_token: token },
});
const kustomerWith = (key: string): HelpdeskAccount => ({
  app: 'kustomer',
  origin: 'https://acme.api.kustomerapp.com',
  credential: bearer(key),
});

/** The accounts by the names shown on the page. */
export const helpdeskAccounts = {
  'Chatwoot cloud': chatwootAt('https://app.chatwoot.com', tokens.admin),
  'Chatwoot cloud, an agent': chatwootAt('https://app.chatwoot.com', tokens.agent),
  'Chatwoot cloud, other account': chatwootAt('https://app.chatwoot.com', tokens.otherAccount),
  'Chatwoot of Acme': chatwootAt('https://support.acme-outdoor.example', tokens.selfHosted),
  'Kustomer acme': kustomerWith(keys.full),
  'Kustomer acme, few rights': kustomerWith(keys.noMessages),
  'Kustomer of another organisation': kustomerWith(keys.otherOrg),
  'Kustomer acme, expired': kustomerWith(keys.expired),
  'Chaport com': {
    app: 'chaport',
    origin: 'https://app.chaport.com',
    credential: bearer(chaportToken),
  },
  'Chatra account': {
    app: 'chatra',
    origin: 'https://app.chatra.io',
    credential: { authorization: `Chatra.Simple ${chatraPublicKey}:${chatraSecretKey}` },
  },
} as const satisfies Record<string, HelpdeskAccount>;

export type AccountName = keyof typeof helpdeskAccounts;

export function isAccountName(name: unknown): name is AccountName {
  return typeof name === 'string' && Object.hasOwn(helpdeskAccounts, name);
}

/** The names of an application's accounts, the usual one first. */
export function accountNamesOf(app: string): AccountName[] {
  return Object.keys(helpdeskAccounts)
    .filter(isAccountName)
    .filter((name) => helpdeskAccounts[name].app === app);
}

/** What the connector's base address contains beyond the origin. */
export function baseOf(app: string, switches: MembraneSwitches): string {
  const bases: Record<string, string> = {
    chatwoot: switches.chatwootBase,
    chatra: switches.chatraBase,
    chaport: switches.chaportBase,
    kustomer: switches.kustomerBase,
  };
  return bases[app] ?? '';
}
