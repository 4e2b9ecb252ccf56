import { path } from '../../http/path';
import type { PlatformDescriptor } from '../../model/descriptor';
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

const descriptor: PlatformDescriptor = {
  name: 'chaport',
  label: 'Chaport',
  colour: { light: '#0f7b5f', dark: '#4fd1a5' },
  icon: '/platforms/chaport.svg',
  capabilities: {
    find: 'directory',
    history: 'api',
    notes: { kind: 'text', maxLength: chaportNoteLength },
    contactFields: chaportFieldRules,
  },
  form: [
    {
      name: 'region',
      label: 'Region',
      kind: 'choice',
      required: true,
      help: 'Where you open Chaport in the browser.',
      options: [
        { value: 'com', label: 'app.chaport.com' },
        { value: 'ru', label: 'app.chaport.ru' },
      ],
    },
    { name: 'token', label: 'Access token', kind: 'secret', required: true },
  ],
  keyHelp:
    'In Chaport open Settings → API and generate or copy the access token. If you do not see that page, ask an administrator of the account for it.',
  rights: [
    'The token is for the whole account; Chaport has no narrower one. Deskside reads visitors, chats and operators with it, keeps pinned notes in a visitor’s notes, writes a visitor’s name, e-mail address or phone number only when you confirm that very value, and never sends a message.',
    'The API may need a paid plan.',
  ],
  limits: [
    'Chaport cannot search by e-mail or phone: Deskside reads the list of visitors, newest chat first, until the person is found or a bound is reached.',
    'Older chats cost one call each, half a second apart; they are read as you scroll.',
    'On the free plan Chaport keeps chats older than 30 days to itself.',
    'Files in chats are not shown: how the API tells of them is not documented.',
    'Links to a chat use the id of the API; if Chaport’s page uses another one, the link opens the chat list.',
  ],
};

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
  descriptor,
  pace: { concurrency: 1, intervalMs: 500, perInterval: 1, burst: 4 },
  readFields(fields) {
    const region = fields.region ?? '';
    const origin = Object.hasOwn(origins, region) ? origins[region] : undefined;
    if (origin === undefined) {
      return { problems: { region: 'Choose the address at which you open Chaport.' } };
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
