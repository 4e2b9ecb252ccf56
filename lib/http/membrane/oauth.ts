import * as v from 'valibot';
import { createDirectTransport } from '../direct';
import { path } from '../encode-path';
import type { EncodedPath } from '../transport';
import { TransportError } from '../transport-error';

/** What a sign-in asks for: the connections of one tenant, and nothing of the workspace. */
const SCOPE = 'tenant';

const clientSchema = v.object({
  client_id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
});

const secretText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));

const tokensSchema = v.object({
  access_token: secretText,
  token_type: v.pipe(v.string(), v.toLowerCase(), v.literal('bearer')),
  /** Seconds. */
  expires_in: v.pipe(v.number(), v.finite(), v.minValue(0)),
  refresh_token: v.fallback(v.optional(secretText), undefined),
});

/** The tokens that a sign-in gives. */
export interface OAuthTokens {
  accessToken: string;
  /** Epoch ms: from then on the access token is no longer accepted. */
  endsAt: number;
  /** Absent where the sign-in cannot be renewed. */
  refreshToken: string | undefined;
}

interface MembraneOAuthOptions {
  /** Origin of the service: https, or http on loopback. */
  base: string;
  permitted(): Promise<boolean>;
  now(): number;
}

/**
 * Signing in to Membrane by OAuth, as a public client with PKCE. Each call throws `TransportError`,
 * `not-json` for an answer of another form, and the signal's reason when aborted.
 */
export class MembraneOAuth {
  constructor(private readonly options: MembraneOAuthOptions) {}

  /** Makes Deskside known to the service, once for an address to come back to; gives the client's id. */
  async register(redirect: string, signal: AbortSignal): Promise<string> {
    const body = {
      client_name: 'Deskside',
      redirect_uris: [redirect],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    };
    const answer = await this.#post(path`/oauth/register`, { body, signal });
    return read(clientSchema, answer).client_id;
  }

  /** The address of the page on which a person consents. */
  consentAddress(asked: {
    clientId: string;
    redirect: string;
    state: string;
    challenge: string;
  }): string {
    const address = new URL('/oauth/authorize', this.options.base);
    address.search = new URLSearchParams({
      client_id: asked.clientId,
      redirect_uri: asked.redirect,
      response_type: 'code',
      scope: SCOPE,
      state: asked.state,
      code_challenge: asked.challenge,
      code_challenge_method: 'S256',
    }).toString();
    return address.href;
  }

  exchange(
    given: { clientId: string; redirect: string; code: string; verifier: string },
    signal: AbortSignal,
  ): Promise<OAuthTokens> {
    const body = {
      grant_type: 'authorization_code',
      code: given.code,
      redirect_uri: given.redirect,
      client_id: given.clientId,
      code_verifier: given.verifier,
    };
    return this.#tokens(body, signal);
  }

  /** New tokens for a refresh token; the service may take that one back with its answer. */
  renew(refreshToken: string, clientId: string, signal: AbortSignal): Promise<OAuthTokens> {
    const body = {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: clientId,
    };
    return this.#tokens(body, signal);
  }

  /** Revokes a refresh token, and the access that it gives. */
  async revoke(refreshToken: string, clientId: string, signal: AbortSignal): Promise<void> {
    const body = {
      token: refreshToken,
      token_type_hint: 'refresh_token',
      client_id: clientId,
    };
    await this.#post(path`/oauth/revoke`, { body, isForm: true, signal });
  }

  async #tokens(body: Record<string, string>, signal: AbortSignal): Promise<OAuthTokens> {
    const answer = await this.#post(path`/oauth/token`, { body, isForm: true, signal });
    const { access_token, expires_in, refresh_token } = read(tokensSchema, answer);
    return {
      accessToken: access_token,
      endsAt: this.options.now() + expires_in * 1_000,
      refreshToken: refresh_token,
    };
  }

  async #post(
    asked: EncodedPath,
    more: { body: Record<string, unknown>; isForm?: true; signal: AbortSignal },
  ): Promise<unknown> {
    const { base, permitted } = this.options;
    const line = createDirectTransport({ origin: base, permitted, authorise: async () => ({}) });
    return (await line.send({ method: 'POST', path: asked, ...more })).body;
  }
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, answer);
  if (!parsed.success) throw new TransportError('not-json', { isOfRelay: true });
  return parsed.output;
}
