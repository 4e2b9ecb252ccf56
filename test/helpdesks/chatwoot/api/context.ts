import type { Context } from 'hono';
import { type ConversationContext, conversationShape } from '../shapes/conversation';
import { inboxShape, slimInbox } from '../shapes/inbox';
import { atLeast, type ChatwootSwitches } from '../switches';
import type {
  Account,
  Contact,
  Conversation,
  Inbox,
  Installation,
  Membership,
  User,
} from '../tables';
import { notFound, unauthorized } from './refusal';
import type { RateCounters } from './throttle';

/** What the routes work with. */
export interface ApiWorld {
  switches: ChatwootSwitches;
  counters: RateCounters;
  /** The server behind a host name. */
  installationAt(host: string): Installation;
  /** Epoch ms. */
  now(): number;
}

export type Caller = { kind: 'user'; user: User } | { kind: 'bot' };

export interface ApiEnv {
  Variables: { world: ApiWorld; installation: Installation; caller: Caller; account: Account };
}

export type ApiContext = Context<ApiEnv>;

/** The calling user; bots are refused before a route that needs one. */
export function userOf(c: ApiContext): User {
  const caller = c.get('caller');
  if (caller.kind !== 'user')
    throw unauthorized('Access to this endpoint is not authorized for bots');
  return caller.user;
}

export function membershipOf(c: ApiContext): Membership | undefined {
  const caller = c.get('caller');
  if (caller.kind !== 'user') return undefined;
  return caller.user.memberships.find((one) => one.accountId === c.get('account').id);
}

export function isAdministrator(c: ApiContext): boolean {
  return membershipOf(c)?.role === 'administrator';
}

/** Whether the caller's lists contain conversations of this inbox. */
export function seesInbox(c: ApiContext, inboxId: number): boolean {
  if (c.get('caller').kind === 'bot') return true;
  const membership = membershipOf(c);
  return membership?.role === 'administrator' || membership?.inboxIds.includes(inboxId) === true;
}

/** The contact of the path; 404 when it is not in this account. */
export function contactOf(c: ApiContext, parameter = 'contact'): Contact {
  const id = idOf(c, parameter);
  const contact = c.get('account').contacts.find((candidate) => candidate.id === id);
  if (contact === undefined) throw notFound();
  return contact;
}

/** The conversation of the path; 401 when neither its inbox nor its team is the caller's. */
export function conversationOf(c: ApiContext): Conversation {
  const account = c.get('account');
  const id = idOf(c, 'conversation');
  const found = account.conversations.find((candidate) => candidate.displayId === id);
  if (found === undefined) throw notFound();
  const caller = c.get('caller');
  const team = account.teams.find((candidate) => candidate.id === found.teamId);
  const inTeam = caller.kind === 'user' && team?.memberIds.includes(caller.user.id) === true;
  if (!inTeam && !seesInbox(c, found.inboxId)) {
    throw unauthorized('You are not authorized to do this action');
  }
  return found;
}

/** An inbox in its long form, as delivered to this caller. */
export function longInboxOf(c: ApiContext): (inbox: Inbox) => Record<string, unknown> {
  const { version } = c.get('world').switches;
  const administrator = isAdministrator(c);
  return (inbox) => inboxShape(inbox, { administrator, version });
}

/** An inbox inside a contact: long in 4.0.1, slim in 4.15.1; where it changed is not known. */
export function inboxFormOf(c: ApiContext): (inbox: Inbox) => Record<string, unknown> {
  return atLeast(c.get('world').switches.version, '4.1.0') ? slimInbox : longInboxOf(c);
}

/** A numeric id of the path; 404 for anything else. */
export function idOf(c: ApiContext, parameter: string): number {
  const raw = c.req.param(parameter) ?? '';
  if (!/^\d+$/.test(raw)) throw notFound();
  return Number(raw);
}

/** Conversations in API form, as delivered to this caller. */
export function conversationShapes(
  c: ApiContext,
  conversations: readonly Conversation[],
): Record<string, unknown>[] {
  const context = shapeContext(c);
  return conversations.map((conversation) => conversationShape(conversation, context));
}

function shapeContext(c: ApiContext): ConversationContext {
  const caller = c.get('caller');
  const world = c.get('world');
  return {
    installation: c.get('installation'),
    account: c.get('account'),
    userId: caller.kind === 'user' ? caller.user.id : 0,
    messagingWindows: world.switches.messagingWindows,
    now: world.now(),
  };
}
