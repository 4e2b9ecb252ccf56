import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../lib/replies/html-to-markdown';
import { composeMarkdown } from '../../../lib/replies/markdown';
import { plainText } from '../../../lib/replies/plain-text';

describe('the numbers of lists', () => {
  it.each([
    ['<ol><li value="7">x</li><li>y</li></ol>', '7. x\n8. y'],
    ['<ol start=3><li>a<li value=9>b<li>c</ol>', '3. a\n9. b\n10. c'],
    ['<ol reversed><li>a<li>b<li>c</ol>', '3. a\n2. b\n1. c'],
    ['<ol reversed start="10"><li>a<li>b<li value=5>c<li>d</ol>', '10. a\n9. b\n5. c\n4. d'],
    ['<ol start="x"><li>a<li value="">b</ol>', '1. a\n2. b'],
  ])('keeps the numbers of %s', (html, text) => {
    const read = htmlToMarkdown(html);
    const markdown = 'markdown' in read ? read.markdown : read.refused;
    expect(plainText(composeMarkdown(markdown))).toBe(text);
  });

  it('are found at once, however long a list is', () => {
    const read = htmlToMarkdown(`<ol>${'<li>a'.repeat(20_000)}</ol>`);
    expect('markdown' in read && read.markdown.endsWith('20000. a')).toBe(true);
  });
});
