import { TransportError } from './transport-error';

/**
 * Reads a body as text, giving up with `too-large` as soon as it exceeds `maxBytes`, so that a
 * runaway answer cannot fill the worker's memory.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new TransportError('too-large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
