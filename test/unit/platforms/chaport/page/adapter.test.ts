// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chaportPage } from '../../../../../lib/platforms/chaport/page/adapter';
import { at } from './chaport-page';

describe('recognises', () => {
  it.each([
    ['app.chaport.com', '/', true],
    ['app.chaport.ru', '/', true],
    ['app.chaport.com', '/widget/show.html', false],
    ['app.chaport.com', '/api/v1/visitors', false],
    ['www.chaport.com', '/', false],
    ['app.chaport.com.evil.test', '/', false],
  ])('%s%s: %s', (host, path, expected) => {
    expect(chaportPage.recognises(document, at('#/chats', path, host))).toBe(expected);
  });
});
