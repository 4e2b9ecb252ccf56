import { expect, test } from 'vitest';
import { isPublicPage } from '../../../lib/answers/public-pages';

test.each([
  'https://acme.example',
  'https://acme.example/help/returns',
  'www.acme.co.uk/en/faq/',
  'https://help.acme.co.uk/articles/how-to-return#size-guide',
  'acme.example/docs/v2/api.html',
])('for everybody: %s', (address) => expect(isPublicPage(address)).toBe(true));

test.each([
  'https://acme.example/reset/qwertzuiop',
  'https://acme.example/orders/annas-order',
  'https://acme.example/help/anna',
  'https://acme.example/help#qwertz',
  'https://anna.acme.example/help',
  'https://annas-team.acme.co.uk',
  'https://acme.example/help?to=anna',
  'https://acme.example/help/4711',
  'ftp://acme.example/help',
  'https://83746.acme.example/',
  'https://order-4711234.acme.example/login',
  'www.shop-99812345.example/help',
  'https://47-11-23.acme.example/help',
  'https://acme.example/47/11/23',
])('somebody’s own: %s', (address) => expect(isPublicPage(address)).toBe(false));
