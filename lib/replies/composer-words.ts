import type { ComposerMode } from '../model/insertion';
import type { PageContext } from '../model/page';
import type { Reply } from '../model/reply';

/** Where an inserted text would go: into this kind of composer, or nowhere, and why. */
export type ComposerTarget = { kind: 'open'; mode: ComposerMode } | { kind: 'shut'; why: string };

type Blocked = NonNullable<NonNullable<PageContext['composerState']>['blocked']>;

const blockedWords: Readonly<Record<Blocked, (platform: string) => string>> = {
  'join-first': (platform) =>
    `${platform} lets you write after you join this chat. Join it there first.`,
  'replies-closed': (platform) =>
    `This channel takes no replies at the moment, says ${platform}. A private note is still possible.`,
  'read-only': (platform) => `The field in ${platform} cannot be written in right now.`,
  'out-of-sight': (platform) =>
    `The field to write in is out of sight in ${platform}. Bring it into view.`,
  several: (platform) => `${platform} shows several fields. Click into the one you mean.`,
};

/** What the page says about its composer, in words where nothing can be put in. */
export function composerTarget(
  context: PageContext | undefined,
  platformLabel: string,
): ComposerTarget {
  const blocked = context?.composerState?.blocked;
  if (blocked !== undefined) return { kind: 'shut', why: blockedWords[blocked](platformLabel) };
  if (context === undefined) {
    return { kind: 'shut', why: 'No conversation is open to insert a response into.' };
  }
  if (context.composer === 'none') {
    return {
      kind: 'shut',
      why: `${platformLabel} shows no field to write in. Open a conversation.`,
    };
  }
  return { kind: 'open', mode: context.composer };
}

/** A question to ask before this response goes into this kind of composer; none where it fits. */
export function mismatchQuestion(
  { audience }: Pick<Reply, 'audience'>,
  mode: ComposerMode,
): string | undefined {
  if (audience === 'customer' && mode === 'note') {
    return 'This is written for the customer, and the composer is on private note.';
  }
  if (audience === 'internal' && mode === 'reply') {
    return 'This is for colleagues only, and the composer is on reply: the customer would read it.';
  }
  return undefined;
}
