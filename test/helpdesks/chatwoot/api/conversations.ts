import { Hono } from 'hono';
import { attachmentsOf } from './attachments';
import { type ApiEnv, conversationOf, conversationShapes, seesInbox, userOf } from './context';
import { filterConversations } from './conversation-filter';
import { byAssignee, countsOf, listedConversations, sorted } from './conversation-list';
import { bodyOf, isRecord, pageOf, textOf } from './params';
import { unprocessable } from './refusal';

const conversationPageSize = 25;
const statuses = ['open', 'resolved', 'pending', 'snoozed'] as const;

/** Everything under `conversations` but the messages. */
export function conversationRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/', (c) => {
    const listed = listedConversations(c);
    const rows = sorted(c, byAssignee(c, listed));
    const unpaged = c.req.query('updated_within') !== undefined;
    const shown = unpaged ? rows : pageOf(c, rows, conversationPageSize).rows;
    return c.json({
      data: { meta: countsOf(c, listed), payload: conversationShapes(c, shown) },
    });
  });
  routes.get('/meta', (c) => c.json({ meta: countsOf(c, listedConversations(c)) }));
  routes.post('/filter', async (c) => {
    const { version } = c.get('world').switches;
    const rows = filterConversations(c.get('account'), await bodyOf(c), version).filter((one) =>
      seesInbox(c, one.inboxId),
    );
    const { assigned_count: _assigned, ...meta } = countsOf(c, rows);
    const page = pageOf(c, rows, conversationPageSize);
    return c.json({ meta, payload: conversationShapes(c, page.rows) });
  });
  routes.get('/:conversation', (c) => c.json(conversationShapes(c, [conversationOf(c)])[0]));
  routes.get('/:conversation/attachments', (c) =>
    c.json(attachmentsOf(c, [conversationOf(c)], false)),
  );
  addChanges(routes);
  return routes;
}

function addChanges(routes: Hono<ApiEnv>): void {
  routes.get('/:conversation/labels', (c) => c.json({ payload: conversationOf(c).labels }));
  routes.post('/:conversation/labels', async (c) => {
    const conversation = conversationOf(c);
    const { labels } = await bodyOf(c);
    conversation.labels = Array.isArray(labels) ? labels.map(String) : [];
    return c.json({ payload: conversation.labels });
  });
  routes.post('/:conversation/toggle_status', async (c) => {
    const conversation = conversationOf(c);
    const wanted = textOf((await bodyOf(c)).status);
    const status = statuses.find((candidate) => candidate === wanted);
    if (wanted !== undefined && status === undefined) {
      throw unprocessable(`'${wanted}' is not a valid status`);
    }
    conversation.status = status ?? (conversation.status === 'open' ? 'resolved' : 'open');
    return c.json({
      meta: {},
      payload: {
        success: true,
        conversation_id: conversation.displayId,
        current_status: conversation.status,
        snoozed_until: null,
      },
    });
  });
  routes.post('/:conversation/toggle_priority', async (c) => {
    conversationOf(c).priority = textOf((await bodyOf(c)).priority) ?? null;
    return c.body(null, 200);
  });
  routes.post('/:conversation/assignments', async (c) => {
    const conversation = conversationOf(c);
    const { assignee_id: assigneeId } = await bodyOf(c);
    conversation.assigneeId = typeof assigneeId === 'number' ? assigneeId : null;
    return c.json({});
  });
  routes.post('/:conversation/custom_attributes', async (c) => {
    const conversation = conversationOf(c);
    const { custom_attributes: custom } = await bodyOf(c);
    conversation.custom = isRecord(custom) ? custom : {};
    return c.json({ custom_attributes: conversation.custom });
  });
  routes.post('/:conversation/update_last_seen', (c) => {
    const conversation = conversationOf(c);
    userOf(c);
    conversation.agentLastSeenAt = c.get('world').now();
    return c.json(conversationShapes(c, [conversation])[0]);
  });
}
