import { t } from '@lingui/core/macro';
import type { BulkItemRow } from '../model/bulk-run';
import type { Reply, ReplyContent } from '../model/reply';
import { lostIn } from './lost-parts';
import { replyPartWord } from './reply-parts';
import { contentOf, isSameReply } from './same-reply';

/** One response of a plan; where it comes from stays with it. */
export type PlannedItem = Omit<BulkItemRow, 'run' | 'position' | 'needs' | 'neededBy'> & {
  /** The stored response that it was made from. */
  origin?: Reply | undefined;
};

/** A source as it was read right before. */
export interface BulkTarget {
  source: string;
  /** What a person calls it. */
  label: string;
  replies: readonly Reply[];
  /** False where its responses can only be read. */
  isWritable: boolean;
  /** Whether codes that differ in case only are one there. */
  ignoresCase: boolean;
  /** What it would keep of a response, or why it would not take it, in a sentence. */
  keep(draft: ReplyContent & { id?: string | undefined }): ReplyContent | { problem: string };
}

/** A response to be published: stored somewhere (then with its key), or read from a file. */
export type Published = ReplyContent & { origin?: Reply | undefined };

/**
 * What publishing these would do to a source: what is there under the same code is changed, unless it says
 * the same; what would be refused is listed separately with the reason. Nothing is changed by it.
 */
export function planPublication(
  published: readonly Published[],
  target: BulkTarget,
): PlannedItem[] {
  const { source } = target;
  const there = new Codes(target);
  const planned = new Map<string, string>();
  return published.map(({ origin, ...content }): PlannedItem => {
    const name = nameOf(content);
    const refuse = (why: string) => ({ ...refusal(source, name, why), content, origin });
    const kept = target.keep(content);
    if ('problem' in kept) return refuse(kept.problem);
    const code = there.codeFor(content, kept);
    const twin = planned.get(code.toLowerCase());
    if (twin === code || (twin !== undefined && target.ignoresCase)) {
      return refuse(t`Another response in this list has the code “${code}”.`);
    }
    if (twin !== undefined) {
      return refuse(
        t`Another response in this list has the code “${twin}”, which differs only in case.`,
      );
    }
    planned.set(code.toLowerCase(), code);
    const found = there.find(code);
    if (typeof found === 'string') return refuse(found);
    const lost = lostIn(content, kept).map(replyPartWord);
    const item = {
      source,
      name,
      content,
      lost,
      origin,
      ...(code === codeOf(kept) && newCode(content, kept)),
    };
    if (found === undefined) return { ...item, act: 'add', state: 'open' };
    const draft = namedAs(found, content, kept);
    const change = changed(draft, found, target);
    if (typeof change === 'string') return refuse(change);
    return {
      ...{ ...item, ...change, content: draft },
      lost: [...new Set([...lost, ...change.lost])],
    };
  });
}

