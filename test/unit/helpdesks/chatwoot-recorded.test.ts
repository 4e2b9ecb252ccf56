import { describe, expect, test } from 'vitest';
import { type ChatwootEmulator, createChatwoot } from '../../helpdesks/chatwoot/chatwoot';
import oldServer from '../../helpdesks/chatwoot/recorded/4.0.1.json';
import newServer from '../../helpdesks/chatwoot/recorded/4.15.1.json';
import { createWorld } from '../../helpdesks/world/world';
import { call } from './chatwoot-world';

/** One call to a real server, and what it answered, lists cut to rows that differ in their keys. */
interface Exchange {
  note: string;
  method: string;
  path: string;
  /** Whether a key went with it. */
  key: boolean;
  sent?: unknown;
  status: number;
  body: unknown;
}

const now = Date.UTC(2026, 10, 29, 12);

/** What holds keys of anybody's choice: their names say nothing about the server. */
const open =
  /\.(?:additional_attributes|custom_attributes|ui_settings|content_attributes)\.|\.meta\.(?:firstName|lastName)$/;

/** Keys that are there only where there is something to tell; the recorded rows had nothing. */
const occasional = ['meta.team', 'call', 'reactions'];

describe.each([
  ['4.0.1', oldServer.exchanges],
  ['4.15.1', newServer.exchanges],
] as const)('the emulator beside a real %s', (version, recorded) => {
  const pairs = new Set([...shapeOf(recorded.map(({ body }) => body)).keys()].map(pairOf));

  test.each(recorded.map((exchange): Exchange => exchange).map(named))(
    '$name',
    async ({ exchange }) => {
      const emulator = createChatwoot(createWorld(now), { now: () => now, switches: { version } });
      const answers = await answersTo(emulator, exchange);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => exchange.status));
      const real = shapeOf([exchange.body]);
      const ours = shapeOf(answers.map(({ body }) => body).map(withoutOthers(exchange.body)));
      expect(different(real, ours, pairs)).toEqual([]);
    },
  );
});

function named(exchange: Exchange) {
  const { method, path, note } = exchange;
  return { name: `${method} ${path}${note === '' ? '' : ` (${note})`}`, exchange };
}

/**
 * The same call to the emulator, where ids of its own stand for the recorded ones; where messages or
 * conversations are asked for, of everybody, so that every kind occurs.
 */
async function answersTo(emulator: ChatwootEmulator, exchange: Exchange) {
  const account = emulator.installation('app.chatwoot.com').accounts[0];
  const amelie = account?.contacts.find(({ personKey }) => personKey === 'amelie');
  if (account === undefined || amelie === undefined) throw new TypeError('an empty world');
  // The recorded person wrote through an API inbox too.
  const own = account.conversations.find(({ contactId }) => contactId === amelie.id);
  const throughApi = account.inboxes.find(({ channelType }) => channelType === 'Channel::Api');
  if (own !== undefined && throughApi !== undefined) own.inboxId = throughApi.id;
  const { method, note, key, sent } = exchange;
  const wrong = note === 'wrong key' ? 'nobody' : emulator.tokens.admin;
  const headers: Record<string, string> = key ? { 'Api-Access-Token': wrong } : {};
  const send = (path: string, body = sent) =>
    call(emulator, path, { method, headers, ...(body === undefined ? {} : { body }) });
  const path = exchange.path
    .replace(/\/contacts\/(?!999999)\d+/, `/contacts/${amelie.id}`)
    .replace('q=amel', `q=${amelie.email?.slice(0, 4)}`);
  if (note === 'by e-mail') return [await send(path, filter('email', amelie.email))];
  if (note === 'by phone') return [await send(path, filter('phone_number', amelie.phoneNumber))];
  if (note === 'by contact') return [await send(path, filter('contact_id', amelie.id))];
  const everybodys = /^(.*)\/conversations\/\d+(\/messages)?/.exec(path);
  if (everybodys !== null && key) {
    const [, start = '', end = ''] = everybodys;
    return Promise.all(
      account.conversations.map(({ displayId }) =>
        send(`${start}/conversations/${displayId}${end}`),
      ),
    );
  }
  const row = /^(.*\/(?:notes|canned_responses))\/\d+$/.exec(path);
  if (row === null) {
    if (note === 'taken') await send(path);
    return [await send(path)];
  }
  const [, list = ''] = row;
  const content = { content: 'x', short_code: 'x' };
  const made = await call(emulator, list, { headers, body: content });
  const address = `${list}/${Object(made.body).id}`;
  if (note === 'again') await send(address);
  return [await send(address)];
}

