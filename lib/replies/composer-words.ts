import { t } from '@lingui/core/macro';
import type { ComposerMode } from '../model/insertion';
import type { PageContext } from '../model/page';
import type { Reply } from '../model/reply';

/** Where an inserted text would go: into this kind of composer, or nowhere, and why. */
export type ComposerTarget = { kind: 'open'; mode: ComposerMode } | { kind: 'shut'; why: string };

type Blocked = NonNullable<NonNullable<PageContext['composerState']>['blocked']>;

function blockedWords(blocked: Blocked, platform: string): string {
  switch (blocked) {
    case 'join-first':
      return t`${platform} lets you write once you have joined this chat. Join it there first.`;
    case 'replies-closed':
      return t`${platform} says that this channel accepts no replies at the moment. You can still write a private note.`;
    case 'read-only':
      return t`The text field in ${platform} can’t be edited right now.`;
    case 'out-of-sight':
      return t`The text field in ${platform} is out of sight. Bring it into view.`;
    case 'several':
      return t`${platform} shows several text fields. Click into the one you mean.`;
  }
}

/** What the page reports about its composer, as a sentence where nothing can be inserted. */
export function composerTarget(
  context: PageContext | undefined,
  platformLabel: string,
): ComposerTarget {
  const blocked = context?.composerState?.blocked;
  if (blocked !== undefined) return { kind: 'shut', why: blockedWords(blocked, platformLabel) };
  if (context === undefined) {
    return { kind: 'shut', why: t`No conversation is open to insert a response into.` };
  }
  if (context.composer === 'none') {
    return {
      kind: 'shut',
      why: t`${platformLabel} shows no text field. Open a conversation.`,
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
    return t`This is written for the customer, but the composer is set to private note.`;
  }
  if (audience === 'internal' && mode === 'reply') {
    return t`This is for colleagues only, but the composer is set to reply: the customer would read it.`;
  }
  return undefined;
}
