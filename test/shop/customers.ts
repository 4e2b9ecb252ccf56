const day = 24 * 60 * 60_000;

/** Who bought something, and what the shop answers a data card about them. */
export function customers(now: number) {
  const date = (daysAgo: number) => new Date(now - daysAgo * day).toISOString().slice(0, 10);
  return [
    {
      email: 'amelie.laurent@courrier.example',
      card: {
        title: 'Orders',
        fields: [
          { key: 'status', label: 'Last order', value: 'Shipped', kind: 'status', tone: 'good' },
          { key: 'number', label: 'Number', value: 'AC-11873' },
          { key: 'delivery', label: 'Arrives', value: date(-2), kind: 'date' },
          { key: 'spent', label: 'Spent so far', value: 1_284.5, kind: 'money', currency: 'EUR' },
          {
            key: 'page',
            label: 'In the shop',
            value: '/customers/20418',
            kind: 'link',
            text: 'Account 20418',
          },
        ],
        tables: [
          {
            title: 'All orders',
            columns: [
              { label: 'Number' },
              { label: 'Total', kind: 'money', currency: 'EUR' },
              { label: 'State', kind: 'status' },
            ],
            rows: [
              ['AC-11873', 189, { value: 'Shipped', tone: 'good' }],
              ['AC-11502', 64.5, 'Delivered'],
              ['AC-11231', 412, { value: 'Refunded', tone: 'warn' }],
              ['AC-10482', 619, 'Delivered'],
            ],
          },
        ],
      },
    },
  ];
}
