// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { kustomerPage } from '../../../../../lib/platforms/kustomer/page/adapter';
import { at } from './kustomer-page';

describe('recognises', () => {
  it.each([
    'https://acme.kustomerapp.com/',
    'https://acme.kustomerapp.com/app',
    'https://acme-sandbox.kustomerapp.com/app/customers/1',
    'https://acme.kustomerapp.com/login?next=/app',
  ])('%s', (address) => {
    expect(kustomerPage.recognises(document, at(address))).toBe(true);
  });

  it.each([
    'https://api.kustomerapp.com/app',
    'https://cdn.kustomerapp.com/app',
    'https://acme.api.kustomerapp.com/app',
    'https://kustomerapp.com/app',
    'https://acme.kustomerapp.com.evil.example/app',
    'https://evilkustomerapp.com/app',
    'https://acme.kustomerapp.com/oauth/authorize',
    'https://acme.kustomerapp.com/application',
    'https://acme.example.com/app',
  ])('not %s', (address) => {
    expect(kustomerPage.recognises(document, at(address))).toBe(false);
  });
});
