import type { ConversationPage } from './conversations';

/** What a page of conversations brought. */
export interface ConversationPageCounts {
  /** Conversations seen for the first time. */
  fresh: number;
  /** Conversations that an earlier page had. */
  repeated: number;
  /** Rows that are unreadable or somebody else's. */
  others: number;
  /** Epoch ms: activity of the last conversation on the page. */
  oldest?: number | undefined;
  /** All conversations listed by now. */
  known: number;
}

export interface ListProgressState {
  /** The page to read next, from 1. */
  page: number;
  /** Conversations per page, where the first one showed it. */
  size?: number | undefined;
  /** The highest page that was read. */
  furthest: number;
  /** The pages up to `furthest` are being read once more. */
  again: boolean;
  /** Rows of this pass that are unreadable or somebody else's. */
  others: number;
  /** How many conversations there are by the server's latest count. */
  total?: number | undefined;
  /** Epoch ms: activity of the last one listed. Shows where most others are, and proves nothing. */
  activeSince?: number | undefined;
  /**
   * `whole`: none is missing. `capped`: the server returns no more. `short`: it counts more than it lists.
   * `stuck`: its pages repeat.
   */
  end?: 'whole' | 'capped' | 'short' | 'stuck' | undefined;
}

/**
 * How far the list of conversations was read. New activity moves a conversation to the first page
 * and all others down, so that one may come twice and, while it jumps ahead, another never; one that
 * is deleted moves those behind it up. A repeated conversation gives this away, or the server's
 * count; then the list is read once more from its beginning. The place of a conversation in the list says
 * nothing about its messages' times: an imported message moves it down. So nothing is claimed about those
 * that are not listed yet.
 */
export class ListProgress {
  constructor(
    readonly state: ListProgressState = { page: 1, furthest: 0, again: false, others: 0 },
  ) {}

  get hasEnded(): boolean {
    return this.state.end !== undefined;
  }

  /** Epoch ms at which conversations that are not listed yet are to be expected. */
  get likelyGap(): number {
    return this.state.activeSince ?? Number.POSITIVE_INFINITY;
  }

  /** Records the answer to the page that `state.page` names. */
  record(page: ConversationPage, found: ConversationPageCounts): void {
    const { state } = this;
    const isNew = state.page > state.furthest;
    state.others += found.others;
    state.size = page.size;
    if (isNew && this.#leadsNowhere(page, found)) {
      state.end = 'stuck';
    } else if (this.#hidesSome(page, found, isNew)) {
      Object.assign(state, { furthest: state.page, page: 1, again: true, others: 0 });
    } else {
      if (state.page >= state.furthest) state.activeSince = found.oldest ?? state.activeSince;
      if (isNew) Object.assign(state, { furthest: state.page, again: false });
      if (page.last) state.end = this.#endOf(page, found);
      else state.page += 1;
    }
    state.total = page.total;
  }

  #endOf(page: ConversationPage, found: ConversationPageCounts): ListProgressState['end'] {
    if (page.capped === true) return 'capped';
    return this.#isShort(page, found) ? 'short' : 'whole';
  }

  /** Among equal times a database may order each page differently, and so leave one out every time. */
  #isShort({ total = 0 }: ConversationPage, { known }: ConversationPageCounts): boolean {
    return known + this.state.others < total;
  }

  /** A server that returns the same page forever, or other people's conversations. */
  #leadsNowhere(page: ConversationPage, { fresh, repeated }: ConversationPageCounts): boolean {
    return !page.last && fresh === 0 && (this.state.again || repeated === 0);
  }

  #hidesSome(page: ConversationPage, found: ConversationPageCounts, isNew: boolean): boolean {
    const { again, page: number, total } = this.state;
    if (again && (page.last || !isNew)) return false;
    if (number > 1 && page.total !== total) return true;
    if (page.last && page.total !== undefined) return this.#isShort(page, found);
    return number > 1 && found.repeated > 0;
  }
}
