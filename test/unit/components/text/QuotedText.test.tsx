// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MarksContext } from '../../../../components/text/marks';
import { QuotedText } from '../../../../components/text/QuotedText';

afterEach(cleanup);

let mails = 0;
/** What was folded is remembered by row key, so that each test has a mail of its own. */
function mail(quoted: string) {
  mails += 1;
  const rowKey = `mail ${mails}`;
  const view = (terms: readonly string[], current = rowKey) => (
    <MarksContext value={{ terms, current, unseen: new Set() }}>
      <QuotedText rowKey={rowKey} quoted={{ kind: 'quoted', text: quoted }} />
    </MarksContext>
  );
  const { rerender, unmount } = render(view([], 'another'));
  const search = (terms: readonly string[], current?: string) => rerender(view(terms, current));
  return { search, unmount, again: (terms: readonly string[]) => render(view(terms)) };
}

const isOpen = () => screen.getByRole('button').getAttribute('aria-expanded') === 'true';
const press = () => fireEvent.click(screen.getByRole('button'));

describe('the quoted text of a mail in which the current match is', () => {
  it('is folded and unfolded by its button', () => {
    const { search } = mail('Total 12.00');
    search(['total']);
    expect(isOpen()).toBe(true);
    press();
    expect(isOpen()).toBe(false);
    press();
    expect(isOpen()).toBe(true);
  });

  it('stays folded when the list has removed it for a while', () => {
    const { search, unmount, again } = mail('Total 12.00');
    search(['total']);
    press();
    unmount();
    again(['total']);
    expect(isOpen()).toBe(false);
  });

  it('is folded again when the search goes on, unless it was unfolded before', () => {
    const { search } = mail('Total 12.00');
    search(['total']);
    search(['total'], 'another');
    expect(isOpen()).toBe(false);
    press();
    search(['total']);
    search(['total'], 'another');
    expect(isOpen()).toBe(true);
  });
});
