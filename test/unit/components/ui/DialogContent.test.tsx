// @vitest-environment happy-dom
import {
  act,
  cleanup,
  createEvent,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/react';
import * as Dialog from 'radix-ui/dialog';
import { type ReactNode, useRef, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DialogContent } from '../../../../components/ui/DialogContent';
import { Popover } from '../../../../components/ui/Popover';
// What is loaded when it is wanted is there at once.
import '../../../../components/ui/PopoverCard';

let show: (which: string) => void;

/** Two dialogs that nothing but a call opens, and that can lead to each other. */
function Panel({ children }: { children?: ReactNode }) {
  const [shown, setShown] = useState('');
  show = setShown;
  return (
    <>
      {['first', 'second'].map((name) => shown === name && <Asked key={name} name={name} />)}
      {children}
    </>
  );
}

function Asked({ name }: { name: string }) {
  const isLeaving = useRef(false);
  const go = (which: string) => {
    isLeaving.current = which !== '';
    show(which);
  };
  return (
    <Dialog.Root open onOpenChange={() => show('')}>
      <Dialog.Portal>
        <DialogContent aria-describedby={undefined} isLeaving={isLeaving}>
          <Dialog.Title>{name}</Dialog.Title>
          <button type="button" onClick={() => go('second')}>
            Go on
          </button>
          <button type="button" onClick={() => go('elsewhere')}>
            Leave
          </button>
        </DialogContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const has = (place: HTMLElement) => waitFor(() => expect(document.activeElement).toBe(place));
const click = async (name: string) => fireEvent.click(await screen.findByText(name));
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
async function open(name: string) {
  act(() => show(name));
  await screen.findByRole('dialog', { name });
}

beforeEach(() => {
  render(
    <>
      <button type="button">before</button>
      <button type="button">after</button>
      <Panel>
        <Popover label="Card" trigger={(opener) => <button {...opener}>card</button>}>
          {(close) => (
            <button
              type="button"
              onClick={() => {
                close();
                show('first');
              }}
            >
              To the dialog
            </button>
          )}
        </Popover>
      </Panel>
    </>,
  );
});
afterEach(cleanup);

const button = (name: string) => screen.getByText(name);

test('the focus goes back to what had it, also after one dialog led to another', async () => {
  button('before').focus();
  await open('first');
  press('Escape');
  await has(button('before'));
  await open('first');
  await click('Go on');
  await screen.findByRole('dialog', { name: 'second' });
  press('Escape');
  await has(button('before'));
});

test('and to the button of the card that led to it', async () => {
  button('card').focus();
  await click('card');
  await click('To the dialog');
  await screen.findByRole('dialog', { name: 'first' });
  press('Escape');
  await has(button('card'));
});

test('what was chosen says where it goes, and is where it goes back to later', async () => {
  button('before').focus();
  await open('first');
  await click('Leave');
  await closed();
  button('after').focus();
  await open('second');
  press('Escape');
  await has(button('after'));
});

test('Escape for an input method closes nothing', async () => {
  await open('first');
  const target = document.activeElement ?? document.body;
  fireEvent(target, createEvent.keyDown(target, { key: 'Escape', isComposing: true }));
  expect(screen.queryByRole('dialog')).not.toBeNull();
  press('Escape');
  await closed();
});
