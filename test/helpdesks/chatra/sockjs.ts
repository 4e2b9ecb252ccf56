import type { Client } from './records';

/**
 * The page's live data as SockJS sends it over XHR: `o` opens, `a[…]` is a list of DDP messages, each
 * a JSON string. Messages are `added` to the collection `Messages`, with `message` and `saved`.
 */
export function sockjsFrames(client: Client | undefined): string {
  const added = (client?.messages ?? []).map((message) =>
    JSON.stringify({
      msg: 'added',
      collection: 'Messages',
      id: message.id,
      fields: { message: message.text, saved: true },
    }),
  );
  return `o\na${JSON.stringify(added)}\nh\n`;
}
