// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { CUSTOMER } from '../fakes';
import { read } from './kustomer-page';

describe('hints', () => {
  const person = `/app/customers/${CUSTOMER}`;

  it('are the only address and number on the page', () => {
    document.body.innerHTML = `<main></main>
      <a href="mailto:Dana.Reyes@example.com?subject=x">x</a>
      <a href="MAILTO:dana.reyes%40example.com">x</a><a href="tel:+15555550123">x</a>`;
    expect(read(person).hints).toEqual({
      emails: ['dana.reyes@example.com'],
      phones: ['+15555550123'],
    });
  });

  it('are none when there are two', () => {
    document.body.innerHTML =
      '<main></main><a href="mailto:a@example.com">x</a><a href="mailto:b@example.com">x</a><a href="tel:%">x</a>';
    expect(read(person).hints).toEqual({ emails: [], phones: ['%'] });
  });

  it('are none where nothing shows which part of the page is the timeline', () => {
    document.body.innerHTML = '<div><a href="mailto:grace@evil.test">write to me</a></div>';
    expect(read(person).hints.emails).toEqual([]);
  });

  it('ignore what is empty or endless', () => {
    document.body.innerHTML = `<main></main><a href="mailto:">x</a><a href="mailto:${'a'.repeat(400)}">x</a>`;
    expect(read(person).hints.emails).toEqual([]);
  });
});
