import { type Chat, type ChatEvent, lastActivity, type Operator, type Visitor } from './records';
import type { ChaportSwitches } from './switches';

type Switches = Readonly<ChaportSwitches>;

/** A visitor as the API shows them; `notes` is one text, the language and place keys are a guess. */
export function visitorForm(visitor: Visitor, switches: Switches): Record<string, unknown> {
  const [newest] = visitor.chats;
  const form: Record<string, unknown> = { id: visitor.id };
  for (const key of ['name', 'email', 'phone', 'notes'] as const) {
    if (visitor[key] !== undefined) {
      form[key] = key === 'phone' ? phoneForm(visitor[key], switches) : visitor[key];
    } else if (switches.unsetFields === 'null') form[key] = null;
  }
  return {
    ...form,
    custom: visitor.custom,
    utm: visitor.utm,
    ...(newest === undefined ? {} : { lastSeen: new Date(lastActivity(newest)).toISOString() }),
    ...(visitor.language === undefined ? {} : { language: visitor.language }),
    ...(visitor.city === undefined && visitor.country === undefined
      ? {}
      : { location: { city: visitor.city, country: visitor.country } }),
  };
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
  return {
    id: chat.id,
    stage: chat.stage,
    operators: chat.operators,
    missed: chat.missed,
    rating: null,
    events: events.map((event) => eventForm(event, switches)),
  };
}

/** One event of a chat, its time under the key and in the type that is switched on. */
export function eventForm(event: ChatEvent, switches: Switches): Record<string, unknown> {
  const form = { id: event.id, type: event.type, params: event.params };
  if (switches.eventTimeKey === 'absent') return form;
  const time = switches.eventTimeType === 'iso' ? new Date(event.at).toISOString() : event.at;
  return { ...form, [switches.eventTimeKey]: time };
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
