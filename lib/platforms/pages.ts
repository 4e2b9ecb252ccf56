import { chaportPage } from './chaport/page';
import { chatraPage } from './chatra/page';
import { chatwootPage } from './chatwoot/page';
import type { PageAdapter } from './contract/page';
import { kustomerPage } from './kustomer/page';

/**
 * The page side of every platform. Apart from the registry so that the content script carries no
 * API code.
 */
export const pageAdapters: readonly PageAdapter[] = [
  chatwootPage,
  kustomerPage,
  chaportPage,
  chatraPage,
];
