import * as v from 'valibot';
import { expect } from 'vitest';
import { pageContextSchema } from '../../../../../lib/model/page';
import { kustomerPage } from '../../../../../lib/platforms/kustomer/page/adapter';

/** A page’s address. */
export function at(address: string): Location {
  const { hostname, pathname } = new URL(address);
  return Object.create(window.location, {
    hostname: { value: hostname },
    pathname: { value: pathname },
  });
}

/** What the page says at this path. */
export function read(path: string) {
  const context = kustomerPage.read(document, at(`https://acme.kustomerapp.com${path}`));
  expect(v.is(pageContextSchema, context)).toBe(true);
  return context;
}
