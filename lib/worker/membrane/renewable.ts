import type { OAuthTokens } from '../../http/membrane/oauth';
import type { Secrets } from '../../storage/secrets';

/** Tokens in the form in which they are kept beside the keys of helpdesks, all of it text. */
export function secretsOfTokens(tokens: OAuthTokens, clientId: string, now: number): Secrets {
  const { accessToken, endsAt, refreshToken } = tokens;
  return {
    token: accessToken,
    clientId,
    gotAt: String(now),
    endsAt: String(endsAt),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}

/** A sign-in that can be renewed. */
export interface RenewableSignIn {
  token: string;
  refreshToken: string;
  clientId: string;
  gotAt: number;
  endsAt: number;
}

/** What a renewal needs of the secrets; `undefined` for those of a sign-in that cannot be renewed. */
export function renewableOf(secrets: Secrets): RenewableSignIn | undefined {
  const { token, refreshToken, clientId } = secrets;
  if (token === undefined || refreshToken === undefined || clientId === undefined) return undefined;
  const [gotAt, endsAt] = [Number(secrets.gotAt), Number(secrets.endsAt)];
  // A token that cannot be read counts as expired: it is renewed.
  return { token, refreshToken, clientId, gotAt: gotAt || 0, endsAt: endsAt || 0 };
}
