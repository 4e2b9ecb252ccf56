import { path } from '../../http/path';
import type { PlatformDescriptor } from '../../model/descriptor';
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

const descriptor: PlatformDescriptor = {
  name: 'chatra',
  label: 'Chatra',
  colour: { light: '#8a3fc7', dark: '#d09bff' },
  icon: '/platforms/chatra.svg',
  capabilities: {
    find: 'seen',
    history: 'captured',
    walk: true,
    notes: { kind: 'text', maxLength: chatraNoteLength },
    contactFields: chatraFieldRules,
  },
  // The public key is no secret (it stands in the chat button's code), but the header needs both
  // keys, and what builds headers is given the secret fields only.
  form: [
    {
      name: 'publicKey',
      label: 'Public key',
      kind: 'secret',
      required: true,
      help: 'Also called ChatraID; usually 17 letters and digits.',
    },
    { name: 'secretKey', label: 'Secret key', kind: 'secret', required: true },
  ],
  keyHelp:
    'In Chatra open Settings → Preferences → API keys (app.chatra.io/settings/preferences#apiKeys) and copy both keys. If you do not see them, ask an administrator of the account.',
  rights: [
    'The keys are for the whole account; Chatra has no narrower ones. Deskside reads single contacts with them, keeps pinned notes in a contact’s notes, writes a contact’s name, e-mail address or phone number only when you confirm that very value, and never sends a message.',
  ],
  limits: [
    'Chatra’s API has no conversations: Deskside keeps what was on screen in this browser, so open a conversation once, and have it read whole or scroll up for older messages, to have it here.',
    'Chatra cannot search by e-mail or phone: only people whose conversation was open in this browser are found.',
    'Times are those the page shows; where it shows none, the place in the timeline is a guess.',
  ],
};

const origin = 'https://app.chatra.io';

const oneClient = { path: /^\/api\/clients\/([^/]+)$/, inputs: [['clientId', 'id']] };
const relay: RelayProfile = {
  appUrl: 'https://chatra.io',
  prefixes: () => ['', '/api'],
  landmarks: () => ['/api/clients', '/api/messages', '/api/pushedMessages'],
  // An unknown client and a wrong base are answered alike: only a client that is known proves anything.
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
  descriptor,
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
