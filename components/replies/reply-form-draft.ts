import { t } from '@lingui/core/macro';
import type { Payload } from '../../lib/messaging/commands';
import type { Reply } from '../../lib/model/reply';
import type { ReplyFormDraft } from '../../lib/model/reply-draft';
import { splitList } from '../../lib/text/split-list';

/** What is wrong with single fields of a draft, in words. */
export type ReplyDraftProblems = Partial<
  Record<'title' | 'shortcut' | 'body' | 'language' | 'variants', string>
>;

/** A draft of a new response for this source. */
export function emptyDraft(source: string): ReplyFormDraft {
  return {
    source,
    id: undefined,
    title: '',
    shortcut: '',
    body: '',
    tags: '',
    language: '',
    variants: [],
    platforms: [],
    audience: '',
    asWritten: false,
  };
}

/** A draft that changes this response. */
export function draftOf(reply: Reply): ReplyFormDraft {
  return {
    source: reply.source,
    id: reply.id,
    title: reply.title,
    shortcut: reply.shortcut,
    body: reply.body,
    tags: reply.tags.join(', '),
    language: reply.language ?? '',
    variants: reply.variants,
    platforms: reply.platforms,
    audience: reply.audience ?? '',
    asWritten: reply.asWritten ?? false,
    base: reply,
  };
}

/** A draft of the same response in another source, as a new one there. */
export function draftCopy(reply: Reply, source: string): ReplyFormDraft {
  return { ...draftOf(reply), source, id: undefined, base: undefined };
}

/** Whether nothing was written into a form that changes a response. */
export function isUntouched(draft: ReplyFormDraft): boolean {
  const { base } = draft;
  return base !== undefined && JSON.stringify(draftOf(base)) === JSON.stringify(inOrder(draft));
}

/** Fields in the order in which `draftOf` has them: one that was changed and changed back is the same. */
function inOrder(draft: ReplyFormDraft): ReplyFormDraft {
  return { ...(draft.base === undefined ? draft : draftOf(draft.base)), ...draft };
}

/** What a person has to put right before the draft can be saved; empty when nothing is wrong. */
export function draftProblems(draft: ReplyFormDraft): ReplyDraftProblems {
  const problems: ReplyDraftProblems = {};
  if (draft.title.trim() === '' && draft.shortcut.trim() === '') {
    problems.title = t`Give it a title or a shortcut so that it can be found.`;
  }
  const isOld = draft.shortcut === draft.base?.shortcut;
  if (!isOld && /\s/.test(draft.shortcut.trim())) problems.shortcut = t`A shortcut is one word.`;
  if (draft.body.trim() === '') problems.body = t`Write the text to insert.`;
  if (draft.language.trim() !== '' && !isLanguage(draft.language.trim())) {
    problems.language = t`Write the language as a code, such as en or pt-BR.`;
  }
  const written = draft.variants.filter((variant) => variant.body.trim() !== '');
  if (written.some((variant) => !isLanguage(variant.language.trim()))) {
    problems.variants = t`Give each of these texts a language code, such as de or pt-BR.`;
  }
  return problems;
}

/** The response that a draft without problems stands for. */
export function replyOf(draft: ReplyFormDraft): Payload<'replies.save'>['reply'] {
  const language = draft.language.trim();
  const { base } = draft;
  // A shortcut that was not changed stays as it is, even where one typed here would look different.
  const shortcut =
    base !== undefined && draft.shortcut === base.shortcut
      ? base.shortcut
      : draft.shortcut.trim().replace(/^\/+/, '');
  return {
    source: draft.source,
    ...(draft.id === undefined ? {} : { id: draft.id }),
    title: draft.title.trim() || shortcut,
    shortcut,
    body: draft.body,
    tags:
      base !== undefined && draft.tags === draftOf(base).tags ? base.tags : splitList(draft.tags),
    variants: draft.variants
      .map(({ language: code, body }) => ({ language: code.trim(), body }))
      .filter(({ body }) => body.trim() !== ''),
    platforms: draft.platforms,
    ...(language === '' ? {} : { language }),
    ...(draft.audience === '' ? {} : { audience: draft.audience }),
    ...(draft.asWritten === true ? { asWritten: true } : {}),
  };
}

function isLanguage(code: string): boolean {
  // The standard reserves longer ones for later: “English” is well-formed.
  if (!/^[a-z]{2,3}(?![a-z])/i.test(code)) return false;
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
