/** How a single-page app changes from one conversation to the next, which is not known of the real ones. */
export interface PaneSwitches {
  /** What happens to the previous pane: taken out of the document, or kept in it in one of these ways. */
  leftPane:
    | 'removed'
    | 'display-none'
    | 'hidden'
    | 'aria-hidden'
    | 'inert'
    | 'off-screen'
    | 'zero-size'
    | 'behind'
    | 'transparent';
  /** What changes first, by `turningLag`. */
  turning: 'together' | 'content-first' | 'address-first';
  /** Milliseconds between the two. */
  turningLag: number;
}

export const paneDefaults: PaneSwitches = {
  leftPane: 'removed',
  turning: 'together',
  turningLag: 700,
};

/** The values that each is set to in the tests. */
export const paneValues = {
  leftPane: [
    'removed',
    'display-none',
    'hidden',
    'aria-hidden',
    'inert',
    'off-screen',
    'zero-size',
    'behind',
    'transparent',
  ],
  turning: ['together', 'content-first', 'address-first'],
  turningLag: [700, 0],
} as const;

/** The switches of the panes alone, as a page needs them. */
export function paneOptions({ leftPane, turning, turningLag }: PaneSwitches): PaneSwitches {
  return { leftPane, turning, turningLag };
}
