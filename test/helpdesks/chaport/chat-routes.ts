import { type Context, Hono } from 'hono';
import { apiLink, hostileLink, type Links, refusal, success, unknownVisitor } from './answers';
import type { ChaportData } from './data';
import { chatForm, eventForm } from './forms';
import type { Chat, Visitor } from './records';
import type { ChaportSwitches } from './switches';

/**
 * The chats of one visitor. In spite of its name `/chats` answers with one object, the newest chat;
 * the older ones are reached through `links.more` only.
 */
export function chatRoutes(data: ChaportData, switches: ChaportSwitches): Hono {
  const routes = new Hono();
  routes.get('/:visitorId/chats', (c) => {
    const visitor = data.byRestId(c.req.param('visitorId'));
    if (visitor === undefined) return unknownVisitor(switches);
    const [newest] = visitor.chats;
    if (newest !== undefined) return answerChat(c, visitor, newest, switches, true);
    if (switches.noChat === 'null') return success(switches, null);
    if (switches.noChat === '204') return new Response(null, { status: 204 });
    return refusal(switches, Number(switches.noChat), 'Chat not found');
  });
  routes.get('/:visitorId/chats/:chatId', (c) => {
    const visitor = data.byRestId(c.req.param('visitorId'));
    const chat = visitor?.chats.find((each) => String(each.id) === c.req.param('chatId'));
    if (visitor === undefined || chat === undefined)
      return refusal(switches, 404, 'Chat not found');
    return answerChat(c, visitor, chat, switches, switches.olderChatsListed !== 'all');
  });
  routes.get('/:visitorId/chats/:chatId/events', (c) => {
    const visitor = data.byRestId(c.req.param('visitorId'));
    const chat = visitor?.chats.find((each) => String(each.id) === c.req.param('chatId'));
    if (chat === undefined) return refusal(switches, 404, 'Chat not found');
    const events = chat.events.map((event) => eventForm(event, switches));
    return success(switches, events);
  });
  return routes;
}

function answerChat(
  c: Context,
  visitor: Visitor,
  chat: Chat,
  switches: ChaportSwitches,
  withLinks: boolean,
): Response {
  const form = chatForm(chat, switches, c.req.query('transcript') === 'true');
  if (!withLinks) return success(switches, form);
  const links = olderLinks(new URL(c.req.url).origin, visitor, chat, switches);
  if (switches.moreForm !== 'elsewhere') return success(switches, form, links);
  return Response.json({ result: { ...form, older: links } });
}

function olderLinks(
  origin: string,
  visitor: Visitor,
  chat: Chat,
  switches: ChaportSwitches,
): Links {
  const pathOf = (id: number) => `/api/v1/visitors/${visitor.id}/chats/${id}`;
  if (switches.hostileLinks === 'more' || switches.hostileLinks === 'both') {
    return { more: [hostileLink(switches, origin, pathOf(chat.id))] };
  }
  const older = visitor.chats.filter((each) => each.id < chat.id);
  const listed =
    switches.olderChatsListed === 'all' ? older : older.slice(0, switches.olderChatsListed);
  const ids = listed.map((each) => each.id);
  if (switches.linkLoop) ids.push(chat.id);
  const addressOf = (id: number) => apiLink(switches, origin, pathOf(id));
  switch (switches.moreForm) {
    case 'map':
      return { more: Object.fromEntries(ids.map((id) => [String(id), addressOf(id)])) };
    case 'ids':
      return { more: ids };
    case 'events':
      return { more: ids.map((id) => `${addressOf(id)}/events`) };
    default:
      return { more: ids.map(addressOf) };
  }
}
