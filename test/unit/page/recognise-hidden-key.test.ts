import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type HiddenKey,
  isModifierKey,
  type ModifierEvent,
  ModifierWatch,
} from '../../../lib/page/recognise-hidden-key';

type Step = readonly [type: 'keydown' | 'keyup', key: string, ...held: string[]];

function event([type, key, ...held]: Step): ModifierEvent {
  const has = (name: string) => held.includes(name);
  const flags = { ctrlKey: has('Control'), altKey: has('Alt'), metaKey: has('Meta') };
  return { type, key, repeat: false, ...flags, shiftKey: has('Shift') };
}

/** What may have been hidden, each as its modifiers, with a `+` where letters were shown with them. */
function hiddenIn(...steps: Step[]): string[] {
  const watch = new ModifierWatch();
  const told = ({ modifiers, isAlone }: HiddenKey) =>
    [...modifiers].join(' ') + (isAlone ? '' : ' +');
  return steps.flatMap((step) => {
    const hidden = watch.look(event(step));
    return hidden === undefined ? [] : [told(hidden)];
  });
}

const ctrlShift: Step[] = [
  ['keydown', 'Control', 'Control'],
  ['keydown', 'Shift', 'Control', 'Shift'],
];
const a: Step = ['keydown', 'a'];
const up: Step[] = [
  ['keyup', 'Shift', 'Control'],
  ['keyup', 'Control'],
];
const withBoth = (key: string): Step => ['keydown', key, 'Control', 'Shift'];

it.each<[what: string, steps: Step[], hidden: string[]]>([
  ['its modifiers go up', [...ctrlShift, ...up], ['Control Shift', 'Control']],
  ['nothing goes up before the next letter', [...ctrlShift, a], ['Control Shift']],
  ['one goes up unseen', [...ctrlShift, ['keydown', 'b', 'Control']], ['Control Shift']],
  [
    'it is pressed again without having been seen to go up',
    [...ctrlShift, ...ctrlShift, a],
    ['Control Shift', 'Control Shift'],
  ],
  [
    'a letter before the modifiers are let go',
    [...ctrlShift, withBoth('X'), ...up],
    ['Control Shift +'],
  ],
  [
    'one before the last modifier came',
    [
      ['keydown', 'Control', 'Control'],
      ['keydown', 'v', 'Control'],
      ['keydown', 'Shift', 'Control', 'Shift'],
      ...up,
    ],
    ['Control Shift', 'Control'],
  ],
  [
    'Alt alone',
    [
      ['keydown', 'Alt', 'Alt'],
      ['keyup', 'Alt'],
    ],
    ['Alt'],
  ],
])('may be hidden: %s', (_what, steps, hidden) => {
  expect(hiddenIn(...steps)).toEqual(hidden);
});

it.each<[what: string, steps: Step[]]>([
  [
    'Shift and a letter',
    [
      ['keydown', 'Shift', 'Shift'],
      ['keydown', 'A', 'Shift'],
      ['keyup', 'Shift'],
    ],
  ],
  ['Shift alone', [['keydown', 'Shift', 'Shift'], ['keyup', 'Shift'], a]],
  [
    'Ctrl+V',
    [
      ['keydown', 'Control', 'Control'],
      ['keydown', 'v', 'Control'],
      ['keyup', 'Control'],
    ],
  ],
  ['Ctrl+Shift+Left', [...ctrlShift, withBoth('ArrowLeft'), ...up]],
  [
    'a letter typed with AltGr',
    [
      ['keydown', 'AltGraph'],
      ['keydown', '@'],
      ['keyup', 'AltGraph'],
    ],
  ],
])('nothing is hidden: %s', (_what, steps) => {
  expect(hiddenIn(...steps)).toEqual([]);
});

it('is not thrown off by any order of keys: without modifiers going up nothing is hidden', () => {
  const key = fc.constantFrom('a', 'Enter', 'ArrowLeft', 'AltGraph', ' ', 'é');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('keydown', 'keyup'), key)), (steps) => {
      expect(hiddenIn(...steps)).toEqual([]);
    }),
  );
});

it('forgets what is let go elsewhere', () => {
  const watch = new ModifierWatch();
  for (const step of ctrlShift) watch.look(event(step));
  watch.forget();
  expect(watch.look(event(a))).toBeUndefined();
});

it('knows keys that type nothing by themselves', () => {
  expect(['Control', 'Shift', 'AltGraph', 'CapsLock'].every(isModifierKey)).toBe(true);
  expect(['a', 'Enter', 'Dead', 'F5'].some(isModifierKey)).toBe(false);
});
