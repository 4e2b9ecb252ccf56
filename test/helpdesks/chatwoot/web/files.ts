import { Hono } from 'hono';
import type { ApiWorld } from '../api/context';
import type { Attachment, Installation } from '../tables';

/** Attachments: an ActiveStorage address that redirects, and the stored file behind it. */
export function fileRoutes(world: ApiWorld): Hono {
  const routes = new Hono();
  routes.get('/blobs/redirect/:signed/:name', (c) => {
    const { origin } = world.installationAt(new URL(c.req.url).hostname);
    const name = encodeURIComponent(c.req.param('name'));
    return c.redirect(`${origin}/rails/active_storage/disk/${c.req.param('signed')}/${name}`, 302);
  });
  routes.get('/disk/:signed/:name', (c) => {
    const id = Number(c.req.param('signed').replace('signed-', ''));
    const found = attachmentOf(world.installationAt(new URL(c.req.url).hostname), id);
    if (found === undefined) return c.text('Not Found', 404);
    if (!found.mime.startsWith('image/')) {
      return c.body(`Contents of ${found.fileName}`, 200, { 'content-type': found.mime });
    }
    return c.body(picture(found), 200, { 'content-type': 'image/svg+xml' });
  });
  return routes;
}

function attachmentOf(installation: Installation, id: number): Attachment | undefined {
  return installation.accounts
    .flatMap((account) => account.conversations)
    .flatMap((conversation) => conversation.messages)
    .flatMap((message) => message.attachments)
    .find((attachment) => attachment.id === id);
}

/** Hills under a sky, tinted by the file, so that pictures on the page look like pictures. */
function picture({ id }: Attachment): string {
  const hue = (id * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">
<rect width="640" height="480" fill="hsl(${hue},45%,82%)"/><circle cx="500" cy="110" r="46" fill="#fff6dd"/>
<path d="M0 330 160 170 290 300 420 190 640 360V480H0Z" fill="hsl(${hue},28%,58%)"/>
<path d="M0 400 210 300 400 400 640 330V480H0Z" fill="hsl(${hue},32%,42%)"/></svg>`;
}
