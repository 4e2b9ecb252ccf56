/** What an address of the dashboard shows, and which list is beside it. */
export interface Route {
  account: number;
  screen: 'conversations' | 'contact' | 'contacts' | 'settings' | 'login';
  list: ListScope;
  conversation?: number;
  contact?: number;
  /** Address of the list; a conversation's address is this plus its own part. */
  base: string;
}

export interface ListScope {
  kind: 'all' | 'inbox' | 'label' | 'team' | 'mentions' | 'unattended' | 'participating';
  value?: string;
}

const scoped = /^(inbox|label|team)\/([^/]+)(?:\/conversations\/(\d+))?$/;
const special = /^(mentions|unattended|participating)\/conversations(?:\/(\d+))?$/;

/** Reads an address of the dashboard; unknown ones show the list of all conversations. */
export function readRoute(pathname: string): Route {
  const match = /^\/app\/accounts\/(\d+)\/?(.*?)\/?$/.exec(pathname);
  if (match === null) return { account: 1, screen: 'login', list: { kind: 'all' }, base: '' };
  const account = Number(match[1]);
  const rest = match[2] ?? '';
  const root = `/app/accounts/${account}`;
  return (
    listRoute(account, root, rest) ??
    contactRoute(account, root, rest) ?? {
      account,
      screen: /^(settings|reports|campaigns|captain)/.test(rest) ? 'settings' : 'conversations',
      list: { kind: 'all' },
      base: root,
    }
  );
}

function listRoute(account: number, root: string, rest: string): Route | undefined {
  const common = { account, screen: 'conversations' as const };
  const plain = /^(?:conversations|inbox-view\/conversation)\/(\d+)$/.exec(rest);
  if (plain !== null) {
    return { ...common, list: { kind: 'all' }, conversation: Number(plain[1]), base: root };
  }
  const inScope = scoped.exec(rest);
  if (inScope !== null) {
    const kind = scopeKind(inScope[1]);
    const value = decodeURIComponent(inScope[2] ?? '');
    const base = `${root}/${kind}/${encodeURIComponent(value)}`;
    return { ...common, list: { kind, value }, base, ...conversationId(inScope[3]) };
  }
  const inSpecial = special.exec(rest);
  if (inSpecial === null) return undefined;
  const kind = scopeKind(inSpecial[1]);
  return { ...common, list: { kind }, base: `${root}/${kind}`, ...conversationId(inSpecial[2]) };
}

function contactRoute(account: number, root: string, rest: string): Route | undefined {
  const one = /^contacts\/(\d+)(?:\/(?:segments|labels)\/[^/]+)?$/.exec(rest);
  const common = { account, list: { kind: 'all' as const }, base: root };
  if (one !== null) return { ...common, screen: 'contact', contact: Number(one[1]) };
  return rest.startsWith('contacts') ? { ...common, screen: 'contacts' } : undefined;
}

function conversationId(text: string | undefined): { conversation?: number } {
  return text === undefined ? {} : { conversation: Number(text) };
}

function scopeKind(text: string | undefined): ListScope['kind'] {
  const kinds = ['inbox', 'label', 'team', 'mentions', 'unattended', 'participating'] as const;
  return kinds.find((kind) => kind === text) ?? 'all';
}
