import { agents } from './agents';
import { agentAnswers, type Locale, locales, subjects } from './generate-locales';
import { createRandom, type Random } from './random';
import { agent, customer, day, type Line, note, told } from './telling';
import type { StoryConversation, StoryPerson, StoryRecord, World } from './types';

const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;
type PlatformKey = (typeof platforms)[number];

const channels: Record<PlatformKey, readonly string[]> = {
  chatwoot: ['email', 'chat', 'whatsapp'],
  kustomer: ['email', 'chat', 'sms'],
  chaport: ['chat'],
  chatra: ['chat'],
};

/** Longest a generated conversation runs after its start, in minutes. */
const longestConversation = 2 * day;

export interface GenerateOptions {
  /** Any whole number; the same one gives the same world. */
  seed: number;
  people: number;
  /** Messages of one person over all platforms, exactly. */
  messagesPerPerson: number;
  /** Epoch ms. */
  now: number;
}

interface Human {
  key: string;
  index: number;
  locale: Locale;
  given: string;
  family: string;
}

/**
 * A large world, the same for the same options: each person is on one to four platforms, which
 * write name, e-mail and phone each in its own way. No e-mail belongs to two people, and below a
 * million people no phone does.
 */
export function generateWorld(options: GenerateOptions): World {
  const random = createRandom(options.seed);
  const people = Array.from({ length: options.people }, (_, index) =>
    generatePerson(random, index, options.messagesPerPerson),
  );
  return { now: options.now, agents: structuredClone([...agents]), people };
}

function generatePerson(random: Random, index: number, messageCount: number): StoryPerson {
  const locale = random.pick(locales);
  const human: Human = {
    key: `person-${String(index).padStart(5, '0')}`,
    index,
    locale,
    given: random.pick(locale.given),
    family: random.pick(locale.family),
  };
  const most = Math.max(1, Math.min(platforms.length, messageCount));
  const chosen = random.shuffled(platforms).slice(0, random.between(1, most));
  const shares = share(messageCount, chosen.length);
  const person: StoryPerson = {
    key: human.key,
    about: `Generated; on ${chosen.join(', ')}.`,
  };
  for (const [position, platform] of chosen.entries()) {
    const conversations = generateConversations(random, platform, human, shares[position] ?? 0);
    person[platform] = [{ ...identity(platform, human), conversations }];
  }
  return person;
}

/** Splits `total` into `parts` whole numbers that differ by one at most. */
function share(total: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0),
  );
}

function identity(platform: PlatformKey, human: Human): Omit<StoryRecord, 'conversations'> {
  const { locale, given, family, index } = human;
  const email = `${human.key}@mail${index % 7}.example`;
  const mobile = locale.mobile + String(index % 10 ** locale.digits).padStart(locale.digits, '0');
  const shared = { country: locale.country, language: locale.language };
  switch (platform) {
    case 'chatwoot':
      return {
        ...shared,
        name: `${given} ${family}`,
        email,
        phone: `+${locale.calling}${mobile}`,
        city: locale.cities[index % locale.cities.length] ?? locale.country,
        timeZone: locale.timeZone,
      };
    case 'kustomer':
      return {
        ...shared,
        name: `${given} ${family.toUpperCase()}`,
        email,
        phone: `+${locale.calling}${mobile}`,
        externalId: `cust_${100_000 + index}`,
      };
    case 'chaport':
      return { ...shared, name: given, email, phone: pairs(`${locale.trunk}${mobile}`) };
    case 'chatra':
      return {
        ...shared,
        name: `${given.slice(0, 1)}. ${family}`,
        email: email.toUpperCase(),
        phone: `00${locale.calling} ${pairs(mobile)}`,
      };
  }
}

/** `0612345678` as `06 12 34 56 78`. */
function pairs(digits: string): string {
  return digits.match(/\d{1,2}/g)?.join(' ') ?? digits;
}

function generateConversations(
  random: Random,
  platform: PlatformKey,
  human: Human,
  messageCount: number,
): StoryConversation[] {
  if (messageCount === 0) return [];
  if (platform === 'chatra') {
    return [generateConversation(random, platform, human, messageCount, 400)];
  }
  const sizes: number[] = [];
  for (let left = messageCount; left > 0; ) {
    const size = Math.min(left, random.between(2, 18));
    sizes.push(size);
    left -= size;
  }
  return sizes.map((size, index) =>
    generateConversation(random, platform, human, size, 3 + (sizes.length - index) * 6),
  );
}

function generateConversation(
  random: Random,
  platform: PlatformKey,
  human: Human,
  messageCount: number,
  daysAgo: number,
): StoryConversation {
  const channel = random.pick(channels[platform]);
  const agentKey = random.pick(agents).key;
  // Limiting each gap to the time left keeps every message in the past.
  const room = platform === 'chatra' ? (daysAgo - 1) * day : longestConversation;
  const longestGap = Math.max(0, Math.floor(room / Math.max(1, messageCount)));
  const mayNote = platform !== 'chaport';
  const lines = Array.from({ length: messageCount }, (_, position) => ({
    ...line(random, human.locale, agentKey, position, mayNote),
    after: random.between(0, longestGap),
  }));
  const fromTeam = platform === 'chatwoot' || platform === 'kustomer' ? { assignee: agentKey } : {};
  return {
    channel,
    ...(channel === 'email' ? { subject: random.pick(subjects) } : {}),
    status: daysAgo > 10 ? 'resolved' : 'open',
    ...fromTeam,
    messages: told(daysAgo * day + random.between(0, day - 1), lines),
  };
}

function line(
  random: Random,
  locale: Locale,
  agentKey: string,
  position: number,
  mayNote: boolean,
): Line {
  if (position % 2 === 0) {
    return customer(random.pick(position === 0 ? locale.questions : customerWords(locale)));
  }
  if (mayNote && random.chance(0.08)) return note(agentKey, 'Called the warehouse, in stock.');
  return agent(agentKey, random.pick(agentAnswers));
}

function customerWords(locale: Locale): readonly string[] {
  return [...locale.thanks, ...locale.questions];
}
