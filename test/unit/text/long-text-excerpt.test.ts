import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, stepsUntilFound } from '../../../lib/text/long-text-excerpt';

describe('excerpt', () => {
  it('shows a short text whole', () => {
    expect(excerpt('Hello\nthere', 0)).toEqual({ text: 'Hello\nthere', hidden: 0 });
  });

  it('shows the first lines of many', () => {
    const text = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    const shown = excerpt(text, 0);
    expect(shown.text.split('\n')).toHaveLength(9);
    expect(shown.hidden).toBe(text.length - shown.text.length);
  });

  it('never shows a huge text at once', () => {
    const text = 'x'.repeat(200_000);
    expect(excerpt(text, 0).text.length).toBeLessThanOrEqual(600);
    expect(excerpt(text, 1).text.length).toBeLessThanOrEqual(20_000);
    expect(excerpt(text, 10)).toEqual({ text, hidden: 0 });
  });

  it('cuts at a blank where one is near', () => {
    expect(excerpt('word '.repeat(400), 0).text).toMatch(/word$/);
  });

  it('cuts short lines where the last of them ends, and counts what is below', () => {
    const lines = `${Array.from({ length: 9 }, (_, line) => line).join('\n')}\n`;
    const text = `${lines}${'x'.repeat(45)}`;
    expect(excerpt(text, 0)).toEqual({ text: lines.trim(), hidden: 46 });
  });

  it('never cuts through a character and loses nothing', () => {
    const text = fc.string({
      unit: fc.constantFrom('😀', 'a', ' ', '\n', '漢'),
      minLength: 500,
      maxLength: 1_500,
    });
    fc.assert(
      fc.property(text, (whole) => {
        const shown = excerpt(whole, 0);
        expect(whole.startsWith(shown.text)).toBe(true);
        expect(shown.text.length + shown.hidden).toBe(whole.length);
        expect(() => encodeURIComponent(shown.text)).not.toThrow();
      }),
    );
  });
});

it.each(['👩‍👩‍👧', '🇺🇦', 'ก็', 'が', '👍🏽', 'é'])('never shows a part of %s', (character) => {
  const whole = character.normalize('NFD');
  for (let before = 590; before <= 600; before += 1) {
    const { text } = excerpt(`${'x'.repeat(before)}${whole.repeat(100)}`, 0);
    expect((text.length - before) % whole.length).toBe(0);
  }
});

describe('stepsUntilFound', () => {
  it('asks for as much as shows the first find', () => {
    const text = `${'x '.repeat(15_000)}lamp${' y'.repeat(15_000)}`;
    expect(stepsUntilFound('lamp', ['lamp'])).toBe(0);
    expect(stepsUntilFound(text, ['none'])).toBe(0);
    const steps = stepsUntilFound(text, ['lamp']);
    expect(excerpt(text, steps).text).toContain('lamp');
    expect(excerpt(text, steps - 1).text).not.toContain('lamp');
  });

  it('asks for nothing when the find is in sight already', () => {
    const text = `lamp ${'x '.repeat(15_000)}`;
    expect(stepsUntilFound(text, ['lamp'])).toBe(0);
  });
});
