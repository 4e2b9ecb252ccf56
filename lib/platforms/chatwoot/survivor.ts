import type { Contact } from '../../model/contact';
import type { PageContext } from '../../model/page';
import type { Tools } from './calls';
import { identify } from './identify';

/**
 * After a merge Chatwoot destroys one of the two contacts and tells nowhere into which one; but its
 * conversations move to the survivor, and each tells its contact (dossier §6.6). Throws
 * `TransportError`.
 */
export async function survivorOf(
  tools: Tools,
  gone: { id: string; conversationIds: readonly string[] },
  signal: AbortSignal,
): Promise<Contact | undefined> {
  const [conversationId] = gone.conversationIds;
  if (conversationId === undefined) return undefined;
  const page: PageContext = {
    platform: tools.ports.connection.platform,
    view: 'person',
    conversationId,
    hints: { emails: [], phones: [] },
    composer: 'none',
  };
  const answer = await identify(tools, page, signal);
  return answer.kind === 'contact' && answer.contact.id !== gone.id ? answer.contact : undefined;
}
