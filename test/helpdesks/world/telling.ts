import type { StoryMessage } from './types';

export const hour = 60;
export const day = 24 * hour;

/** A message placed in time by its distance from the one before it, as in a told story. */
export interface Line extends Omit<StoryMessage, 'ago'> {
  /** Minutes since the line before; without meaning for the first. */
  after: number;
}

type Details = Partial<Omit<Line, 'from' | 'text' | 'agent'>>;

/** Something the customer wrote, by default two minutes after the line before. */
export function customer(text: string, details: Details = {}): Line {
  return { after: 2, from: 'customer', text, ...details };
}

/** An answer of the agent with this key, by default three minutes after the line before. */
export function agent(key: string, text: string, details: Details = {}): Line {
  return { after: 3, from: 'agent', agent: key, text, ...details };
}

/** An internal note of the agent with this key. */
export function note(key: string, text: string, details: Details = {}): Line {
  return { after: 1, from: 'agent', agent: key, text, note: true, ...details };
}

/** An automatic answer, by default in the same minute. */
export function bot(text: string, details: Details = {}): Line {
  return { after: 0, from: 'bot', text, ...details };
}

/** A line the helpdesk itself wrote, by default in the same minute. */
export function system(text: string, details: Details = {}): Line {
  return { after: 0, from: 'system', text, ...details };
}

/**
 * Gives the lines their times, oldest first: the first is `start` minutes before now, each further one
 * `after` minutes later. A story longer than `start` ends in the future.
 */
export function told(start: number, lines: readonly Line[]): StoryMessage[] {
  let ago = start;
  return lines.map(({ after, ...message }, index) => {
    if (index > 0) ago -= after;
    return { ...message, ago };
  });
}
