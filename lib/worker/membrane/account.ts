import { t } from '@lingui/core/macro';
import { withLock } from '../../async/with-lock';
import { MembraneApi } from '../../http/membrane/api';
import { createMembraneLine } from '../../http/membrane/line';
import { readMembraneToken } from '../../http/membrane/read-token';
import type { MembraneSelf } from '../../http/membrane/schemas';
import type { LimitMemory } from '../../http/pace';
import type { Transport } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import type { MembraneAnswer } from '../../messaging/membrane-commands';
import type { MembraneLink } from '../../model/connection';
import {
  MEMBRANE_BASE,
  MEMBRANE_SECRETS,
  type MembraneAccountState,
} from '../../model/membrane-account';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import { membraneFailureWords } from './failure-words';

/** Sign-ins on Membrane's own page, which renew themselves. */
export interface PageSignIn {
  /** Lets a person sign in there; returns the secrets of the sign-in, or why there are none. */
  ask(
    base: string,
  ): Promise<{ kind: 'ok'; secrets: Secrets } | { kind: 'failed'; message: string }>;
  /** The token that is valid now. Throws `relay-signed-out`, and `KeysLocked`. */
  token(base: string): Promise<string>;
  /** Whether there is a newer token than one that was refused, asked for at `since` (epoch ms). */
  renewAfterRefusal(base: string, since: number): Promise<boolean>;
  /** Tells Membrane that a sign-in has ended; resolves to whether it was reached. */
  revoke(base: string, secrets: Secrets): Promise<boolean>;
}

export interface MembraneAccountPorts {
  readAccount(): Promise<MembraneAccountState | undefined>;
  writeAccount(account: MembraneAccountState | undefined): Promise<void>;
  readSecrets(id: string, origin: string): Promise<Secrets | undefined>;
  writeSecrets(id: string, origin: string, secrets: Secrets): Promise<void>;
  forgetSecrets(id: string): Promise<void>;
  readDraftSecrets(draftId: string): Promise<Secrets>;
  forgetDraft(draftId: string): Promise<void>;
  permitted(origin: string): Promise<boolean>;
  limitMemory?(id: string): LimitMemory;
  /** Present only in builds that can do it. */
  page?: PageSignIn | undefined;
  now(): number;
}

/**
 * The one Membrane account that is signed in. The token never leaves the worker, and goes to its own
 * base only.
 */
export class MembraneAccount {
  #line: { base: string; line: Transport } | undefined;

  constructor(private readonly ports: MembraneAccountPorts) {}

  /** The line to Membrane for the account that is signed in. Throws `relay-signed-out`. */
  async line(): Promise<Transport> {
    const state = await this.ports.readAccount();
    if (state === undefined) throw new TransportError('relay-signed-out', { isOfRelay: true });
    return this.#lineTo(state.base);
  }

  /** Membrane's own calls. Throws `relay-signed-out`. */
  async api(): Promise<MembraneApi> {
    return new MembraneApi(await this.line());
  }

  /** The line for one connection: nothing is sent when the tenant signed in is not the one that has it. */
  lineFor({ base, tenantId }: MembraneLink): Transport {
    return {
      send: async (request) => {
        const state = await this.ports.readAccount();
        if (state === undefined || state.base !== base) {
          throw new TransportError('relay-signed-out', { isOfRelay: true });
        }
        if (state.tenantId !== tenantId) {
          throw new TransportError('relay-gone', { isOfRelay: true });
        }
        return this.#lineTo(base).send(request);
      },
    };
  }

  /**
   * Signs in with a token that a form left in the drop box. It is read here first, and sent only where it can
   * be the right kind of token.
   */
  async signIn(draftId: string, base = MEMBRANE_BASE): Promise<MembraneAnswer> {
    const { token: pasted = '' } = await this.ports.readDraftSecrets(draftId);
    await this.ports.forgetDraft(draftId);
    const reading = readMembraneToken(pasted, this.ports.now());
    if (reading.kind === 'refused') return { kind: 'failed', message: reading.message };
    const { token, isPersonal, expiresAt, subject } = reading;
    const self = await this.#askSelf(base, token);
    if ('kind' in self) return self;
    const more = { base, isPersonal, expiresAt, subject };
    return this.#keep(self, more, { token }).catch(failed);
  }

  /** Signs in on Membrane's own page, where the build can. */
  async signInOnPage(base = MEMBRANE_BASE): Promise<MembraneAnswer> {
    const { page } = this.ports;
    if (page === undefined) return { kind: 'failed', message: byTokenOnly() };
    const asked = await page.ask(base);
    if (asked.kind === 'failed') return asked;
    const { secrets } = asked;
    const self = await this.#askSelf(base, secrets.token ?? '');
    const isRenewed = secrets.refreshToken !== undefined;
    const expiresAt = isRenewed ? undefined : Number(secrets.endsAt);
    const more = { base, isPersonal: false, expiresAt, isRenewed };
    const answer = 'kind' in self ? self : await this.#keep(self, more, secrets).catch(failed);
    // A sign-in that could not be stored must not stay valid.
    if (answer.kind === 'failed') void page.revoke(base, secrets);
    return answer;
  }

