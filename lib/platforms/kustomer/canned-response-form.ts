import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { ReplyContent } from '../../model/reply';
import { parseTemplate } from '../../replies/parse-template';
import { contentOf } from '../../replies/same-reply';
import { formatNumber } from '../../text/format-number';
import type { ApiPorts } from '../contract/api';
import { type ReplyDraft, ReplyRefused } from '../contract/replies';
import type { ShortcutCategories } from './canned-response-surroundings';
import {
  placeholderIn,
  unsupportedIn,
  withKustomerNames,
  withoutFallbacks,
  withStandardNames,
} from './canned-response-variables';
import {
  type KustomerShortcut,
  replyOfShortcut,
  shortcutSchema,
  textOfShortcut,
} from './canned-responses';
import { contentOfMarkdown } from './draft-js-content';
import type { DraftContent } from './draft-js-raw';

/** What a shortcut should contain, in Kustomer's terms. */
export interface ShortcutForm {
  name: string;
  /** Markdown with Handlebars. */
  text: string;
  /** Raw Draft.js content: written from the text, or what is there where the text was not changed. */
  content: unknown;
  categoryId: string | undefined;
}

/** Where a shortcut is written. */
export interface ShortcutPlace {
  /** As it is now, where there is one. */
  current: KustomerShortcut | undefined;
  categories: ShortcutCategories;
}

const LONGEST_NAME = 256;
const LONGEST_TEXT = 10_240;
/** Kustomer's limit of a body in bytes (README.md#limits), less what else is in it. */
const LARGEST_CONTENT = 80_000;

/**
 * A response as a shortcut. Throws `ReplyRefused` with the reason where it cannot be one. Kustomer has one
 * name for title and shortcut; a tag with the name of a category files it there, and one that is filed stays
 * so. A text that was not changed stays as it is there: its content may hold more than Markdown can say.
 */
export function shortcutForm(
  draft: ReplyDraft,
  { current, categories }: ShortcutPlace,
): ShortcutForm {
  const name = nameOf(draft, current?.attributes.name);
  const before = current === undefined ? undefined : textOfShortcut(current.attributes);
  const markdown = withKustomerNames(draft.body, before);
  const text = withoutFallbacks(markdown);
  const problem = problemIn(name, draft.body) ?? problemInText(text);
  if (problem !== undefined) throw new ReplyRefused(problem);
  const isUntouched = before !== undefined && draft.body === withStandardNames(before);
  const kept = isUntouched ? current?.attributes : undefined;
  const content = kept?.payload?.text ?? contentFor(markdown, text);
  // The order of the tags counts, not that of Kustomer's list.
  const [filed] = draft.tags.flatMap((tag) => [...categories].filter(([, name]) => name === tag));
  const categoryId = filed?.[0] ?? current?.relationships?.parent?.data?.id;
  return { name, text: kept?.draft?.text ?? text, content, categoryId };
}

function contentFor(markdown: string, text: string): DraftContent {
  const content = contentOfMarkdown(markdown, placeholderIn);
  if (new TextEncoder().encode(JSON.stringify(content)).length + text.length > LARGEST_CONTENT) {
    throw new ReplyRefused(
      t`It has too many lines or too much formatting for Kustomer. Shorten it.`,
    );
  }
  return content;
}

/** What would be read back of a response that is written there. Throws `ReplyRefused`. */
export function keptShortcut(
  ports: ApiPorts,
  draft: ReplyDraft,
  place: ShortcutPlace,
): { name: string; content: ReplyContent } {
  const { name, text, content, categoryId } = shortcutForm(draft, place);
  const read = v.parse(shortcutSchema, {
    id: draft.id ?? 'new',
    attributes: { name, draft: { text }, payload: { text: content } },
    relationships: categoryId === undefined ? {} : { parent: { data: { id: categoryId } } },
  });
  const reply = replyOfShortcut(ports, read, place.categories);
  if (typeof reply === 'string') throw new ReplyRefused(reply);
  return { name, content: contentOf(reply) };
}

function nameOf({ title, shortcut }: ReplyDraft, current: string | undefined): string {
  const [long, short] = [title, shortcut].map((each = '') => each.trim().replace(/^\/+/, ''));
  // A form shows the one name twice: whichever of the two was changed is meant.
  const isRenamed = current !== undefined && short === current && long !== '' && long !== current;
  return (isRenamed ? long : short || long) ?? '';
}

function problemIn(name: string, body: string): string | undefined {
  if (name === '') return t`It has neither a title nor a shortcut.`;
  if (body.trim() === '') return t`It has no text.`;
  const count = [...name].length;
  if (count <= LONGEST_NAME) return undefined;
  const length = formatNumber(count);
  return t`Its name has ${length} characters; Kustomer accepts at most ${LONGEST_NAME}.`;
}

function problemInText(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) {
    const length = formatNumber(text.length);
    const most = formatNumber(LONGEST_TEXT);
    return t`Its text has ${length} characters; Kustomer accepts at most ${most}.`;
  }
  const unsupported = unsupportedIn(text);
  if (unsupported === 'logic') {
    return t`It uses conditions or other logic that only Kustomer can work out.`;
  }
  if (unsupported === 'snippet') return t`It uses a snippet that only Kustomer can fill in.`;
  const hasLogic = parseTemplate(text).some((part) => part.kind === 'logic');
  return hasLogic
    ? t`It uses conditions or other logic, which Kustomer does not work out.`
    : undefined;
}
