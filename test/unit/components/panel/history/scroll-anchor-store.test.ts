import { describe, expect, it } from 'vitest';
import { useScrollAnchorStore } from '../../../../../components/panel/history/scroll-anchor-store';
import { ref } from '../../../refs';

const { remember, jumpTo } = useScrollAnchorStore.getState();
const placeOf = (anchor: string) => useScrollAnchorStore.getState().scrollAnchors.get(anchor);

describe('usePlaceStore', () => {
  it('remembers where somebody read, per person, and forgets who was left at the newest', () => {
    remember(ref('cw/1'), { key: 'a', at: 1, offset: -4 });
    remember(ref('cw/2'), { key: 'b', at: 2, offset: 0 });
    remember(ref('cw/1'), { key: 'c', at: 3, offset: 5 });
    expect(placeOf('cw/1')?.key).toBe('c');
    remember(ref('cw/1'), undefined);
    expect(placeOf('cw/1')).toBeUndefined();
    expect(placeOf('cw/2')?.key).toBe('b');
  });

  it('lets go of the ones longest not seen', () => {
    for (let id = 0; id < 300; id += 1) remember(ref(`cw/${id}`), { key: 'k', at: 0, offset: 0 });
    expect(useScrollAnchorStore.getState().scrollAnchors.size).toBe(200);
    expect(placeOf('cw/0')).toBeUndefined();
    expect(placeOf('cw/299')).toBeDefined();
  });

  it('tells a repeated wish from an old one', () => {
    jumpTo('row');
    const before = useScrollAnchorStore.getState().jump;
    jumpTo('row', 'center');
    expect(useScrollAnchorStore.getState().jump).toEqual({
      key: 'row',
      align: 'center',
      count: before.count + 1,
    });
  });
});
