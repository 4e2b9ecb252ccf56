/** Why work is aborted when nothing waits for its result any more. */
export function noLongerWanted(): DOMException {
  return new DOMException('no longer wanted', 'AbortError');
}
