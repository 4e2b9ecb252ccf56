import type { ChatraData } from './data';
import { clientForm, messageForm } from './forms';
import type { Client, Message } from './records';
import type { ChatraSwitches } from './switches';

export type WebhookEvent = 'chatStarted' | 'chatFragment' | 'chatTranscript';

/** One address for each event, as in Chatra's settings; an event without one is not delivered. */
export type WebhookAddresses = Partial<Record<WebhookEvent, string>>;

/**
 * The body of a webhook: `chatStarted` has one `message` and, when an agent began, one `agent`; the
 * others have lists, `agents` being empty until somebody answered.
 */
export function webhookBody(
  event: WebhookEvent,
  client: Client,
  messages: Message[],
  data: ChatraData,
  switches: ChatraSwitches,
): Record<string, unknown> {
  const head = { eventName: event, client: clientForm(client, switches) };
  const forms = messages
    .filter((message) => !message.note)
    .map((message) => webhookMessage(client, message, switches));
  const agents = data.agents.filter((agent) =>
    messages.some((message) => message.agentId === agent.id && !message.note),
  );
  if (event !== 'chatStarted') return { ...head, messages: forms, agents };
  const [agent] = agents;
  return { ...head, message: forms[0], ...(agent === undefined ? {} : { agent }) };
}

function webhookMessage(client: Client, message: Message, switches: ChatraSwitches) {
  const { text, ...form } = messageForm(client, message, switches);
  return {
    ...form,
    ...(switches.webhookText === 'message' ? {} : { text }),
    ...(switches.webhookText === 'text' ? {} : { message: text }),
  };
}

/** Posts the body to the event's address; a failing receiver has no effect here. */
export async function deliver(
  addresses: WebhookAddresses,
  event: WebhookEvent,
  body: Record<string, unknown>,
): Promise<void> {
  const address = addresses[event];
  if (address === undefined) return;
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
}
