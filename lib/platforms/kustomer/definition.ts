import type { PlatformDefinition } from '../contract/definition';
import { createKustomerApi } from './api';
import { authorise, readFields } from './fields';
import { noteLength } from './notes';
import { readPageAddress } from './page-address';
import { replyLimits } from './reply-limits';

/** Kustomer, reached with an API key of one organisation. */
export const kustomer: PlatformDefinition = {
  descriptor: {
    name: 'kustomer',
    label: 'Kustomer',
    color: { light: '#b4460f', dark: '#ff9d6b' },
    icon: '/platforms/kustomer.svg',
    capabilities: {
      find: 'api',
      history: 'api',
      replies: 'read',
      replyLimits,
      notes: { kind: 'list', maxLength: noteLength },
    },
    form: [
      {
        name: 'org',
        label: 'Organisation',
        kind: 'text',
        required: true,
        placeholder: 'acme',
        help: 'The part before .kustomerapp.com in the address you work at. A pasted address works too.',
      },
      { name: 'key', label: 'API key', kind: 'secret', required: true },
    ],
    keyHelp:
      'An administrator makes a key in Kustomer under Settings › Security › API Keys › Add API Key and picks its roles there. Kustomer shows the key once, and its roles cannot be changed afterwards. Give it no IP restriction that would shut out your colleagues’ browsers.',
    rights: [
      'org.permission.customer.read – to find the customer',
      'org.permission.conversation.read – to show conversations',
      'org.permission.message.read – to show messages',
      'org.permission.note.read – to show internal notes',
      'org.permission.user.read – to show the names of colleagues',
      'org.permission.shortcut.read – to offer your shortcuts as canned responses',
      'org.permission.team.read – to offer the shortcuts that are for your team only',
      'org.permission.note.create, .note.update, .note.delete – to keep pinned notes',
      'org.permission.conversation.create – only for pinned notes on customers without a conversation',
      'org.permission.tag.read – optional, to show the tags of customers',
      'org.permission.search.create – optional, to find customers by their whole name',
      'org.permission.customer_merge.read – optional, to follow a customer who was merged into another',
    ],
    limits: [
      'Messages are shown as Kustomer lists them: plain text of at most 10,240 characters.',
      'Attachments are named but not linked, because Kustomer’s links to them expire after minutes.',
      'A long history is read as you scroll; where Kustomer lists the oldest first, up to 4,000 items are read before the newest are sure to be there.',
      'Addresses and numbers that several customers share in Kustomer are not used to recognise a person.',
    ],
  },
  /**
   * An organisation has one budget per minute for all agents and integrations together; 300 in the
   * smallest plan. A contact costs about five calls, so it is shown without waiting, and even
   * constant use stays at 250 a minute. What others use up shows as 429 with a reset time.
   */
  pace: { concurrency: 4, intervalMs: 1_200, perInterval: 5 },
  readFields,
  authorise,
  createApi: createKustomerApi,
  readAddress(url) {
    const ids = readPageAddress(url.pathname);
    return ids.contactId === undefined && ids.conversationId === undefined ? undefined : ids;
  },
};
