// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blocksToText, degradeFormatting } from '../../../lib/insert/degrade-formatting';
import {
  closeTrigger,
  type InsertPorts,
  type InsertTarget,
  insertText,
} from '../../../lib/insert/insert-text';
import { undoInsertion } from '../../../lib/insert/undo-insertion';

const text = { blocks: [{ kind: 'paragraph' as const, spans: [{ text: 'hello' }] }] };
const { signal } = new AbortController();

let field: HTMLTextAreaElement;
let commands: string[];
/** What the browser's command does to the field. */
let command: (name: string, value: string) => void;

const typeIn = (_name: string, value: string): void => {
  field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
};

function portsFor(find: InsertPorts['find']): InsertPorts {
  return { find, lastCaret: () => undefined, sinceTyping: () => Number.POSITIVE_INFINITY };
}

const target = (more: Partial<InsertTarget> = {}): InsertTarget => ({
  element: field,
  formatting: [],
  hasPicker: false,
  ...more,
});

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea>';
  const found = document.querySelector('textarea');
  if (found === null) throw new Error('no field');
  field = found;
  field.focus();
  field.value = 'draft ';
  commands = [];
  command = typeIn;
  Object.assign(document, {
    execCommand: (name: string, _ui: boolean, value = '') => {
      commands.push(name);
      command(name, value);
      return true;
    },
  });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});

afterEach(() => vi.restoreAllMocks());

describe('insertion', () => {
  test('is reported only when the composer holds the draft and the text', async () => {
    const result = await insertText(
      text,
      portsFor(() => target()),
      signal,
    );
    expect(result).toMatchObject({ kind: 'inserted', insertion: { after: 'draft hello' } });
  });

  test('stops at the first doubt, and tries nothing on top', async () => {
    command = (_name, value) => typeIn('', value.slice(1));
    expect(
      await insertText(
        text,
        portsFor(() => target()),
        signal,
      ),
    ).toEqual({ kind: 'doubtful' });
    expect(commands).toEqual(['insertText']);
  });

  test('a command that says yes and does nothing is no insertion', async () => {
    command = () => undefined;
    expect(
      await insertText(
        text,
        portsFor(() => target()),
        signal,
      ),
    ).toEqual({
      kind: 'refused',
      reason: 'not-taken',
    });
    expect(field.value).toBe('draft ');
  });

  test.each([
    [10, 'refused'],
    [11, 'inserted'],
  ])('draft and text together against a limit of %d: %s', async (limit, kind) => {
    const result = await insertText(
      text,
      portsFor(() => target({ limit })),
      signal,
    );
    expect(result.kind).toBe(kind);
  });

  test('the field’s own limit counts too', async () => {
    field.maxLength = 8;
    expect(
      await insertText(
        text,
        portsFor(() => target()),
        signal,
      ),
    ).toEqual({
      kind: 'refused',
      reason: 'too-long',
      limit: 8,
    });
  });

  test('what the page says after the wait decides', async () => {
    const answers = [target(), 'wrong-contact' as const];
    const ports = portsFor(() => answers.shift() ?? 'no-composer');
    expect(await insertText(text, ports, signal)).toEqual({
      kind: 'refused',
      reason: 'wrong-contact',
    });
    expect(commands).toEqual([]);
  });

  test.each([
    // A page may read the field only when a key is let go.
    ['', ['keyup Unidentified']],
    // Its own way of learning that Shift is no longer held; letting a key go would tell of typing.
    ['ProseMirror', ['keydown Control']],
  ])('without the page’s focus the composer is told that it has it: %s', async (name, keys) => {
    vi.mocked(document.hasFocus).mockReturnValue(false);
    field.className = name;
    const events: string[] = [];
    for (const type of ['focus', 'focusin', 'keydown', 'keyup', 'click', 'submit']) {
      field.addEventListener(type, (event) =>
        events.push(event instanceof KeyboardEvent ? `${type} ${event.key}` : type),
      );
    }
    await insertText(
      text,
      portsFor(() => target()),
      signal,
    );
    expect(events).toEqual(expect.arrayContaining(['focus', 'focusin']));
    expect(events.filter((type) => !type.startsWith('focus'))).toEqual(keys);
  });

  test('an aborted insertion puts nothing in', async () => {
    const aborted = AbortSignal.abort(new Error('page gone'));
    await expect(
      insertText(
        text,
        portsFor(() => target()),
        aborted,
      ),
    ).rejects.toThrow('page gone');
    expect(commands).toEqual([]);
  });
});

