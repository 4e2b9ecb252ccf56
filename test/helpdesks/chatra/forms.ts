import { keptText } from '../core/kept-text';
import type { Client, ClientDetails, Message } from './records';
import type { ChatraSwitches } from './switches';

/** A client as the API and webhooks show it. */
export function clientForm(client: Client, switches: ChatraSwitches): Record<string, unknown> {
  const site = switches.siteNotes ? { notes: 'Came from the newsletter.' } : {};
  const integrationData = siteKeys({ ...client.integration, ...site }, switches);
  const basic = basicForm(client.basic, switches);
  const { notes, ...others } = basic;
  const isMoved = switches.notesIn !== 'basicInfo' && switches.clientDetails === 'all';
  const details = {
    info: {
      ...integrationData,
      ...(isMoved && switches.notesIn === 'top' ? others : basic),
    },
    basicInfo: isMoved ? others : basic,
    integrationData,
  };
  return {
    ...(isMoved && switches.notesIn === 'top' && notes !== undefined ? { notes } : {}),
    id: client.id,
    ...(switches.chatIdInClient ? { chatId: client.chatId } : {}),
    displayedName: client.displayedName,
    ...(switches.clientDetails === 'all'
      ? details
      : { [switches.clientDetails]: only(client, details, switches.clientDetails) }),
    ...(switches.clientExtras ? extras(client) : {}),
  };
}

/** What agents know, with the keys and the type of a phone that are switched on. */
function basicForm(basic: ClientDetails, switches: ChatraSwitches): Record<string, unknown> {
  const { phone, ...others } = basic;
  const phones = { text: phone, list: [phone], number: Number(phone?.replace(/\D/g, '')) };
  const form = phone === undefined ? others : { ...others, phone: phones[switches.phoneForm] };
  return switches.basicInfoKeys === 'lower' ? form : capitalised(form);
}

/** A service that keeps everything in the site's data keeps what the agents know there too. */
function only(
  client: Client,
  details: Record<'info' | 'basicInfo' | 'integrationData', object>,
  which: 'info' | 'basicInfo' | 'integrationData',
): object {
  return which === 'integrationData' ? { ...client.basic, ...details[which] } : details[which];
}

function siteKeys(data: Record<string, string>, switches: ChatraSwitches): Record<string, string> {
  if (switches.integrationKeys === 'lower') return data;
  return capitalised(data);
}

function capitalised<Value>(data: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
  );
}

function extras(client: Client): Record<string, unknown> {
  return {
    groupId: null,
    formData: {},
    location: { city: client.city ?? null, country: client.country ?? null },
    browser: 'Chrome',
    os: 'macOS',
    language: client.language ?? null,
    chatLink: `https://app.chatra.io/conversations/${client.chatId}`,
    lastVisit: {
      startedAt: client.messages.at(-1)?.at ?? 0,
      pages: [{ link: 'https://shop.acme.example/boots', title: 'Boots' }],
    },
  };
}

/** A message as the API shows it; `createdAt` is Unix milliseconds, its name a guess. */
export function messageForm(
  client: Client,
  message: Message,
  switches: ChatraSwitches,
): Record<string, unknown> {
  const { id, type, text, agentId, agentName, receivedFrom, isPushed, isBot, file } = message;
  const optional = { agentId, agentName, receivedFrom, isPushed, isBot };
  return {
    id,
    type,
    text,
    clientId: client.id,
    [switches.timestampName]: message.at,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...(file === undefined
      ? {}
      : { file: { name: file.name, size: file.size, isImage: file.mime.startsWith('image/') } }),
  };
}

const detailKeys = ['name', 'email', 'phone', 'notes'] as const;

/**
 * Applies the body of a PUT to what agents know: only the fields it names; `null` removes one. Returns what
 * is wrong with it, and changes nothing in that case.
 */
export function changeDetails(
  details: ClientDetails,
  change: Record<string, unknown>,
  switches: ChatraSwitches,
): string | undefined {
  const named = detailKeys.filter((key) => key in change);
  const wrong = named.find((key) => change[key] !== null && typeof change[key] !== 'string');
  if (wrong !== undefined) return `${wrong} must be a string or null`;
  const { notesLimit: limit, notesOverLimit } = switches;
  const length = String(change.notes ?? '').length;
  if (limit !== null && length > limit && notesOverLimit === 'refused') return 'notes too long';
  for (const key of named) {
    const value =
      key === 'notes' ? keptNotes(change.notes, switches) : keptField(change[key], switches);
    if (typeof value === 'string') details[key] = value;
    else delete details[key];
  }
  return undefined;
}

function keptField(value: unknown, { fieldsKept }: ChatraSwitches): unknown {
  return typeof value === 'string' ? keptText(value, fieldsKept) : value;
}

/** What the service turns a text into when it stores it. */
function keptNotes(value: unknown, { notesKept, notesLimit }: ChatraSwitches): unknown {
  if (typeof value !== 'string') return value;
  return keptText(value.slice(0, notesLimit ?? value.length), notesKept);
}
