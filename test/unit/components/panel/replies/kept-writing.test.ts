// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { useFormStore } from '../../../../../components/panel/replies/form-store';
import { keepFill, readFill } from '../../../../../components/panel/replies/kept-fill';
import { emptyDraft } from '../../../../../components/replies/draft';

const first = { ...emptyDraft('own'), title: 'First' };
const second = { ...emptyDraft('own'), title: 'Second' };

beforeEach(() => {
  localStorage.clear();
  useFormStore.getState().keep(undefined);
});

it('keeps what is filled in for this conversation and this response only', () => {
  const fill = { subject: 'here', reply: 'own/1', body: 'Dear you', answers: [] };
  keepFill(fill);
  expect(readFill('here', 'own/1')).toEqual(fill);
  expect(readFill('elsewhere', 'own/1')).toBeUndefined();
  expect(readFill('here', 'own/2')).toBeUndefined();
  keepFill(undefined);
  expect(readFill('here', 'own/1')).toBeUndefined();
  localStorage.setItem('reply-fill', '{"subject":1');
  expect(readFill('here', 'own/1')).toBeUndefined();
});

it('holds on to a form that was written in, and lets go of one that was only opened', () => {
  const { open, keep } = useFormStore.getState();
  open(first, 0);
  open(second, 0);
  expect(useFormStore.getState()).toMatchObject({ draft: second, isWritten: false });
  keep({ ...second, body: 'text' });
  open(first, 0);
  expect(useFormStore.getState().draft?.title).toBe('Second');
  expect(useFormStore.getState().isWritten).toBe(true);
});
