import { paneOptions } from '../core/panes';
import type { ChaportData } from './data';
import type { ListedChat, PageOptions, ShownChat, ShownEvent } from './page-data';
import { type ChatEvent, lastActivity, type Visitor } from './records';
import type { ChaportSwitches } from './switches';

const longestList = 40;

/** The visitor's id as it appears in the web app's address. */
export function urlId(visitor: Visitor, switches: ChaportSwitches): string {
  return switches.webVisitorId === 'rest' ? visitor.id : visitor.webId;
}

/** The label the app shows: it numbers those who gave no name. */
export function labelOf(data: ChaportData, visitor: Visitor): string {
  return visitor.name ?? `Visitor #${data.visitors.indexOf(visitor) + 1}`;
}

/** The newest chats of the account. */
export function listChats(data: ChaportData, switches: ChaportSwitches): ListedChat[] {
  return data
    .newestFirst()
    .slice(0, longestList)
    .flatMap((visitor) => {
      const [newest] = visitor.chats;
      if (newest === undefined) return [];
      const last = newest.events.findLast((event) => event.type.endsWith('-message'));
      return {
        visitorUrlId: urlId(visitor, switches),
        chatId: newest.id,
        label: labelOf(data, visitor),
        preview: String(last?.params.text ?? '').slice(0, 80),
        at: lastActivity(newest),
        unread: newest.stage !== 'closed' && last?.type === 'visitor-message',
      };
    });
}

/** One chat as the app shows it; the visitor's newest when the address names none. */
export function showChat(
  data: ChaportData,
  switches: ChaportSwitches,
  visitor: Visitor,
  chatId: number | undefined,
): ShownChat | undefined {
  const chat =
    chatId === undefined ? visitor.chats[0] : visitor.chats.find((each) => each.id === chatId);
  if (chat === undefined) return undefined;
  const place = [visitor.city, visitor.country].filter((part) => part !== undefined).join(', ');
  return {
    visitorUrlId: urlId(visitor, switches),
    chatId: chat.id,
    label: labelOf(data, visitor),
    stage: chat.stage,
    name: visitor.name,
    email: visitor.email,
    phone: visitor.phone,
    notes: visitor.notes,
    place: place === '' ? undefined : place,
    custom: visitor.custom,
    events: chat.events.map((event) => showEvent(data, event)),
    chatIds: visitor.chats.map((each) => each.id),
  };
}

/** One event as the app shows it, with the name of its operator; that of a deleted operator is not known. */
export function showEvent(data: ChaportData, event: ChatEvent): ShownEvent {
  const operator = data.operators.find((each) => each.id === event.params.operatorId);
  const author = operator?.deleted === true ? 'Deleted operator' : operator?.name;
  return {
    id: event.id,
    type: event.type,
    at: event.at,
    text: String(event.params.text ?? ''),
    ...(author === undefined ? {} : { author }),
    ...(event.params.name === undefined ? {} : { file: String(event.params.name) }),
  };
}

export function pageOptions(switches: ChaportSwitches): PageOptions {
  const { composer, composerId, chatAddress, joined, visitorPanel } = switches;
  const { language, signedIn, fieldEvent } = switches;
  return {
    ...{ composer, composerId, chatAddress, joined, visitorPanel },
    ...{ language, signedIn, fieldEvent },
    ...paneOptions(switches),
  };
}
