import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { hostMatches } from '../../helpdesks/core/server';
import type { Helpdesks } from '../../helpdesks/start';

export interface HostProxy {
  port: number;
  stop(): Promise<void>;
}

/** Makes the helpdesks' real host names lead to the emulated ones, and every other host to nowhere. */
export async function startProxy({ all, server }: Helpdesks): Promise<HostProxy> {
  const hosts = all.flatMap((emulator) => emulator.hosts);
  const tunnels = new Set<Duplex>();
  const proxy = createServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', (request, socket) => {
    const [host = ''] = String(request.url).split(':');
    if (!hosts.some((pattern) => hostMatches(pattern, host))) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(server.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    tunnels.add(socket);
    socket.once('close', () => tunnels.delete(socket));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
        // The proxy does not count the tunnels among its own connections.
        for (const socket of tunnels) socket.destroy();
      }),
  };
}
