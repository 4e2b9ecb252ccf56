import type { PageContext } from '../../../model/page';

/** Whom an address of the web app names. */
export type CustomerIds = Pick<PageContext, 'contactId' | 'conversationId'>;

/**
 * Reads the path of a page of the web app: `/app/customers/{id}`, the same with `/event/{id}` for
 * an expanded item of the timeline (usually a conversation), and `/app/conversations/{id}`.
 * Prefixes and further segments are tolerated; ids are 24 hex digits. The address of a reply that
 * was popped out into a window of its own is not known (README.md#addresses); one that says so by
 * name is taken.
 */
export function readKustomerPageAddress(pathname: string): CustomerIds {
  const customer =
    /^\/app\/(?:.*\/)?customers\/([0-9a-f]{24})(?:\/event\/([0-9a-f]{24}))?(?:\/|$)/i.exec(
      pathname,
    );
  const conversation =
    customer === null
      ? /^\/app\/(?:.*\/)?(?:conversations|pop-?outs?)\/([0-9a-f]{24})(?:\/|$)/i.exec(pathname)?.[1]
      : customer[2];
  return {
    contactId: customer?.[1]?.toLowerCase(),
    conversationId: conversation?.toLowerCase(),
  };
}
