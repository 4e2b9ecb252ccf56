import { baseOf } from './apps';
import type { MembraneSwitches } from './switches';

/** A prepared action: its published key, and the request that it is assumed to make. */
export interface Action {
  app: string;
  key: string;
  method: string;
  /** On the helpdesk's own origin; a part in braces is an input. */
  path: string;
}

/** Keys are the published ones; requests, inputs and outputs are this emulator's invention. */
const requests: Record<string, Record<string, string>> = {
  chatra: {
    'update-client': 'PUT /api/clients/{clientId}',
    'get-client': 'GET /api/clients/{clientId}',
    'send-agent-message': 'POST /api/messages',
    'edit-agent-message': 'PUT /api/messages/{messageId}',
    'delete-agent-message': 'DELETE /api/messages/{messageId}',
    'get-message': 'GET /api/messages/{messageId}',
    'send-pushed-message': 'POST /api/pushedMessages',
    'edit-pushed-message': 'PUT /api/pushedMessages/{messageId}',
    'delete-pushed-message': 'DELETE /api/pushedMessages/{messageId}',
    'get-pushed-message': 'GET /api/pushedMessages/{messageId}',
  },
  chaport: {
    'list-visitors': 'GET /api/v1/visitors',
    'get-visitor': 'GET /api/v1/visitors/{visitorId}',
    'update-visitor': 'PUT /api/v1/visitors/{visitorId}',
    'delete-visitor': 'DELETE /api/v1/visitors/{visitorId}',
    'get-visitor-last-chat': 'GET /api/v1/visitors/{visitorId}/chats',
    'update-visitor-last-chat': 'PUT /api/v1/visitors/{visitorId}/chats',
    'get-chat': 'GET /api/v1/visitors/{visitorId}/chats/{chatId}',
    'list-chat-events': 'GET /api/v1/visitors/{visitorId}/chats/{chatId}/events',
    'send-message': 'POST /api/v1/messages',
    'update-message': 'PUT /api/v1/messages/{messageId}',
    'list-operators': 'GET /api/v1/operators',
    'get-operator': 'GET /api/v1/operators/{operatorId}',
    'create-operator': 'POST /api/v1/operators',
    'update-operator': 'PUT /api/v1/operators/{operatorId}',
    'update-operator-status': 'POST /api/v1/operators/{operatorId}/status',
    'delete-operator': 'DELETE /api/v1/operators/{operatorId}',
    'list-webhooks': 'GET /api/v1/events/subscriptions',
    'get-webhook': 'GET /api/v1/events/subscriptions/{webhookId}',
    'create-webhook': 'POST /api/v1/events/subscriptions',
    'update-webhook': 'PUT /api/v1/events/subscriptions/{webhookId}',
  },
  kustomer: {
    'list-customers': 'GET /v1/customers',
    'get-customer-by-id': 'GET /v1/customers/{id}',
    'get-customer-by-email': 'GET /v1/customers/email={email}',
    'create-customer': 'POST /v1/customers',
    'update-customer': 'PUT /v1/customers/{id}',
    'list-conversations': 'GET /v1/conversations',
    'get-conversation-by-id': 'GET /v1/conversations/{id}',
    'create-conversation': 'POST /v1/conversations',
    'update-conversation': 'PUT /v1/conversations/{id}',
    'list-messages': 'GET /v1/messages',
    'get-message-by-id': 'GET /v1/messages/{id}',
    'create-message': 'POST /v1/messages',
    'list-notes': 'GET /v1/notes',
    'get-note-by-id': 'GET /v1/notes/{id}',
    'create-note': 'POST /v1/notes',
    'list-companies': 'GET /v1/companies',
    'get-company-by-id': 'GET /v1/companies/{id}',
    'create-company': 'POST /v1/companies',
    'list-users': 'GET /v1/users',
    'get-user-by-id': 'GET /v1/users/{id}',
  },
};

export const actions: readonly Action[] = Object.entries(requests).flatMap(([app, byKey]) =>
  Object.entries(byKey).map(([key, request]) => {
    const [method = '', path = ''] = request.split(' ');
    return { app, key, method, path };
  }),
);

export function actionIdOf({ app, key }: Action): string {
  return `act-${app}-${key}`;
}

/** Inputs that are part of the path; without them nothing is run. */
export function inputsOf({ path }: Action): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** "List Visitors" for `list-visitors`. */
function nameOf({ key }: Action): string {
  return key.replace(/(^|-)(\w)/g, (_all, gap: string, letter: string) => {
    return `${gap === '' ? '' : ' '}${letter.toUpperCase()}`;
  });
}

/** An action as a list shows it. */
export function actionAnswer(action: Action, switches: MembraneSwitches) {
  const at = actions.filter(({ app }) => app === action.app).indexOf(action);
  const hasKey = switches.actionKeys === 'all' || (switches.actionKeys === 'some' && at % 2 === 1);
  const inputs = inputsOf(action);
  const request = requestAnswer(action, switches);
  return {
    id: actionIdOf(action),
    name: nameOf(action),
    ...(hasKey ? { key: action.key } : {}),
    description: `${nameOf(action)}.`,
    type: 'api-request-to-external-app',
    state: 'READY',
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(inputs.map((name) => [name, { type: 'string' }])),
      required: inputs,
    },
    ...(request === undefined ? {} : { config: { request } }),
  };
}

function requestAnswer(action: Action, switches: MembraneSwitches) {
  if (switches.actionRequests === 'hidden') return undefined;
  const base = baseOf(action.app, switches);
  const path = action.path.startsWith(`${base}/`) ? action.path.slice(base.length) : action.path;
  if (switches.actionRequests === 'shown') return { method: action.method.toLowerCase(), path };
  const parts = path.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? part : { $var: `$.input.${name}` };
  });
  return { method: action.method.toLowerCase(), path: { $concat: parts } };
}
