import type { CoverageReason } from '../../model/coverage';
import type { Reply, ReplyContent } from '../../model/reply';

/** Canned responses of an account, all of them. */
export interface FetchedReplies {
  replies: Reply[];
  /** What is there but cannot be used, each with a reason in words for a person. */
  dropped: string[];
  /** Why these may not be all. */
  partial?: CoverageReason | undefined;
}

/** What is to be written; without an `id` it is new. A platform stores as much of it as it can. */
export type ReplyDraft = ReplyContent & { id?: string | undefined };

/** The platform's canned responses. A platform without any has none of these. */
export interface RepliesApi {
  /** All canned responses, in the standard's names of variables. */
  replies?(signal: AbortSignal): Promise<FetchedReplies>;

  /**
   * What the platform would store of a draft: compared with what is there before anything is written, and
   * after an answer was lost. `title` is what the platform distinguishes its responses by. Absent where a
   * draft is stored as it is. Throws `ReplyRefused` for what the platform would not accept.
   */
  keptReply?(draft: ReplyDraft): ReplyContent;

  /**
   * Creates or changes a canned response and returns it as the platform now has it. Present when
   * `capabilities.replies` is `write`. Throws `ReplyRefused` when the platform does not accept it.
   */
  saveReply?(draft: ReplyDraft, signal: AbortSignal): Promise<Reply>;

  /** Deletes a canned response; one that is gone already is no failure. */
  removeReply?(id: string, signal: AbortSignal): Promise<void>;
}

interface RefusalOptions {
  conflict?: boolean;
  isGone?: boolean;
  isStale?: boolean;
  missingRight?: string;
}

/** The platform was reached and does not accept a canned response. */
export class ReplyRefused extends Error {
  override readonly name = 'ReplyRefused';
  /** True when another one has its shortcut. */
  readonly conflict: boolean;
  /** True when what was to be changed is no longer there. */
  readonly isGone: boolean;
  /** True when it was changed since it was read. */
  readonly isStale: boolean;
  /** The right that the key lacks, in the platform's words: it would take no other either. */
  readonly missingRight: string | undefined;

  /** `message` is for a person: what happened and what to do next. */
  constructor(message: string, options: RefusalOptions = {}) {
    super(message);
    this.conflict = options.conflict ?? false;
    this.isGone = options.isGone ?? false;
    this.isStale = options.isStale ?? false;
    this.missingRight = options.missingRight;
  }
}