describe('an editor that holds less than it seems', () => {
  /** Takes a paste as the words of its markup, or with its elements; takes it back by the key. */
  function editor(keepsElements: boolean): HTMLElement {
    document.body.innerHTML = '<div class="ProseMirror" contenteditable="true"></div>';
    const found = document.querySelector<HTMLElement>('div');
    if (found === null) throw new Error('no editor');
    found.addEventListener('paste', (event) => {
      event.preventDefault();
      const html = event.clipboardData?.getData('text/html') ?? '';
      const pasted = keepsElements ? html : html.replace(/<\/?(?:ol|li)[^>]*>/g, '');
      found.replaceChildren(
        ...new DOMParser().parseFromString(pasted, 'text/html').body.childNodes,
      );
    });
    found.addEventListener('keydown', ({ key }) => {
      commands.push(key);
      if (key === 'z') found.replaceChildren();
    });
    return found;
  }
  const items = [[{ text: 'a' }], [{ text: 'b' }]];
  const list = { blocks: [{ kind: 'list' as const, ordered: true, start: 24, items }] };

  test.each([
    ['keeps the list', true, 'a\nb', []],
    ['has it taken back and written out', false, '24. a\n25. b', ['z']],
  ])('%s', async (_what, keepsElements, after, keys) => {
    const element = editor(keepsElements);
    const find = () => target({ element, formatting: ['ordered-list'] });
    const result = await insertText(list, portsFor(find), signal);
    expect(result).toMatchObject({ kind: 'inserted', insertion: { before: '', after } });
    expect(commands.filter((key) => key === 'z')).toEqual(keys);
  });
});

describe('what is selected and replaced', () => {
  /** Shows `after` when something is pasted, and what was there before when that is taken back. */
  function editor(before: string, after: string): HTMLElement {
    document.body.innerHTML = '<div class="ProseMirror" contenteditable="true"></div>';
    const found = document.querySelector<HTMLElement>('div');
    if (found === null) throw new Error('no editor');
    found.innerHTML = before;
    found.addEventListener('paste', (event) => {
      event.preventDefault();
      found.innerHTML = after;
    });
    found.addEventListener('keydown', ({ key }) => {
      commands.push(key);
      if (key === 'z') found.innerHTML = before;
    });
    return found;
  }

  /** Selects from the one text to the other, which the editor shows. */
  function select(element: HTMLElement, from: [string, number], to: [string, number]): void {
    const [start, end] = [from, to].map(([text, offset]) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        if (texts.currentNode.nodeValue === text) return { node: texts.currentNode, offset };
      }
      throw new Error(`no text ${text}`);
    });
    if (start === undefined || end === undefined) throw new Error('nothing to select');
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }

  const all = ['bullet-list', 'quote', 'link'] as const;
  const plain = { blocks: [{ kind: 'paragraph' as const, spans: [{ text: 'hi' }] }] };
  const items = [[{ text: 'x' }], [{ text: 'y' }]];
  const list = { blocks: [{ kind: 'list' as const, ordered: false, items }] };
  const twoItems = '<ul><li><p>ab</p></li><li><p>cd</p></li></ul>';
  const link = '<a href="https://old.example">';

  test.each<
    [string, string, [string, number], [string, number], typeof plain | typeof list, string]
  >([
    ['a link', `<p>a ${link}old</a> b</p>`, ['old', 0], ['old', 3], plain, '<p>a hi b</p>'],
    ['a link and more', `<p>a ${link}old</a> b</p>`, ['a ', 0], [' b', 2], plain, '<p>hi</p>'],
    ['a list', twoItems, ['ab', 0], ['cd', 2], plain, '<p>hi</p>'],
    ['a quote', '<blockquote><p>q</p></blockquote>', ['q', 0], ['q', 1], plain, '<p>hi</p>'],
    ['a list by another', twoItems, ['ab', 0], ['cd', 2], list, '<ul><li>x</li><li>y</li></ul>'],
    ['two halves', twoItems, ['ab', 1], ['cd', 1], plain, '<ul><li><p>ahid</p></li></ul>'],
  ])('%s may go', async (...given) => {
    const [, before, from, to, text, after] = given;
    const element = editor(before, after);
    select(element, from, to);
    const result = await insertText(
      text,
      portsFor(() => target({ element, formatting: all })),
      signal,
    );
    expect(result).toMatchObject({ kind: 'inserted' });
    expect(commands).not.toContain('z');
    expect(element.innerHTML).toBe(after);
  });

  test.each<
    [string, string, [string, number], [string, number], typeof plain | typeof list, string]
  >([
    ['half a link', `<p>a ${link}old</a></p>`, ['old', 0], ['old', 1], plain, '<p>a hild</p>'],
    [
      'the list beside it',
      `${twoItems}<p>e</p>`,
      ['e', 0],
      ['e', 1],
      plain,
      '<p>ab</p><p>cd</p><p>hi</p>',
    ],
    ['new signs', twoItems, ['ab', 0], ['cd', 2], list, '<p>x</p><p>y</p>'],
    [
      'new signs in an item',
      twoItems,
      ['cd', 0],
      ['cd', 1],
      list,
      '<ul><li>ab</li><li><p>x</p><p>y</p>d</li></ul>',
    ],
  ])('%s must not be lost', async (...given) => {
    const [, before, from, to, text, after] = given;
    const element = editor(before, after);
    select(element, from, to);
    await insertText(
      text,
      portsFor(() => target({ element, formatting: all })),
      signal,
    );
    expect(commands).toContain('z');
  });
});