/** What changing the tags of these would do, each in its own source. */
export function planTags(
  replies: readonly Reply[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  targetOf: (source: string) => BulkTarget,
): PlannedItem[] {
  return replies.map((reply): PlannedItem => {
    const target = targetOf(reply.source);
    const name = nameOf(reply);
    const refuse = (why: string) => ({ ...refusal(reply.source, name, why), origin: reply });
    if (!target.isWritable) return refuse(readOnly(target));
    const others = reply.tags.filter((tag) => !remove.includes(tag) && !add.includes(tag));
    // A source with room for only one tag should keep the new one.
    const content = { ...contentOf(reply), tags: [...add, ...others] };
    const item = { source: reply.source, name, content, origin: reply };
    if (isSameTags(content.tags, reply.tags)) {
      return { ...item, act: 'change', state: 'same', lost: [] };
    }
    const kept = target.keep({ ...content, id: reply.id });
    if ('problem' in kept) return refuse(kept.problem);
    const { label } = target;
    if (isSameReply(kept, reply)) return refuse(t`${label} does not keep these tags.`);
    const lost = content.tags.some((tag) => !kept.tags.includes(tag)) ? [t`some of the tags`] : [];
    return { ...item, act: 'change', state: 'open', base: reply, lost };
  });
}

/** What deleting these would do, each in its own source. */
export function planRemoval(
  replies: readonly Reply[],
  targetOf: (source: string) => BulkTarget,
): PlannedItem[] {
  return replies.map((reply): PlannedItem => {
    const { source } = reply;
    const target = targetOf(source);
    const item = { source, name: nameOf(reply), lost: [], origin: reply };
    if (!target.isWritable)
      return { ...refusal(source, item.name, readOnly(target)), act: 'remove' };
    return { ...item, act: 'remove', state: 'open', base: reply };
  });
}

function readOnly({ label }: BulkTarget): string {
  return t`The responses of ${label} are read-only here.`;
}

function refusal(source: string, name: string, why: string): PlannedItem {
  return { source, name, act: 'change', state: 'refused', why, lost: [] };
}

/** What happens to one that is already there, or why nothing does. */
function changed(
  content: ReplyContent,
  base: Reply,
  target: BulkTarget,
): Pick<PlannedItem, 'act' | 'state' | 'base' | 'lost' | 'code'> | string {
  const kept = target.keep({ ...content, id: base.id });
  if ('problem' in kept) return kept.problem;
  const lost = lostIn(base, kept).map(replyPartWord);
  const change = { act: 'change', base, lost } as const;
  // Where nothing is written, no code becomes another.
  if (isSameReply(kept, base)) return { ...change, state: 'same', code: undefined };
  return { ...change, state: 'open' };
}

/** What is found by its code keeps that code, letter for letter: nothing is renamed by publishing. */
function namedAs(found: Reply, content: ReplyContent, kept: ReplyContent): ReplyContent {
  const shortcut = found.shortcut || content.shortcut;
  // Where one name serves as code and title, the title would rename it.
  const hasOneName = kept.title === kept.shortcut && found.title === found.shortcut;
  return { ...content, shortcut, title: hasOneName ? found.title : content.title };
}

function nameOf({ title, shortcut, body }: ReplyContent): string {
  return (title.trim() || shortcut.trim() || body.trim().slice(0, 60) || t`No name`).slice(0, 400);
}

/** The code it gets, where that differs from its own. */
function newCode(content: ReplyContent, kept: ReplyContent): Pick<PlannedItem, 'code'> {
  const code = kept.shortcut;
  return code === '' || code === content.shortcut.trim() ? {} : { code };
}

/** What distinguishes the responses of a source. */
function codeOf({ title, shortcut }: ReplyContent): string {
  return shortcut === '' ? title : shortcut;
}

function isSameTags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag) => b.includes(tag));
}

/** The responses of a source by their codes. */
class Codes {
  readonly #byCode = new Map<string, Reply[]>();

  constructor(private readonly target: BulkTarget) {
    for (const reply of target.replies) {
      const key = codeOf(reply).toLowerCase();
      this.#byCode.set(key, [...(this.#byCode.get(key) ?? []), reply]);
    }
  }

  /**
   * Under which code a response is put there: one that was made in the helpdesk itself may have what a new
   * one would not get, such as blanks.
   */
  codeFor({ shortcut }: ReplyContent, kept: ReplyContent): string {
    const entered = shortcut.trim().replace(/^\/+/, '');
    const near = entered === '' ? [] : (this.#byCode.get(entered.toLowerCase()) ?? []);
    return near.some((reply) => codeOf(reply) === entered) ? entered : codeOf(kept);
  }

  /** The response with a code, `undefined` where none has it, or why nothing can be put there. */
  find(code: string): Reply | string | undefined {
    const { label, ignoresCase } = this.target;
    const near = this.#byCode.get(code.toLowerCase()) ?? [];
    const same = ignoresCase ? near : near.filter((reply) => codeOf(reply) === code);
    if (same.length > 1) {
      return t`${label} has several responses with the code “${code}”. Sort them out first.`;
    }
    const [first] = near;
    if (same.length === 0 && first !== undefined) {
      const known = codeOf(first);
      return t`${label} has “${known}”, which differs only in case. Choose another code.`;
    }
    return same[0];
  }
}
