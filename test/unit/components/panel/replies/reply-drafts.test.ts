// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { readFillDraft, saveFillDraft } from '../../../../../components/panel/replies/fill-draft';
import { useReplyFormStore } from '../../../../../components/panel/replies/reply-form-store';
import { emptyDraft } from '../../../../../components/replies/reply-draft';

const first = { ...emptyDraft('own'), title: 'First' };
const second = { ...emptyDraft('own'), title: 'Second' };

beforeEach(() => {
  localStorage.clear();
  useReplyFormStore.getState().keep(undefined);
});

it('keeps what is filled in for this conversation and this response only', () => {
  const fill = { subject: 'here', reply: 'own/1', body: 'Dear you', answers: [] };
  saveFillDraft(fill);
  expect(readFillDraft('here', 'own/1')).toEqual(fill);
  expect(readFillDraft('elsewhere', 'own/1')).toBeUndefined();
  expect(readFillDraft('here', 'own/2')).toBeUndefined();
  saveFillDraft(undefined);
  expect(readFillDraft('here', 'own/1')).toBeUndefined();
  localStorage.setItem('reply-fill', '{"subject":1');
  expect(readFillDraft('here', 'own/1')).toBeUndefined();
});

it('holds on to a form that was written in, and lets go of one that was only opened', () => {
  const { open, keep } = useReplyFormStore.getState();
  open(first, 0);
  open(second, 0);
  expect(useReplyFormStore.getState()).toMatchObject({ draft: second, isWritten: false });
  keep({ ...second, body: 'text' });
  open(first, 0);
  expect(useReplyFormStore.getState().draft?.title).toBe('Second');
  expect(useReplyFormStore.getState().isWritten).toBe(true);
});
