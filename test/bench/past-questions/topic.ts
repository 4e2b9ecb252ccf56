/** A question as it was asked, the same in two other ways, and what an agent answered to it. */
export type Topic = readonly [held: string, once: string, again: string, answer: string];
