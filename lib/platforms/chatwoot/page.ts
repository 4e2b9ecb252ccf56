import type { PageAdapter } from '../contract/page';
import { readPageAddress } from './page-address';
import { readComposer } from './page-composer';
import { readHints } from './page-hints';
import { findPageScript } from './page-script';

/**
 * Chatwoot's dashboard, at any origin: the pages below `/app` that carry the dashboard's
 * configuration. Its widget (`/widget`), surveys, help centre (`/hc`) and super-admin pages are
 * served by the same host, but not below `/app`.
 */
export const chatwootPage: PageAdapter = {
  platform: 'chatwoot',
  recognises(document, location) {
    return /^\/app(?:\/|$)/.test(location.pathname) && findPageScript(document) !== undefined;
  },
  read(document, location) {
    const address = readPageAddress(location.pathname);
    const person = address.view === 'person';
    return {
      platform: 'chatwoot',
      ...address,
      hints: person ? readHints(document) : { emails: [], phones: [] },
      composer: person ? readComposer(document) : 'none',
      version: findPageScript(document)?.version,
    };
  },
  watched(document) {
    return document.querySelector('.conversation-panel');
  },
};
