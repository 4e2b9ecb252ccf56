import type { PlatformDefinition } from '../contract/definition';
import { createApi } from './api';
import { descriptor } from './descriptor';
import { readFields } from './fields';
import { readPageAddress } from './page-address';

/**
 * Header of every call. Chatwoot documents `api_access_token`, but nginx drops header names with
 * underscores unless told otherwise; with hyphens the name reaches the same place in Rack.
 * Throws `TypeError` when the token is missing or holds a character that a header cannot carry.
 */
function authorise(secrets: Readonly<Record<string, string>>): Record<string, string> {
  const token = (secrets.token ?? '').trim();
  if (token === '') throw new TypeError('the access token is missing');
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError('the access token holds a character that no token has');
  }
  return { 'Api-Access-Token': token };
}

/** Chatwoot: its cloud and any server that runs it. */
export const chatwoot: PlatformDefinition = {
  descriptor,
  /**
   * The server's own limit is 3,000 requests a minute for one address, and 300 where the sample
   * configuration was switched on; the agent's dashboard needs its share of these.
   */
  pace: { concurrency: 4, intervalMs: 60_000, perInterval: 200 },
  readFields,
  authorise,
  createApi,
  readAddress(url) {
    const { view, account, contactId, conversationId } = readPageAddress(url.pathname);
    return view === 'person' ? { account, contactId, conversationId } : undefined;
  },
};
