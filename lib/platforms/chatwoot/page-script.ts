/** What the inline script of the dashboard's layout tells. */
interface PageScript {
  version: string | undefined;
}

const known = new WeakMap<Document, PageScript | 'none'>();

/**
 * Finds the script that only Chatwoot's own dashboard layout has: it assigns `window.chatwootConfig`
 * and `window.globalConfig`, whose `APP_VERSION` is the server's version. The page's title and name
 * can be branded and say nothing; customers' websites have `window.$chatwoot`, not this. Looked for
 * once per document, because the server writes it into the page's head.
 */
export function findPageScript(document: Document): PageScript | undefined {
  const before = known.get(document);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const found = search(document);
  if (found !== undefined || document.readyState !== 'loading') {
    known.set(document, found ?? 'none');
  }
  return found;
}

function search(document: Document): PageScript | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const code = script.textContent ?? '';
    if (/\bwindow\.chatwootConfig\s*=/.test(code)) return { version: versionIn(document) };
  }
  return undefined;
}

/** The two assignments may stand in one script or in two. */
function versionIn(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const match = /\bAPP_VERSION['"]?\s*:\s*['"]([^'"]{1,40})['"]/.exec(script.textContent ?? '');
    if (match !== null) return match[1];
  }
  return undefined;
}
