import { chaportPage } from './chaport/page/adapter';
import { chatraPage } from './chatra/page/adapter';
import { chatwootPage } from './chatwoot/page/adapter';
import type { PageAdapter } from './contract/page';
import { kustomerPage } from './kustomer/page/adapter';

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
