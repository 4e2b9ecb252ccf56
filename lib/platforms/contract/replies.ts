import type { CoverageReason } from '../../model/coverage';
import type { Reply } from '../../model/reply';

/** Canned responses of an account, all of them. */
export interface FetchedReplies {
  replies: Reply[];
  /** What is there but cannot be used, each with a reason in words for a person. */
  dropped: string[];
  /** Why these may not be all. */
  partial?: CoverageReason | undefined;
}

/** What is to be written; without an `id` it is new. A platform keeps as much of it as it can. */
export type ReplyDraft = Omit<Reply, 'source' | 'id'> & { id?: string | undefined };

/** What a platform would keep of a response. */
export interface KeptReply {
  /** Without what the platform has no place for; with its id, where it changes one. */
  reply: ReplyDraft;
  /** What is lost or different, each completing "Not kept: …". */
  lost: string[];
}

/**
 * Many writes on the strength of one reading of the list. What a method needs to know of the
 * responses that are there is what was read then.
 */
export interface ReplyBatch extends FetchedReplies {
  /** Shortcuts of those that are there and are not among `replies`. */
  otherShortcuts: readonly string[];
  /**
   * What would be kept of a response, or why it would not be taken, in a sentence for a person.
   * Kept of what is kept is the same. Asks nobody.
   */
  keptOf(draft: ReplyDraft): KeptReply | { problem: string };
  /** As `saveReply`, in one call. */
  save(draft: ReplyDraft, signal: AbortSignal): Promise<Reply>;
  /** As `removeReply`. */
  remove(id: string, signal: AbortSignal): Promise<void>;
}

/** The platform's canned responses. A platform without any has none of these. */
export interface RepliesApi {
  /** All canned responses, in the standard's names of variables. */
  replies?(signal: AbortSignal): Promise<FetchedReplies>;

  /**
   * Creates or changes a canned response and gives it back as the platform now has it. Present when
   * `capabilities.replies` is `write`. Throws `ReplyRefused` when the platform does not take it.
   */
  saveReply?(draft: ReplyDraft, signal: AbortSignal): Promise<Reply>;

  /** Deletes a canned response; one that is gone already is no failure. */
  removeReply?(id: string, signal: AbortSignal): Promise<void>;

  /** Reads the list for many changes at once. Present where `saveReply` is. */
  replyBatch?(signal: AbortSignal): Promise<ReplyBatch>;
}

/** The platform was reached and does not take a canned response. */
export class ReplyRefused extends Error {
  override readonly name = 'ReplyRefused';
  /** True when another one has its shortcut. */
  readonly conflict: boolean;
  /** The right that the key lacks, in the platform's words: it would take no other either. */
  readonly missingRight: string | undefined;

  /** `message` is for a person: what happened and what to do next. */
  constructor(message: string, options: { conflict?: boolean; missingRight?: string } = {}) {
    super(message);
    this.conflict = options.conflict ?? false;
    this.missingRight = options.missingRight;
  }
}
