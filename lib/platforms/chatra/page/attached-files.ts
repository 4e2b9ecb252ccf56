import { ownParts } from './message-meta';
import { parsedText } from './message-text';
import { toOneLine } from './one-line';

/** The parts of an element that match a selector and are inside no other match. */
export function outermost(element: Element, selector: string): Element[] {
  const all = [...element.querySelectorAll(selector)];
  return all.filter((each) => !all.some((other) => other !== each && other.contains(each)));
}

/** Names of the files of a message, as the app shows them. */
export function readFiles(element: Element): string[] {
  return filesOf(element).flatMap((file) => toOneLine(fileName(file), 400) ?? []);
}

/** Whether a message consists only of the text in the links of its files: a name, a size. */
export function isOnlyFiles(element: Element, said: string): boolean {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const told = filesOf(element).map(
    (file) => `${file.textContent}${file.getAttribute('alt') ?? ''}`,
  );
  return squeezed(said) === squeezed(told.join(''));
}

function filesOf(element: Element): Element[] {
  const marked = ownParts(element, '.chat-bubble__file');
  return marked.length === 0 && element.matches('.is-file')
    ? outermost(element, '.chat-bubble a[href], .chat-bubble img[alt]')
    : marked;
}

/**
 * Names of pictures and recordings that the app does not call files: all of them in a message without
 * `text`, else the recordings, since pictures among words may be signs.
 */
export function readMedia(element: Element, text: string): string[] {
  const shown = [...element.querySelectorAll('.chat-bubble :is(img, video, audio)')];
  const counted =
    text === ''
      ? shown
      : shown.filter((each) => !each.matches('img') && each.closest(parsedText) === null);
  return counted.flatMap(
    (each) => toOneLine(fileName(each), 400) ?? each.tagName.toLowerCase().replace('img', 'image'),
  );
}

/** The first text in the link is the file's name; size and date come after it. */
function fileName(file: Element): string {
  const link = file.matches('a') ? file : file.querySelector('a[href]');
  const source = file.getAttribute('src') ?? file.querySelector('source')?.getAttribute('src');
  const names = [
    file.getAttribute('download'),
    link?.getAttribute('download'),
    file.getAttribute('alt'),
    file.getAttribute('title'),
  ];
  const walker = file.ownerDocument.createTreeWalker(file, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    names.push(node.nodeValue);
  }
  const address = link?.getAttribute('href') ?? source?.replace(/^(?:blob|data):.*$/s, '');
  names.push(address?.split(/[?#]/)[0]?.split('/').at(-1));
  return names.find((name) => (name ?? '').trim() !== '') ?? '';
}
