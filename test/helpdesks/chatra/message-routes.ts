import { Hono } from 'hono';
import { refusal, unknownId } from './answers';
import type { ChatraData } from './data';
import { messageForm } from './forms';
import type { Agent, Message } from './records';
import type { ChatraSwitches } from './switches';

/**
 * `messages` or `pushedMessages`: send one, or read, change and delete one whose id is known. Only agents'
 * messages can be changed. There is no list.
 */
export function messageRoutes(
  kind: 'messages' | 'pushedMessages',
  data: ChatraData,
  switches: ChatraSwitches,
): Hono {
  const routes = new Hono();
  const find = (id: string) => {
    const found = data.findMessage(id);
    const wanted = kind === 'messages' || found?.message.isPushed === true;
    return wanted ? found : undefined;
  };
  routes.post('/', async (c) => {
    const body: Said = await c.req.json().catch(() => ({}));
    if (!isText(body.clientId) || !isText(body.text))
      return refusal(switches, 400, 'clientId and text are required');
    const client = data.byId(body.clientId);
    if (client === undefined) return unknownId(switches);
    const agent = kind === 'messages' ? speaker(data, body) : anyAgent(data, body);
    if (agent === undefined) return refusal(switches, 400, 'agent is required');
    const said = data.say(client, {
      type: 'agent',
      text: body.text,
      agentId: agent.id,
      agentName: agent.name,
      ...(isText(body.receivedFrom) ? { receivedFrom: body.receivedFrom } : {}),
      ...(kind === 'pushedMessages' ? { isPushed: true } : {}),
    });
    return c.json(messageForm(client, said, switches));
  });
  routes.get('/:id', (c) => {
    const found = find(c.req.param('id'));
    if (found === undefined) return unknownId(switches);
    return c.json(messageForm(found.client, found.message, switches));
  });
  routes.put('/:id', async (c) => {
    const found = find(c.req.param('id'));
    if (found === undefined) return unknownId(switches);
    const body: Said = await c.req.json().catch(() => ({}));
    if (!isAgents(found.message) || !isText(body.text))
      return refusal(switches, 400, 'Only the text of an agent’s message can be changed');
    found.message.text = body.text;
    found.message.edited = true;
    return c.json(messageForm(found.client, found.message, switches));
  });
  routes.delete('/:id', (c) => {
    const found = find(c.req.param('id'));
    if (found === undefined) return unknownId(switches);
    const { client, message } = found;
    if (!isAgents(message)) return refusal(switches, 400, 'Only an agent’s message can be deleted');
    client.messages = client.messages.filter((each) => each !== message);
    return c.json(messageForm(client, message, switches));
  });
  return routes;
}

/** Wrong types are refused, so nothing is promised about them. */
interface Said {
  clientId?: unknown;
  text?: unknown;
  agentId?: unknown;
  agentEmail?: unknown;
  agentName?: unknown;
  receivedFrom?: unknown;
}

/** A known agent by id, or all three of e-mail, name and origin, which may create a new agent. */
function speaker(data: ChatraData, body: Said): Agent | undefined {
  if (body.agentId !== undefined) return data.agents.find((agent) => agent.id === body.agentId);
  const { agentEmail, agentName, receivedFrom } = body;
  if (!isText(agentEmail) || !isText(agentName) || !isText(receivedFrom)) return undefined;
  return data.agentByEmail(agentEmail, agentName);
}

function anyAgent(data: ChatraData, body: Said): Agent | undefined {
  if (body.agentId === undefined) return data.agents[0];
  return data.agents.find((agent) => agent.id === body.agentId);
}

function isAgents(message: Message): boolean {
  return message.type === 'agent';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
