import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCardAnswer } from '../../../lib/cards/read-answer';

const origin = 'https://shop.example';
const read = (raw: unknown) => readCardAnswer(raw, origin);
const value = (field: object) => read({ fields: [{ label: 'X', ...field }] })?.fields[0]?.value;

describe('an answer', () => {
  it('is read with fields of every kind and a table', () => {
    expect(
      read({
        title: 'Orders',
        fields: [
          { key: 'Status', label: 'Status', value: 'Shipped', kind: 'status', tone: 'good' },
          { label: 'Plan name', value: 'Gold' },
          { label: 'Orders', value: 12, kind: 'number' },
          { label: 'Spent', value: '1299.50', kind: 'money', currency: 'eur' },
          { label: 'Since', value: '2024-02-29', kind: 'date' },
          { label: 'Last order', value: '2026-11-28T14:05:00+01:00', kind: 'date' },
          { label: 'In the shop', value: '/orders/7', kind: 'link', text: 'Order 7' },
        ],
        tables: [
          {
            title: 'Last orders',
            columns: [
              { label: 'Number' },
              { label: 'Total', kind: 'money', currency: 'EUR' },
              { label: 'State', kind: 'status' },
            ],
            rows: [
              ['7', 49.9, { value: 'open', tone: 'warn' }],
              ['8', null, 'done'],
              ['9', { value: 5, currency: 'USD' }],
            ],
          },
        ],
      }),
    ).toEqual({
      title: 'Orders',
      fields: [
        {
          key: 'Status',
          label: 'Status',
          value: { kind: 'status', text: 'Shipped', tone: 'good' },
        },
        { key: 'plan_name', label: 'Plan name', value: { kind: 'text', text: 'Gold' } },
        { key: 'orders', label: 'Orders', value: { kind: 'number', amount: '12' } },
        {
          key: 'spent',
          label: 'Spent',
          value: { kind: 'money', amount: '1299.50', currency: 'EUR' },
        },
        { key: 'since', label: 'Since', value: { kind: 'date', at: '2024-02-29' } },
        {
          key: 'last_order',
          label: 'Last order',
          value: { kind: 'date', at: '2026-11-28T13:05:00.000Z' },
        },
        {
          key: 'in_the_shop',
          label: 'In the shop',
          value: { kind: 'link', url: 'https://shop.example/orders/7', text: 'Order 7' },
        },
      ],
      tables: [
        {
          title: 'Last orders',
          columns: [
            { label: 'Number', isNumeric: false },
            { label: 'Total', isNumeric: true },
            { label: 'State', isNumeric: false },
          ],
          rows: [
            [
              { kind: 'text', text: '7' },
              { kind: 'money', amount: '49.9', currency: 'EUR' },
              { kind: 'status', text: 'open', tone: 'warn' },
            ],
            [{ kind: 'text', text: '8' }, null, { kind: 'status', text: 'done', tone: 'neutral' }],
            [{ kind: 'text', text: '9' }, { kind: 'money', amount: '5', currency: 'USD' }, null],
          ],
          more: 0,
        },
      ],
      dropped: 0,
      problems: [],
    });
  });

  test.each([
    null,
    7,
    'x',
    [],
    {},
    { title: 'X' },
    { fields: 'x' },
    { error: 'no' },
    { fields: null },
  ])('%j is no card', (raw) => expect(read(raw)).toBeUndefined());

  it('of somebody who is not known is empty', () => {
    expect(read({ fields: [] })).toMatchObject({ fields: [], tables: [], dropped: 0 });
  });

  test.each([
    [{ value: 'x', kind: 'html' }, 'kind must be one of'],
    [{ value: 'many', kind: 'number' }, 'not a number'],
    [JSON.parse('{"value":1234567890123456789}'), 'too many digits'],
    [{ value: '1,299.50', kind: 'number' }, 'not a number'],
    [{ value: 'NaN', kind: 'number' }, 'not a number'],
    [{ value: 1, kind: 'money' }, 'currency'],
    [{ value: 1, kind: 'money', currency: 'euro' }, 'currency'],
    [{ value: '29.02.2024', kind: 'date' }, 'not a date'],
    [{ value: '2026-02-30', kind: 'date' }, 'not a date'],
    [{ value: '2026-11-28T14:05:00', kind: 'date' }, 'not a date'],
    [{ value: '2026-06-31T14:05:00Z', kind: 'date' }, 'not a date'],
    [{ value: '2026-02-30 14:05+01:00', kind: 'date' }, 'not a date'],
    [{ value: '1e999', kind: 'number' }, 'not a number'],
    [{ value: 'https://evil.example/', kind: 'link' }, 'leads away'],
    [{ value: '//evil.example/', kind: 'link' }, 'leads away'],
    [{ value: 'javascript:alert(1)', kind: 'link' }, 'leads away'],
    [{ value: 'http://shop.example/', kind: 'link' }, 'leads away'],
    [{ value: 'https://a:b@shop.example/', kind: 'link' }, 'leads away'],
    [{ value: '\\\\evil.example', kind: 'link' }, 'leads away'],
    [{ value: 'blob:https://shop.example/1', kind: 'link' }, 'leads away'],
    [{ value: 'x', kind: 'status', tone: 'red' }, 'tone'],
    [{ value: { a: 1 } }, 'the value is not'],
    [{ value: 'x', key: 'a.b' }, 'key'],
    [{ value: 'x', label: '' }, 'label'],
    [{ value: 'x', label: 7 }, 'label'],
  ])('%j is dropped and counted, and the rest stays', (field, why) => {
    const answer = read({
      fields: [
        { label: 'X', ...field },
        { label: 'Y', value: 1 },
      ],
    });
    expect(answer).toMatchObject({ fields: [{ label: 'Y' }], dropped: 1 });
    expect(answer?.problems).toEqual([expect.stringContaining('fields[0]: ')]);
    expect(answer?.problems[0]).toContain(why);
  });

  it('has no field where there is no value, and counts none', () => {
    const fields = [{ label: 'A', value: null }, { label: 'B', value: ' ' }, { label: 'C' }];
    expect(read({ fields })).toMatchObject({ fields: [], dropped: 0 });
  });

  it('is text where it looks like markup, without hidden signs', () => {
    expect(value({ value: '<b>hi</b>\u202e\u0000' })).toEqual({ kind: 'text', text: '<b>hi</b>' });
    expect(value({ value: true })).toEqual({ kind: 'text', text: 'yes', truth: true });
  });

  it('is bounded in every direction, and what is beyond is counted', () => {
    const many = read({
      fields: Array.from({ length: 60 }, (_none, index) => ({ label: `F${index}`, value: 'x' })),
      tables: Array.from({ length: 7 }, () => ({
        columns: Array.from({ length: 10 }, () => ({ label: 'C' })),
        rows: Array.from({ length: 70 }, () => ['x'.repeat(5_000)]),
      })),
    });
    expect(many?.fields).toHaveLength(40);
    expect(many?.tables).toHaveLength(5);
    expect(many?.tables[0]?.columns).toHaveLength(8);
    expect(many?.tables[0]?.rows).toHaveLength(50);
    expect(many?.tables[0]?.more).toBe(20);
    expect(many?.dropped).toBe(20 + 2 + 5 * 2);
    expect(JSON.stringify(many).length).toBeLessThan(2_000_000);
  });

  it('is cut as short where every character takes two', () => {
    const long = read({ fields: [{ label: '👍'.repeat(500), value: '💬'.repeat(20_000) }] });
    const [field] = long?.fields ?? [];
    expect([...(field?.label ?? '')]).toHaveLength(80);
    expect(field?.value).toEqual({ kind: 'text', text: `${'💬'.repeat(999)}…` });
  });

  it('with two fields of one key gives the second a key of its own', () => {
    const fields = [
      { label: 'Status', value: 'a' },
      { label: 'status', value: 'b' },
    ];
    expect(read({ fields })?.fields.map(({ key }) => key)).toEqual(['status', 'status_2']);
  });

  it('gives each field a key that no other has, in any case', () => {
    const fields = ['status_3', 'Status', 'status', 'STATUS'].map((key) => ({
      ...{ key, label: key, value: 'x' },
    }));
    const keys = read({ fields })?.fields.map(({ key }) => key.toLowerCase());
    expect(keys).toEqual(['status_3', 'status', 'status_4', 'status_5']);
  });

  test.each([
    [1e-7, '0.0000001'],
    [1.5e-8, '0.000000015'],
    ['-1.25e3', '-1250'],
    ['12.5E-1', '1.25'],
    ['1.2345e2', '123.45'],
    ['0.00', '0.00'],
  ])('with the amount %s keeps all its digits', (given, amount) => {
    expect(value({ value: given, kind: 'number' })).toEqual({ kind: 'number', amount });
  });

  it('with something in place of one list keeps the other', () => {
    const fields = [{ label: 'X', value: 1 }];
    expect(read({ fields, tables: { rows: [] } })).toMatchObject({
      ...{ fields: [{ label: 'X' }], tables: [], dropped: 1 },
      problems: ['tables: this is not a list'],
    });
  });

  it('with a bad column loses that column, and every cell stays in its own', () => {
    const columns = [{ label: 'A' }, { label: 'B', kind: 'html' }, { label: 'C', kind: 'number' }];
    const answer = read({ tables: [{ columns, rows: [['a', 'b', 3]] }] });
    expect(answer?.tables[0]?.columns.map(({ label }) => label)).toEqual(['A', 'C']);
    expect(answer?.tables[0]?.rows).toEqual([
      [
        { kind: 'text', text: 'a' },
        { kind: 'number', amount: '3' },
      ],
    ]);
    expect(answer?.problems).toEqual([expect.stringContaining('tables[0].columns[1]: kind')]);
  });

  it('with bad rows and cells loses only these', () => {
    const columns = [{ label: 'N', kind: 'number' }];
    const answer = read({ tables: [{ columns, rows: [[1], 'row', ['x'], [2]] }, { rows: [] }] });
    expect(answer?.tables).toHaveLength(1);
    expect(answer?.tables[0]?.rows).toEqual([
      [{ kind: 'number', amount: '1' }],
      [null],
      [{ kind: 'number', amount: '2' }],
    ]);
    expect(answer?.dropped).toBe(3);
  });

  it('never throws, and tells no value in what it says is wrong', () => {
    const secret = 'k4n4ry';
    const json = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, 1.5, '', secret, -0, 1e300),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom('fields', 'tables', 'rows', 'columns', 'label', 'value', 'kind', 'title'),
          tie('tree'),
          { maxKeys: 5 },
        ),
      ),
    })).tree;
    const item = fc.dictionary(fc.constantFrom('label', 'value', 'kind', 'tone', 'currency'), json);
    fc.assert(
      fc.property(
        fc.oneof(json, fc.record({ fields: fc.array(item), tables: fc.array(json) })),
        (raw) => {
          const answer = read(raw);
          expect(JSON.stringify(answer?.problems ?? [])).not.toContain(secret);
        },
      ),
    );
  });
});
