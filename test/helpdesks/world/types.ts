/**
 * The people of the emulated world, described once and independently of any platform; each emulator turns a
 * record into its platform's own tables, ids and forms.
 */
export interface World {
  /** Epoch ms: the moment "now" in the stories. */
  now: number;
  agents: StoryAgent[];
  people: StoryPerson[];
}

export interface StoryAgent {
  key: string;
  name: string;
  email: string;
  /** No longer listed by the platform, though old messages still name them. */
  left?: boolean;
}

export interface StoryPerson {
  /** Stable name for tests, e.g. `amelie`. */
  key: string;
  /** One line for people who read the data. */
  about: string;
  /** The contacts that belong to this person, per platform; two on one platform are a duplicate there. */
  chatwoot?: StoryRecord[];
  kustomer?: StoryRecord[];
  chaport?: StoryRecord[];
  chatra?: StoryRecord[];
}

export interface StoryRecord {
  /** Absent: the platform invents a label. */
  name?: string;
  email?: string;
  /** Further addresses, where the platform stores several (Kustomer). */
  otherEmails?: string[];
  /** Written as somebody typed it on a free-text platform (Chaport, Chatra); E.164 on the others. */
  phone?: string;
  otherPhones?: string[];
  externalId?: string;
  company?: string;
  city?: string;
  country?: string;
  /** BCP 47. */
  language?: string;
  timeZone?: string;
  /** Free-text note field of the contact. */
  notes?: string;
  custom?: Record<string, string>;
  /** Handles on social networks, by the network's name in small letters (Chatwoot, Kustomer). */
  socials?: Record<string, string>;
  /** Labels or tags of the contact (Chatwoot, Kustomer). */
  tags?: string[];
  conversations: StoryConversation[];
}

export interface StoryConversation {
  /** `email`, `chat`, `whatsapp`, `sms`, `facebook`, `voice` … */
  channel: string;
  subject?: string;
  status: 'open' | 'pending' | 'snoozed' | 'resolved';
  /** Key of an agent. */
  assignee?: string;
  labels?: string[];
  messages: StoryMessage[];
}

export interface StoryMessage {
  /** Minutes before `world.now`; may be negative for a timestamp in the future. */
  ago: number;
  from: 'customer' | 'agent' | 'bot' | 'system';
  /** Key of an agent, for `agent`. */
  agent?: string;
  text: string;
  /** An internal note, never shown to the customer. */
  note?: boolean;
  deleted?: boolean;
  edited?: boolean;
  /** The customer deleted it, but the platform keeps its text (Chatwoot). */
  withdrawn?: boolean;
  /** Reactions to it, such as emoji (Chatwoot, Kustomer). */
  reactions?: string[];
  /** An automation wrote it, not a person (Chatwoot); from `bot`. */
  automation?: boolean;
  /** A telephone call (Chatwoot). */
  call?: StoryCall;
  /** Why delivery failed. */
  failed?: string;
  attachments?: StoryAttachment[];
  /** The quoted tail of an e-mail, below `text`. */
  quoted?: string;
  /** An HTML e-mail: the markup, `text` being its plain form. */
  html?: string;
  /** An HTML e-mail without a plain form: `text` is what a platform makes of it. */
  htmlOnly?: boolean;
}

export interface StoryAttachment {
  name: string;
  /** `place` and `card` are attachments that are not files. */
  mime: string;
  /** Bytes. */
  size: number;
  /** What is said in a voice message (Chatwoot). */
  transcript?: string;
  /** Degrees of a place, `name` being what it is called (Chatwoot). */
  place?: { latitude: number; longitude: number };
  /** The person a contact card is about, `name` being the number (Chatwoot). */
  card?: { first: string; last: string };
}

export interface StoryCall {
  status: 'completed' | 'no-answer' | 'rejected' | 'failed';
  seconds?: number;
  /** Name of the agent who answered. */
  by?: string;
  transcript?: string;
}
