import type { ReplySourceRow } from '../../../lib/model/reply';
import { useDirectory } from '../coverage/directory';

/** Whether a connected helpdesk that has canned responses was not read even once. */
export function useUnreadSources(sources: readonly ReplySourceRow[]): boolean {
  const { connections, platforms } = useDirectory();
  return [...connections.values()].some(
    ({ id, platform }) =>
      platforms.get(platform)?.capabilities.replies !== undefined &&
      !sources.some(({ source }) => source === id),
  );
}
