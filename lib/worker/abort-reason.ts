/** Why work is aborted when nobody waits for its result any more. */
export function noLongerWanted(): DOMException {
  return new DOMException('no longer wanted', 'AbortError');
}
