import { type Chat, type ChatEvent, lastActivity, type Operator, type Visitor } from './records';
import type { ChaportSwitches } from './switches';

type Switches = Readonly<ChaportSwitches>;

/** A visitor as the API shows them; `notes` is one text, the language and place keys are a guess. */
export function visitorForm(visitor: Visitor, switches: Switches): Record<string, unknown> {
  const [newest] = visitor.chats;
  const form: Record<string, unknown> = { id: visitor.id };
  for (const key of ['name', 'email', 'phone', 'notes'] as const) {
    if (visitor[key] !== undefined) {
      form[key] = fieldForm(key, visitor[key], switches);
    } else if (switches.unsetFields === 'null') form[key] = null;
  }
  const own = { ...form, custom: visitor.custom, utm: visitor.utm };
  if (!switches.visitorExtras) return own;
  return {
    ...own,
    ...(newest === undefined ? {} : { lastSeen: new Date(lastActivity(newest)).toISOString() }),
    ...(visitor.language === undefined ? {} : { language: visitor.language }),
    ...(visitor.city === undefined && visitor.country === undefined
      ? {}
      : { location: { city: visitor.city, country: visitor.country } }),
  };
}

function fieldForm(key: string, value: string, switches: Switches) {
  if (key === 'phone') return phoneForm(value, switches);
  return key === 'email' && switches.emailForm === 'list' ? [value] : value;
}

/** The phone is free text; only digits can become a number. */
function phoneForm(phone: string, switches: Switches): string | number | string[] {
  if (switches.phoneForm === 'list') return [phone];
  const isNumber = switches.phoneForm === 'number' && /^\d{5,15}$/.test(phone);
  return isNumber ? Number(phone) : phone;
}

/** A chat with its events; `transcript` keeps the messages only. */
export function chatForm(chat: Chat, switches: Switches, transcript: boolean) {
  const events = transcript
    ? chat.events.filter((event) => event.type.endsWith('-message'))
    : chat.events;
  const told = events.map((event) => eventForm(event, switches));
  return {
    id: switches.chatIds === 'text' ? String(chat.id) : chat.id,
    stage: chat.stage,
    ...operatorsOf(chat, switches),
    missed: chat.missed,
    rating: null,
    ...(switches.eventsInChat === 'absent'
      ? {}
      : { events: switches.eventsInChat === 'all' ? told : told.slice(-fewEvents) }),
  };
}

/** How many events, the newest, a chat contains that does not carry all of them. */
const fewEvents = 10;

function operatorsOf({ operators }: Chat, { chatOperators }: Switches) {
  if (chatOperators === 'absent') return {};
  return { operators: chatOperators === 'ids' ? operators : operators.map((id) => ({ id })) };
}

/** One event of a chat, its time under the key and in the type that is switched on. */
export function eventForm(event: ChatEvent, switches: Switches): Record<string, unknown> {
  const id = eventId(event, switches);
  const { operatorId, ...params } = event.params;
  const form = {
    ...(id === undefined ? {} : { id }),
    type: event.type,
    params: operatorId === undefined || switches.operatorIdIn === 'params' ? event.params : params,
    ...(operatorId === undefined ? {} : operatorBeside[switches.operatorIdIn](operatorId)),
  };
  if (switches.eventTimeKey === 'absent') return form;
  return { ...form, [switches.eventTimeKey]: times[switches.eventTimeType](event.at) };
}

const operatorBeside = {
  params: () => ({}),
  event: (operatorId: string | number) => ({ operatorId }),
  object: (operatorId: string | number) => ({ operator: { id: operatorId } }),
} as const;

const times = {
  iso: (at: number) => new Date(at).toISOString(),
  'epoch-ms': (at: number) => at,
  'epoch-s': (at: number) => at / 1_000,
} as const;

/** The id with which an event is delivered. */
export function eventId({ id }: ChatEvent, { eventIds }: Switches): string | number | undefined {
  if (eventIds === 'absent') return undefined;
  return eventIds === 'number' ? Number.parseInt(id.slice(0, 12), 16) : id;
}

/** An operator with the keys of Chaport's own example, all of them strings. */
export function operatorForm(operator: Operator): Record<string, string> {
  return {
    id: operator.id,
    email: operator.email,
    name: operator.name,
    language: 'en',
    jobTitle: 'Customer care',
    role: 'operator',
    lastLoginAt: '2026-01-05T08:02:11.873Z',
    lastActivityAt: '2026-01-05T16:47:31.120Z',
    image: '',
    lastStatus: 'online',
    realStatus: 'online',
  };
}
