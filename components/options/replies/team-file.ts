import { type ReplyAnswer, replyAnswerSchema } from '../../../lib/messaging/answers';
import { request } from '../../../lib/messaging/send';
import { hostsOf, requestPermission } from '../permissions';

/** The match pattern of the host of an https address; `undefined` for anything else. */
export function teamPattern(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' ? `https://${hostname}/*` : undefined;
}

/**
 * Has the team's file at this address read from now on; an empty one takes it away. Call it first
 * thing in a click handler: the browser is asked for permission before this returns. Never rejects.
 */
export async function setTeamFile(address: string): Promise<ReplyAnswer> {
  const pattern = teamPattern(address);
  const permission = pattern === undefined ? true : requestPermission([pattern]);
  if (!(await permission)) {
    const host = hostsOf(pattern === undefined ? [] : [pattern]).join('');
    const message = `The browser was not allowed to read from ${host}. Try again and allow it.`;
    return { kind: 'failed', message };
  }
  return request('replies.team', { url: address }, replyAnswerSchema).catch(noAnswer);
}

function noAnswer(): ReplyAnswer {
  const message = 'Deskside’s background part did not answer. Reload this page and try again.';
  return { kind: 'failed', message };
}
