import { beforeEach, describe, expect, it } from 'vitest';
import type { ReplyFormDraft } from '../../../../lib/model/reply-draft';
import { readReplyDrafts } from '../../../../lib/storage/reply-queries';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { forgetHistories } from '../../../../lib/worker/history/drop-histories';
import { applyRetention } from '../../../../lib/worker/history/retention';
import { keepFillDraft, keepReplyDraft } from '../../../../lib/worker/replies/drafts';
import { day, retentionPorts } from '../history/stored-history';
import { TestWorld } from '../world';

let world: TestWorld;
beforeEach(() => {
  world = new TestWorld();
});

const form = (source: string): ReplyFormDraft => ({
  source,
  title: 'Hours',
  shortcut: 'hours',
  body: 'We are open',
  tags: '',
  language: '',
  variants: [],
  platforms: [],
  audience: '',
});

const key = { subject: 'here', reply: 'own/1', connectionId: 'one' };
const text = { body: 'Dear you', answers: [['order', '7'] satisfies [string, string]] };

const subjects = async () => (await world.database.fillDrafts.toArray()).map((row) => row.subject);

describe('a draft of a response', () => {
  it('is the only one, and goes when it is given up', async () => {
    await keepReplyDraft(world, form('own'));
    await keepReplyDraft(world, form('two'));
    expect(await world.database.replyDrafts.count()).toBe(1);
    expect((await readReplyDrafts(world.database)).form).toEqual(form('two'));
    await keepReplyDraft(world, undefined);
    expect((await readReplyDrafts(world.database)).form).toBeUndefined();
  });

  it('goes with the account whose response it is', async () => {
    await keepReplyDraft(world, form('two'));
    await eraseConnectionData(world.database, 'one');
    expect(await world.database.replyDrafts.count()).toBe(1);
    await eraseConnectionData(world.database, 'two');
    expect(await world.database.replyDrafts.count()).toBe(0);
  });
});

describe('a response that is being filled in', () => {
  it('is kept per conversation and response until it is given up', async () => {
    await keepFillDraft(world, { ...key, text });
    await keepFillDraft(world, { ...key, text: { ...text, body: 'Dear all' } });
    await keepFillDraft(world, { ...key, subject: 'elsewhere', text });
    const { fills } = await readReplyDrafts(world.database);
    expect(fills.map(({ subject, body }) => [subject, body])).toEqual([
      ['elsewhere', 'Dear you'],
      ['here', 'Dear all'],
    ]);
    await keepFillDraft(world, key);
    expect(await subjects()).toEqual(['elsewhere']);
  });

  it('goes with the account whose conversation it is for', async () => {
    await keepFillDraft(world, { ...key, text });
    await keepFillDraft(world, { ...key, subject: 'elsewhere', connectionId: 'two', text });
    await eraseConnectionData(world.database, 'one');
    expect(await subjects()).toEqual(['elsewhere']);
  });

  it('goes with the histories: when nobody has come back to it for so long, and with all at once', async () => {
    await keepFillDraft(world, { ...key, text });
    world.clock += 31 * day;
    await keepFillDraft(world, { ...key, subject: 'elsewhere', text });
    await applyRetention(world, retentionPorts(30).ports);
    expect(await subjects()).toEqual(['elsewhere']);
    await forgetHistories(world.database, world.now());
    expect(await subjects()).toEqual([]);
  });
});
