import { expect, it } from 'vitest';
import { attachmentLink, pictureLink } from '../../../../lib/platforms/chatwoot/media-links';

const own = 'http://help.acme.example';
const longest = `${own}/${'x'.repeat(2_000 - own.length - 1)}`;

it.each([
  ['https://cdn.example/p.png', 'opened', 'loaded'],
  [`${own}/p.png`, 'opened', 'loaded'],
  ['/p.png', 'opened', 'loaded'],
  [longest, 'opened', 'loaded'],
  ['http://other.example/p.png', 'opened', 'refused'],
  [`${longest}x`, 'refused', 'refused'],
  ['https://ana@cdn.example/p.png', 'refused', 'refused'],
  ['javascript:alert(1)', 'refused', 'refused'],
  ['', 'refused', 'refused'],
  [undefined, 'refused', 'refused'],
])('%s: as a file it is %s, as a picture %s', (raw, asFile, asPicture) => {
  const said = (link: string | undefined, taken: string) =>
    link === undefined ? 'refused' : taken;
  expect(said(attachmentLink(raw, own), 'opened')).toBe(asFile);
  expect(said(pictureLink(raw, own), 'loaded')).toBe(asPicture);
});
