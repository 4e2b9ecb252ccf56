import { t } from '@lingui/core/macro';
import { path } from '../../http/encode-path';
import type { PlatformDescriptor, PlatformFacts } from '../../model/descriptor';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts, PlatformApi } from '../contract/api';
import type { PlatformDefinition, RelayProfile } from '../contract/definition';
import { headerToken } from '../shared/token';
import { checkChaportToken } from './check';
import { chaportFieldRules, visitorFields } from './contact-fields';
import { readDirectoryPage } from './contacts-directory';
import { identifyVisitor, visitorWithChat } from './contacts-identify';
import { loadChaportHistory } from './history/load';
import { chaportNoteLength, visitorNotes } from './notes';
import { Operators } from './operators';
import { readChaportPageAddress } from './page/address';

const facts: PlatformFacts = {
  name: 'chaport',
  label: 'Chaport',
  capabilities: {
    find: 'directory',
    history: 'api',
    notes: { kind: 'text', maxLength: chaportNoteLength },
    contactFields: chaportFieldRules,
  },
};

function describe(): PlatformDescriptor {
  return {
    ...facts,
    colour: { light: '#0f7b5f', dark: '#4fd1a5' },
    icon: '/platforms/chaport.svg',
    form: [
      {
        name: 'region',
        label: t`Region`,
        kind: 'choice',
        required: true,
        help: t`Where you open Chaport in the browser.`,
        options: Object.keys(origins).map((value) => ({ value, label: `app.chaport.${value}` })),
      },
      { name: 'token', label: t`Access token`, kind: 'secret', required: true },
    ],
    keyHelp: t`In Chaport, open Settings → API and generate or copy the access token. If you cannot see that page, ask an administrator of the account for the token.`,
    rights: [
      t`The token covers the whole account; Chaport has no narrower one. Deskside uses it to read visitors, chats and operators and to keep pinned notes in a visitor’s notes. It writes a visitor’s name, e-mail address or phone number only when you confirm that exact value, and it never sends a message.`,
      t`The API may require a paid plan.`,
    ],
    limits: [
      t`Chaport cannot search by e-mail or phone: Deskside reads the list of visitors, newest chat first, until it finds the person or reaches a limit.`,
      t`Older chats need one request each, half a second apart, so they load as you scroll.`,
      t`On the free plan, Chaport does not provide chats older than 30 days.`,
      t`Files in chats are not shown, because Chaport does not document how its API provides them.`,
      t`Links to a chat use the API’s id; if Chaport’s page uses a different one, the link opens the chat list.`,
    ],
  };
}

const origins: Readonly<Record<string, string>> = {
  com: 'https://app.chaport.com',
  ru: 'https://app.chaport.ru',
};

const visitors = '/api/v1/visitors';
const visitorId = ['visitorId', 'id'];
const chatId = ['chatId', 'id'];
const relay: RelayProfile = {
  appUrl: 'https://www.chaport.com/',
  prefixes: () => ['', '/api/v1', '/api'],
  landmarks: () => [visitors, '/api/v1/operators', '/api/v1/events'],
  probe: () => path`/api/v1/me.json`,
  proves: (body, status) => status < 300 && isJsonObject(body),
  isVendorHost: (hostname) => hostname === 'app.chaport.com' || hostname === 'app.chaport.ru',
  actions: [
    { key: 'list-operators', method: 'GET', path: /^\/api\/v1\/operators$/, inputs: [] },
    { key: 'list-visitors', method: 'GET', path: /^\/api\/v1\/visitors$/, inputs: [] },
    ...(['GET', 'PUT'] as const).map((method) => ({
      key: method === 'GET' ? 'get-visitor' : 'update-visitor',
      method,
      path: /^\/api\/v1\/visitors\/([^/]+)$/,
      inputs: [visitorId],
    })),
    {
      key: 'get-visitor-last-chat',
      method: 'GET',
      path: /^\/api\/v1\/visitors\/([^/]+)\/chats$/,
      inputs: [visitorId],
    },
    {
      key: 'get-chat',
      method: 'GET',
      path: /^\/api\/v1\/visitors\/([^/]+)\/chats\/([^/]+)$/,
      inputs: [visitorId, chatId],
    },
    {
      key: 'list-chat-events',
      method: 'GET',
      path: /^\/api\/v1\/visitors\/([^/]+)\/chats\/([^/]+)\/events$/,
      inputs: [visitorId, chatId],
    },
  ],
};

/**
 * Chaport: `app.chaport.com`, or `app.chaport.ru` for the Russian region; page and API share the
 * origin. Rate limits are not documented, so the pace is that of a client known to run all day:
 * one request at a time, half a second apart on average. A person costs about seven calls, of which
 * five come at once.
 */
export const chaport: PlatformDefinition = {
  ...facts,
  describe,
  pace: { concurrency: 1, intervalMs: 500, perInterval: 1, burst: 4 },
  readFields(fields) {
    const region = fields.region ?? '';
    const origin = Object.hasOwn(origins, region) ? origins[region] : undefined;
    if (origin === undefined) {
      return { problems: { region: t`Choose the address where you open Chaport.` } };
    }
    const label = region === 'ru' ? 'Chaport (app.chaport.ru)' : 'Chaport';
    return { apiOrigin: origin, pageOrigin: origin, label };
  },
  recogniseTab({ origin }) {
    const region = Object.keys(origins).find((name) => origins[name] === origin);
    return region === undefined ? undefined : { fields: { region }, isSure: true };
  },
  authorise(secrets) {
    return { Authorization: `Bearer ${headerToken(secrets.token, 'the access token')}` };
  },
  needsHints: true,
  createApi: createChaportApi,
  relay,
  readAddress: (url) => readChaportPageAddress(url.hash),
};

/** Chaport's API (`/api/v1`) in the product's terms. Nothing here reaches a visitor. */
export function createChaportApi(ports: ApiPorts): PlatformApi {
  const operators = new Operators(ports);
  return {
    check: (signal) => checkChaportToken(ports, signal),
    identify: (context, signal) => identifyVisitor(ports, context, signal),
    ownerOf: (visitors, chatId, signal) => visitorWithChat(ports, visitors, chatId, signal),
    directoryPage: (cursor, signal) => readDirectoryPage(ports, cursor, signal),
    history: (contact, options) => loadChaportHistory(ports, operators, contact, options),
    notes: visitorNotes(ports),
    contactFields: visitorFields(ports),
  };
}
