import type { PageContext } from '../../model/page';
import { composerContext } from '../contract/composer';
import type { PageAdapter } from '../contract/page';
import { findComposer } from './page-composer';
import { hintsOnPage } from './page-hints';

/** Kustomer's web app at `https://{org}.kustomerapp.com`: the timeline of a customer. */
export const kustomerPage: PageAdapter = {
  platform: 'kustomer',

  recognises(_document, location) {
    const organisation = /^([a-z0-9-]+)\.kustomerapp\.com$/i.exec(location.hostname)?.[1];
    return (
      organisation !== undefined &&
      !/^(?:api|cdn)$/i.test(organisation) &&
      /^\/(?:(?:app|login)(?:\/|$)|$)/.test(location.pathname)
    );
  },

  read(document, location) {
    const ids = idsInPath(location.pathname);
    const view = viewOf(location.pathname, ids);
    return {
      platform: 'kustomer',
      view,
      ...ids,
      hints: view === 'person' ? hintsOnPage(document) : { emails: [], phones: [] },
      ...composerContext(findComposer(document)),
    };
  },

  composer: findComposer,
};

type Ids = Pick<PageContext, 'contactId' | 'conversationId'>;

/**
 * `/app/customers/{id}`, the same with `/event/{id}` for an expanded item of the timeline (usually a
 * conversation), and `/app/conversations/{id}`. Prefixes and further segments are tolerated; ids are
 * 24 hex digits.
 */
function idsInPath(pathname: string): Ids {
  const customer =
    /^\/app\/(?:.*\/)?customers\/([0-9a-f]{24})(?:\/event\/([0-9a-f]{24}))?(?:\/|$)/i.exec(
      pathname,
    );
  const conversation =
    customer === null
      ? /^\/app\/(?:.*\/)?conversations\/([0-9a-f]{24})(?:\/|$)/i.exec(pathname)?.[1]
      : customer[2];
  return {
    contactId: customer?.[1]?.toLowerCase(),
    conversationId: conversation?.toLowerCase(),
  };
}

function viewOf(pathname: string, ids: Ids): PageContext['view'] {
  if (/^\/login(?:\/|$)/.test(pathname)) return 'signed-out';
  return ids.contactId === undefined && ids.conversationId === undefined ? 'none' : 'person';
}
