import { composerContext } from '../contract/composer';
import type { PageAdapter } from '../contract/page';
import { readPageAddress } from './page-address';
import { findComposer } from './page-composer';
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
      ...composerContext(person ? findComposer(document) : undefined),
      version: findPageScript(document)?.version,
    };
  },
  composer: findComposer,
  watched(document) {
    return document.querySelector('.conversation-panel');
  },
};
