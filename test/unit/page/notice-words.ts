import { vi } from 'vitest';

/** A worker that answers what a notice says, and nothing else. */
export function stubNoticeWords(
  say: (notice: string) => Promise<string | undefined> = async (notice) => `words: ${notice}`,
): void {
  const sendMessage = async ({ type, payload }: { type: string; payload: { notice: string } }) => {
    if (type !== 'page.notice') return undefined;
    const value = await say(payload.notice);
    return value === undefined ? undefined : { ok: true, value };
  };
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage } });
}
