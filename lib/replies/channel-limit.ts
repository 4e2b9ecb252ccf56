import type { ReplyLimit } from '../model/descriptor';
import type { PageContext } from '../model/page';
import { channelWords } from '../text/channel-words';

/** The most characters that fit, and whose rule that is: a channel's, or just the composer's. */
export interface LengthLimit {
  limit: number;
  /** In words for a person. */
  channel?: string | undefined;
  /** The true limit may be higher. */
  isUnsure?: boolean | undefined;
}

/**
 * The most characters of what is about to be inserted; `undefined` where it is not known. `channel` as the
 * conversation names it: one, or several separated by commas, of which the strictest counts, because the page
 * does not say which the reply goes through.
 */
export function lengthLimit(
  context: Pick<PageContext, 'composer' | 'composerState'> | undefined,
  channel: string | undefined,
  limits: readonly ReplyLimit[],
): LengthLimit | undefined {
  const state = context?.composerState;
  const own = state?.limit === undefined ? [] : [{ limit: state.limit }];
  const keepsFormatting = (state?.formatting.length ?? 0) > 0;
  const names = context?.composer === 'reply' ? (channel ?? '').split(', ') : [];
  const rules = limits.filter(
    (rule) =>
      names.includes(rule.channel) && (rule.keepsFormatting ?? keepsFormatting) === keepsFormatting,
  );
  const ruled = rules.map(({ limit, channel: name, isUnsure }) => ({
    limit,
    channel: channelWords(name),
    isUnsure: isUnsure === true || names.length > 1,
  }));
  const all: LengthLimit[] = [...own, ...ruled];
  return all.sort((a, b) => a.limit - b.limit)[0];
}
