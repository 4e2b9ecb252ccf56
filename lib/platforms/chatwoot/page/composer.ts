import type { ComposerState, Formatting } from '../../../model/composer';
import type { ComposerMode } from '../../../model/insertion';
import type { FoundComposer } from '../../contract/page';
import { isReadOnly, meantComposer } from '../../shared/page/composer';
import { inFront } from '../../shared/page/in-front';
import { isSaidInChatwoot } from './messages';

/**
 * Longest private note, in characters; a reply's limit depends on the channel
 * (README.md#reply-limits).
 */
const NOTE_LIMIT = 10_000;

/**
 * Chatwoot's list of canned responses, variables, emoji or agents above the editor
 * (README.md#composer).
 */
const picker = '.mention--box';

/**
 * The reply box (README.md#composer). Since 4.10 its editor is always a rich one; before, some
 * channels had `textarea.input`. `.reply-box.is-private` is note mode in every version, and is also
 * set where replies are not allowed. An editor that cannot be typed into: the channel's reply
 * window has closed. Other editors of the page, for contact notes and new conversations, are
 * outside the box.
 */
export function findChatwootComposer(document: Document): FoundComposer | undefined {
  const boxes = [...document.querySelectorAll('.reply-box')].filter(
    (box) => !isSaidInChatwoot(box),
  );
  const all = boxes.flatMap((box) => fieldIn(box) ?? []);
  const fields = inFront(all);
  const meant = meantComposer(document, fields);
  const field = meant === 'several' ? fields[0] : meant;
  if (field === undefined) {
    const state: ComposerState = { formatting: [], blocked: 'out-of-sight' };
    return all.length > 0 ? { mode: 'reply', state } : undefined;
  }
  const mode = field.closest('.reply-box')?.matches('.is-private') === true ? 'note' : 'reply';
  const limit = mode === 'note' ? NOTE_LIMIT : undefined;
  const state: ComposerState = { formatting: formattingOf(field, mode), limit };
  if (meant === 'several') return { element: field, mode, state: { ...state, blocked: 'several' } };
  const isClosed = isReadOnly(field) || field.getAttribute('contenteditable') === 'false';
  if (isClosed) return { mode, state: { ...state, blocked: 'replies-closed' } };
  return { element: field, mode, state, picker };
}

function fieldIn(box: Element): HTMLElement | undefined {
  const area = box.querySelector<HTMLElement>('.reply-box__top textarea.input');
  if (area !== null) return area;
  const editors = box.querySelectorAll<HTMLElement>(
    '.reply-box__top .ProseMirror[contenteditable]',
  );
  return [...editors].find((editor) => editor.closest('.editor--copilot') === null);
}

function formattingOf(field: Element, mode: ComposerMode): ComposerState['formatting'] {
  if (field.matches('textarea')) return [];
  const menu = field.parentElement?.querySelector('.ProseMirror-menubar') ?? null;
  const kept = formattingOfMenu(menu);
  // Wherever replies can contain quotes they can contain pictures; notes cannot.
  return mode === 'reply' && kept.includes('quote') ? [...kept, 'picture'] : kept;
}

/**
 * Titles of the menu's buttons, fixed in Chatwoot's editor library whatever the agent's language.
 */
const titles: Readonly<Record<string, Formatting>> = {
  'Toggle strong style': 'bold',
  'Toggle emphasis': 'italic',
  'Toggle code font': 'code',
  'Toggle strikethrough': 'strike',
  'Add or remove link': 'link',
  'Wrap in bullet list': 'bullet-list',
  'Wrap in ordered list': 'ordered-list',
};

/**
 * Marks that the editor itself drops from a paste, leaving the text, where they are not allowed.
 */
const harmless: Formatting[] = ['bold', 'italic', 'strike', 'code'];

/**
 * What formatting the editor keeps on this channel, read off its own menu bar (README.md#formatting).
 * Quotes and code blocks have no button; channels that have both links and lists keep them. Where the
 * menu shows more than the channel keeps, inserting the text reveals it.
 */
function formattingOfMenu(menu: Element | null): Formatting[] {
  if (menu === null) return harmless;
  const kept = [...menu.querySelectorAll('[title]')]
    .map((button) => titles[button.getAttribute('title') ?? ''])
    .filter((each) => each !== undefined);
  const isFull = kept.includes('link') && kept.includes('bullet-list');
  return isFull ? [...kept, 'quote', 'code-block'] : kept;
}
