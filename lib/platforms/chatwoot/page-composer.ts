import type { PageContext } from '../../model/page';

/**
 * What text put into the composer would become. Since 4.10 the composer is always a rich editor;
 * before, some channels had `textarea.input`. `.reply-box.is-private` is note mode in every
 * version, and is also set where replies are not allowed. An editor that cannot be typed into (the
 * channel's reply window has closed) counts as none. Other editors of the page, for contact notes
 * and new conversations, are outside the reply box.
 */
export function readComposer(document: Document): PageContext['composer'] {
  const box = document.querySelector('.reply-box');
  if (box === null || !canType(box)) return 'none';
  return box.classList.contains('is-private') ? 'note' : 'reply';
}

function canType(box: Element): boolean {
  const area = box.querySelector<HTMLTextAreaElement>('.reply-box__top textarea.input');
  if (area !== null) return !area.disabled && !area.readOnly;
  return [...box.querySelectorAll('.reply-box__top .ProseMirror[contenteditable="true"]')].some(
    (editor) => editor.closest('.editor--copilot') === null,
  );
}
