import { t } from '@lingui/core/macro';
import { path } from '../../http/encode-path';
import type { PlatformDescriptor, PlatformFacts } from '../../model/descriptor';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts, PlatformApi } from '../contract/api';
import type { PlatformDefinition, RelayProfile } from '../contract/definition';
import { withNamedCharacters } from '../shared/mail/named-characters';
import { headerToken } from '../shared/token';
import { createChatwootClient, profilePath } from './calls';
import {
  keptOfCannedResponse,
  readCannedResponses,
  removeCannedResponse,
  saveCannedResponse,
} from './canned-responses';
import { checkChatwoot } from './check';
import { CLOUD_ORIGIN, readChatwootFields, recogniseChatwoot } from './connection-form';
import { chatwootFieldRules, contactFields } from './contact-fields';
import { contactLabels } from './contacts';
import { findChatwootContacts, searchContacts } from './contacts-find';
import { findChatwootMergeTarget, identifyContact } from './contacts-identify';
import { readChatwootHistory } from './history/read-history';
import { chatwootNoteLength, contactNotes } from './notes';
import { readChatwootPageAddress } from './page/address';
import { chatwootReplyLimits } from './reply-limits';

const facts: PlatformFacts = {
  name: 'chatwoot',
  label: 'Chatwoot',
  capabilities: {
    find: 'api',
    history: 'api',
    replies: 'write',
    plainReplies: true,
    worksOutLiquid: true,
    replyLimits: chatwootReplyLimits,
    notes: { kind: 'list', maxLength: chatwootNoteLength },
    contactFields: chatwootFieldRules,
  },
};

/** Chatwoot in words: the form, where the key is, what to expect. */
function describe(): PlatformDescriptor {
  return {
    ...facts,
    colour: { light: '#1f6fd6', dark: '#7ab8ff' },
    icon: '/platforms/chatwoot.svg',
    form: [
      {
        name: 'origin',
        label: t`Address`,
        kind: 'url',
        required: false,
        placeholder: CLOUD_ORIGIN,
        help: t`Where you sign in to Chatwoot. Leave this empty for Chatwoot Cloud, or paste the address of any page of your dashboard.`,
      },
      {
        name: 'token',
        label: t`Access token`,
        kind: 'secret',
        required: true,
        help: t`Your own access token, from your profile settings.`,
      },
      {
        name: 'account',
        label: t`Account number`,
        kind: 'text',
        required: false,
        placeholder: '1',
        help: t`The number after /app/accounts/ in the address bar. Only needed if you work in several accounts; otherwise Deskside uses the one you used last.`,
      },
    ],
    keyHelp: t`In Chatwoot, click your picture, open Profile settings and copy the access token at the bottom of the page. Tokens of agent bots and platform apps don’t work here.`,
    rights: [
      t`The token can do what you can do in Chatwoot; there are no separate rights to choose. Deskside writes a contact’s name, e-mail address, phone number, company or identifier only when you confirm that exact value.`,
      t`With the Agent role you see the conversations of your own inboxes; with the Administrator role you see all of them.`,
      t`With a custom role you see the conversations that the role lets you manage.`,
    ],
    limitsUnless: [
      {
        fact: 'contactIdFilter',
        value: 'yes',
        text: t`Before version 4.14.2, Chatwoot only lists 20 conversations of a contact: the latest ones, or from 2.12.0 to 4.0.1 the ones started last.`,
      },
    ],
    limits: [
      t`Deskside cannot search for visitors without an e-mail address, phone number or identifier; they appear when their conversation is open.`,
      t`A long history loads as you scroll, newest messages first.`,
    ],
  };
}

/**
 * Header of every call. Chatwoot documents `api_access_token`, but nginx drops header names with
 * underscores unless told otherwise; with hyphens the name reaches the same place in Rack.
 * Throws `TypeError` when the token is missing or holds a character that a header cannot carry.
 */
function authorise(secrets: Readonly<Record<string, string>>): Record<string, string> {
  return { 'Api-Access-Token': headerToken(secrets.token, 'the access token') };
}

const accountBase = (account = '1') => `/api/v1/accounts/${account}`;
const relay: RelayProfile = {
  appUrl: 'https://www.chatwoot.com/',
  prefixes: (account) => ['', '/api/v1', accountBase(account), '/api'],
  landmarks: (account) =>
    ['contacts', 'conversations', 'labels', 'inboxes', 'agents', 'canned_responses']
      .map((list) => `${accountBase(account)}/${list}`)
      .concat(profilePath),
  // Below an account's base every number is that account's own, so the answer has to name the account.
  probe: (prefix, account) =>
    prefix === accountBase(account) ? path`/api/v1/accounts/${account ?? '1'}/agents` : profilePath,
  proves: (body, status, account = '1') =>
    status < 300 &&
    (Array.isArray(body)
      ? body.some((agent) => isJsonObject(agent) && String(agent.account_id) === account)
      : isJsonObject(body) && Array.isArray(body.accounts)),
  isVendorHost: (hostname) => hostname === 'app.chatwoot.com',
  refusesInJson: true,
  // Everything else of the vendor's is about the product.
  serverOf: (host) =>
    host === 'app.chatwoot.com' || !/(?:^|\.)chatwoot\.com$/.test(host) ? host : undefined,
};

/** Chatwoot: its cloud and any server that runs it. */
export const chatwoot: PlatformDefinition = {
  ...facts,
  describe,
  /**
   * The server's own limit is 3,000 requests a minute for one address, and 300 where the sample
   * configuration was switched on; the agent's dashboard needs its share of these. So this is 200 a minute on
   * average and 240 at most. Its interval is short, because reading a long history in the background uses up
   * whatever an interval allows, and whoever comes on screen would wait for the next one.
   */
  pace: { concurrency: 4, intervalMs: 6_000, perInterval: 20, burst: 40 },
  readFields: readChatwootFields,
  recogniseTab: recogniseChatwoot,
  keyPage: ({ pageOrigin, account }) =>
    account === undefined ? undefined : `${pageOrigin}/app/accounts/${account}/profile/settings`,
  authorise,
  createApi: createChatwootApi,
  relay,
  readAddress(url) {
    const { view, account, contactId, conversationId } = readChatwootPageAddress(url.pathname);
    return view === 'person' ? { account, contactId, conversationId } : undefined;
  },
};

/** Chatwoot's API in the product's terms. All methods but `check` need `connection.account`. */
export function createChatwootApi(ports: ApiPorts): PlatformApi {
  const client = createChatwootClient(ports);
  return {
    check: (signal) => checkChatwoot(client, signal),
    identify: (context, signal) => identifyContact(client, context, signal),
    find: (identifiers, signal) => findChatwootContacts(client, identifiers, signal),
    searchContacts: (query, signal) => searchContacts(client, query, signal),
    findMergeTarget: (gone, signal) => findChatwootMergeTarget(client, gone, signal),
    history: (contact, options) =>
      withNamedCharacters(ports, () => readChatwootHistory(client, contact, options)),
    replies: (signal) => readCannedResponses(client, signal),
    keptReply: keptOfCannedResponse,
    saveReply: (draft, signal) => saveCannedResponse(client, draft, signal),
    removeReply: (id, signal) => removeCannedResponse(client, id, signal),
    tagsOf: (contact, signal) => contactLabels(client, contact, signal),
    contactFields: contactFields(client),
    notes: contactNotes(client),
  };
}
