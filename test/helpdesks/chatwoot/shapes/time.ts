/** Whole epoch seconds of an epoch-ms time, as most Chatwoot fields carry it. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** Conversations write 0 for a time that is not set. */
export function secondsOrZero(ms: number | null | undefined): number {
  return ms === null || ms === undefined ? 0 : seconds(ms);
}

/** ISO 8601, as canned responses, `snoozed_until` and the messages' `meta` carry it. */
export function isoOrNull(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : new Date(ms).toISOString();
}
