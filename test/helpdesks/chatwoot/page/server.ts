import { useCallback, useEffect, useState } from 'react';
import type { DeskView } from './view';

/** Reads data of the page from the emulator's own routes, again whenever `reload` is called. */
export function useServer<Data>(path: string | undefined): {
  data: Data | undefined;
  reload: () => Promise<void>;
} {
  const [held, setHeld] = useState<{ path: string; data: Data }>();
  const reload = useCallback(async () => {
    if (path === undefined) return;
    const response = await fetch(`/emulator/accounts/${path}`);
    if (response.ok) setHeld({ path, data: await response.json() });
  }, [path]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { data: held?.path === path ? held?.data : undefined, reload };
}

/** Keeps the session where the real dashboard keeps it: a cookie that scripts can read. */
export function storeSession(session: DeskView['session']): void {
  const value = encodeURIComponent(JSON.stringify(session));
  // biome-ignore lint/suspicious/noDocumentCookie: js-cookie in the real dashboard does just this.
  document.cookie = `cw_d_session_info=${value}; path=/; max-age=5184000`;
}

/** Really sends: posts the message to the API, as the signed-in agent. */
export async function sendMessage(
  desk: DeskView,
  conversation: number,
  message: { content: string; private: boolean },
): Promise<void> {
  const path = `/api/v1/accounts/${desk.accountId}/conversations/${conversation}/messages`;
  await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...desk.session },
    body: JSON.stringify({ ...message, echo_id: crypto.randomUUID() }),
  });
}

/** The version that the inline script states. */
export function serverVersion(): string {
  const config: unknown = Reflect.get(window, 'globalConfig');
  const stated = typeof config === 'object' && config !== null && 'APP_VERSION' in config;
  return stated ? String(config.APP_VERSION) : '0.0.0';
}
