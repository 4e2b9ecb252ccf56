import type { ApiPorts, PlatformApi } from '../contract/api';
import { createTools } from './calls';
import { check } from './check';
import { find } from './find';
import { loadHistory } from './history';
import { identify } from './identify';
import { contactNotes } from './notes';

/** Chatwoot's API in the product's terms. All methods but `check` need `connection.account`. */
export function createApi(ports: ApiPorts): PlatformApi {
  const tools = createTools(ports);
  return {
    check: (signal) => check(tools, signal),
    identify: (context, signal) => identify(tools, context, signal),
    find: (identifiers, signal) => find(tools, identifiers, signal),
    history: (contact, options) => loadHistory(tools, contact, options),
    notes: contactNotes(tools),
  };
}
