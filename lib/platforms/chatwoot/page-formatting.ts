import type { Formatting } from '../../model/page';

/** Titles of the menu's buttons, fixed in Chatwoot's editor library whatever the agent's language. */
const titles: Readonly<Record<string, Formatting>> = {
  'Toggle strong style': 'bold',
  'Toggle emphasis': 'italic',
  'Toggle code font': 'code',
  'Toggle strikethrough': 'strike',
  'Add or remove link': 'link',
  'Wrap in bullet list': 'bullet-list',
  'Wrap in ordered list': 'ordered-list',
};

/** Marks that the editor itself drops from a paste, leaving the text, where they are not allowed. */
const harmless: Formatting[] = ['bold', 'italic', 'strike', 'code'];

/**
 * What formatting the editor keeps on this channel, read off its own menu bar (dossier §11.4, table).
 * Quotes and code blocks have no button; channels that have both links and lists keep them.
 */
export function formattingOfMenu(menu: Element | null): Formatting[] {
  if (menu === null) return harmless;
  const kept = [...menu.querySelectorAll('[title]')]
    .map((button) => titles[button.getAttribute('title') ?? ''])
    .filter((each) => each !== undefined);
  const isFull = kept.includes('link') && kept.includes('bullet-list');
  return isFull ? [...kept, 'quote', 'code-block'] : kept;
}
