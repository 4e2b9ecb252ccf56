import type { PageContext } from '../../model/page';

/** Kustomer's composer is Draft.js, whose root class is part of that library. */
const draftEditors = '.DraftEditor-root [contenteditable="true"]';
/** For a timeline with another editor. */
const otherEditors =
  '[contenteditable="true"][role="textbox"], [contenteditable="true"][role="combobox"]';

/**
 * What text put into the composer would become: the focused one, else the first on screen. A box is
 * for notes when its name, its placeholder, the nearest named area around it or its button says so;
 * otherwise for replies.
 */
export function composerKind(document: Document): PageContext['composer'] {
  const composer = chosen(document, draftEditors) ?? chosen(document, otherEditors);
  if (composer === undefined) return 'none';
  return isNoteBox(composer) ? 'note' : 'reply';
}

function chosen(document: Document, selector: string): Element | undefined {
  const composers = [...document.querySelectorAll(selector)].filter(isUsable);
  return composers.find((each) => each.contains(document.activeElement)) ?? composers[0];
}

function isUsable(element: Element): boolean {
  return (
    element.closest('[hidden], [inert], [aria-hidden="true"], [role="search"]') === null &&
    element.checkVisibility({ visibilityProperty: true })
  );
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
 * Draft.js drops the placeholder once something is typed. What is left then is the button: the
 * nearest ones that belong to this editor alone speak of a note, and none of them of a reply.
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
