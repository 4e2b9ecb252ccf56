import type { PageContext } from '../../../model/page';
import type { PageAdapter } from '../../contract/page';
import { composerContext } from '../../shared/page/composer';
import { talkContent } from '../../shared/page/talk';
import { type CustomerIds, readKustomerPageAddress } from './address';
import { findKustomerComposer } from './composer';
import { readKustomerHints } from './hints';

/** Kustomer's web app at `https://{org}.kustomerapp.com`: the timeline of a customer. */
export const kustomerPage: PageAdapter = {
  platform: 'kustomer',
  isAddressEnough: true,

  recognises(_document, location) {
    const organisation = /^([a-z0-9-]+)\.kustomerapp\.com$/i.exec(location.hostname)?.[1];
    return (
      organisation !== undefined &&
      !/^(?:api|cdn)$/i.test(organisation) &&
      /^\/(?:(?:app|login)(?:\/|$)|$)/.test(location.pathname)
    );
  },

  read(document, location) {
    const ids = readKustomerPageAddress(location.pathname);
    const view = viewOf(location.pathname, ids);
    const isPerson = view === 'person';
    // A list may show a customer's timeline with its reply box, and whose it is nobody can say.
    const composer = isPerson ? findKustomerComposer(document) : undefined;
    return {
      platform: 'kustomer',
      view,
      ...ids,
      hints: isPerson ? readKustomerHints(document, composer?.element) : { emails: [], phones: [] },
      ...composerContext(composer),
    };
  },

  paneContent(document) {
    return talkContent(document, findKustomerComposer(document)?.element);
  },

  composer: findKustomerComposer,
};

function viewOf(pathname: string, ids: CustomerIds): PageContext['view'] {
  if (/^\/login(?:\/|$)/.test(pathname)) return 'signed-out';
  return ids.contactId === undefined && ids.conversationId === undefined ? 'none' : 'person';
}
