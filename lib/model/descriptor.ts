import * as v from 'valibot';
import { fieldRuleSchema } from './completion';
import { platformNameSchema } from './ids';

/** One input of the form that adds a connection. */
export const formFieldSchema = v.object({
  name: v.string(),
  label: v.string(),
  kind: v.picklist(['text', 'url', 'secret', 'choice']),
  required: v.boolean(),
  placeholder: v.optional(v.string()),
  help: v.optional(v.string()),
  /** For `choice`. */
  options: v.optional(v.array(v.object({ value: v.string(), label: v.string() }))),
});
export type FormField = v.InferOutput<typeof formFieldSchema>;

/** The most characters a channel takes. */
export const replyLimitSchema = v.object({
  /** As a conversation names it. */
  channel: v.string(),
  limit: v.number(),
  /** Only where the composer keeps formatting, or only where it keeps none; absent: either. */
  keepsFormatting: v.optional(v.boolean()),
  /** Where the platform's own papers name different figures, or the figure is not known for sure. */
  isUnsure: v.optional(v.boolean()),
});
export type ReplyLimit = v.InferOutput<typeof replyLimitSchema>;

/** What a platform can do; the panel explains a gap instead of hiding it. */
export const capabilitiesSchema = v.object({
  /** `api`: exact search; `directory`: all contacts must be paged; `seen`: only what this browser saw. */
  find: v.picklist(['api', 'directory', 'seen']),
  /** `api`: over the API; `captured`: only what the page showed. */
  history: v.picklist(['api', 'captured']),
  /** True where the page's list of messages can be walked through to its first one. */
  walk: v.optional(v.boolean()),
  /** Canned responses: only to be read, or also to be changed; absent where there are none. */
  replies: v.optional(v.picklist(['read', 'write'])),
  /** True where a canned response is a shortcut and a text, and nothing else of it is kept. */
  plainReplies: v.optional(v.boolean()),
  /** True where a plain response also keeps a tag: the category of that name, if there is one. */
  repliesHaveCategory: v.optional(v.boolean()),
  /** What of a deleted canned response does not come back when it is made again: words for a person. */
  notMadeAgain: v.optional(v.array(v.string())),
  /** True where the server works out Liquid (`{{ x | filter }}`, `{% if %}`) in what is sent. */
  worksOutLiquid: v.optional(v.boolean()),
  /** The most characters of a reply, for the channels where that is known. */
  replyLimits: v.optional(v.array(replyLimitSchema)),
  /**
   * How notes are kept: `list`: each by itself; `text`: all in one text field. `maxLength`: most
   * characters of a note's text that fit, our own line not counted. Absent where there are none.
   */
  notes: v.optional(v.object({ kind: v.picklist(['list', 'text']), maxLength: v.number() })),
  /** The fields of a contact that can be completed from another record; absent where there are none. */
  contactFields: v.optional(v.array(fieldRuleSchema)),
});

/** Everything the panel and the options page need to know about a platform, as plain data. */
export const descriptorSchema = v.object({
  name: platformNameSchema,
  label: v.string(),
  /** CSS colours that keep a 4.5:1 contrast as text on white and on near-black. */
  colour: v.object({ light: v.string(), dark: v.string() }),
  /** Path of the icon in the built extension. */
  icon: v.string(),
  capabilities: capabilitiesSchema,
  form: v.array(formFieldSchema),
  /** Where to get a key, in one or two sentences. */
  keyHelp: v.string(),
  /** What the key should be allowed to do. */
  rights: v.array(v.string()),
  /**
   * What does not work without each right, in a sentence for a person. Which of them a key lacks is kept in `connection.facts.missingRights`, with blanks between; absent where it is not told.
   */
  rightUses: v.optional(v.array(v.object({ right: v.string(), lack: v.string() }))),
  /** What this platform cannot give, in one sentence each. */
  limits: v.array(v.string()),
  /** What some of its servers cannot give: those of which `connection.facts` do not say otherwise. */
  limitsUnless: v.optional(
    v.array(v.object({ fact: v.string(), value: v.string(), text: v.string() })),
  ),
});
export type PlatformDescriptor = v.InferOutput<typeof descriptorSchema>;

/** What of it is not for people: the same in every language. A product's name is such a fact. */
export type PlatformFacts = Pick<PlatformDescriptor, 'name' | 'label' | 'capabilities'>;