  /** Keeps who is signed in from now on, and what for. */
  async #keep(
    self: MembraneSelf,
    more: Omit<MembraneAccountState, 'tenantId' | 'name' | 'workspace' | 'isSignedOut'>,
    secrets: Secrets,
  ): Promise<MembraneAnswer> {
    const earlier = await this.#kept();
    await this.ports.writeSecrets(MEMBRANE_SECRETS, more.base, secrets).catch(locked);
    await this.#become({
      ...more,
      tenantId: self.internalId ?? self.id,
      name: self.name,
      workspace: self.workspaceKey,
      isSignedOut: false,
    });
    if (earlier !== undefined) void this.ports.page?.revoke(earlier.base, earlier.secrets);
    return { kind: 'ok' };
  }

  /** The secrets of the current sign-in, where they can be read. */
  async #kept(): Promise<{ base: string; secrets: Secrets } | undefined> {
    const { base } = (await this.ports.readAccount()) ?? {};
    if (base === undefined) return undefined;
    const secrets = await this.ports
      .readSecrets(MEMBRANE_SECRETS, base)
      .catch((error: unknown) => (error instanceof KeysLocked ? undefined : Promise.reject(error)));
    return secrets && { base, secrets };
  }

  /**
   * Ends the sign-in at Membrane where that can be done, and forgets it. Connections stay and say that
   * it has ended.
   */
  async signOut(): Promise<MembraneAnswer> {
    const { page } = this.ports;
    const account = page && (await this.ports.readAccount());
    const kept = page && (await this.#kept());
    // What locked keys hide cannot be ended there. A sign-in that has ended is open nowhere.
    const isHeard =
      kept === undefined
        ? account?.isRenewed !== true || account.isSignedOut
        : (await page?.revoke(kept.base, kept.secrets)) !== false;
    await this.ports.forgetSecrets(MEMBRANE_SECRETS);
    await this.#become(undefined);
    return isHeard ? { kind: 'ok' } : { kind: 'failed', message: notHeard() };
  }

  async #askSelf(base: string, token: string): Promise<MembraneSelf | MembraneAnswer> {
    try {
      // That this token is refused says nothing about the token of the current sign-in.
      const line = this.#createLine(base, async () => token);
      return await new MembraneApi(line).self(AbortSignal.timeout(30_000));
    } catch (error) {
      return failed(error);
    }
  }

  #lineTo(base: string): Transport {
    if (this.#line?.base === base) return this.#line.line;
    const inner = this.#createLine(base, () => this.#token(base));
    const line: Transport = {
      send: async (request) => {
        const mark = (isSignedOut: boolean) => this.#mark(line, base, isSignedOut);
        const since = this.ports.now();
        try {
          const answer = await inner.send(request);
          // It was refused once, or the clock was wrong. Where that cannot be stored, the answer counts still.
          await mark(false).catch(() => undefined);
          return answer;
        } catch (error) {
          if (!isSignedOut(error)) throw error;
          // Nothing was done with what Membrane refused: it can be asked again, whatever it is.
          if (await this.#hasNewer(base, since)) return inner.send(request);
          await mark(true);
          throw error;
        }
      },
    };
    this.#line = { base, line };
    return line;
  }

  #createLine(base: string, token: () => Promise<string>): Transport {
    return createMembraneLine({
      base,
      token,
      permitted: () => this.ports.permitted(base),
      now: this.ports.now,
      memory: this.ports.limitMemory?.(MEMBRANE_SECRETS),
    });
  }

  async #token(base: string): Promise<string> {
    const state = await this.ports.readAccount();
    const { page } = this.ports;
    if (state?.isRenewed === true && page !== undefined) return page.token(base).catch(locked);
    const { token } = (await this.ports.readSecrets(MEMBRANE_SECRETS, base).catch(locked)) ?? {};
    const isOver = state?.expiresAt !== undefined && state.expiresAt <= this.ports.now();
    if (token === undefined || isOver) {
      throw new TransportError('relay-signed-out', { isOfRelay: true });
    }
    return token;
  }

  async #hasNewer(base: string, since: number): Promise<boolean> {
    const state = await this.ports.readAccount();
    const { page } = this.ports;
    if (page === undefined || state?.isRenewed !== true || state.isSignedOut) return false;
    try {
      return await page.renewAfterRefusal(base, since);
    } catch (error) {
      if (isSignedOut(error)) return false;
      return locked(error);
    }
  }

  #mark(line: Transport, base: string, isSignedOut: boolean): Promise<void> {
    return withLock(this, 'account', async () => {
      // A late answer to an earlier token says nothing about this one, and nothing after signing out.
      if (this.#line?.line !== line) return;
      const state = await this.ports.readAccount();
      if (state === undefined || state.base !== base || state.isSignedOut === isSignedOut) return;
      await this.ports.writeAccount({ ...state, isSignedOut });
    });
  }

  #become(account: MembraneAccountState | undefined): Promise<void> {
    return withLock(this, 'account', async () => {
      await this.ports.writeAccount(account);
      this.#line = undefined;
    });
  }
}

const byTokenOnly = () =>
  t`This build of Deskside can only sign in to Membrane with a token. Paste one.`;
const notHeard = () =>
  t`You’re signed out here, but Membrane could not be notified. End the session in Membrane’s console too.`;

function isSignedOut(error: unknown): boolean {
  return error instanceof TransportError && error.failure === 'relay-signed-out';
}

function failed(error: unknown): MembraneAnswer {
  return { kind: 'failed', message: membraneFailureWords(error) };
}

/** While a passphrase has not been given, nothing is sent and nothing forgotten. */
function locked(error: unknown): never {
  throw error instanceof KeysLocked ? new TransportError('locked') : error;
}
