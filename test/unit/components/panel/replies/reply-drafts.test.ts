// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { useReplyDrafts } from '../../../../../components/panel/replies/reply-drafts';
import { emptyDraft } from '../../../../../components/replies/reply-form-draft';
import { replyCommands } from '../../../../../lib/messaging/reply-commands';
import { CommandError, send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { eventually } from '../../../eventually';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const first = { ...emptyDraft('own'), title: 'First' };
const second = { ...emptyDraft('own'), title: 'Second' };
const fill = {
  subject: 'here',
  reply: 'own/1',
  connectionId: 'one',
  body: 'Dear you',
  answers: [],
};

/** What a panel that was opened just now knows. */
function beginAgain(): void {
  useReplyDrafts.setState({ isRead: false, draft: undefined, isWritten: false, fills: new Map() });
}

beforeEach(async () => {
  beginAgain();
  vi.mocked(send).mockReset().mockResolvedValue(undefined);
  await database.replyDrafts.clear();
  await database.fillDrafts.clear();
});

it('keeps what is filled in for this conversation and this response only', () => {
  const { fillOf, keepFill, forgetFill } = useReplyDrafts.getState();
  keepFill(fill);
  expect(fillOf('here', 'own/1')).toEqual(fill);
  expect(fillOf('elsewhere', 'own/1')).toBeUndefined();
  expect(fillOf('here', 'own/2')).toBeUndefined();
  forgetFill(fill);
  expect(fillOf('here', 'own/1')).toBeUndefined();
});

it('holds on to a form that was written in, and lets go of one that was only opened', () => {
  const { open, keep } = useReplyDrafts.getState();
  open(first, 0);
  open(second, 0);
  expect(useReplyDrafts.getState()).toMatchObject({ draft: second, isWritten: false });
  keep({ ...second, body: 'text' });
  open(first, 0);
  expect(useReplyDrafts.getState().draft?.title).toBe('Second');
  expect(useReplyDrafts.getState().isWritten).toBe(true);
});

it('goes on with what an earlier panel left, unless something newer was typed meanwhile', async () => {
  await database.replyDrafts.put({ source: 'own', draft: first, updatedAt: 1 });
  await database.fillDrafts.put({ ...fill, updatedAt: 1 });
  await useReplyDrafts.getState().read();
  expect(useReplyDrafts.getState()).toMatchObject({ isRead: true, draft: first, isWritten: true });
  expect(useReplyDrafts.getState().fillOf('here', 'own/1')?.body).toBe('Dear you');
  beginAgain();
  const reading = useReplyDrafts.getState().read();
  useReplyDrafts.getState().keep(second);
  await reading;
  expect(useReplyDrafts.getState().draft).toEqual(second);
});

it('has everything kept when the panel closes, each conversation by itself', () => {
  const { keep, keepFill } = useReplyDrafts.getState();
  keep(first);
  keepFill(fill);
  keepFill({ ...fill, subject: 'elsewhere', body: 'Dear them' });
  expect(send).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('pagehide'));
  expect(send).toHaveBeenCalledWith(replyCommands, 'replies.draft', { draft: first });
  for (const [subject, body] of [
    ['here', 'Dear you'],
    ['elsewhere', 'Dear them'],
  ]) {
    const key = { subject, reply: 'own/1', connectionId: 'one' };
    expect(send).toHaveBeenCalledWith(replyCommands, 'replies.fill', {
      ...key,
      text: { body, answers: [] },
    });
  }
});

it('asks a worker again that was stopped in the middle', async () => {
  vi.mocked(send).mockRejectedValueOnce(new CommandError('no-answer'));
  useReplyDrafts.getState().keep(first);
  window.dispatchEvent(new Event('pagehide'));
  await eventually(() => expect(send).toHaveBeenCalledTimes(2));
});

it('does not bring back what was given up while it was waiting to be kept', () => {
  const { keep, keepFill, forgetFill } = useReplyDrafts.getState();
  keep(first);
  keep(undefined);
  keepFill(fill);
  forgetFill(fill);
  window.dispatchEvent(new Event('pagehide'));
  const key = { subject: 'here', reply: 'own/1', connectionId: 'one' };
  expect(vi.mocked(send).mock.calls).toEqual([
    [replyCommands, 'replies.draft', {}],
    [replyCommands, 'replies.fill', key],
  ]);
});
