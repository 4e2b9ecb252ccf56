import type { Coverage } from '../../model/coverage';
import type { Identification } from '../contract/api';

/** The answer that identifies nobody; `detail` says why, `now` is epoch ms. */
export function unidentified(now: number, detail: Partial<Coverage> = {}): Identification {
  return {
    kind: 'unknown',
    coverage: { state: 'unknown-identity', dropped: 0, checkedAt: now, ...detail },
  };
}
