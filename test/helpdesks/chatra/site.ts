import { Hono } from 'hono';
import { pageScript } from '../core/page-bundle';
import { obfuscatedStyles } from './class-names';
import type { ChatraData } from './data';
import { appDocument } from './documents';
import { listContacts, pageOfMessages, pageOptions, showConversation } from './page-queries';
import type { Client, Message } from './records';
import { sockjsFrames } from './sockjs';
import { readStyles } from './styles';
import type { ChatraSwitches } from './switches';

type OnSaid = (client: Client, message: Message) => Promise<void>;

/** The agent app, and what it asks of its own server. */
export function createSite(data: ChatraData, switches: ChatraSwitches, onSaid: OnSaid): Hono {
  const site = new Hono();
  site.get('/emulator/chatra.js', () => pageScript('chatra'));
  site.get('/emulator/chatra.css', async (c) => {
    const css = await readStyles();
    const styles = switches.classNames === 'obfuscated' ? obfuscatedStyles(css) : css;
    return c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  site.route('/emulator', createPageData(data, switches, onSaid));
  for (const place of ['/', '/signin', '/conversations/*', '/chat/*', '/settings/*']) {
    site.get(place, (c) => c.html(appDocument));
  }
  site.post('/sockjs/:server/:session/xhr', async (c) => {
    const chatId = await c.req.text();
    return switches.ddp ? c.text(sockjsFrames(data.byChatId(chatId))) : c.notFound();
  });
  return site;
}

function createPageData(data: ChatraData, switches: ChatraSwitches, onSaid: OnSaid): Hono {
  const routes = new Hono();
  routes.get('/options', (c) => c.json(pageOptions(switches)));
  routes.get('/contacts', (c) => c.json(listContacts(data)));
  routes.get('/conversations/:chatId', (c) => {
    const client = data.byChatId(c.req.param('chatId'));
    if (client === undefined) return c.json(null, 404);
    return c.json(showConversation(client, switches));
  });
  routes.get('/conversations/:chatId/older', (c) => {
    const client = data.byChatId(c.req.param('chatId'));
    if (client === undefined) return c.json(null, 404);
    return c.json(pageOfMessages(client, switches, c.req.query('before')));
  });
  routes.post('/:kind{send|receive}', async (c) => {
    const said: SaidOnPage = await c.req.json();
    const client = data.byChatId(said.chatId);
    if (client === undefined) return c.json(null, 404);
    const message = data.say(client, {
      text: said.text,
      ...(c.req.param('kind') === 'receive' ? { type: 'client' } : byAgent(data, said)),
    });
    await onSaid(client, message);
    return c.json(message);
  });
  return routes;
}

function byAgent(data: ChatraData, said: SaidOnPage) {
  const [agent] = data.agents;
  const author = agent === undefined ? {} : { agentId: agent.id, agentName: agent.name };
  return { type: 'agent' as const, ...author, ...(said.note ? { note: true } : {}) };
}

interface SaidOnPage {
  chatId: string;
  text: string;
  note?: boolean;
}
