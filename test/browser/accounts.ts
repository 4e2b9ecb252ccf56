import { chaportToken } from '../helpdesks/chaport/emulator';
import { chatraPublicKey, chatraSecretKey } from '../helpdesks/chatra/keys';
import { tokens } from '../helpdesks/chatwoot/tokens';
import { keys } from '../helpdesks/kustomer/keys';
import type { ConnectionForm } from './connect';

/** What a person would enter to connect the four emulated accounts. */
export const accounts = {
  chatwoot: {
    platform: 'chatwoot',
    permissions: ['https://app.chatwoot.com/*'],
    fields: { origin: 'https://app.chatwoot.com', account: '1' },
    secrets: { token: tokens.admin },
  },
  kustomer: {
    platform: 'kustomer',
    permissions: ['https://acme.kustomerapp.com/*', 'https://acme.api.kustomerapp.com/*'],
    fields: { org: 'acme' },
    secrets: { key: keys.full },
  },
  chaport: {
    platform: 'chaport',
    permissions: ['https://app.chaport.com/*'],
    fields: { region: 'com' },
    secrets: { token: chaportToken },
  },
  chatra: {
    platform: 'chatra',
    permissions: ['https://app.chatra.io/*'],
    fields: {},
    secrets: { publicKey: chatraPublicKey, secretKey: chatraSecretKey },
  },
} as const satisfies Record<string, ConnectionForm>;

/** The account of the helpdesk that has this page. */
export function accountOf(url: string): ConnectionForm {
  const all: ConnectionForm[] = Object.values(accounts);
  const pattern = `${new URL(url).origin}/*`;
  const account = all.find(({ permissions }) => permissions.includes(pattern));
  if (account === undefined) throw new Error(`no account has ${url}`);
  return account;
}
