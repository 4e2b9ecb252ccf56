import fc from 'fast-check';

const words = [
  ...[
    'parcel',
    'parcels',
    'Paket',
    'Straße',
    'order',
    'Ünïcode',
    'RX-4711-DE',
    '4711',
    '471',
    '0815',
  ],
  ...[
    '+49 151 234-5678',
    '荷物',
    '荷物が届きました',
    'ガイド',
    '주문',
    'สวัสดี',
    'посылка',
    'شكرا',
    '٤٧١١',
  ],
  ...[
    'ana@example.com',
    'a',
    '7',
    '12',
    'ｆｕｌｌ',
    '𝕏𝕐',
    '👍',
    '"',
    '-',
    '/',
    'e\u0301te',
    'x'.repeat(40),
  ],
];

/** Something a customer may have written, in any script. */
export const writtenText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    {
      maxLength: 9,
    },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', ' ', '\n', '', ', ', '-', ' ('))
      .map((gaps) =>
        parts.map((part, index) => `${part}${gaps[index % (gaps.length || 1)] ?? ' '}`).join(''),
      ),
  );

/** Something that may be typed to find it. */
export const typedQuery = fc.oneof(
  fc
    .array(fc.constantFrom(...words, 'par', '47', '11', '荷', 'で', 'ord', 'str'), { maxLength: 3 })
    .map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
