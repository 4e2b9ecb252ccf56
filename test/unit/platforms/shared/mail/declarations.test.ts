import { expect, it } from 'vitest';
import { readStyle, showingOnly } from '../../../../../lib/platforms/shared/mail/declarations';

const both = (css: string, read = readStyle) => {
  const { plain, important } = read(css);
  return [Object.fromEntries(plain), Object.fromEntries(important)];
};

it('reads what decides whether something is shown', () => {
  expect(both('COLOR: Red; border:0; display:none; display : block')).toEqual([
    { color: 'red', display: 'block' },
    {},
  ]);
  expect(both('display:none ! important;display:block;x')).toEqual([
    { display: 'block' },
    { display: 'none' },
  ]);
});

it.each([
  ['font-size:0;font:14px/20px Arial', '14px'],
  ['font:bold 0/0 a', '0'],
  ['font:14px Arial;font-size:0', '0'],
  ['font-size:0;font:inherit', '0'],
])('reads the size of letters in %j', (css, size) => {
  expect(readStyle(css).plain.get('font-size')).toBe(size);
});

it('keeps of a style that may not hold what shows something', () => {
  const style = (css: string) => both(css, (written) => showingOnly(readStyle(written)))[0];
  const hides =
    'display:none;visibility:hidden;opacity:0;height:0;width:1px;font-size:.5px;left:-9999px';
  expect(style(hides)).toEqual({});
  const shows =
    'display:block;visibility:visible;opacity:1.0;height:10px;width:100%;font-size:1.2em';
  expect(style(shows)).toMatchObject({ display: 'block', visibility: 'visible', height: '10px' });
  expect(style('color:#fff;background:#fff')).toEqual({ color: '', background: '' });
});
