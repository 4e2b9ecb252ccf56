import type { ReplySourceRow } from '../../../lib/model/reply';
import { useNames } from '../names';

/** Whether a connected helpdesk that has canned responses was not read even once. */
export function useUnreadSources(sources: readonly ReplySourceRow[]): boolean {
  const { connections, platforms } = useNames();
  return [...connections.values()].some(
    ({ id, platform }) =>
      platforms.get(platform)?.capabilities.replies !== undefined &&
      !sources.some(({ source }) => source === id),
  );
}
