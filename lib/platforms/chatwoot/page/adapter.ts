import type { PageAdapter } from '../../contract/page';
import { composerContext } from '../../shared/page/composer';
import { partInFront } from '../../shared/page/in-front';
import { linesOf } from '../../shared/page/talk';
import { readChatwootPageAddress } from './address';
import { findChatwootComposer } from './composer';
import { readChatwootHints } from './hints';
import { chatwootMessageIds } from './messages';

/**
 * Chatwoot's dashboard, at any origin: the pages below `/app` that carry the dashboard's
 * configuration. Its widget (`/widget`), surveys, help centre (`/hc`) and super-admin pages are
 * served by the same host, but not below `/app`.
 */
export const chatwootPage: PageAdapter = {
  platform: 'chatwoot',
  isAddressEnough: true,
  recognises(document, location) {
    return /^\/app(?:\/|$)/.test(location.pathname) && readDashboardConfig(document) !== undefined;
  },
  read(document, location) {
    const address = readChatwootPageAddress(location.pathname);
    const person = address.view === 'person';
    return {
      platform: 'chatwoot',
      ...address,
      hints: person ? readChatwootHints(document) : { emails: [], phones: [] },
      ...composerContext(person ? findChatwootComposer(document) : undefined),
      version: readDashboardConfig(document)?.version,
    };
  },
  paneContent(document) {
    const panel = messagePanel(document);
    const ids = panel === undefined ? [] : chatwootMessageIds(panel);
    const isExact = ids.length > 0 || panel === undefined;
    return { content: isExact ? ids : linesOf(panel), isExact };
  },
  composer: findChatwootComposer,
  messageList(document) {
    return messagePanel(document) ?? null;
  },
};

function messagePanel(document: Document): Element | undefined {
  const panels = [...document.querySelectorAll('.conversation-panel')].filter(
    (panel) => panel.parentElement?.closest('.conversation-panel') === null,
  );
  return partInFront(panels, findChatwootComposer(document)?.element);
}

/** What the inline script of the dashboard's layout contains. */
interface DashboardConfig {
  version: string | undefined;
}

const configs = new WeakMap<Document, DashboardConfig | 'none'>();

/**
 * Finds the script that only Chatwoot's own dashboard layout has: it assigns `window.chatwootConfig`
 * and `window.globalConfig`, whose `APP_VERSION` is the server's version. The page's title and name
 * can be branded and say nothing; customers' websites have `window.$chatwoot`, not this. Looked for
 * once per document, because the server writes it into the page's head.
 */
function readDashboardConfig(document: Document): DashboardConfig | undefined {
  const before = configs.get(document);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const found = searchScripts(document);
  if (found !== undefined || document.readyState !== 'loading') {
    configs.set(document, found ?? 'none');
  }
  return found;
}

function searchScripts(document: Document): DashboardConfig | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const code = script.textContent ?? '';
    if (/\bwindow\.chatwootConfig\s*=/.test(code)) return { version: versionIn(document) };
  }
  return undefined;
}

/** The two assignments may be in one script or in two. */
function versionIn(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const match = /\bAPP_VERSION['"]?\s*:\s*['"]([^'"]{1,40})['"]/.exec(script.textContent ?? '');
    if (match !== null) return match[1];
  }
  return undefined;
}
