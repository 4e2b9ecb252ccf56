import type { ComposerState } from '../../../model/composer';
import type { FoundComposer } from '../../contract/page';
import { isReadOnly, meantComposer } from '../../shared/page/composer';
import { inFront } from '../../shared/page/in-front';
import { apartFromSaid, isSaid } from '../../shared/page/said';

/**
 * Kustomer's composer is Draft.js, whose root class and inner mark are part of that library. A letter in
 * the timeline may contain something that looks like it from outside.
 */
const draftEditors = '.DraftEditor-root [contenteditable="true"]:has([data-contents="true"])';
/** For a timeline with another editor. */
const otherEditors =
  '[contenteditable="true"][role="textbox"], [contenteditable="true"][role="combobox"]';

/**
 * Draft.js takes a paste as plain text only (README.md#composer); the length of a note is known
 * (README.md#reply-limits).
 */
const states: Readonly<Record<FoundComposer['mode'], ComposerState>> = {
  reply: { formatting: [] },
  note: { formatting: [], limit: 10_240 },
};

/**
 * The composer meant: the focused one, the one that had focus last, or the first on screen; but
 * where several of the same kind are open, the agent has to click into one (README.md#composer). A
 * box is for notes when its name, its placeholder, the nearest named area around it or its button
 * says so; otherwise for replies.
 */
export function findKustomerComposer(document: Document): FoundComposer | undefined {
  const editors = usable(document, draftEditors);
  const written = editors.length > 0 ? editors : usable(document, otherEditors);
  const composers = apartFromSaid(inFront(written));
  const meant = meantComposer(document, composers);
  const element = meant === 'several' ? composers[0] : meant;
  if (element === undefined) {
    if (written.length === 0) return undefined;
    return { mode: 'reply', state: { ...states.reply, blocked: 'out-of-sight' } };
  }
  const mode = composerModeOf(element);
  const state = states[mode];
  const alike = composers.filter((each) => composerModeOf(each) === mode);
  const isUnclear = meant === 'several' && alike.length > 1;
  if (isUnclear) return { element, mode, state: { ...state, blocked: 'several' } };
  return { element, mode, state };
}

function usable(document: Document, selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (each) => each.closest('[role="search"]') === null && !isReadOnly(each) && !isSaid(each),
  );
}

function composerModeOf(composer: Element): FoundComposer['mode'] {
  return isNoteBox(composer) ? 'note' : 'reply';
}

/** The word that comes first decides, so that "Reply, or type / to add a note" is a reply box. */
const kindWords = /\b(?:(notes?|internal)|reply|replies|message|e-?mail|chat|sms)\b/i;

const noteWords = /\b(?:notes?|internal)\b/i;
const replyWords = /\b(?:reply|send)\b/i;

function isNoteBox(composer: Element): boolean {
  const placeholder = composer
    .closest('.DraftEditor-root')
    ?.querySelector('.public-DraftEditorPlaceholder-root')?.textContent;
  const own = [nameOf(composer), composer.getAttribute('aria-placeholder'), placeholder].join(' ');
  const said = kindWords.exec(own) ?? kindWords.exec(nameAround(composer));
  return said === null ? hasNoteButton(composer) : said[1] !== undefined;
}

/**
 * Draft.js drops the placeholder once something is typed. Then only the button is left: the nearest ones
 * that belong to this editor alone speak of a note, and none of them of a reply.
 */
function hasNoteButton(composer: Element): boolean {
  for (let area = composer.parentElement; area !== null; area = area.parentElement) {
    if (area.querySelectorAll('[contenteditable="true"]').length > 1) return false;
    const buttons = [...area.querySelectorAll('button, [role="button"]')];
    if (buttons.length === 0) continue;
    const words = buttons.map((button) => `${nameOf(button)} ${button.textContent}`);
    const aboutNotes = words.filter((each) => noteWords.test(each));
    const aboutReplies = words.filter((each) => replyWords.test(each) && !noteWords.test(each));
    return aboutNotes.length > 0 && aboutReplies.length === 0;
  }
  return false;
}

function nameAround(composer: Element): string {
  for (let area = composer.parentElement; area !== null; area = area.parentElement) {
    const name = nameOf(area);
    if (name !== '') return name;
  }
  return '';
}

function nameOf(element: Element): string {
  const labels = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const names = labels.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '');
  return [element.getAttribute('aria-label') ?? '', ...names].join(' ').trim();
}
