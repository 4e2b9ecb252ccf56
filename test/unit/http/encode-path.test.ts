import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { path, pathFromLink } from '../../../lib/http/encode-path';

describe('path', () => {
  test('practice 8: any id stays one segment and comes back unchanged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).filter((id) => id !== '.' && id !== '..'),
        (id) => {
          const url = new URL(path`/api/contacts/${id}/notes`, 'https://host.example');
          expect(url.origin).toBe('https://host.example');
          expect(url.search + url.hash).toBe('');
          const segments = url.pathname.split('/');
          expect(segments).toHaveLength(5);
          expect(decodeURIComponent(segments[3] ?? '')).toBe(id);
        },
      ),
    );
  });

  test.each(['../../admin', 'a?b', 'a#b', '%2f', '..%2f', '//evil.example', 'a\\b'])(
    '%s cannot escape',
    (id) => {
      expect(new URL(path`/x/${id}/y`, 'https://host.example').pathname.split('/')).toHaveLength(4);
    },
  );

  test.each(['', '.', '..'])('refuses %j, which is no segment', (id) => {
    expect(() => path`/x/${id}`).toThrow(TypeError);
  });
});

describe('pathFromLink', () => {
  const accept = (link: string) => pathFromLink(link, 'https://app.example', '/api/v1/');

  test('accepts absolute and root-relative links on the origin', () => {
    expect(accept('/api/v1/visitors?page=2')).toEqual({
      path: '/api/v1/visitors',
      query: { page: '2' },
    });
    expect(accept('https://app.example/api/v1/a%2Fb')?.path).toBe('/api/v1/a%2Fb');
  });

  test.each([
    'https://evil.example/api/v1/visitors',
    '//evil.example/api/v1/visitors',
    'https://app.example:444/api/v1/x',
    'http://app.example/api/v1/x',
    'https://user@app.example/api/v1/x',
    '/api/v2/visitors',
    '/api/v1/../../admin',
    '/api/v1',
    'javascript:alert(1)',
    'not a url at all://',
  ])('refuses %s', (link) => {
    expect(accept(link)).toBeUndefined();
  });
});