/** Takes out inboxes of channels that the recorded answer has none of: each has keys of its own. */
function withoutOthers(recorded: unknown): (body: unknown) => unknown {
  const channels = new Set(JSON.stringify(recorded)?.match(/"Channel::\w+"/g));
  const isOther = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    'channel_type' in value &&
    !channels.has(JSON.stringify(value.channel_type));
  const pruned = (body: unknown): unknown => {
    if (Array.isArray(body)) return body.filter((each) => !isOther(each)).map(pruned);
    if (typeof body !== 'object' || body === null) return body;
    const kept = Object.entries(body).filter(([, value]) => !isOther(value));
    return Object.fromEntries(kept.map(([key, value]) => [key, pruned(value)]));
  };
  return pruned;
}

function filter(attribute_key: string, value: unknown) {
  const condition = { attribute_key, filter_operator: 'equal_to', values: [value] };
  return { payload: [{ ...condition, query_operator: null }] };
}

/** Every key by its path, with the types its values have. */
function shapeOf(bodies: readonly unknown[]): Map<string, Set<string>> {
  const shape = new Map<string, Set<string>>();
  for (const body of bodies) addTo(shape, '', body);
  return shape;
}

function addTo(shape: Map<string, Set<string>>, path: string, value: unknown): void {
  const type = typeOf(value);
  shape.set(path, (shape.get(path) ?? new Set()).add(type));
  if (Array.isArray(value)) for (const each of value) addTo(shape, `${path}[]`, each);
  else if (type === 'object') {
    for (const [key, inner] of Object.entries(Object(value))) {
      addTo(shape, path === '' ? key : `${path}.${key}`, inner);
    }
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

/** Keys that only one of the two has, and keys whose values are of other types. */
function different(
  real: ReadonlyMap<string, ReadonlySet<string>>,
  ours: ReadonlyMap<string, ReadonlySet<string>>,
  pairs: ReadonlySet<string>,
): string[] {
  const closed = (path: string) => !open.test(`.${path}`);
  const empty = [...real]
    .filter(([path, types]) => types.has('list') && !real.has(`${path}[]`))
    .map(([path]) => `${path}[]`);
  const missing = [...real.keys()].filter((path) => !ours.has(path));
  const invented = [...ours.keys()].filter(
    (path) =>
      !real.has(path) &&
      !pairs.has(pairOf(path)) &&
      !isOccasional(path) &&
      !empty.some((list) => path.startsWith(list)),
  );
  const others = [...real].flatMap(([path, types]) => {
    const own = [...(ours.get(path) ?? [])].filter((type) => type !== 'null' && !types.has(type));
    const isKnown = [...types].some((type) => type !== 'null');
    return isKnown && own.length > 0 ? [[path, `${own} instead of ${[...types]}`]] : [];
  });
  return [
    ...missing.filter(closed).map((path) => `missing: ${path}`),
    ...invented.filter(closed).map((path) => `invented: ${path}`),
    ...others.filter(([path = '']) => closed(path)).map((words) => words.join(': ')),
  ];
}

/**
 * A key and the one it lies in: a message's sender is a contact in one recorded answer and a colleague
 * in another.
 */
function pairOf(path: string): string {
  return path.split('.').slice(-2).join('.').replaceAll('[]', '');
}

function isOccasional(path: string): boolean {
  return occasional.some((each) => `.${path.replaceAll('[]', '')}.`.includes(`.${each}.`));
}
