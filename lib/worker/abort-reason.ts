/** Why work is aborted whose result nobody waits for any more. */
export function noLongerWanted(): DOMException {
  return new DOMException('no longer wanted', 'AbortError');
}
