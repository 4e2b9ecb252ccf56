import { Hono } from 'hono';
import { pageScript } from '../core/page-bundle';
import type { ChaportData } from './data';
import { appDocument, widgetDocument } from './documents';
import { listChats, pageOptions, showChat, showEvent } from './page-queries';
import { readStyles } from './styles';
import type { ChaportSwitches } from './switches';

/** The web app, the widget's window, and what the app asks of its own server. */
export function createSite(data: ChaportData, switches: ChaportSwitches): Hono {
  const site = new Hono();
  site.get('/', (c) => c.html(appDocument));
  site.get('/widget/show.html', (c) => c.html(widgetDocument));
  site.get('/emulator/chaport.js', () => pageScript('chaport'));
  site.get('/emulator/chaport.css', async (c) =>
    c.body(await readStyles(), 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  site.route('/emulator', createPageData(data, switches));
  return site;
}

function createPageData(data: ChaportData, switches: ChaportSwitches): Hono {
  const routes = new Hono();
  routes.get('/options', (c) => c.json(pageOptions(switches)));
  routes.get('/chats', (c) => c.json(listChats(data, switches)));
  routes.get('/chats/:visitorId/:chatId?', (c) => {
    const visitor = data.byAnyId(c.req.param('visitorId'));
    const chatId = c.req.param('chatId');
    const number = chatId === undefined ? undefined : Number(chatId);
    const shown = visitor && showChat(data, switches, visitor, number);
    return shown === undefined ? c.json(null, 404) : c.json(shown);
  });
  routes.post('/join', (c) => c.json({}));
  routes.post('/:kind{send|receive}', async (c) => {
    const said: SaidOnPage = await c.req.json();
    const visitor = data.byAnyId(said.visitorUrlId);
    const chat = visitor?.chats.find((each) => each.id === said.chatId);
    if (chat === undefined) return c.json(null, 404);
    const type = c.req.param('kind') === 'send' ? 'operator-message' : 'visitor-message';
    const operator = data.operators.find((each) => !each.deleted);
    const author = type === 'operator-message' && operator ? { operatorId: operator.id } : {};
    const event = data.say(chat, type, { text: said.text, ...author });
    return c.json(showEvent(data, event));
  });
  return routes;
}

interface SaidOnPage {
  visitorUrlId: string;
  chatId: number;
  text: string;
}
