import { t } from '@lingui/core/macro';
import type { PlatformDescriptor, PlatformFacts, ReplyLimit } from '../../model/descriptor';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts, PlatformApi } from '../contract/api';
import type { PlatformDefinition, RelayProfile } from '../contract/definition';
import { withNamedCharacters } from '../shared/mail/named-characters';
import { headerToken } from '../shared/token';
import { currentTokenPath } from './calls';
import { Shortcuts } from './canned-response-writing';
import { checkConnection } from './check';
import { Colleagues } from './colleagues';
import { organisationOf, readKustomerFields, recogniseKustomer } from './connection-form';
import { customerFields, kustomerFieldRules } from './contact-fields';
import { findCustomers } from './contacts-find';
import { identifyCustomer } from './contacts-identify';
import { findKustomerMergeTarget } from './contacts-merge-target';
import { findCustomersByName } from './contacts-search';
import { loadKustomerHistory } from './history/load';
import { customerNotes, kustomerNoteLength } from './notes';
import { readKustomerPageAddress } from './page/address';
import { withExpiredKeys } from './refused-key';
import { needs } from './roles';
import { CustomerTags } from './tags';

/**
 * The most characters of a reply for each channel, by the names of `kustomerChannelName`
 * (README.md#reply-limits). Where Kustomer's own documents differ, the lower figure: for chat they say
 * 1,024 and 10,240, for Twitter messages 280 and 10,000.
 */
export const kustomerReplyLimits: ReplyLimit[] = [
  { channel: 'E-mail', limit: 10_240 },
  { channel: 'SMS', limit: 1_600 },
  { channel: 'WhatsApp', limit: 1_600 },
  { channel: 'Chat', limit: 1_024, isUnsure: true },
  { channel: 'Facebook', limit: 2_000 },
  { channel: 'Instagram', limit: 1_000 },
  { channel: 'Twitter message', limit: 280, isUnsure: true },
  { channel: 'Twitter', limit: 280 },
];

const relay: RelayProfile = {
  appUrl: 'https://www.kustomer.com/',
  prefixes: () => ['', '/v1'],
  landmarks: () =>
    ['customers', 'conversations', 'messages', 'notes', 'users', 'companies'].map(
      (list) => `/v1/${list}`,
    ),
  probe: () => currentTokenPath,
  // A refusal in Kustomer's own form comes from the right place, too.
  proves: (body, status) =>
    isJsonObject(body) &&
    (status < 300
      ? isJsonObject(body.data)
      : [401, 403].includes(status) && Array.isArray(body.errors)),
  isVendorHost: (hostname) => hostname.endsWith('.kustomerapp.com'),
  refusesInJson: true,
  serverOf: (host) => (host.endsWith('.kustomerapp.com') ? organisationOf(host) : undefined),
};

const facts: PlatformFacts = {
  name: 'kustomer',
  label: 'Kustomer',
  capabilities: {
    find: 'api',
    history: 'api',
    replies: 'write',
    plainReplies: true,
    repliesHaveCategory: true,
    replyLimits: kustomerReplyLimits,
    notes: { kind: 'list', maxLength: kustomerNoteLength },
    contactFields: kustomerFieldRules,
  },
};

