import type { ApiPorts, PlatformApi } from '../contract/api';
import { createTools } from './calls';
import { readReplies, removeReply, saveReply } from './canned-responses';
import { check } from './check';
import { find } from './find';
import { loadHistory } from './history';
import { identify } from './identify';
import { labelsOf } from './labels';
import { contactNotes } from './notes';
import { searchContacts } from './search-contacts';
import { survivorOf } from './survivor';

/** Chatwoot's API in the product's terms. All methods but `check` need `connection.account`. */
export function createApi(ports: ApiPorts): PlatformApi {
  const tools = createTools(ports);
  return {
    check: (signal) => check(tools, signal),
    identify: (context, signal) => identify(tools, context, signal),
    find: (identifiers, signal) => find(tools, identifiers, signal),
    searchContacts: (query, signal) => searchContacts(tools, query, signal),
    survivorOf: (gone, signal) => survivorOf(tools, gone, signal),
    history: (contact, options) => loadHistory(tools, contact, options),
    replies: (signal) => readReplies(tools, signal),
    saveReply: (draft, signal) => saveReply(tools, draft, signal),
    removeReply: (id, signal) => removeReply(tools, id, signal),
    tagsOf: (contact, signal) => labelsOf(tools, contact, signal),
    notes: contactNotes(tools),
  };
}
