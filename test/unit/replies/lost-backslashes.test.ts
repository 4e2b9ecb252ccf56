import { describe, expect, it } from 'vitest';
import { lostBackslashesIn } from '../../../lib/replies/lost-backslashes';
import { composeMarkdown, readMarkdown } from '../../../lib/replies/markdown';
import { plainText } from '../../../lib/replies/plain-text';

const count = (text: string) => text.match(/\\/g)?.length ?? 0;

describe('backslashes are kept or told', () => {
  it.each([
    '\\d+\\.\\d*',
    '^\\d{3}\\-\\d{4}$',
    'regex: \\w+\\(\\d\\)',
    'C:\\*',
    '/home/\\*',
    '\\*.log',
    'tel\\: 5',
    ':\\)',
    '(\\_/)',
    'C\\:\\_x',
    '~/\\_x/\\*',
    '"\\[a-z\\]\\s"',
    '50\\%',
    ';\\)',
  ])('%s', (text) => {
    const kept = count(plainText(composeMarkdown(text)));
    expect(readMarkdown(text).lostBackslashes).toBe(count(text) - kept);
    expect(lostBackslashesIn(text)).toBeGreaterThan(0);
  });

  it.each([
    '\\*not bold\\*',
    '\\*not bold\\*\\',
    '\\[a\\] \\`b\\` \\~\\~c\\~\\~',
    '1\\. no list',
    '\\# no title',
    '\\- no item',
    '\\*\\*\\*',
    '\\&copy; and \\<b>',
    '(\\*) a note',
  ])('an escape is not told: %s', (text) => {
    expect(lostBackslashesIn(text)).toBe(0);
  });
});
