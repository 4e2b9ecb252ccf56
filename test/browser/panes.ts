import type { Page } from '@playwright/test';
import type { Helpdesks } from '../helpdesks/start';
import { accounts } from './accounts';

export type HelpdeskName = keyof typeof accounts;

const names = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;

/** The helpdesk that has this page. */
export function helpdeskOf(url: string): HelpdeskName {
  const pattern = `${new URL(url).origin}/*`;
  const name = names.find((each) => accounts[each].permissions.some((one) => one === pattern));
  if (name === undefined) throw new Error(`no helpdesk has ${url}`);
  return name;
}

/** The contents of the pane in front: copies of panes that were left are outside the app. */
export const inFront = ':not([data-left-pane] *)';

/** Goes to another conversation as a click in the helpdesk's own list does. */
export async function turnToAddress(tab: Page, name: HelpdeskName, url: string): Promise<void> {
  const { pathname, hash } = new URL(url);
  const [how, place] = {
    chatwoot: ['navigate', pathname],
    kustomer: ['navigate', pathname],
    chaport: ['open', hash],
    chatra: ['open', pathname.split('/').at(-1)],
  }[name];
  await tab.evaluate(
    ([method = '', target]) => Reflect.get(window, 'emulator')[method](target),
    [how, place],
  );
}

/** Goes to another person's conversation; returns its address. */
export async function turnTo(
  tab: Page,
  helpdesks: Helpdesks,
  name: HelpdeskName,
  person: string,
): Promise<string> {
  const url = helpdesks[name].pageOf(person);
  await turnToAddress(tab, name, url);
  return url;
}
