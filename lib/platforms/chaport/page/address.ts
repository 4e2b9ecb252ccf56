import { decodeOrKeep } from '../../shared/decode';

const visitorId = /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * Reads the route `#/chats/{visitor}/{chat}` of the operator app; `undefined` for any other one. The
 * visitor's id is a UUID in the only address ever seen and 24 hexadecimal characters in the
 * API; a segment of another form counts only when a chat's number follows.
 */
export function readChaportPageAddress(
  hash: string,
): { contactId: string; conversationId?: string } | undefined {
  const match = /^#\/chats\/([^/?#]+)(?:\/(\d{1,20}))?(?=[/?#]|$)/.exec(hash);
  const contactId = decodeOrKeep(match?.[1] ?? '');
  const conversationId = match?.[2];
  if (contactId === '' || contactId.length > 512) return undefined;
  if (conversationId !== undefined) return { contactId, conversationId };
  return visitorId.test(contactId) ? { contactId } : undefined;
}
