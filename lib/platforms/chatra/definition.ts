import { t } from '@lingui/core/macro';
import { path } from '../../http/encode-path';
import type { PlatformDescriptor, PlatformFacts } from '../../model/descriptor';
import type { ApiPorts, PlatformApi } from '../contract/api';
import type { PlatformDefinition, RelayProfile } from '../contract/definition';
import { headerToken } from '../shared/token';
import { ClientByChat, isAnswerAboutClient } from './calls';
import { checkChatraKeys } from './check';
import { chatraFieldRules, clientFields } from './contact-fields';
import { contactFromPage, identifyClient } from './contacts';
import { mergeCapture } from './history/merge';
import { reportedTime } from './history/times';
import { chatraNoteLength, clientNotes } from './notes';
import { readChatraChatId } from './page/address';

const facts: PlatformFacts = {
  name: 'chatra',
  label: 'Chatra',
  capabilities: {
    find: 'seen',
    history: 'captured',
    walk: true,
    notes: { kind: 'text', maxLength: chatraNoteLength },
    contactFields: chatraFieldRules,
  },
};

function describe(): PlatformDescriptor {
  return {
    ...facts,
    colour: { light: '#8a3fc7', dark: '#d09bff' },
    icon: '/platforms/chatra.svg',
    // The public key is no secret (it is in the chat button's code), but the header needs both keys, and
    // what builds headers is given the secret fields only.
    form: [
      {
        name: 'publicKey',
        label: t`Public key`,
        kind: 'secret',
        required: true,
        help: t`Also called ChatraID; usually 17 letters and digits.`,
      },
      { name: 'secretKey', label: t`Secret key`, kind: 'secret', required: true },
    ],
    keyHelp: t`In Chatra, open Settings → Preferences → API keys (app.chatra.io/settings/preferences#apiKeys) and copy both keys. If you cannot see them, ask an administrator of the account.`,
    rights: [
      t`The keys cover the whole account; Chatra has no narrower ones. Deskside uses them to read single contacts and to keep pinned notes in a contact’s notes. It writes a contact’s name, e-mail address or phone number only when you confirm that exact value, and it never sends a message.`,
    ],
    limits: [
      t`Chatra’s API does not provide conversations: Deskside stores what was on screen in this browser. To see a conversation here, open it once, then let Deskside read all of it or scroll up for older messages.`,
      t`Chatra cannot search by e-mail or phone: Deskside only finds people whose conversation was open in this browser.`,
      t`Times are those shown on the page; where it shows none, the position in the timeline is an estimate.`,
    ],
  };
}

const origin = 'https://app.chatra.io';

const oneClient = { path: /^\/api\/clients\/([^/]+)$/, inputs: [['clientId', 'id']] };
const relay: RelayProfile = {
  appUrl: 'https://chatra.io',
  prefixes: () => ['', '/api'],
  landmarks: () => ['/api/clients', '/api/messages', '/api/pushedMessages'],
  // An unknown client and a wrong base get the same answer: only a client that is known proves anything.
  probe: () => undefined,
  contactPath: ({ handle }) => (handle === undefined ? undefined : path`/api/clients/${handle}`),
  proves: (body, status) => status < 300 && isAnswerAboutClient(body),
  isVendorHost: (hostname) => hostname === 'app.chatra.io',
  actions: [
    { key: 'get-client', method: 'GET', ...oneClient },
    { key: 'update-client', method: 'PUT', ...oneClient },
  ],
};

/**
 * Chatra: one host for page and API. Its rate limit is not documented, so calls stay at one at a
 * time and sixty a minute.
 */
export const chatra: PlatformDefinition = {
  ...facts,
  describe,
  pace: { concurrency: 1, intervalMs: 1_000, perInterval: 1 },
  readFields() {
    return { apiOrigin: origin, pageOrigin: origin, label: 'Chatra' };
  },
  recogniseTab: (url) => (url.origin === origin ? { fields: {}, isSure: true } : undefined),
  keyPage: () => `${origin}/settings/preferences#apiKeys`,
  /** Both keys joined by a colon, as the scheme `Chatra.Simple` wants it. */
  authorise(secrets) {
    const keys = [
      headerToken(secrets.publicKey, 'the public key'),
      headerToken(secrets.secretKey, 'the secret key'),
    ];
    if (keys.some((key) => key.includes(':'))) throw new TypeError('a key holds a colon');
    return { Authorization: `Chatra.Simple ${keys.join(':')}` };
  },
  needsHints: true,
  createApi: createChatraApi,
  relay,
  readAddress(url) {
    const conversationId = readChatraChatId(url.pathname);
    return conversationId === undefined ? undefined : { conversationId };
  },
  contactFromPage,
  mergeCapture,
  capturedAt: (item, now) => reportedTime(item, now)?.at,
};

/**
 * Chatra's API (`/api`, without a version) in the product's terms. It has no search and no history:
 * a client can be read by its id, and that is all. Nothing here reaches a visitor.
 */
function createChatraApi(ports: ApiPorts): PlatformApi {
  const clients = new ClientByChat(ports);
  return {
    notes: clientNotes(ports),
    contactFields: clientFields(ports),
    check: (signal) => checkChatraKeys(ports, signal),
    identify: (context, signal) => identifyClient(ports, clients, context, signal),
  };
}