function describe(): PlatformDescriptor {
  const notMadeAgain = [
    t`its effects on the conversation`,
    t`its attachments`,
    t`its limits on who may use it`,
  ];
  return {
    ...facts,
    capabilities: { ...facts.capabilities, notMadeAgain },
    colour: { light: '#b4460f', dark: '#ff9d6b' },
    icon: '/platforms/kustomer.svg',
    form: [
      {
        name: 'org',
        label: t`Organisation`,
        kind: 'text',
        required: true,
        placeholder: 'acme',
        help: t`The part before .kustomerapp.com in the address where you work. You can also paste the whole address.`,
      },
      { name: 'key', label: t`API key`, kind: 'secret', required: true },
    ],
    keyHelp: t`An administrator creates a key in Kustomer under Settings › Security › API Keys › Add API Key and chooses its roles there. Kustomer shows the key only once, and its roles cannot be changed afterwards. Do not add an IP restriction that would shut out your colleagues’ browsers.`,
    rightUses: Object.values(needs).map(({ right, lack }) => ({ right, lack: lack() })),
    rights: [
      t`org.permission.customer.read – to find the customer`,
      t`org.permission.conversation.read – to show conversations`,
      t`org.permission.message.read – to show messages`,
      t`org.permission.note.read – to show internal notes`,
      t`org.permission.user.read – to show the names of colleagues`,
      t`org.permission.shortcut.read – to offer your shortcuts as canned responses`,
      t`org.permission.shortcut.create, .shortcut.update, .shortcut.delete – to write shortcuts from here`,
      t`org.permission.team.read – to offer the shortcuts that are for your team only`,
      t`org.permission.note.create, .note.update, .note.delete – to keep pinned notes`,
      t`org.permission.conversation.create – only for pinned notes on customers without a conversation`,
      t`org.permission.tag.read – optional, to show the tags of customers`,
      t`org.permission.search.create – optional, to find customers by their full name`,
      t`org.permission.customer.update – optional, to complete a customer with details from another record when you confirm them`,
      t`org.permission.customer_merge.read – optional, to follow a customer who was merged into another`,
    ],
    limits: [
      t`Messages appear as Kustomer lists them: plain text of at most 10,240 characters.`,
      t`Attachments are listed by name without a link, because Kustomer’s links expire after a few minutes.`,
      t`A long history loads as you scroll; where Kustomer lists the oldest items first, Deskside reads up to 4,000 of them to be sure that the newest are there.`,
      t`Addresses and numbers that several customers share in Kustomer are not used to recognise a person.`,
    ],
  };
}

/** Kustomer, reached with an API key of one organisation. */
export const kustomer: PlatformDefinition = {
  ...facts,
  describe,
  /**
   * An organisation has one budget per minute for all agents and integrations together; 300 in the
   * smallest plan. A contact costs about ten calls, so it is shown without waiting, and even
   * constant use stays at 260 a minute. What others use up shows as 429 with a reset time.
   */
  pace: { concurrency: 4, intervalMs: 1_200, perInterval: 5, burst: 5 },
  readFields: readKustomerFields,
  recogniseTab: recogniseKustomer,
  keyPage: ({ pageOrigin }) => `${pageOrigin}/app/settings/api_keys`,
  authorise,
  createApi: createKustomerApi,
  relay,
  readAddress(url) {
    const ids = readKustomerPageAddress(url.pathname);
    return ids.contactId === undefined && ids.conversationId === undefined ? undefined : ids;
  },
};

/** Kustomer's REST API (`/v1`) in the product's terms, for one connection. */
function createKustomerApi({ transport, ...others }: ApiPorts): PlatformApi {
  const ports = { ...others, transport: withExpiredKeys(transport) };
  const colleagues = new Colleagues(ports);
  const tags = new CustomerTags(ports);
  const shortcuts = new Shortcuts(ports);
  return {
    check: (signal) => checkConnection(ports, signal),
    identify: (context, signal) => identifyCustomer(ports, context, signal),
    find: (identifiers, signal) => findCustomers(ports, identifiers, signal),
    findByName: (name, signal) => findCustomersByName(ports, name, signal),
    findMergeTarget: (gone, signal) => findKustomerMergeTarget(ports, gone.id, signal),
    history: (contact, options) =>
      withNamedCharacters(ports, () => loadKustomerHistory(ports, colleagues, contact, options)),
    replies: (signal) => shortcuts.read(signal),
    keptReply: (draft) => shortcuts.kept(draft),
    saveReply: (draft, signal) => shortcuts.save(draft, signal),
    removeReply: (id, signal) => shortcuts.remove(id, signal),
    tagsOf: (contact, signal) => tags.of(contact, signal),
    notes: customerNotes(ports, colleagues),
    contactFields: customerFields(ports),
  };
}

/** `Bearer`, exactly one space, the key. Throws `TypeError` for a key that no header can carry. */
function authorise(secrets: Readonly<Record<string, string>>): Record<string, string> {
  return { Authorization: `Bearer ${headerToken(secrets.key, 'the API key')}` };
}
