import { describe, expect, it } from 'vitest';
import { plainText } from '../../../lib/replies/plain-text';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, spans: [{ text }] });

describe('plainText', () => {
  it('has one blank line between blocks, and one more for an empty paragraph', () => {
    expect(plainText({ blocks: [paragraph('a'), paragraph('b')] })).toBe('a\n\nb');
    expect(plainText({ blocks: [paragraph('a'), paragraph(''), paragraph('b')] })).toBe('a\n\n\nb');
  });

  it('writes lists, quotes and addresses out', () => {
    const items = [[{ text: 'one' }], [{ text: 'two' }]];
    expect(plainText({ blocks: [{ kind: 'list', ordered: true, items }] })).toBe('1. one\n2. two');
    expect(plainText({ blocks: [{ kind: 'list', ordered: false, items }] })).toBe('- one\n- two');
    expect(plainText({ blocks: [{ kind: 'quote', spans: [{ text: 'x\ny' }] }] })).toBe('> x\n> y');
    const link = { text: 'here', link: 'https://a.example/' };
    expect(plainText({ blocks: [{ kind: 'paragraph', spans: [link] }] })).toBe(
      'here (https://a.example/)',
    );
  });

  it('does not write an address twice', () => {
    const spans = [
      { text: 'https://a.example/', link: 'https://a.example/' },
      { text: ' a@b.example', link: 'mailto:a@b.example' },
    ];
    expect(plainText({ blocks: [{ kind: 'paragraph', spans }] })).toBe(
      'https://a.example/ a@b.example',
    );
  });

  it('writes the address where the words only begin with it', () => {
    const link = { text: 'https://a.example/offer', link: 'https://a.example' };
    expect(plainText({ blocks: [{ kind: 'paragraph', spans: [link] }] })).toBe(
      'https://a.example/offer (https://a.example)',
    );
    const ended = { text: 'See https://a.example.', link: 'https://a.example' };
    expect(plainText({ blocks: [{ kind: 'paragraph', spans: [ended] }] })).toBe(
      'See https://a.example.',
    );
  });
});
