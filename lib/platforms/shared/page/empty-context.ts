import type { PlatformName } from '../../../model/ids';
import type { PageContext } from '../../../model/page';

/** A page of which nothing is known but what kind of view it is. */
export function emptyContext(platform: PlatformName, view: PageContext['view']): PageContext {
  return { platform, view, hints: { emails: [], phones: [] }, composer: 'none' };
}
