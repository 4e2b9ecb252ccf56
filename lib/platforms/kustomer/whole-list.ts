import type { EncodedPath } from '../../http/transport';
import type { ApiPorts } from '../contract/api';
import { PagedList } from './paged-list';

const MOST_PAGES = 100;

/** A list of the organisation's own things, read to its end: at most 100 pages of 100. */
export async function readWholeList(
  ports: ApiPorts,
  path: EncodedPath,
  signal: AbortSignal,
): Promise<{ data: unknown[]; isWhole: boolean }> {
  const list = new PagedList(ports, path, {});
  const data: unknown[] = [];
  while (list.end === undefined && list.pagesRead < MOST_PAGES) {
    data.push(...list.note(await list.fetch(signal)).data);
  }
  return { data, isWhole: list.end === 'whole' };
}
