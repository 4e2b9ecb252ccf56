/** How long (ms) a deleted note can be restored at the least: one that others deleted is shown for as long. */
export const RESTORABLE_MS = 7 * 24 * 60 * 60_000;
