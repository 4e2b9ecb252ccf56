import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testOrSave } from '../../../../../components/options/connections/test-or-save';
import { extension } from '../fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { browser: fake.browser };
});
vi.mock('../../../../../lib/storage/draft-secrets', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { saveDraftSecrets: fake.drop };
});

const given = {
  draft: { draftId: 'draft-1', platform: 'parrot', fields: { origin: 'https://parrot.example' } },
  permissions: ['https://parrot.example/*', 'https://api.parrot.example/*'],
  secrets: { token: 'canary-token' },
};
const accepted = { ok: true, value: { kind: 'ok', warnings: [] } };

beforeEach(() => extension.reset());

describe('an attempt', () => {
  it('asks for permission before it returns, as Firefox demands', () => {
    const running = testOrSave('options.test', given);
    expect(extension.requested).toEqual([given.permissions]);
    return running;
  });

  it('leaves the secrets before the command, and puts none into a message', async () => {
    extension.answer = () => accepted;
    await testOrSave('options.save', given);
    expect(extension.log).toEqual(['request', 'drop', 'options.save']);
    expect(extension.drops).toEqual([{ 'draft-1': { token: 'canary-token' } }]);
    expect(JSON.stringify(extension.sent)).not.toContain('canary');
  });

  it('empties the drop box after a test, and after a save that failed', async () => {
    extension.answer = () => accepted;
    await testOrSave('options.test', given);
    expect(extension.drops.at(-1)).toEqual({ 'draft-1': {} });

    extension.reset();
    extension.answer = () => ({ ok: true, value: { kind: 'failed', message: 'No.' } });
    await testOrSave('options.save', given);
    expect(extension.drops.at(-1)).toEqual({ 'draft-1': {} });
  });

  it('sends and stores nothing when permission is denied', async () => {
    extension.willGrant = false;
    expect(await testOrSave('options.save', given)).toEqual({
      kind: 'denied',
      hosts: ['parrot.example', 'api.parrot.example'],
    });
    expect(extension.log).toEqual(['request']);
  });

  it('counts a refusal to ask as a denial', async () => {
    vi.spyOn(extension.browser.permissions, 'request').mockRejectedValue(new Error('not listed'));
    expect((await testOrSave('options.test', given)).kind).toBe('denied');
  });

  it.each([
    ['nothing', undefined],
    ['a refusal', { ok: false, error: 'refused' }],
    ['an unknown answer', { ok: true, value: { kind: 'maybe' } }],
  ])('says so when the worker answers %s, and leaves no secret behind', async (_what, answer) => {
    extension.answer = () => answer;
    expect(await testOrSave('options.save', given)).toEqual({ kind: 'unanswered' });
    expect(extension.drops.at(-1)).toEqual({ 'draft-1': {} });
  });

  it('leaves nothing in the drop box when there are no secrets to leave', async () => {
    extension.answer = () => accepted;
    await testOrSave('options.test', { ...given, secrets: { token: '' } });
    expect(extension.drops).toEqual([]);
  });
});
