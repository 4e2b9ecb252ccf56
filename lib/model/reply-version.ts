import type { ReplyContent } from './reply';

/** An earlier text of a canned response, or one that was saved from here. */
export interface ReplyVersionRow {
  /** Grows with each one that is kept; absent until it is. */
  key?: number;
  source: string;
  /** Of the response. */
  id: string;
  content: ReplyContent;
  /** Epoch ms when it was written, where the source tells. */
  writtenAt?: number;
  /** Epoch ms when it was kept here: it was saved, or seen to be replaced. */
  keptAt: number;
  /** Saved from this browser; otherwise nobody knows by whom. */
  isOwn: boolean;
  /**
   * Epoch ms when it was seen that this text of ours was replaced, or deleted, so soon that nobody may
   * have read it; absent once somebody has been told.
   */
  crossedAt?: number;
}

/** This many texts of a response are kept. */
export const MOST_VERSIONS = 20;
