import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface ServerIdentity {
  key: string;
  cert: string;
  /** Base64 SHA-256 of the public key, for the browser's list of accepted certificates. */
  spki: string;
}

/** A throw-away certificate; the browser accepts it by the hash of its key, whatever the host. */
export async function createIdentity(): Promise<ServerIdentity> {
  const pair = await generate([{ name: 'commonName', value: 'helpdesks.localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  const spki = new X509Certificate(pair.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: pair.private,
    cert: pair.cert,
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