describe('an editor that saw Shift pressed and not let go', () => {
  /** Pastes without formatting for as long as it believes that Shift is held down, as ProseMirror does. */
  function editor(): HTMLElement {
    document.body.innerHTML =
      '<div class="ProseMirror" contenteditable="true"></div><button>picker</button>';
    const found = document.querySelector<HTMLElement>('div');
    if (found === null) throw new Error('no editor');
    let isShifted = false;
    found.addEventListener('keydown', ({ key, shiftKey }) => {
      isShifted = key === 'Shift' || shiftKey;
    });
    found.addEventListener('paste', (event) => {
      event.preventDefault();
      const type = isShifted ? 'text/plain' : 'text/html';
      found.innerHTML = event.clipboardData?.getData(type) ?? '';
    });
    return found;
  }
  const bold = {
    blocks: [{ kind: 'paragraph' as const, spans: [{ text: 'a', marks: ['bold' as const] }] }],
  };

  test.each([
    ['the panel, outside the page', false],
    ['the picker, in a frame of the page', true],
  ])('keeps the formatting when the keyboard went to %s', async (_where, hasFocus) => {
    const element = editor();
    element.focus();
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    document.querySelector('button')?.focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(hasFocus);
    const find = () => target({ element, formatting: ['bold'] });
    expect(await insertText(bold, portsFor(find), signal)).toMatchObject({ kind: 'inserted' });
    expect(element.querySelector('strong')?.textContent).toBe('a');
  });
});

describe('undo', () => {
  const insertion = () => ({
    element: field,
    before: 'draft ',
    after: 'draft hello',
    undo: 'command' as const,
  });

  test('takes back what is still there as it was', async () => {
    field.value = 'draft hello';
    command = () => {
      field.value = 'draft ';
    };
    expect(await undoInsertion(insertion(), signal)).toEqual({ kind: 'undone' });
  });

  test('does not touch what was typed since', async () => {
    field.value = 'draft hello you';
    expect(await undoInsertion(insertion(), signal)).toMatchObject({ kind: 'refused' });
    expect(commands).toEqual([]);
  });

  test('an undo that takes more is reported', async () => {
    field.value = 'draft hello';
    command = () => {
      field.value = '';
    };
    expect(await undoInsertion(insertion(), signal)).toEqual({ kind: 'doubtful' });
  });

  test('a composer that is gone is left alone', async () => {
    field.remove();
    expect(await undoInsertion(insertion(), signal)).toMatchObject({ reason: 'no-composer' });
  });
});

describe('words that open a picker', () => {
  test.each([
    ['/refund', '/refund '],
    ['see /refund', 'see /refund '],
    ['thanks @ana', 'thanks @ana '],
    ['good :smi', 'good :smi '],
    ['at {{name', 'at {{name '],
    ['at 10:30', 'at 10:30'],
    ['https://example.com/a', 'https://example.com/a'],
    ['a/b and c', 'a/b and c'],
    ['', ''],
  ])('%j ends as %j', (text, expected) => {
    const closed = closeTrigger({ blocks: [{ kind: 'paragraph', spans: [{ text }] }] });
    expect(blocksToText(degradeFormatting(closed, []))).toBe(expected === '' ? '\n' : expected);
  });

  test('at the end of a list they are closed, too', () => {
    const items = ['/first', 'see /refund'].map((text) => [{ text }]);
    const closed = closeTrigger({ blocks: [{ kind: 'list', ordered: false, items }] });
    expect(blocksToText(degradeFormatting(closed, []))).toBe('- /first\n- see /refund ');
  });
});
