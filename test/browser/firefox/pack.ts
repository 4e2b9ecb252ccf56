import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * Packs a folder in the form in which Firefox permanently installs an extension: a zip archive without
 * compression.
 */
export async function packFolder(folder: string, archive: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const place = path.join(file.parentPath, file.name);
    const name = Buffer.from(path.relative(folder, place).replaceAll(path.sep, '/'));
    const content = await readFile(place);
    const facts = factsOf(name, content);
    const local = Buffer.concat([number(0x04034b50, 4), facts, number(0, 2), name]);
    parts.push(local, content);
    const rest = [number(0, 2), number(0, 2), number(0, 2), number(0, 2), number(0, 4)];
    directory.push(
      Buffer.concat([
        number(0x02014b50, 4),
        number(20, 2),
        facts,
        ...rest,
        number(offset, 4),
        name,
      ]),
    );
    offset += local.length + content.length;
  }
  const index = Buffer.concat(directory);
  const count = number(files.length, 2);
  const end = [number(0x06054b50, 4), number(0, 4), count, count];
  const tail = [number(index.length, 4), number(offset, 4), number(0, 2)];
  await writeFile(archive, Buffer.concat([...parts, index, ...end, ...tail]));
}

/** What the archive says about a file, in both places: version, flags, method, time, checksum and sizes. */
function factsOf(name: Buffer, content: Buffer): Buffer {
  const size = number(content.length, 4);
  const head = [number(20, 2), number(0, 2), number(0, 2), number(0, 2), number(0x21, 2)];
  return Buffer.concat([...head, number(crc32(content), 4), size, size, number(name.length, 2)]);
}

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
